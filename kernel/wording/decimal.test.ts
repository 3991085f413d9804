import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { add, compare, decimal, grouped, ratio, round, shift, subtract, text, whole } from './decimal.ts'

const anyDecimal = fc.record({
  digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.integer({ min: 0, max: 6 }),
})

test('a decimal reads back as it was written', () => {
  for (const written of ['0', '-1', '106351', '48.39', '-0.05', '100.00']) assert.equal(text(decimal(written)), written)
  for (const wrong of ['', '1e3', '1,000', '.5', '5.', 'NaN', '--1'])
    assert.throws(() => decimal(wrong), /not a decimal number/, wrong)
})

test('rounding is half up, once, and symmetric for negative numbers', () => {
  const rounded = (value: string, decimals: number) => text(round(decimal(value), decimals))
  assert.equal(rounded('2.345', 2), '2.35')
  assert.equal(rounded('2.3449999', 2), '2.34')
  assert.equal(rounded('-2.345', 2), '-2.35')
  assert.equal(rounded('1.005', 2), '1.01')
  assert.equal(rounded('7', 2), '7.00')
  assert.equal(rounded('0.4', 0), '0')
})

test('a published coverage: 106,351 of 219,757 is 48.39 %', () => {
  assert.equal(text(ratio(whole(106351), whole(219757), 100, 2)), '48.39')
  assert.throws(() => ratio(whole(1), whole(0), 100, 2), RangeError)
})

test('numbers are grouped in threes, the fraction is left alone', () => {
  assert.equal(grouped(decimal('1234567.8901')), '1,234,567.8901')
  assert.equal(grouped(decimal('-1000')), '-1,000')
  assert.equal(grouped(decimal('999')), '999')
})

test('yuan become ten thousands of yuan without loss', () => {
  assert.equal(text(shift(decimal('19324400'), 4)), '1932.4400')
})

test('property: text and decimal are inverse', () => {
  fc.assert(fc.property(anyDecimal, (value) => compare(decimal(text(value)), value) === 0))
})

test('property: subtraction undoes addition', () => {
  fc.assert(fc.property(anyDecimal, anyDecimal, (a, b) => compare(subtract(add(a, b), b), a) === 0))
})

test('property: rounding moves a number by at most half a unit of the last place', () => {
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const distance = subtract(round(value, decimals), value)
      const half = { digits: 5n, scale: decimals + 1 }
      return compare(distance, half) <= 0 && compare(distance, { digits: -5n, scale: decimals + 1 }) >= 0
    }),
  )
})

test('property: a ratio is the nearest decimal to the exact quotient', () => {
  const denominators = fc.bigInt({ min: 1n, max: 10n ** 9n })
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      denominators,
      fc.integer({ min: 0, max: 4 }),
      (n, d, places) => {
        const printed = ratio(whole(n), whole(d), 100, places).digits
        const error = 2n * (printed * d - n * 100n * 10n ** BigInt(places))
        return error <= d && error > -d
      },
    ),
  )
})
