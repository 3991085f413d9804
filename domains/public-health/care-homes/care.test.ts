import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { planEnd, roundDue, standingOf } from './care.ts'

test('rounds: every week where much help is needed, every month otherwise', () => {
  const examples: [string, string][] = [
    ['independent', '2025-11-30'],
    ['light', '2025-11-30'],
    ['medium', '2025-11-07'],
    ['dependent', '2025-11-07'],
  ]
  for (const [grade, due] of examples) assert.equal(roundDue('2025-10-31', grade), due, grade)
})

test('a plan lasts half a year, to the day before', () => {
  assert.equal(planEnd('2025-03-15'), '2025-09-14')
  assert.equal(planEnd('2025-08-31'), '2026-02-27')
})

test('property: plans and rounds in any order give the same standing', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { maxLength: 8 })
  fc.assert(
    fc.property(days, days, (seen, made) => {
      const stay = { happenedOn: '2025-01-01', selfCareGrade: 'medium' }
      const rounds = seen.map((day) => ({ happenedOn: addDays('2025-01-01', day) }))
      const plans = made.map((day) => ({ validUntil: planEnd(addDays('2025-01-01', day)) }))
      assert.deepEqual(standingOf(stay, plans.toReversed(), rounds.toReversed()), standingOf(stay, plans, rounds))
    }),
  )
})
