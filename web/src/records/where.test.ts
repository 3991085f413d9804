import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhere, whereQuery, writeWhere } from './where.ts'

test('fields a list is narrowed to stand in the address and come back', () => {
  const where = { disease: 'measles', lotNumber: '2025~A12' }
  assert.deepEqual(readWhere(writeWhere(where)), where)
  assert.equal(writeWhere({ disease: undefined }), undefined)
  assert.deepEqual(readWhere('nonsense,~x,y~'), {})
  assert.deepEqual(whereQuery('disease~measles'), { 'field.disease': 'measles' })
})
