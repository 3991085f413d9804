import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { credit, fulfilment, serviceYearOf, type CreditedService } from './delivery.ts'
import {
  itemsPerYear,
  serviceItemIds,
  serviceKindIds,
  serviceKinds,
  serviceItems,
  type PackageItem,
} from './service-items.ts'

const items: PackageItem[] = [
  { item: 'annual-assessment', times: 1 },
  { item: 'guidance', times: 2 },
  { item: 'home-visits', times: 1 },
]

describe('service year', () => {
  const contract = { startsOn: '2024-03-10', endsOn: '2027-03-10' }
  test('counts from the first day of the contract', () => {
    assert.deepEqual(serviceYearOf(contract, '2024-03-10'), { startsOn: '2024-03-10', endsOn: '2025-03-10' })
    assert.deepEqual(serviceYearOf(contract, '2025-03-10'), { startsOn: '2025-03-10', endsOn: '2026-03-10' })
    assert.equal(serviceYearOf(contract, '2027-03-10'), undefined)
    assert.equal(serviceYearOf(contract, '2024-03-09'), undefined)
  })

  test('every valid day lies in one year of the contract', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1094 }), (days) => {
        const on = addDays(contract.startsOn, days)
        const year = serviceYearOf(contract, on)!
        assert.ok(year.startsOn <= on && on < year.endsOn && year.endsOn <= contract.endsOn)
      }),
    )
  })
})

describe('credit', () => {
  test('a service fills the first open item it can fulfil', () => {
    assert.deepEqual(credit('home-visit', items, []), { item: 'guidance', counts: true })
    const twice: CreditedService[] = [
      { item: 'guidance', counts: true },
      { item: 'guidance', counts: true },
    ]
    assert.deepEqual(credit('home-visit', items, twice), { item: 'home-visits', counts: true })
  })

  test('beyond the agreed counts it is kept without counting', () => {
    assert.deepEqual(credit('record-update', items, [{ item: 'annual-assessment', counts: true }]), {
      item: 'annual-assessment',
      counts: false,
    })
  })

  test('a service that was not agreed is not credited', () => {
    assert.equal(credit('older-check', items, []), undefined)
  })
})

describe('fulfilment', () => {
  test('says what is missing', () => {
    assert.deepEqual(fulfilment(items, [{ item: 'guidance', counts: true }]), {
      due: 4,
      done: 1,
      complete: false,
      outstanding: [
        { item: 'annual-assessment', missing: 1 },
        { item: 'guidance', missing: 1 },
        { item: 'home-visits', missing: 1 },
      ],
    })
  })

  test('never exceeds what was agreed, whatever is delivered in whatever order', () => {
    const chosen = fc.uniqueArray(
      fc.record({ item: fc.constantFrom(...serviceItemIds), times: fc.integer({ min: 1, max: 4 }) }),
      { selector: (each) => each.item, minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(chosen, fc.array(fc.constantFrom(...serviceKindIds), { maxLength: 40 }), (agreed, given) => {
        const credited: CreditedService[] = []
        for (const service of given) {
          const outcome = credit(service, agreed, credited)
          if (outcome) credited.push(outcome)
        }
        const state = fulfilment(agreed, credited)
        assert.ok(state.done <= state.due && state.due === itemsPerYear(agreed))
        assert.equal(state.done, credited.filter((each) => each.counts).length)
        assert.equal(state.complete, state.outstanding.length === 0)
      }),
    )
  })
})

test('every item can be fulfilled, and every kind of service fulfils something', () => {
  const used = new Set(serviceItemIds.flatMap((id) => serviceItems[id].fulfilledBy as readonly string[]))
  assert.ok(serviceItemIds.every((id) => serviceItems[id].fulfilledBy.length > 0))
  assert.deepEqual(
    Object.keys(serviceKinds).filter((kind) => !used.has(kind)),
    [],
  )
})
