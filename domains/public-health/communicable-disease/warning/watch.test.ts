import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, daysBetween } from '@kangheng/kernel/period/date.ts'
import { choicesFor } from './choose.ts'
import { detect } from './detect.ts'
import { type DailySeries, watchSeries, weeksOf } from './watch.ts'

const START = '2021-01-01'

/** Five years of a seasonal disease with a pattern that repeats, and an outbreak from a day on. */
function seasonal(outbreak?: string): DailySeries {
  const dates = Array.from({ length: 1826 }, (_, day) => addDays(START, day))
  const counts = dates.map((day, index) => {
    const base = 2 + Math.round(2 * Math.sin((2 * Math.PI * daysBetween(START, day)) / 365.25)) + ((index * 7) % 3)
    const since = outbreak ? daysBetween(outbreak, day) : -1
    return base + (since >= 0 && since < 28 ? 8 : 0)
  })
  return { frequency: 365, counts, dates }
}

test('weeks run from Monday to Sunday and are whole', () => {
  const weeks = weeksOf(seasonal())
  assert.equal(weeks.dates[0], '2021-01-04')
  assert.equal(weeks.counts.length, 260)
  assert.equal(
    weeks.counts[0],
    seasonal()
      .counts.slice(3, 10)
      .reduce((sum, count) => sum + count, 0),
  )
})

test('an outbreak is found in its first week, and the years before are quiet', () => {
  const alarms = watchSeries(seasonal('2025-06-02'), choicesFor('influenza', 'county'))
  const weekly = alarms.filter((alarm) => alarm.method === 'farrington-flexible')
  assert.equal(weekly[0]?.from, '2025-06-02')
  assert.equal(alarms.filter((alarm) => alarm.method === 'farrington-flexible' && alarm.from < '2025-06-02').length, 0)
})

test('only what a new case can change is evaluated anew, with the same answer', () => {
  const series = seasonal('2025-06-02')
  const choices = choicesFor('influenza', 'county')
  const since = '2025-06-20'
  const all = watchSeries(series, choices).filter((alarm) => alarm.to >= since)
  assert.deepEqual(watchSeries(series, choices, since), all)
})

test('steps that are skipped are no alarms of the method', () => {
  const series = seasonal('2025-06-02')
  const [choice] = choicesFor('influenza', 'village')
  const found = watchSeries(series, [choice!]).map((alarm) => alarm.from)
  const direct = detect(series, choice!.method, choice!.options).flatMap((point, at) =>
    point.alarm && point.observed >= choice!.atLeast ? [series.dates[at]!] : [],
  )
  assert.deepEqual(found, direct)
})
