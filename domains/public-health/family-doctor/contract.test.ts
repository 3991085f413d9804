import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '@kangheng/kernel/period/date.ts'
import {
  continues,
  isActive,
  maySign,
  mayRenew,
  overlaps,
  renewalStart,
  renewalWindow,
  termEnd,
  terminatedEnd,
} from './contract.ts'

const contract = (startsOn: string, endsOn: string, id = 'a', state = 'signed') => ({ id, startsOn, endsOn, state })
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days))
const years = fc.integer({ min: 1, max: 3 })

describe('term', () => {
  test('a contract of n years ends on the same day n years later', () => {
    assert.equal(termEnd('2025-03-01', 1), '2026-03-01')
    assert.equal(termEnd('2024-02-29', 1), '2025-02-28')
    assert.equal(termEnd('2025-05-19', 3), '2028-05-19')
  })

  test('the last day is the day before the end', () => {
    assert.ok(isActive(contract('2025-01-01', '2026-01-01'), '2025-12-31'))
    assert.ok(!isActive(contract('2025-01-01', '2026-01-01'), '2026-01-01'))
    assert.ok(!isActive(contract('2025-01-01', '2026-01-01'), '2024-12-31'))
  })
})

describe('signing', () => {
  test('one person has one contract at a time', () => {
    const held = contract('2025-01-01', '2026-01-01')
    assert.deepEqual(maySign([held], { startsOn: '2025-12-31', endsOn: '2026-12-31' }), { may: false, because: held })
    assert.deepEqual(maySign([held], { startsOn: '2026-01-01', endsOn: '2027-01-01' }), { may: true })
    assert.deepEqual(maySign([], { startsOn: '2026-01-01', endsOn: '2027-01-01' }), { may: true })
  })

  test('whatever is signed one after the other, no day has two contracts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ startsOn: day, years }), { maxLength: 12 }), (wishes) => {
        const held: ReturnType<typeof contract>[] = []
        for (const [index, wish] of wishes.entries()) {
          const term = { startsOn: wish.startsOn, endsOn: termEnd(wish.startsOn, wish.years) }
          if (maySign(held, term).may) held.push(contract(term.startsOn, term.endsOn, String(index)))
        }
        for (const one of held) for (const other of held) assert.ok(one === other || !overlaps(one, other))
      }),
    )
  })
})

describe('renewal', () => {
  const ending = contract('2024-06-01', '2025-06-01')

  test('from 90 days before the end to 90 days after it', () => {
    assert.deepEqual(renewalWindow(ending), { from: '2025-03-03', to: '2025-08-30' })
    assert.ok(!mayRenew(ending, '2025-03-02'))
    assert.ok(mayRenew(ending, '2025-03-03'))
    assert.ok(mayRenew(ending, '2025-08-30'))
    assert.ok(!mayRenew(ending, '2025-08-31'))
    assert.ok(!mayRenew({ ...ending, state: 'terminated' }, '2025-06-01'))
  })

  test('the new contract follows without gap or overlap, or begins at once when late', () => {
    assert.equal(renewalStart(ending, '2025-05-20'), '2025-06-01')
    assert.equal(renewalStart(ending, '2025-06-20'), '2025-06-20')
    fc.assert(
      fc.property(day, years, fc.integer({ min: -90, max: 90 }), (startsOn, term, shift) => {
        const old = contract(startsOn, termEnd(startsOn, term))
        const begins = renewalStart(old, addDays(old.endsOn, shift))
        assert.ok(maySign([old], { startsOn: begins, endsOn: termEnd(begins, 1) }).may)
      }),
    )
  })

  test('a new contract continues the latest one that ended within the window', () => {
    const older = contract('2022-06-01', '2023-06-01', 'older')
    assert.equal(continues([older, ending], '2025-07-01')?.id, 'a')
    assert.equal(continues([older, ending], '2025-09-15'), undefined)
    assert.equal(continues([{ ...ending, state: 'terminated' }], '2025-06-01'), undefined)
  })
})

test('termination moves the end forward and never before the start', () => {
  const held = contract('2025-06-01', '2026-06-01')
  assert.equal(terminatedEnd(held, '2025-10-10'), '2025-10-10')
  assert.equal(terminatedEnd(held, '2025-05-01'), '2025-06-01')
  assert.equal(terminatedEnd(held, '2026-10-10'), '2026-06-01')
})
