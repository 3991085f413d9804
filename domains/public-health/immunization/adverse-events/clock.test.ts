import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportBy } from './clock.ts'

test('48 hours, and 2 hours for what is serious, deadly or a cluster: around the clock', () => {
  const found = '2025-12-31T23:30:00+08:00'
  assert.equal(reportBy('common', found), '2026-01-02T15:30:00.000Z')
  for (const severity of ['serious', 'death', 'cluster'] as const)
    assert.equal(reportBy(severity, found), '2025-12-31T17:30:00.000Z')
})
