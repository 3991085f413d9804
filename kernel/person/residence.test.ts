import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { addDays } from '../period/date.ts'
import { covers, cutEnd, isEmpty, overlaps, reachesBeyond, usualFrom, usualUntil, type Span } from './residence.ts'

test('half a year makes and ends usual residence', () => {
  assert.equal(usualFrom('2025-03-10', 'settled', false), '2025-03-10')
  assert.equal(usualFrom('2025-03-10', 'temporary', false), '2025-09-10')
  assert.equal(usualFrom('2025-03-10', 'temporary', true), '2025-03-10')
  assert.equal(usualFrom('2025-08-31', 'temporary', false), '2026-02-28')
  assert.equal(usualUntil('2025-03-10', 'settled', true), '2025-03-10')
  assert.equal(usualUntil('2025-03-10', 'temporary', true), '2025-09-10')
  assert.equal(usualUntil('2025-03-10', 'temporary', false), '2025-03-10')
})

const day = fc.integer({ min: 0, max: 40 }).map((offset) => addDays('2025-01-01', offset))
const span: fc.Arbitrary<Span> = fc.record({ startsOn: day, endsOn: fc.option(day) })

test('two spans overlap exactly when some day belongs to both', () => {
  const days = Array.from({ length: 60 }, (_, offset) => addDays('2025-01-01', offset))
  fc.assert(
    fc.property(span, span, (one, other) => {
      assert.equal(
        overlaps(one, other),
        days.some((each) => covers(one, each) && covers(other, each)),
      )
      assert.equal(isEmpty(one), !days.some((each) => covers(one, each)))
    }),
  )
})

test('a span cut on a day keeps the days before and nothing else', () => {
  fc.assert(
    fc.property(span, day, day, (whole, cut, probe) => {
      if (!reachesBeyond(whole, cut)) return
      const rest = { ...whole, endsOn: cutEnd(whole, cut) }
      assert.equal(covers(rest, probe), covers(whole, probe) && probe < cut)
    }),
  )
})
