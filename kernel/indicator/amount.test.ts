import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '../exact/decimal.ts'
import { add, divide, equal, multiply, rational } from '../exact/rational.ts'
import { addWeighted, isZero, printAmount, printDigits, readAmount, roundedDigits } from './amount.ts'

const exact = (text: string) => decimalToRational(parseDecimal(text))
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.constantFrom(0, 0, 0, 1, 2, 6))
  .map(([digits, decimals]) => printDecimal({ digits, decimals }))
const small = fc.integer({ min: -200_000, max: 200_000 }).map(String)
const text = fc.oneof(small, decimal)
const weight = fc.constantFrom(1, -1, 0.5, -0.5, 0.25, 1.1)

test('sums are those of fractions', () => {
  fc.assert(
    fc.property(text, text, weight, (one, other, by) => {
      const sum = addWeighted(readAmount(one), readAmount(other), by)
      const expected = add(exact(one), multiply(exact(other), exact(String(by))))
      assert.ok(equal(exact(printAmount(sum)), expected), `${one} + ${other} × ${by} = ${printAmount(sum)}`)
      assert.equal(isZero(sum), expected.n === 0n)
    }),
  )
})

test('quotients are rounded half up once, as fractions are', () => {
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom(1, 100, 1000, 100_000),
      fc.integer({ min: 0, max: 4 }),
      (n, d, scale, decimals) => {
        const by = exact(d)
        fc.pre(by.n !== 0n)
        const found = printDigits(roundedDigits(readAmount(n), readAmount(d), scale, decimals), decimals)
        const expected = roundHalfUp(divide(multiply(exact(n), rational(BigInt(scale))), by), decimals)
        assert.equal(Number(found), Number(printDecimal(expected)), `${n} × ${scale} ÷ ${d} = ${found}`)
      },
    ),
  )
})

test('prints what the database prints', () => {
  for (const [amount, printed] of [
    ['0', '0'],
    ['12.50', '12.5'],
    ['-0.5', '-0.5'],
    ['100', '100'],
    ['1234567890123456789.10', '1234567890123456789.1'],
  ] as const)
    assert.equal(printAmount(readAmount(amount)), printed)
  assert.equal(printDigits(roundedDigits(1, 3, 100, 2), 2), '33.33')
  assert.equal(printDigits(roundedDigits(-1, 8, 1, 2), 2), '-0.13')
  assert.equal(printDigits(roundedDigits(0, 8, 100, 1), 1), '0.0')
  assert.equal(printDigits(roundedDigits(106_351, 219_757, 100, 2), 2), '48.39')
})
