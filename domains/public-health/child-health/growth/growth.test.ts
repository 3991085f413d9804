import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addMonths } from '@kangheng/kernel/period/date.ts'
import { ageInMonths, growthAge, growthGrades, growthScores, growthStandard } from './assess.ts'
import { linesAt, percentileOf, valueAt, zScore, type StandardTable } from './standard-table.ts'

const tables = Object.values(growthStandard).flatMap((bySex) => Object.values(bySex)) as StandardTable[]

test('the tables are whole: as many lines as published, rising from line to line', () => {
  const sizes = Object.fromEntries(
    Object.entries(growthStandard).map(([name, { male, female }]) => [name, [male.keys.length, female.keys.length]]),
  )
  assert.deepEqual(sizes, {
    weightForAge: [44, 44],
    heightForAge: [44, 44],
    weightForLength: [56, 56],
    weightForHeight: [56, 56],
    bodyMassIndexForAge: [44, 44],
    headCircumferenceForAge: [29, 29],
  })
  for (const { lines } of tables)
    for (const line of lines)
      assert.deepEqual(
        [...new Set(line)].sort((one, other) => one - other),
        [...line],
      )
})

test('every published value has the score of its line', () => {
  for (const { lines } of tables)
    for (const line of lines)
      assert.deepEqual(
        line.map((value) => zScore(value, line)),
        [-3, -2, -1, 0, 1, 2, 3],
      )
})

/** Annex A of the standard gives percentiles of the same distributions, rounded to a tenth: a second reading of the tables. */
const annexA: readonly [table: StandardTable, month: number, percentiles: readonly number[]][] = [
  [growthStandard.weightForAge.male, 0, [2.8, 3.0, 3.2, 3.5, 3.7, 4.0, 4.2]],
  [growthStandard.weightForAge.male, 12, [8.3, 8.8, 9.4, 10.1, 10.8, 11.5, 12.3]],
  [growthStandard.weightForAge.male, 36, [12.0, 12.8, 13.6, 14.6, 15.8, 16.9, 18.0]],
  [growthStandard.weightForAge.male, 72, [17.1, 18.3, 19.8, 21.6, 23.6, 25.7, 27.9]],
  [growthStandard.weightForAge.female, 6, [6.4, 6.8, 7.2, 7.8, 8.4, 9.0, 9.6]],
  [growthStandard.weightForAge.female, 24, [9.8, 10.4, 11.1, 11.9, 12.9, 13.8, 14.8]],
  [growthStandard.weightForAge.female, 60, [14.7, 15.8, 16.9, 18.4, 20.0, 21.6, 23.4]],
  [growthStandard.heightForAge.male, 3, [58.0, 59.4, 60.7, 62.2, 63.7, 65.1, 66.4]],
  [growthStandard.heightForAge.male, 18, [77.7, 79.4, 81.2, 83.1, 85.0, 86.8, 88.5]],
]

test('scores give the percentiles of annex A, within what rounding leaves', () => {
  for (const [table, month, values] of annexA)
    for (const [index, percentile] of [3, 10, 25, 50, 75, 90, 97].entries()) {
      const lines = linesAt(table, month)!
      const [low, high] = [-0.06, 0.06].map((off) => percentileOf(zScore(values[index]! + off, lines)))
      // The lines themselves are rounded: a tenth of the distance between two of them.
      assert.ok(low! - 4 <= percentile && percentile <= high! + 4, `${month} months P${percentile}: ${low}–${high}`)
    }
})

test('scores by hand: between lines, between ages, beyond three deviations', () => {
  const yearOld = growthScores('male', 12, { weight: 8.2, height: 75, headCircumference: 46.1 })
  assert.deepEqual(yearOld, {
    weightForAge: -2,
    heightForAge: -0.65, // (75 − 76.7) / (76.7 − 74.1)
    weightForHeight: -2.2, // −2 − (8.3 − 8.2) / (8.3 − 7.8)
    bodyMassIndexForAge: -2.22, // 8.2 / 0.75² = 14.578; −2 − (14.8 − 14.578) / (14.8 − 13.8)
    headForAge: 0,
  })
  // Between 24 and 27 months a third of the way: median 12.6 + (13.1 − 12.6) / 3.
  assert.equal(
    growthScores('male', 25, { weight: 12.6 + 0.5 / 3, height: null, headCircumference: null }).weightForAge,
    0,
  )
  // Beyond the third line by the distance between the second and the third: 3 + (20.1 − 17.4) / (17.4 − 15.6).
  assert.ok(
    Math.abs(growthScores('male', 24, { weight: 20.1, height: null, headCircumference: null }).weightForAge! - 4.5) <
      1e-9,
  )
  assert.equal(growthScores('female', 24, { weight: 7.9, height: null, headCircumference: null }).weightForAge, -4)
  // 82 months and a half stand by the last published month; seven years have no value, and heads none after three years.
  assert.equal(growthScores('female', 82.5, { weight: 22.4, height: 122.1, headCircumference: 51 }).weightForAge, 0)
  assert.deepEqual(Object.values(growthScores('female', 84.5, { weight: 22.4, height: null, headCircumference: 51 })), [
    ...[null, null, null, null, null],
  ])
})

