import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hepatitisFault, tuberculosisFault } from './attached-rules.ts'

const none = { surfaceAntigen: 'never-tested', coreAntibody: 'not-tested', biopsy: 'not-done', converted: 'not-tested' }

test('acute hepatitis B needs a finding for it, and no antigen of long standing', () => {
  for (const [course, card, field] of [
    ['acute', none, 'coreAntibody'],
    ['acute', { ...none, coreAntibody: 'positive' }, undefined],
    ['acute', { ...none, surfaceAntigen: 'within-six-months' }, undefined],
    ['acute', { ...none, converted: 'yes' }, undefined],
    ['acute', { ...none, biopsy: 'acute' }, undefined],
    ['acute', { ...none, surfaceAntigen: 'over-six-months', coreAntibody: 'positive' }, 'surfaceAntigen'],
    ['chronic', none, undefined],
    [null, none, undefined],
  ] as const)
    assert.equal(hepatitisFault(course, card)?.field, field)
})

const untested = { smear: 'not-tested', culture: 'not-tested', molecular: 'not-tested', resistance: 'not-tested' }

test('the results of tuberculosis fit its subtype', () => {
  for (const [subtype, card, field] of [
    ['tb-positive', { ...untested, molecular: 'positive' }, undefined],
    ['tb-positive', { ...untested, smear: 'negative' }, 'smear'],
    ['tb-negative', { ...untested, smear: 'negative' }, undefined],
    ['tb-negative', { ...untested, culture: 'positive' }, 'smear'],
    ['tb-no-result', untested, undefined],
    ['tb-no-result', { ...untested, smear: 'negative' }, 'smear'],
    ['tb-resistant', { ...untested, molecular: 'positive', resistance: 'resistant' }, undefined],
    ['tb-resistant', { ...untested, molecular: 'positive' }, 'resistance'],
    ['tb-positive', { ...untested, molecular: 'positive', resistance: 'resistant' }, 'resistance'],
  ] as const)
    assert.equal(tuberculosisFault(subtype, card)?.field, field, `${subtype}`)
})
