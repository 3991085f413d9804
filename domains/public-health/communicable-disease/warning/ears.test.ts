import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { detect } from './detect.ts'
import { ears } from './ears.ts'
import { numberOrNull, testSeries, testTable } from './testing/tables.ts'

const agona = { frequency: 52 as const, counts: testSeries().get('agona')! }
const daily = (counts: readonly number[]) => ({ frequency: 365 as const, counts })

test('C3 is the CDC’s: the sum over three steps of what C2 is above 1, an alarm above 2', () => {
  const points = detect(agona, 'ears-c3')
  for (const row of testTable('ears-textbook')) {
    const wanted = numberOrNull(row['a3'])
    assert.equal(points[Number(row['i']) - 1]!.alarm, wanted === null ? null : wanted === 1, `week ${row['i']}`)
  }
})

test('C1 needs seven steps, C2 nine, C3 eleven', () => {
  const first = (method: 'ears-c1' | 'ears-c2' | 'ears-c3') =>
    detect(agona, method).findIndex((point) => point.upper !== null)
  assert.deepEqual([first('ears-c1'), first('ears-c2'), first('ears-c3')], [7, 9, 11])
})

test('a week of zeros has no spread: a floor keeps a single case from being an alarm', () => {
  const counts = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
  assert.equal(ears(daily(counts), 9, 'c2').alarm, true)
  assert.equal(ears(daily(counts), 9, 'c2', { minimumDeviation: 0.5 }).alarm, false)
})

test('C3 of a constant series is no alarm, and its answer stays finite', () => {
  const point = ears(daily(Array.from({ length: 20 }, () => 4)), 19, 'c3')
  assert.deepEqual(point, { observed: 4, expected: 4, upper: 4, alarm: false })
})

test('alpha moves the threshold', () => {
  const [strict, loose] = [0.001, 0.05].map((alpha) => ears(agona, 50, 'c1', { alpha }).upper!)
  assert.ok(strict! > loose!)
})

test('more cases today never take an alarm away', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
      fc.nat(50),
      fc.constantFrom('c1' as const, 'c2' as const, 'c3' as const),
      (counts, more, method) => {
        const before = ears(daily(counts), 11, method).alarm
        const after = ears(daily([...counts.slice(0, 11), counts[11]! + more]), 11, method).alarm
        return !before || after === true
      },
    ),
  )
})
