import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingNumber, numeral, scaled } from './print.ts'

test('an amount in yuan is printed in the larger unit of its definition', () => {
  assert.equal(scaled('19324400', 4, 2), '1932.44')
  assert.equal(scaled('19324450', 4, 2), '1932.45')
  assert.equal(scaled('19324449.99', 4, 2), '1932.44')
  assert.equal(scaled('0', 4, 2), '0.00')
  assert.equal(scaled('-55', 4, 2), '-0.01')
  assert.equal(scaled('49', 4, 2), '0.00')
  assert.equal(scaled('99999999', 4, 0), '10000')
  assert.equal(scaled('12.5', 0, 1), '12.5')
})

test('headings are numbered as official documents number them', () => {
  assert.equal(numeral(11), '十一')
  assert.equal(numeral(20), '二十')
  assert.equal(headingNumber(1, 3), '三、')
  assert.equal(headingNumber(2, 10), '（十）')
  assert.equal(headingNumber(3, 2), '2.')
  assert.equal(headingNumber(4, 2), '（2）')
})
