import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apportion } from './apportion.ts'

test('parts are whole, add up and follow the weights', () => {
  assert.deepEqual(apportion(10, [1, 1, 1]), [4, 3, 3])
  assert.deepEqual(apportion(7, [0, 3, 1]), [0, 5, 2])
  assert.deepEqual(apportion(10, [5, 5], [3, 100]), [3, 7])
  assert.throws(() => apportion(10, [1, 1], [4, 4]), /cannot be placed/)
})

test('no part is further than one from its quota', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 60 }),
      (total, weights) => {
        const parts = apportion(total, weights)
        const sum = weights.reduce((all, each) => all + each, 0)
        assert.equal(
          parts.reduce((all, each) => all + each, 0),
          total,
        )
        parts.forEach((part, index) => assert.ok(Math.abs(part - (total * weights[index]!) / sum) < 1))
      },
    ),
  )
})
