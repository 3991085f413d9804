import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths } from '@kangheng/kernel/period/date.ts'
import { dateOf, dayOf, monthsAfter } from './day.ts'

const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))

test('days as numbers and days as texts are the same calendar', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 240 }), (day, months) => {
      assert.equal(dateOf(dayOf(day)), day)
      assert.equal(dateOf(dayOf(day) + 17), addDays(day, 17))
      assert.equal(dateOf(monthsAfter(dayOf(day), months)), addMonths(day, months))
    }),
    { numRuns: 5000 },
  )
})
