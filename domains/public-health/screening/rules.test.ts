import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { nextOf, programmes, screeningFault, standingAfter, steps, takenInTime, type StepId } from './programmes.ts'

test('who may be screened, when', () => {
  const woman = { sex: 'female', birth: '1980-06-01' }
  for (const [id, candidate, on, field] of [
    ['cervical', woman, '2025-01-01', undefined],
    ['cervical', { sex: 'male', birth: '1980-06-01' }, '2025-01-01', 'person'],
    ['cervical', { sex: 'female', birth: '1990-06-01' }, '2025-05-31', 'person'],
    ['cervical', { sex: 'female', birth: '1990-06-01' }, '2025-06-01', undefined],
    ['cervical', { sex: 'female', birth: '1960-01-01' }, '2025-01-01', 'person'],
    // Five years after an HPV test, three after cytology, wherever it was.
    ['cervical', { ...woman, last: { on: '2021-03-01', result: 'hpv-negative' } }, '2025-03-01', 'happenedOn'],
    ['cervical', { ...woman, last: { on: '2020-03-01', result: 'hpv-negative' } }, '2025-03-01', undefined],
    ['cervical', { ...woman, last: { on: '2022-03-01', result: 'first-cytology-normal' } }, '2025-03-01', undefined],
    ['breast', { ...woman, last: { on: '2023-03-01', result: 'ultrasound-1-2' } }, '2025-03-01', 'happenedOn'],
    ['metabolic', { sex: 'male', birth: '2025-01-01' }, '2025-01-03', 'happenedOn'],
    ['metabolic', { sex: 'male', birth: '2025-01-01' }, '2025-01-04', undefined],
    ['metabolic', { sex: 'male', birth: '2025-01-01' }, '2025-01-22', 'happenedOn'],
  ] as const)
    assert.equal(screeningFault(id, candidate, on)?.field, field, JSON.stringify([id, candidate, on]))
  assert.equal(takenInTime('metabolic', '2025-01-01', '2025-01-08'), true)
  assert.equal(takenInTime('metabolic', '2025-01-01', '2025-01-09'), false)
  assert.equal(takenInTime('breast', '1980-01-01', '2025-01-09'), true)
})

test('what follows from a result', () => {
  for (const [step, result, expected] of [
    ['blood-spot', 'blood-suspicious', { state: 'recall', step: 'blood-repeat', dueOn: '2025-01-08', early: null }],
    ['cervical-first', 'hpv-16-18', { state: 'recall', step: 'colposcopy', dueOn: '2025-04-01', early: null }],
    ['cervical-first', 'hpv-other', { state: 'recall', step: 'cervical-cytology', dueOn: '2025-03-02', early: null }],
    ['cervical-cytology', 'cytology-normal', { state: 'negative', step: null, dueOn: null, early: null }],
    ['breast-ultrasound', 'ultrasound-0-3', { state: 'recall', step: 'mammography', dueOn: '2025-03-02', early: null }],
    [
      'breast-ultrasound',
      'ultrasound-4-5',
      { state: 'recall', step: 'breast-pathology', dueOn: '2025-01-31', early: null },
    ],
    ['breast-pathology', 'breast-late', { state: 'confirmed', step: null, dueOn: '2025-01-31', early: false }],
    ['cervical-pathology', 'cin-high', { state: 'confirmed', step: null, dueOn: '2025-04-01', early: true }],
  ] as const)
    assert.deepEqual(standingAfter(nextOf(step, result)!, '2025-01-01'), expected, result)
  assert.equal(nextOf('blood-spot', 'breast-late'), undefined)
})

/** The number of steps until a course ends that takes these results; more than there are choices where it does not. */
function stepsTaken(step: StepId, [choice, ...rest]: readonly number[]): number {
  if (choice === undefined) return 1
  const results = Object.values(steps[step])
  const { next } = results[choice % results.length]!
  return next.kind === 'step' ? 1 + stepsTaken(next.step, rest) : 1
}

test('every course comes to an end, whatever the results', () => {
  const programme = fc.constantFrom(...Object.values(programmes))
  const choices = fc.array(fc.nat({ max: 9 }), { minLength: 8, maxLength: 8 })
  fc.assert(fc.property(programme, choices, ({ first }, taken) => assert.ok(stepsTaken(first, taken) <= 4)))
})

test('a result belongs to one step', () => {
  const codes = Object.values(steps).flatMap((results) => Object.keys(results))
  assert.equal(new Set(codes).size, codes.length)
})
