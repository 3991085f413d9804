import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalsOf, parseDecimal, printDecimal, printRational, roundHalfUp, truncate } from './decimal.ts'
import { add, ceiling, compare, divide, equal, floor, multiply, rational, subtract, toNumber } from './rational.ts'

const fraction = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 }))
  .map(([n, d]) => rational(BigInt(n), BigInt(d)))

test('a fraction is kept in lowest terms with a positive denominator', () => {
  assert.deepEqual(rational(4n, -6n), { n: -2n, d: 3n })
  assert.throws(() => rational(1n, 0n), RangeError)
})

test('adding and subtracting, multiplying and dividing undo each other', () => {
  fc.assert(
    fc.property(fraction, fraction, (a, b) => {
      assert.ok(equal(subtract(add(a, b), b), a))
      if (b.n !== 0n) assert.ok(equal(divide(multiply(a, b), b), a))
    }),
  )
})

test('floor and ceiling enclose the fraction', () => {
  fc.assert(
    fc.property(fraction, (a) => {
      assert.ok(compare(rational(floor(a)), a) <= 0 && compare(a, rational(ceiling(a))) <= 0)
      assert.ok(ceiling(a) - floor(a) <= 1n)
    }),
  )
})

test('a share is rounded half up to the printed decimals, as in published statistics', () => {
  const share = (part: bigint, whole: bigint, decimals: number) =>
    printDecimal(roundHalfUp(rational(part * 100n, whole), decimals))
  assert.equal(share(106_351n, 219_757n, 2), '48.39')
  assert.equal(share(1210n, 2690n, 0), '45')
  assert.equal(share(1n, 8n, 1), '12.5')
  assert.equal(share(1n, 8n, 0), '13')
  assert.equal(share(-1n, 8n, 0), '-13')
})

test('cutting off differs from rounding where the next digit is five or more', () => {
  assert.equal(printDecimal(truncate(rational(2n, 3n), 2)), '0.66')
  assert.equal(printDecimal(roundHalfUp(rational(2n, 3n), 2)), '0.67')
})

test('a printed decimal keeps its trailing zeros, a fraction is printed without them', () => {
  assert.equal(printDecimal(parseDecimal('4.30')), '4.30')
  assert.equal(printRational(rational(43n, 10n)), '4.3')
  assert.equal(decimalsOf(rational(1n, 8n)), 3)
  assert.equal(toNumber(rational(107_077n, 10n)), 10_707.7)
})
