import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stageOn } from './child-stages.ts'
import { biased, girthAnswer, judgeConstitution, scoresOf, weightAnswer, type Constitution } from './constitution.ts'

/** Answers of 1 with some items answered otherwise. */
const answers = (given: Record<number, number>, others = 1) =>
  Array.from({ length: 33 }, (_, index) => given[index + 1] ?? others)

test('the balanced score turns items 2, 4, 5 and 13 round', () => {
  assert.equal(scoresOf(answers({})).balanced, 1 + 4 * 5)
  assert.equal(scoresOf(answers({ 1: 5 })).balanced, 25)
  assert.equal(scoresOf(answers({}, 5)).balanced, 5 + 4 * 1)
  assert.equal(scoresOf(answers({}, 3)).balanced, 15)
})

test('worked examples of the scoring rule', () => {
  const examples: [string, Record<number, number>, Constitution | undefined, string, string[]][] = [
    ['nothing wrong', { 1: 5 }, 'balanced', 'yes', []],
    ['no energy and nothing else: 21 points', {}, 'balanced', 'yes', []],
    [
      'one type at 9: balanced mostly, with a tendency',
      { 1: 5, 10: 3, 21: 2, 26: 2, 31: 2 },
      'balanced',
      'mostly',
      ['yin-deficiency'],
    ],
    ['one type at 10: still mostly', { 1: 5, 10: 4, 21: 2, 26: 2, 31: 2 }, 'balanced', 'mostly', ['yin-deficiency']],
    ['one type at 11: that type, not balanced', { 1: 5, 10: 5, 21: 2, 26: 2, 31: 2 }, 'yin-deficiency', 'no', []],
    [
      'two types: the higher score first',
      { 11: 3, 12: 3, 13: 3, 29: 3, 19: 4, 22: 4, 24: 4, 33: 4 },
      'blood-stasis',
      'no',
      [],
    ],
    ['below 17 and only tendencies', { 1: 1, 2: 3, 4: 3, 5: 3, 13: 2, 3: 2 }, 'qi-deficiency', 'no', ['qi-deficiency']],
  ]
  for (const [name, given, main, balanced, tendencies] of examples) {
    const result = judgeConstitution(answers(given))
    assert.deepEqual([result.main, result.degrees.balanced, [...result.tendencies]], [main, balanced, tendencies], name)
  }
  assert.throws(() => judgeConstitution([1, 2, 3]), RangeError)
  assert.throws(() => judgeConstitution(answers({ 1: 6 })), RangeError)
})

test('whatever is answered: scores within their range, balanced and a biased type never both', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 33, maxLength: 33 }), (given) => {
      const { scores, degrees, main } = judgeConstitution(given)
      for (const each of biased) assert.ok(scores[each] >= 4 && scores[each] <= 20)
      assert.ok(scores.balanced >= 5 && scores.balanced <= 25)
      if (degrees.balanced !== 'no') assert.ok(biased.every((each) => degrees[each] !== 'yes') && main === 'balanced')
    }),
    { numRuns: 300 },
  )
})

test('answers that follow from measurements', () => {
  assert.deepEqual([23.9, 24, 25, 26, 28].map(weightAnswer), [1, 2, 3, 4, 5])
  assert.deepEqual([79, 80, 85.5, 86, 90, 91, 105, 106].map(girthAnswer), [1, 2, 2, 3, 3, 4, 4, 5])
})

test('the stage of a child by its day', () => {
  const examples: [string, number | undefined][] = [
    ['2024-07-14', undefined],
    ['2024-07-15', 6],
    ['2025-01-14', 6],
    ['2025-01-15', 12],
    ['2027-01-15', 36],
    ['2027-07-14', 36],
    ['2027-07-15', undefined],
  ]
  for (const [on, stage] of examples) assert.equal(stageOn('2024-01-15', on), stage, on)
})
