import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotInGroup } from './key-groups.ts'

const person = (birth: string, sex = 'female') => ({ birth, sex })

test('age groups go by the age on the day of entry', () => {
  assert.equal(whyNotInGroup('older', person('1960-06-30'), '2025-06-30'), undefined)
  assert.ok(whyNotInGroup('older', person('1960-07-01'), '2025-06-30'))
  assert.equal(whyNotInGroup('child', person('2018-07-01'), '2025-06-30'), undefined)
  assert.ok(whyNotInGroup('child', person('2018-06-30'), '2025-06-30'))
})

test('the maternal group takes women of childbearing age', () => {
  assert.equal(whyNotInGroup('maternal', person('1995-01-01'), '2025-06-30'), undefined)
  assert.ok(whyNotInGroup('maternal', person('1995-01-01', 'male'), '2025-06-30'))
  assert.ok(whyNotInGroup('maternal', person('2015-01-01'), '2025-06-30'))
  assert.equal(whyNotInGroup('hypertension', person('1995-01-01', 'male'), '2025-06-30'), undefined)
})
