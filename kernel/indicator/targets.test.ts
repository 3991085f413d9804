import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loansMade, overdueRate } from '../testing/umbrella-library/indicators.ts'
import { Refusal } from '../text/refusal.ts'
import { divideValue, evenMonths, seasonalMonths } from './targets.ts'

test('what accumulates follows the seasons of last year and ends at the value exactly', () => {
  const lastYear = ['0', '10', '10', '20', '0', '0', '0', '0', '10', '0', '0', '0']
  assert.deepEqual(seasonalMonths(loansMade, '100', lastYear), [
    '0',
    '20',
    '40',
    '80',
    '80',
    '80',
    '80',
    '80',
    '100',
    '100',
    '100',
    '100',
  ])
})

test('a level rises to the value as it did last year; without a last year it is due in full', () => {
  const lastYear = Array.from({ length: 12 }, (_, month) => String(month < 6 ? 20 : 40))
  assert.equal(seasonalMonths(overdueRate, '50', lastYear)[0], '25.0')
  assert.equal(seasonalMonths(overdueRate, '50', lastYear)[11], '50.0')
  assert.deepEqual(seasonalMonths(overdueRate, '50', Array(12).fill('0')), evenMonths(overdueRate, '50'))
})

test('parts of a value sum to it, and a value finer than the indicator is refused', () => {
  assert.deepEqual(divideValue('1000', 0, [1n, 1n, 1n]), ['334', '333', '333'])
  assert.deepEqual(divideValue('10.5', 1, [1n, 1n]), ['5.3', '5.2'])
  assert.throws(() => divideValue('0.55', 1, [1n]), Refusal)
})

test('months never fall and end at the value, whatever last year was like', () => {
  const month = fc.nat({ max: 5000 }).map(String)
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000 }), fc.array(month, { minLength: 12, maxLength: 12 }), (value, lastYear) => {
      const months = seasonalMonths(loansMade, String(value), lastYear).map(Number)
      assert.equal(months[11], value)
      assert.ok(months.every((each, index) => index === 0 || each >= months[index - 1]!))
    }),
  )
})
