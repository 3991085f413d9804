import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonFile } from '../api/people-types.ts'
import { serviceEvents } from './service-events.ts'

const row = (id: string, happenedOn: string, more: object = {}) => ({ id, happenedOn, ...more })

test('one line in time across lines of business, the latest first; what repeats another record or was voided is left out', () => {
  const file = {
    sections: [
      {
        record: 'hypertension.visit',
        rows: [row('a', '2025-03-01'), row('b', '2025-06-01', { voidedAt: '2025-06-02' })],
      },
      { record: 'health-record.use', rows: [row('c', '2025-03-01')] },
      { record: 'immunization.dose', rows: [row('d', '2025-05-01'), row('e', '2024-01-01')] },
      { record: 'diabetes.visit', rows: [row('f', '2025-03-01')] },
    ],
  } as unknown as PersonFile
  assert.deepEqual(
    serviceEvents(file).map(({ on, row }) => [row.id, on]),
    [
      ['d', '2025-05-01'],
      ['f', '2025-03-01'],
      ['a', '2025-03-01'],
      ['e', '2024-01-01'],
    ],
  )
})
