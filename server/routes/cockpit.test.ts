import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthFrom } from './cockpit.ts'

test('the cockpit stands at a month: a quarter or a year stands for its last month that has begun', () => {
  for (const [asked, month] of [
    [undefined, '2025-11'],
    ['2025-03', '2025-03'],
    ['2025-Q3', '2025-09'],
    ['2025-Q4', '2025-11'],
    ['2025', '2025-11'],
    ['2024', '2024-12'],
    ['2025-06-ytd', '2025-06'],
    ['FP2025', '2025-09'],
  ] as const)
    assert.equal(monthFrom(asked, '2025-11-20'), month, asked)
})
