import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastWeekOf } from './last-week.ts'

test('the week that is over belongs to the year of its Thursday', () => {
  for (const [day, weeks, week] of [
    ['2025-11-20', 0, '2025-W47'],
    ['2025-11-20', 1, '2025-W46'],
    ['2025-12-31', 0, '2026-W01'],
    ['2025-12-31', 1, '2025-W52'],
    ['2021-01-03', 0, '2020-W53'],
    ['2027-01-01', 0, '2026-W53'],
  ] as const)
    assert.equal(lastWeekOf(day, weeks), week)
})
