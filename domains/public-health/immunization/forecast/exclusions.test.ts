import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forecast } from './forecast.ts'
import { findSchedule } from './schedules.ts'

const schedule = findSchedule('2026')!
const child = { birth: '2025-03-10', sex: 'M' as const, schedule, doses: [] }
const mmr = (on: string, until: string | null) =>
  forecast({ ...child, on, exclusions: [{ series: 'MMR', until }] }).series.find(({ series }) => series === 'MMR')!

test('what must never be given is not forecast', () => {
  assert.deepEqual(mmr('2026-01-01', null), { series: 'MMR', status: 'contraindicated', doses: [], next: null })
})

test('what is put off waits for its day, and is in time until then', () => {
  const { next, status } = mmr('2026-01-01', '2026-02-01')
  assert.deepEqual(
    [next?.earliest, next?.recommended, next?.latest, status],
    ['2026-02-01', '2026-02-01', '2026-03-09', 'future'],
  )
  assert.equal(mmr('2026-02-01', '2026-02-01').status, 'due')
  assert.equal(mmr('2026-05-02', '2026-05-01').status, 'overdue')
  assert.equal(mmr('2026-05-01', '2026-05-01').next?.latest, '2026-05-01')
})

test('a deferral that has passed changes nothing', () => {
  assert.equal(mmr('2026-01-01', '2025-06-01').next?.earliest, '2025-11-10')
})
