import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { courseOf, firstDue, type VisitFindings, type VisitStanding } from './course.ts'

const visit = (on: string, found: Partial<VisitFindings> = {}): VisitFindings => ({
  id: on,
  on,
  atGoal: true,
  emergency: false,
  adverse: 'none',
  complication: false,
  referralOpen: false,
  agreedOn: null,
  ...found,
})
const off = { atGoal: false } as const
type Row = readonly [title: string, visits: VisitFindings[], last: Partial<VisitStanding>]

/** Source: 国家基本公共卫生服务规范（第三版）, 高血压 and 2型糖尿病患者健康管理, 服务流程图. */
const rows: readonly Row[] = [
  [
    'at the goal: again in three months',
    [visit('2025-01-10')],
    { class: 'satisfied', step: 'routine', dueOn: '2025-04-10' },
  ],
  ['three months from the end of a month', [visit('2024-11-30')], { dueOn: '2025-02-28' }],
  [
    'first time off the goal: adjust, two weeks',
    [visit('2025-01-10', off)],
    { class: 'unsatisfied', step: 'adjust', dueOn: '2025-01-24' },
  ],
  [
    'second time in a row: refer, two weeks',
    [visit('2025-01-10', off), visit('2025-01-20', off)],
    { step: 'refer', unsatisfiedInRow: 2, dueOn: '2025-02-03' },
  ],
  [
    'a satisfied visit between starts again',
    [visit('2025-01-10', off), visit('2025-01-20'), visit('2025-04-20', off)],
    { step: 'adjust', unsatisfiedInRow: 1 },
  ],
  [
    'a check without measurement keeps the count',
    [visit('2025-01-10', off), visit('2025-01-20', { atGoal: null }), visit('2025-04-20', off)],
    { step: 'refer', unsatisfiedInRow: 2 },
  ],
  [
    'first adverse reaction: adjust',
    [visit('2025-01-10', { adverse: 'present' })],
    { class: 'adverse-reaction', step: 'adjust' },
  ],
  [
    'second adverse reaction in a row: refer',
    [visit('2025-01-10', { adverse: 'present' }), visit('2025-01-20', { adverse: 'present' })],
    { step: 'refer' },
  ],
  [
    'a reaction after an unsatisfied visit is a first one',
    [visit('2025-01-10', off), visit('2025-01-20', { adverse: 'present' })],
    { step: 'adjust' },
  ],
  ['a reaction hard to control: refer', [visit('2025-01-10', { adverse: 'hard-to-control' })], { step: 'refer' }],
  [
    'a new complication: refer, even at the goal',
    [visit('2025-01-10', { complication: true })],
    { class: 'complication', step: 'refer' },
  ],
  [
    'an emergency sign before everything',
    [visit('2025-01-10', { emergency: true, complication: true })],
    { step: 'emergency', dueOn: '2025-01-24' },
  ],
  [
    'an emergency off the goal counts for the next',
    [visit('2025-01-10', { ...off, emergency: true }), visit('2025-01-20', off)],
    { step: 'refer' },
  ],
  [
    'a referral that was followed',
    [visit('2025-01-10', { atGoal: null })],
    { class: 'not-measured', step: 'routine', dueOn: '2025-04-10' },
  ],
  [
    'a referral that was not followed',
    [visit('2025-01-10', { atGoal: null, referralOpen: true })],
    { step: 'adjust', dueOn: '2025-01-24' },
  ],
  ['an earlier day agreed', [visit('2025-01-10', { agreedOn: '2025-02-10' })], { dueOn: '2025-02-10' }],
  [
    'a later day agreed does not loosen the norm',
    [visit('2025-01-10', { ...off, agreedOn: '2025-03-10' })],
    { dueOn: '2025-01-24' },
  ],
]

describe('the course of follow-up', () => {
  for (const [title, visits, last] of rows)
    test(title, () => {
      const standing = courseOf(visits).at(-1)! as unknown as Record<string, unknown>
      for (const [name, value] of Object.entries(last)) assert.equal(standing[name], value, name)
    })

  test('every visit knows the day of the next', () => {
    const course = courseOf([visit('2025-04-10'), visit('2025-01-10'), visit('2025-02-10')])
    assert.deepEqual(
      course.map((each) => each.followedOn),
      ['2025-02-10', '2025-04-10', null],
    )
  })

  test('a registered patient is seen within three months', () => assert.equal(firstDue('2025-01-10'), '2025-04-10'))
})

const findings = fc.record({
  on: fc.integer({ min: 0, max: 60 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)),
  atGoal: fc.constantFrom(true, false, null),
  emergency: fc.boolean(),
  adverse: fc.constantFrom('none' as const, 'present' as const, 'hard-to-control' as const),
  complication: fc.boolean(),
  referralOpen: fc.boolean(),
  agreedOn: fc.constantFrom(null, '2025-02-01'),
})

test('property: the same visits in any order of entry give the same course', () => {
  fc.assert(
    fc.property(
      fc.array(findings, { maxLength: 8 }).chain((found) => {
        const visits = found.map((each, index) => ({ ...each, id: String(index) }))
        return fc.tuple(fc.constant(visits), fc.shuffledSubarray(visits, { minLength: visits.length }))
      }),
      ([visits, shuffled]) => assert.deepEqual(courseOf(shuffled), courseOf(visits)),
    ),
  )
})

test('property: identifiers given in another order change no state', () => {
  const states = (visits: VisitFindings[]) => courseOf(visits).map(({ id: _, ...state }) => state)
  fc.assert(
    fc.property(fc.array(findings, { maxLength: 8 }), (found) => {
      const forwards = found.map((each, index) => ({ ...each, id: String(index) }))
      const backwards = found.map((each, index) => ({ ...each, id: String(99 - index) }))
      assert.deepEqual(states(forwards), states(backwards))
    }),
  )
})
