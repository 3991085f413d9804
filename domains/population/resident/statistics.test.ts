import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { generalFertility, ratePerThousand, sexRatioDeviation, sexRatioInterval, totalFertility } from './statistics.ts'

const near = (value: number | undefined, expected: number, tolerance = 0.005) =>
  assert.ok(value !== undefined && Math.abs(value - expected) < tolerance, `${value} is not ${expected}`)

test('rates over the mean population (worked example of a county)', () => {
  near(ratePerThousand(1414, 276400, 275900), 5.12)
  near(ratePerThousand(2090, 276400, 275900), 7.57)
  near(ratePerThousand(1414 - 2090, 276400, 275900), -2.45)
  near(generalFertility(1414, 35900), 39.39)
  assert.equal(ratePerThousand(1, 0, 0), undefined)
  assert.equal(generalFertility(1, 0), undefined)
})

test('total fertility from seven age groups', () => {
  const women = [4200, 4800, 5600, 6100, 5200, 4900, 5100]
  const births = [12, 240, 560, 430, 140, 30, 2]
  near(totalFertility(women.map((each, index) => ({ women: each, births: births[index]! }))), 1.284, 0.0005)
  assert.equal(totalFertility([{ women: 0, births: 0 }]), undefined)
})

test('the sex ratio at birth comes with its interval: half the births, a wider one', () => {
  const full = sexRatioInterval(1068, 932)!
  near(full.ratio, 114.59)
  near(full.low, 104.95)
  near(full.high, 125.12)
  assert.equal(full.cases, 2000)
  const half = sexRatioInterval(534, 466)!
  near(half.low, 101.2)
  near(half.high, 129.75)
  near(sexRatioDeviation(1068, 932), 1.74)
  near(sexRatioDeviation(534, 466), 1.23)
  assert.equal(sexRatioInterval(3, 0), undefined)
  assert.equal(sexRatioDeviation(0, 0), undefined)
})

test('the interval holds the ratio and narrows as cases grow', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (boys, girls) => {
      const one = sexRatioInterval(boys, girls)!
      const more = sexRatioInterval(boys * 4, girls * 4)!
      assert.ok(one.low <= one.ratio && one.ratio <= one.high)
      assert.ok(more.high - more.low < one.high - one.low)
    }),
  )
})
