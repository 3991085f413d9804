import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Action, TaskRow } from '../api/types.ts'
import { startOf } from './start.ts'

const task = { record: 'library.book', recordId: 'b1', person: 'p1' } as TaskRow
const action = (on: Action['on'], fields: Action['input']['properties']) =>
  ({ on, input: { properties: fields } }) as Action

test('a form is told the record it is done to, or whom and what the new one is about', () => {
  const book = { 'x-refers-to': 'record:library.book' }
  assert.deepEqual(startOf(task, action('existing', { book })), { id: 'b1' })
  assert.deepEqual(startOf(task, action('new', { book, note: {} })), { person: 'p1', fill: 'book=b1' })
  assert.deepEqual(startOf(task, action('new', { shelf: { 'x-refers-to': 'record:library.shelf' } })), { person: 'p1' })
  assert.deepEqual(startOf({ ...task, person: null }, action('new', {})), {})
})
