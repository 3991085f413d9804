import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testTable } from '../testing/tables.ts'
import { negativeBinomialQuantile, negativeBinomialTails, poissonQuantile, poissonTails } from './counts.ts'
import { logGamma } from './gamma.ts'
import { normalQuantile, normalTails } from './normal.ts'
import { studentTwoSided } from './student.ts'

const functions: Record<string, (a: number, b: number, c: number) => number[]> = {
  qnorm: (p) => [normalQuantile(p)],
  pnorm: (z) => [normalTails(z).lower, normalTails(z).upper],
  pt: (t, freedom) => [studentTwoSided(t, freedom)],
  ppois: (y, mean) => [poissonTails(y, mean).lower, poissonTails(y, mean).upper],
  pnbinom: (y, size, p) => [negativeBinomialTails(y, size, p).lower, negativeBinomialTails(y, size, p).upper],
  qpois: (p, mean) => [poissonQuantile(p, mean)],
  qnbinom: (p, size, probability) => [negativeBinomialQuantile(p, size, probability)],
}

for (const [name, rows] of Map.groupBy(testTable('r-distributions'), (row) => row['function']!)) {
  test(`${name} agrees with R to 1e-9 of its size, tails of 1e-124 included`, () => {
    for (const row of rows) {
      const found = functions[name]!(Number(row['a']), Number(row['b']), Number(row['c']))
      const wanted = [row['lower'], row['upper']].filter((text) => text !== '').map(Number)
      wanted.forEach((value, index) => {
        const error = Math.abs(found[index]! - value)
        assert.ok(error <= 1e-9 * Math.abs(value), `${JSON.stringify(row)}: ${found[index]}`)
      })
    }
  })
}

test('values from tables: z of 97.5 % and 99.9 %, ln Γ', () => {
  assert.ok(Math.abs(normalQuantile(0.975) - 1.959963984540054) < 1e-14)
  assert.ok(Math.abs(normalQuantile(0.999) - 3.090232306167813) < 1e-14)
  assert.ok(Math.abs(logGamma(0.5) - Math.log(Math.PI) / 2) < 1e-14)
  assert.ok(Math.abs(logGamma(171) - Math.log(7.257415615307994e306)) < 1e-11)
  assert.deepEqual([0, 1, -0.1, Number.NaN].map(normalQuantile), [-Infinity, Infinity, Number.NaN, Number.NaN])
})

test('the normal quantile undoes the distribution', () => {
  fc.assert(
    fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
      const { lower, upper } = normalTails(z)
      const back = z < 0 ? normalQuantile(lower) : -normalQuantile(upper)
      return Math.abs(back - z) < 1e-11
    }),
  )
})

test('a quantile of counts is the smallest count that reaches the probability', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 0.999, noNaN: true }),
      fc.double({ min: 0.001, max: 1e5, noNaN: true }),
      fc.double({ min: 1.0001, max: 1000, noNaN: true }),
      (p, mean, phi) => {
        const [size, probability] = [mean / (phi - 1), 1 / phi]
        const y = negativeBinomialQuantile(p, size, probability)
        const z = poissonQuantile(p, mean)
        return (
          negativeBinomialTails(y, size, probability).lower >= p - 1e-12 &&
          negativeBinomialTails(y - 1, size, probability).lower < p + 1e-12 &&
          poissonTails(z, mean).lower >= p - 1e-12 &&
          poissonTails(z - 1, mean).lower < p + 1e-12
        )
      },
    ),
    { numRuns: 300 },
  )
})
