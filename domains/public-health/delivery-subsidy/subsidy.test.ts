import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fenOf } from '@kangheng/kernel/exact/money.ts'
import { subsidyOf, type Application } from './subsidy.ts'

const application: Application = {
  ...{ deliveredOn: '2025-03-01', appliedOn: '2025-03-10', place: 'hospital', rural: true },
  ...{ cost: '4120.50', reimbursed: '2800.00' },
}

test('the amount in force on the day of the delivery, and never more than was paid', () => {
  const cases: [more: Partial<Application>, found: ReturnType<typeof subsidyOf>][] = [
    [{}, { amount: '500.00' }],
    [{ deliveredOn: '2012-12-31', appliedOn: '2013-01-05' }, { amount: '400.00' }],
    [{ deliveredOn: '2013-01-01', appliedOn: '2013-01-05' }, { amount: '500.00' }],
    // Yulong's 1,118 women of one year were paid 558,850 yuan: 1,117 of them in full.
    [{ cost: '2100.00', reimbursed: '1750.00' }, { amount: '350.00' }],
    [{ cost: '2100.01', reimbursed: '1600.02' }, { amount: '499.99' }],
    [{ cost: '2800.00' }, { refused: 'nothing-paid' }],
    [{ cost: '2799.99' }, { refused: 'more-than-cost' }],
    [{ place: 'home' }, { refused: 'home' }],
    [{ rural: false }, { refused: 'not-rural' }],
    [{ appliedOn: '2025-08-28' }, { amount: '500.00' }],
    [{ appliedOn: '2025-08-29' }, { refused: 'late' }],
  ]
  for (const [more, found] of cases) assert.deepEqual(subsidyOf({ ...application, ...more }), found)
})

test('nobody is paid more than the amount or than she has paid', () => {
  const fen = fc.integer({ min: 0, max: 2_000_000 })
  const yuan = (value: number) => (value / 100).toFixed(2)
  fc.assert(
    fc.property(fen, fen, (cost, reimbursed) => {
      const found = subsidyOf({ ...application, cost: yuan(cost), reimbursed: yuan(reimbursed) })
      if ('refused' in found) assert.ok(reimbursed >= cost)
      else {
        const paid = fenOf(found.amount)
        assert.ok(paid > 0n && paid <= 50_000n && paid <= BigInt(cost - reimbursed))
      }
    }),
  )
})
