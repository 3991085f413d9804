import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterNumber, nextGravity, type Cause, type Gravity } from './escalation.ts'

const examples: readonly (readonly [Gravity, Cause, readonly Gravity[], Gravity])[] = [
  ['yellow', 'figure', [], 'yellow'],
  ['yellow', 'figure', ['yellow'], 'red'],
  ['yellow', 'figure', ['yellow', 'red'], 'interview'],
  ['red', 'figure', [], 'red'],
  ['red', 'task', ['red'], 'interview'],
  ['yellow', 'statutory', [], 'red'],
  ['yellow', 'figure', ['interview'], 'interview'],
]
for (const [asked, cause, before, expected] of examples)
  test(`${asked} for ${cause} after [${before.join(', ')}] is ${expected}`, () =>
    assert.equal(nextGravity(asked, cause, before), expected))

test('the number of a letter', () => assert.equal(letterNumber(2025, 3), '督办〔2025〕3号'))