test('grades of table 3, on and beside the limits', () => {
  const grades = (scores: Partial<Parameters<typeof growthGrades>[0]>) =>
    growthGrades({
      ...{ weightForAge: 0, heightForAge: 0, weightForHeight: 0, bodyMassIndexForAge: 0, headForAge: 0 },
      ...scores,
    })
  const weights: [number, string][] = [
    [-3.01, 'severely-underweight'],
    [-3, 'underweight'],
    [-2.01, 'underweight'],
    [-2, 'normal'],
  ]
  for (const [score, grade] of weights) assert.equal(grades({ weightForAge: score }).weightGrade, grade)
  const heights: [number, string][] = [
    [-3.01, 'severely-stunted'],
    [-3, 'stunted'],
    [-2, 'normal'],
    [4, 'normal'],
  ]
  for (const [score, grade] of heights) assert.equal(grades({ heightForAge: score }).heightGrade, grade)
  const builds: [number, number, string][] = [
    [-3.01, 0, 'severely-wasted'],
    [-2.01, 0, 'wasted'],
    [-2, 0, 'normal'],
    [0, 0.99, 'normal'],
    [0, 1, 'overweight'],
    [0, 1.99, 'overweight'],
    [0, 2, 'obese'],
    [0, 3, 'severely-obese'],
  ]
  for (const [weightForHeight, bodyMassIndexForAge, grade] of builds)
    assert.equal(grades({ weightForHeight, bodyMassIndexForAge }).buildGrade, grade)
  assert.equal(grades({ weightForHeight: null, bodyMassIndexForAge: -2.5 }).buildGrade, 'wasted')
  assert.equal(grades({ weightForHeight: null, bodyMassIndexForAge: null }).buildGrade, null)
})

test('age in months, and the corrected age of a preterm child', () => {
  const ages: [string, string, number][] = [
    ['2024-01-31', '2024-02-29', 1],
    ['2024-01-15', '2025-01-15', 12],
    ['2024-01-15', '2024-01-30', 15 / 31],
    ['2024-03-31', '2024-04-30', 1],
  ]
  for (const [birth, on, age] of ages) assert.ok(Math.abs(ageInMonths(birth, on) - age) < 1e-9, `${birth} ${on}`)
  assert.equal(growthAge(6, 40), 6)
  assert.equal(growthAge(6, 37), 6)
  assert.equal(growthAge(6, null), 6)
  assert.equal(Math.round(growthAge(6, 32) * 100) / 100, 4.16)
  assert.equal(growthAge(0.5, 30), 0)
  assert.equal(growthAge(24, 30), 24)
})

test('percentiles of the normal distribution', () => {
  assert.deepEqual([-3, -2, -1.881, -1, 0, 1, 2, 3].map(percentileOf), [0.1, 2.3, 3, 15.9, 50, 84.1, 97.7, 99.9])
})

test('more weight never has a lower score, and the age in months never falls', () => {
  const sex = fc.constantFrom('male' as const, 'female' as const)
  fc.assert(
    fc.property(
      sex,
      fc.double({ min: 0, max: 81, noNaN: true }),
      fc.integer({ min: 10, max: 400 }),
      (who, age, weight) => {
        const of = (kilograms: number) =>
          growthScores(who, age, { weight: kilograms, height: null, headCircumference: null }).weightForAge!
        assert.ok(of(weight / 10) <= of((weight + 1) / 10))
      },
    ),
  )
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 84 }), fc.integer({ min: 1, max: 31 }), (months, day) => {
      const birth = `2020-01-${String(day).padStart(2, '0')}`
      assert.equal(ageInMonths(birth, addMonths(birth, months)), months)
    }),
  )
})

test('the value at a score has that score', () => {
  const lines = linesAt(growthStandard.weightForAge.female, 17.3)!
  fc.assert(
    fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (score) => {
      assert.ok(Math.abs(zScore(valueAt(score, lines), lines) - score) < 1e-6)
    }),
  )
})
