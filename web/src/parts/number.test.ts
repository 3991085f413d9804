import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absence, changeOf, grouped } from './number.ts'

test('digits are grouped in threes and the fraction is left alone', () => {
  assert.equal(grouped('219757'), '219,757')
  assert.equal(grouped('1234.5678'), '1,234.5678')
  assert.equal(grouped('-1000.10'), '−1,000.10')
  assert.equal(grouped('48.39'), '48.39')
  assert.equal(grouped('0'), '0')
})

test('zero, missing and not applicable are three things', () => {
  assert.equal(absence('0', '5'), null)
  assert.equal(absence(null, '5'), 'missing')
  assert.equal(absence(null, undefined), 'missing')
  assert.equal(absence(null, '0'), 'not-applicable')
})

test('rates change in points, quantities in percent', () => {
  assert.deepEqual(changeOf('48.39', '46.70', true, 2), { change: '1.69', kind: 'points' })
  assert.deepEqual(changeOf('106351', '101286', false, 0), { change: '5.0', kind: 'percent' })
  assert.equal(changeOf('5', '0', false, 0), null)
  assert.equal(changeOf(null, '5', false, 0), null)
})
