import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { referencePoints } from './reference-points.ts'

const weekly = (count: number, from = '2004-01-05') => ({
  frequency: 52 as const,
  counts: Array.from({ length: count }, () => 0),
  dates: Array.from({ length: count }, (_, week) => addDays(from, 7 * week)),
})

test('by position a year is 52 weeks, before the series as well', () => {
  assert.deepEqual(referencePoints(weekly(300), 120, 3, 'position'), [68, 16, -36])
})

test('by date the nearest same weekday: five years are 261 weeks when they hold two leap days', () => {
  const series = weekly(600)
  const at = series.dates.indexOf('2012-12-31')
  const days = referencePoints(series, at, 5, 'date').map((index) => series.dates[index!])
  assert.deepEqual(days, ['2012-01-02', '2011-01-03', '2009-12-28', '2008-12-29', '2007-12-31'])
  assert.deepEqual(referencePoints(series, 10, 1, 'date'), [undefined])
})

test('29 February is compared with 1 March of common years', () => {
  const dates = Array.from({ length: 1600 }, (_, day) => addDays('2020-01-01', day))
  const series = { frequency: 365 as const, counts: dates.map(() => 0), dates }
  const found = referencePoints(series, dates.indexOf('2024-02-29'), 4, 'date').map((index) => dates[index!])
  assert.deepEqual(found, ['2023-03-01', '2022-03-01', '2021-03-01', '2020-02-29'])
})
