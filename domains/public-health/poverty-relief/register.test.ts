import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { majorDiseases } from './diseases.ts'
import { illnessClass, isDue, isListed, nextVisitDue, standingEntry, whyNotExplained, type Entry } from './register.ts'

const entry = (more: Partial<Entry & { happenedOn: string }> = {}) => ({
  id: 'a',
  person: 'p',
  happenedOn: '2020-01-01',
  disposition: null,
  dispositionOn: null,
  removedOn: null,
  ...more,
})

describe('who is due', () => {
  test('an explained entry stays on the list and is not due from the day of the explanation', () => {
    const died = entry({ disposition: 'died', dispositionOn: '2025-06-01' })
    assert.ok(isDue(died, '2025-05-31') && !isDue(died, '2025-06-01'))
    assert.ok(isListed(died, '2025-12-31'))
    assert.ok(!isListed(entry({ removedOn: '2025-01-01' }), '2025-01-01'))
  })

  test('a duplicate does not stand for the person', () => {
    const kept = entry({ id: 'kept' })
    assert.equal(standingEntry([entry({ disposition: 'duplicate' }), kept])?.id, 'kept')
    assert.equal(standingEntry([entry({ removedOn: '2024-01-01' })]), undefined)
  })
})

describe('explanations', () => {
  const facts = { diedOn: null, kept: undefined }
  test('a death must be registered, and not later than the explanation', () => {
    assert.equal(whyNotExplained(entry(), { disposition: 'died', on: '2025-06-10' }, facts)?.field, 'disposition')
    const dead = { ...facts, diedOn: '2025-06-01' }
    assert.equal(whyNotExplained(entry(), { disposition: 'died', on: '2025-05-31' }, dead)?.field, 'on')
    assert.equal(whyNotExplained(entry(), { disposition: 'died', on: '2025-06-10' }, dead), undefined)
  })

  test('a duplicate names another entry of the same person that is kept', () => {
    const explain = (kept: Entry | undefined) =>
      whyNotExplained(entry(), { disposition: 'duplicate', on: '2025-06-10' }, { ...facts, kept })?.field
    assert.equal(explain(undefined), 'duplicateOf')
    assert.equal(explain(entry()), 'duplicateOf')
    assert.equal(explain(entry({ id: 'b', person: 'q' })), 'duplicateOf')
    assert.equal(explain(entry({ id: 'b', disposition: 'duplicate' })), 'duplicateOf')
    assert.equal(explain(entry({ id: 'b' })), undefined)
  })

  test('other needs a reason', () => {
    assert.equal(whyNotExplained(entry(), { disposition: 'other', on: '2025-06-10' }, facts)?.field, 'reason')
    assert.equal(whyNotExplained(entry(), { disposition: 'other', on: '2025-06-10', reason: 'army' }, facts), undefined)
  })
})

test('major diseases are treated specially, chronic ones under contract, the incurable covered', () => {
  assert.equal(Object.keys(majorDiseases).length, 30)
  assert.equal(illnessClass('stroke', false), 'I')
  assert.equal(illnessClass('hypertension', false), 'II')
  assert.equal(illnessClass('stroke', true), 'III')
})

test('monitored households are visited every quarter, others every half-year', () => {
  assert.equal(nextVisitDue('monitored', '2025-01-01'), '2025-04-03')
  assert.equal(nextVisitDue('out-of-poverty', '2025-01-01'), '2025-07-04')
})
