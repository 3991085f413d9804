import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lifeTable, lifeTableWithout, livedByDying, type LifeTableGroup } from './life-table.ts'
import { prematureMortality, standardisedRate } from './rates.ts'
import { standardPopulation } from './standard-population.ts'

/** Men of Austria, 1992: persons, deaths, years lived by the dying, survivors. Preston, Heuveline, Guillot (2001), box 3.1. */
const austria: readonly (readonly [number, number, number, number])[] = [
  [47_925, 419, 0.068, 100_000],
  [189_127, 70, 1.626, 99_133],
  [234_793, 36, 2.5, 98_986],
  [238_790, 46, 3.143, 98_910],
  [254_996, 249, 2.724, 98_815],
  [326_831, 420, 2.52, 98_334],
  [355_086, 403, 2.481, 97_704],
  [324_222, 441, 2.601, 97_151],
  [269_963, 508, 2.701, 96_492],
  [261_971, 769, 2.663, 95_588],
  [238_011, 1154, 2.698, 94_195],
  [261_612, 1866, 2.676, 91_937],
  [181_385, 2043, 2.645, 88_711],
  [187_962, 3496, 2.624, 83_845],
  [153_832, 4366, 2.619, 76_377],
  [105_169, 4337, 2.593, 66_225],
  [73_694, 5279, 2.518, 53_803],
  [57_512, 6460, 2.423, 37_441],
  [32_248, 6146, 5.247, 21_134],
]
const widthOf = (index: number) => (index === 0 ? 1 : index === 1 ? 4 : index === 18 ? undefined : 5)
const groups = austria.map(([years, deaths, lived], index): LifeTableGroup => ({
  width: widthOf(index),
  deaths,
  years,
  livedByDying: lived,
}))

test('the published life table: survivors to the last one, expectation 72.889', () => {
  const lines = lifeTable(groups)!
  assert.deepEqual(
    lines.map(({ survivors }) => Math.round(survivors)),
    austria.map(([, , , survivors]) => survivors),
  )
  assert.equal(lines[0]!.expectation.toFixed(3), '72.889')
  assert.equal(lines[18]!.expectation.toFixed(3), '5.247')
  // 38,508 deaths in 3.5 million person-years leave an error of a few weeks.
  assert.ok(lines[0]!.error > 0.06 && lines[0]!.error < 0.1, String(lines[0]!.error))
})

test('no table where a group has nobody, or nobody dies in the open group', () => {
  assert.equal(lifeTable([]), undefined)
  assert.equal(lifeTable(groups.with(3, { ...groups[3]!, years: 0 })), undefined)
  assert.equal(lifeTable(groups.with(18, { ...groups[18]!, deaths: 0 })), undefined)
  assert.deepEqual(
    [livedByDying(0, 1), livedByDying(1, 4), livedByDying(20, 5), livedByDying(85, undefined)],
    [0.1, 1.6, 2.5, 0],
  )
})

test('a life without a cause is longer, and as long without a cause of nobody', () => {
  const e0 = lifeTable(groups)![0]!.expectation
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.6, noNaN: true }), { minLength: 19, maxLength: 19 }), (shares) => {
      const without = lifeTableWithout(
        groups.map((group, index) => ({ ...group, ofCause: group.deaths * shares[index]! })),
      )!
      assert.ok(without[0]!.expectation >= e0 - 1e-9)
    }),
  )
  const none = lifeTableWithout(groups.map((group) => ({ ...group, ofCause: 0 })))!
  assert.equal(none[0]!.expectation.toFixed(6), e0.toFixed(6))
})

test('the direct method weighs each age by the standard', () => {
  const two = [
    { events: 2, years: 1000 },
    { events: 30, years: 1000 },
  ]
  assert.equal(standardisedRate(two, [75, 25])!.toFixed(6), '900.000000')
  assert.equal(
    standardisedRate(
      [
        { events: 1, years: 0 },
        { events: 1, years: 1 },
      ],
      [50, 50],
    ),
    undefined,
  )
  assert.throws(() => standardisedRate([], [1]), RangeError)
  const [who] = standardPopulation
  assert.equal(who.value.reduce((sum, part) => sum + part, 0).toFixed(0), '100')
  // Whatever the ages, the same rate in all of them is the rate.
  const even = who.value.map((_, index) => ({ events: 7 * (index + 1), years: 1000 * (index + 1) }))
  assert.equal(standardisedRate(even, who.value)!.toFixed(6), '700.000000')
})

test('premature mortality: eight groups of five years multiply', () => {
  const m = 0.004
  const q = (5 * m) / (1 + 2.5 * m)
  const even = Array.from({ length: 8 }, () => ({ events: 4, years: 1000 }))
  assert.equal(prematureMortality(even)!.toFixed(8), ((1 - (1 - q) ** 8) * 100).toFixed(8))
  assert.equal(prematureMortality(even)!.toFixed(2), '14.79')
  assert.equal(prematureMortality(even.with(2, { events: 0, years: 0 })), undefined)
})
