import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { defects, MALFORMATION, watched } from './defects.ts'
import { countInterval } from './poisson.ts'
import { diagnosisTime, isCounted } from './surveillance.ts'

test('a defect counts from 28 weeks to the seventh day after a birth in an institution', () => {
  const born = '2025-06-10'
  const cases: [diagnosedOn: string, weeks: number, place: string, time: string, counted: boolean][] = [
    ['2025-03-01', 28, 'hospital', 'prenatal', true],
    ['2025-03-01', 27, 'hospital', 'prenatal', false],
    ['2025-06-09', 39, 'township', 'prenatal', true],
    ['2025-06-10', 39, 'township', 'seven-days', true],
    ['2025-06-17', 39, 'hospital', 'seven-days', true],
    ['2025-06-18', 39, 'hospital', 'later', false],
    ['2025-06-12', 39, 'home', 'seven-days', false],
  ]
  for (const [diagnosedOn, weeks, place, time, counted] of cases) {
    const finding = { bornOn: born, diagnosedOn, weeks, place }
    assert.equal(diagnosisTime(finding), time, `${diagnosedOn} ${weeks}`)
    assert.equal(isCounted(finding), counted, `${diagnosedOn} ${weeks} ${place}`)
  }
})

test('the exact interval of a count is that of the published table', () => {
  // E. Pearson, H. Hartley, Biometrika Tables for Statisticians 1 (1954), table 40.
  const table: [cases: number, low: number, high: number][] = [
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.242, 7.225],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
  ]
  for (const [cases, low, high] of table) {
    const found = countInterval(cases)
    assert.ok(Math.abs(found.low - low) < 0.001, `low of ${cases}: ${found.low}`)
    assert.ok(Math.abs(found.high - high) < 0.001, `high of ${cases}: ${found.high}`)
  }
  assert.throws(() => countInterval(-1), RangeError)
  assert.throws(() => countInterval(1.5), RangeError)
})

test('the interval holds its count and widens with it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 499 }), (cases) => {
      const [one, next] = [countInterval(cases), countInterval(cases + 1)]
      assert.ok(one.low < cases && cases < one.high)
      assert.ok(one.low < next.low && one.high < next.high && one.high - one.low < next.high - next.low)
    }),
  )
})

test('every defect of the list has its own code of chapter XVII, and what is watched is on the list', () => {
  const codes = Object.values(defects).map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const code of codes) assert.match(code, MALFORMATION)
  for (const { of } of Object.values(watched)) for (const id of of) assert.ok(id in defects)
})
