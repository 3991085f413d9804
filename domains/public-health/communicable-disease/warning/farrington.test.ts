import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { detect } from './detect.ts'
import { farrington } from './farrington.ts'
import { farringtonFlexible } from './farrington-flexible.ts'
import { seasonBlocks } from './season-blocks.ts'
import { testSeries } from './testing/tables.ts'

const agona = { frequency: 52 as const, counts: testSeries().get('agona')! }
const near = (found: number | null, wanted: number) =>
  assert.ok(Math.abs(found! - wanted) < 1e-6, `${found} ≠ ${wanted}`)

test('the worked examples: week 312 with trend, week 300 without', () => {
  const [late, early] = [farrington(agona, 311), farrington(agona, 299)]
  near(late.expected, 5.565137)
  near(early.expected, 3.965952)
  assert.ok(Math.abs(late.upper! - 13.27244) < 1e-5)
  near(early.upper, 9.019329)
})

test('the interval of 1996 is two-sided, the flexible one one-sided', () => {
  assert.ok(Math.abs(farrington(agona, 311, { alpha: 0.1 }).upper! - 11.88995) < 1e-5)
  near(farringtonFlexible(agona, 311, { alpha: 0.025, weightsThreshold: 1 }).expected, farrington(agona, 311).expected!)
})

test('points are null until the whole history lies within the series, unless a range is asked for', () => {
  const points = detect(agona, 'farrington')
  assert.equal(
    points.findIndex((point) => point.alarm !== null),
    263,
  )
  const asked = detect(agona, 'farrington', {}, { from: 257, to: 259 })
  assert.deepEqual(
    asked.flatMap((point, index) => (point.alarm === null ? [] : [index])),
    [257, 258, 259],
  )
})

test('fewer than five cases in four weeks say nothing: 0 in the method of 1996, no threshold in the flexible one', () => {
  assert.deepEqual([farrington(agona, 269).upper, farrington(agona, 269).alarm], [0, false])
  assert.deepEqual([farringtonFlexible(agona, 269).upper, farringtonFlexible(agona, 269).alarm], [null, false])
  assert.notEqual(farrington(agona, 269, { enough: { cases: 0, steps: 4 } }).upper, 0)
})

test('a year is cut into windows and nearly equal parts, the longer ones first', () => {
  const blocks = seasonBlocks([112, 60, 8], 3, 10)!
  assert.deepEqual([...blocks.slice(5, 12)], [10, 10, 10, 10, 10, 10, 10])
  const between = [...blocks.slice(12, 57)]
  assert.deepEqual(
    between,
    Array.from({ length: 45 }, (_, index) => 1 + Math.floor(index / 5)),
  )
  assert.equal(seasonBlocks([112, 60, 2], 3, 10), undefined)
  assert.equal(seasonBlocks([112, 60, 8], 3, 60), undefined)
})

test('population as offset: a doubled population doubles what is expected', () => {
  const population = agona.counts.map((_, week) => (week < 270 ? 1000 : 2000))
  const plain = farringtonFlexible(agona, 311, { trend: false })
  const rates = farringtonFlexible({ ...agona, population }, 311, { trend: false, populationOffset: true, years: 1 })
  const steady = farringtonFlexible({ ...agona, population: agona.counts.map(() => 7) }, 311, {
    trend: false,
    populationOffset: true,
  })
  near(steady.expected, plain.expected!)
  near(rates.expected, 2 * farringtonFlexible(agona, 311, { trend: false, years: 1 }).expected!)
})

test('an alarm is a count above the threshold, and the threshold lies above what is expected', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(3), fc.nat(500)), { minLength: 170, maxLength: 170 }),
      fc.constantFrom('farrington' as const, 'farrington-flexible' as const),
      (counts, method) => {
        const point = detect({ frequency: 52, counts }, method, { years: 3 }, { from: 169, to: 169 })[169]!
        if (point.upper === null || point.upper === 0) return point.alarm !== true
        return point.upper > point.expected! && point.alarm === point.observed > point.upper
      },
    ),
    { numRuns: 60 },
  )
})

test('scaling: a thousandfold count gives finite answers', () => {
  const huge = { frequency: 52 as const, counts: agona.counts.map((count) => count * 1_000_000) }
  for (const threshold of ['delta', 'nb-plugin', 'muan'] as const) {
    const point = farringtonFlexible(huge, 311, { threshold })
    assert.ok(Number.isFinite(point.upper) && point.upper! > point.expected!)
  }
})
