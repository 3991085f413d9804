import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fluorideWithin, fluorosisControlled, malariaDue, snailFault } from './rules.ts'

test('malaria: 1, 3 and 7 days from the diagnosis', () => {
  assert.deepEqual(
    (['report', 'investigation', 'response'] as const).map((step) => malariaDue('2025-06-28', step)),
    ['2025-06-29', '2025-07-01', '2025-07-05'],
  )
})

test('a part of a snail survey is not more than its whole', () => {
  const holds = {
    surveyedArea: 9000,
    snailArea: 300,
    newSnailArea: 0,
    controlledArea: 9500,
    snailsExamined: 80,
    infectedSnails: 0,
  }
  for (const [change, fault] of [
    [{}, undefined],
    [{ snailArea: 9001 }, 'snailArea'],
    [{ newSnailArea: 301 }, 'newSnailArea'],
    [{ infectedSnails: 81 }, 'infectedSnails'],
    [{ snailArea: 0 }, 'snailsExamined'],
  ] as const)
    assert.equal(snailFault({ ...holds, ...change }), fault)
})

test('fluoride: 1.0 mg/L, 1.2 of small supplies; under control with at most 30 % of the children', () => {
  assert.deepEqual(
    [fluorideWithin(1, false), fluorideWithin(1.1, false), fluorideWithin(1.2, true)],
    [true, false, true],
  )
  const village = { fluoride: 0.8, smallSupply: false, children: 40, affected: 12 }
  assert.equal(fluorosisControlled(village), true)
  assert.equal(fluorosisControlled({ ...village, affected: 13 }), false)
  assert.equal(fluorosisControlled({ ...village, fluoride: 1.3 }), false)
})
