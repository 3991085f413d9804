import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordRow, RecordType } from '../api/types.ts'
import { episodesOf, placeOf, rowsOfLabels } from './timeline-marks.ts'

const type = (id: string, timeline: object) =>
  ({ id, timeline: { line: 'pregnancy', ...timeline } }) as unknown as RecordType
const row = (id: string, happenedOn: string, more: object = {}) => ({ id, happenedOn, ...more }) as unknown as RecordRow
const visits = type('visit', { episode: 'pregnancy', colour: { field: 'colour', colours: { orange: 'orange' } } })

test('rows stand on the line of their episode in the order of their days', () => {
  const [second, first] = episodesOf(
    [
      {
        type: type('pregnancy', { from: 'lastPeriodOn', to: 'dueDate' }),
        rows: [
          row('a', '2023-03-01', { lastPeriodOn: '2023-01-01', dueDate: '2023-10-08' }),
          row('b', '2025-03-01', { lastPeriodOn: '2025-01-01', dueDate: '2025-10-08' }),
        ],
      },
      {
        type: visits,
        rows: [
          row('2', '2025-06-01', { pregnancy: 'b', colour: 'orange' }),
          row('1', '2025-03-01', { pregnancy: 'b', colour: 'green' }),
          row('3', '2025-11-20', { pregnancy: 'b' }),
        ],
      },
    ],
    'pregnancy',
  )
  assert.deepEqual([second!.from, second!.to], ['2025-01-01', '2025-11-20'])
  assert.deepEqual(
    second!.marks.map(({ id, colour }) => [id, colour]),
    [
      ['1', undefined],
      ['2', 'orange'],
      ['3', undefined],
    ],
  )
  assert.equal(first!.marks.length, 0)
  assert.equal(placeOf('2025-01-01', second!), 0)
  assert.equal(placeOf('2025-11-20', second!), 1)
})

test('labels that would cover one another stand in rows', () => {
  assert.deepEqual(rowsOfLabels([0, 0.05, 0.12, 0.5], 0.1), [0, 1, 0, 0])
  assert.deepEqual(rowsOfLabels([0.1, 0.1, 0.1], 0.2), [0, 1, 2])
})
