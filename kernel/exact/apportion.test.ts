import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apportion } from './apportion.ts'

test('the largest remainders take what is left over; of equal ones the earlier', () => {
  assert.deepEqual(apportion(100n, [1n, 1n, 1n]), [34n, 33n, 33n])
  assert.deepEqual(apportion(10n, [15n, 15n, 70n]), [2n, 1n, 7n])
  assert.deepEqual(apportion(5n, [0n, 0n]), [3n, 2n])
  assert.deepEqual(apportion(-5n, [1n, 4n]), [-1n, -4n])
  assert.deepEqual(apportion(0n, []), [])
})

test('there is nobody to give to, and nobody owes by weight', () => {
  assert.throws(() => apportion(1n, []), RangeError)
  assert.throws(() => apportion(1n, [1n, -1n]), RangeError)
})

test('parts sum to the total and lie within one unit of their share, whatever the weights', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 }),
      (total, weights) => {
        const parts = apportion(total, weights)
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0n),
          total,
        )
        const sum = weights.reduce((all, weight) => all + weight, 0n)
        if (sum > 0n)
          parts.forEach((part, index) => {
            const off = part * sum - total * weights[index]!
            assert.ok(off > -sum && off < sum)
          })
      },
    ),
  )
})
