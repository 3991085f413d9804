import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { detect } from './detect.ts'
import { movingPercentile, quantile } from './moving-percentile.ts'
import { testSeries, testTable } from './testing/tables.ts'

const agona = { frequency: 52 as const, counts: testSeries().get('agona')! }

test('fifteen blocks of three years, P80 of type 7', () => {
  const points = detect(agona, 'moving-percentile')
  assert.equal(
    points.findIndex((point) => point.upper !== null),
    158,
  )
  for (const row of testTable('moving-percentile')) {
    const point = points[Number(row['i']) - 1]!
    assert.ok(Math.abs(point.upper! - Number(row['p80_t7'])) < 1e-12)
    assert.equal(point.expected, Number(row['p50']))
    assert.equal(point.alarm, row['signal_t7'] === '1')
  }
})

test('a quantile that falls on a value is that value', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
  for (let rank = 0; rank <= 10; rank++) assert.equal(quantile(values, rank / 10), rank + 1)
  assert.equal(quantile([0, 1], 0.8), 0.8)
})

test('a daily series is judged by the last seven days against the same days of past years', () => {
  const days = 4 * 366
  const dates = Array.from({ length: days }, (_, day) => addDays('2022-01-01', day))
  const counts = dates.map((day) => (day.slice(5) >= '03-01' && day.slice(5) < '03-08' ? 1 : 0))
  const series = { frequency: 365 as const, counts, dates }
  const at = dates.indexOf('2025-03-07')
  const point = movingPercentile(series, at)
  assert.deepEqual([point.observed, point.expected, point.alarm], [7, 0, true])
  assert.ok(Math.abs(point.upper! - 1.4) < 1e-12)
  assert.equal(movingPercentile(series, at, { percentile: 90 }).alarm, false)
  assert.equal(movingPercentile(series, at, { atLeast: 8 }).alarm, false)
  assert.equal(movingPercentile(series, 3).upper, null)
})
