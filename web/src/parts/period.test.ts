import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endMonth, kindOf, monthsBack, periodOf, periodsBack, periodTitle, shiftMonth } from './period.ts'

test('periods have names an office uses', () => {
  assert.equal(periodTitle('2025').zh, '2025年')
  assert.equal(periodTitle('2025-Q4').zh, '2025年第四季度')
  assert.equal(periodTitle('2025-11').zh, '2025年11月')
  assert.equal(periodTitle('2025-11-ytd').zh, '2025年1—11月')
  assert.equal(periodTitle('2025-01-ytd').zh, '2025年1月')
  assert.equal(periodTitle('FP2025').zh, '2025计生年度')
})

test('months step over the year', () => {
  assert.equal(shiftMonth('2025-01', -1), '2024-12')
  assert.equal(shiftMonth('2025-12', 1), '2026-01')
  assert.deepEqual(monthsBack('2025-02', 3), ['2025-02', '2025-01', '2024-12'])
})

test('a period and its last month name each other', () => {
  for (const month of monthsBack('2025-12', 24)) {
    for (const kind of ['month', 'ytd', 'quarter', 'year'] as const) {
      const period = periodOf(kind, month)
      assert.equal(kindOf(period), kind)
      assert.equal(periodOf(kind, endMonth(period)), period)
    }
  }
  assert.equal(endMonth('FP2025'), '2025-09')
  assert.equal(periodsBack('year', '2025-06').length, 4)
})
