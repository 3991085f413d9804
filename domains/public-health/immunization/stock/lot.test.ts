import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstToUse, remaining, whyNotUsable, type LotStock } from './lot.ts'

const lot = (id: string, expiresOn: string, more: Partial<LotStock> = {}): LotStock => ({
  id,
  vaccine: 'MMR',
  expiresOn,
  state: 'in-use',
  received: 10,
  used: 4,
  discarded: 1,
  ...more,
})

test('what is left of a lot, and when it may be used', () => {
  assert.equal(remaining(lot('A', '2026-01-01')), 5)
  assert.equal(whyNotUsable(lot('A', '2026-01-01'), '2026-01-01'), null)
  assert.equal(whyNotUsable(lot('A', '2026-01-01'), '2026-01-02'), 'expired')
  assert.equal(whyNotUsable(lot('A', '2026-01-01', { used: 9 }), '2025-12-01'), 'empty')
  assert.equal(whyNotUsable(lot('A', '2026-01-01', { state: 'stopped' }), '2025-12-01'), 'stopped')
  assert.equal(whyNotUsable(lot('A', '2026-01-01', { state: 'held' }), '2025-12-01'), 'held')
})

test('first expired, first out, among those that may be used', () => {
  const lots = [
    lot('late', '2027-01-01'),
    lot('early', '2026-01-01'),
    lot('expired', '2025-01-01'),
    lot('empty', '2025-12-31', { discarded: 6 }),
    lot('other', '2025-12-30', { vaccine: 'BCG' }),
  ]
  assert.equal(firstToUse(lots, 'MMR', '2025-12-01')?.id, 'early')
  assert.equal(firstToUse(lots, 'MMR', '2026-06-01')?.id, 'late')
  assert.equal(firstToUse(lots, 'MMR', '2027-06-01'), undefined)
})
