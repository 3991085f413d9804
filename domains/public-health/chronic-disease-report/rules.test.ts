import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fatal, kindFault, nextFollowUp, sameCase } from './rules.ts'

const stroke = (on: string, code = 'I63.9') => ({ kind: 'stroke', code, on })

test('attacks within 28 days are one; cancers of a site are one for good', () => {
  for (const [one, other, same] of [
    [stroke('2025-01-01'), stroke('2025-01-29', 'I61.9'), true],
    [stroke('2025-01-29'), stroke('2025-01-01'), true],
    [stroke('2025-01-01'), stroke('2025-01-30'), false],
    [stroke('2025-01-01'), { kind: 'infarction', code: 'I21.9', on: '2025-01-02' }, false],
    [{ kind: 'cancer', code: 'C34.1', on: '2018-01-01' }, { kind: 'cancer', code: 'C34.9', on: '2025-01-01' }, true],
    [{ kind: 'cancer', code: 'C34.1', on: '2018-01-01' }, { kind: 'cancer', code: 'C16.9', on: '2025-01-01' }, false],
  ] as const)
    assert.equal(sameCase(one, other), same, JSON.stringify([one, other]))
})

test('codes of each kind', () => {
  for (const [kind, code, fits] of [
    ['stroke', 'I63.9', true],
    ['stroke', 'I62.0', false],
    ['stroke', 'I69.3', false],
    ['infarction', 'I22.0', true],
    ['infarction', 'I25.2', false],
    ['cancer', 'D32.0', true],
    ['cancer', 'D25.9', false],
    ['sudden-death', 'I46.1', true],
  ] as const)
    assert.equal(kindFault(kind, code) === undefined, fits, code)
})

test('follow-up after 28 days, of cancers every year; a death within 28 days is fatal', () => {
  assert.equal(nextFollowUp('stroke', '2025-01-01', undefined), '2025-01-29')
  assert.equal(nextFollowUp('stroke', '2025-01-01', '2025-02-01'), null)
  assert.equal(nextFollowUp('cancer', '2025-01-01', undefined), '2026-01-01')
  assert.equal(nextFollowUp('cancer', '2025-01-01', '2026-02-01'), '2027-02-01')
  assert.equal(nextFollowUp('sudden-death', '2025-01-01', undefined), null)
  assert.deepEqual(
    [fatal('2025-01-01', '2025-01-28'), fatal('2025-01-01', '2025-01-29'), fatal('2025-01-01', null)],
    [true, false, false],
  )
})
