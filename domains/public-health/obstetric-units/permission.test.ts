import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ItemId } from './codes.ts'
import { authorityOf, renewFrom, validUntil } from './permission.ts'

test('a permission is valid for three years and renewed from ninety days before its end', () => {
  const cases: [from: string, until: string, renew: string][] = [
    ['2023-01-01', '2025-12-31', '2025-10-02'],
    ['2022-12-10', '2025-12-09', '2025-09-10'],
    ['2024-02-29', '2027-02-27', '2026-11-29'],
  ]
  for (const [from, until, renew] of cases) {
    assert.equal(validUntil(from), until)
    assert.equal(renewFrom(until), renew)
  }
})

test('the province permits diagnosis, the county everything else, and nobody both', () => {
  const cases: [items: ItemId[], authority: string | undefined][] = [
    [['midwifery', 'termination', 'prenatal-screening'], 'county'],
    [['prenatal-diagnosis', 'genetic-diagnosis'], 'province'],
    [['midwifery', 'prenatal-diagnosis'], undefined],
  ]
  for (const [items, authority] of cases) assert.equal(authorityOf(items), authority)
})
