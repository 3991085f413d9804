import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { courseOf, nextVisitOn, type Stay, type VisitFindings, type VisitStanding } from './course.ts'
import { classOf, riskOf, type Condition } from './risk.ts'
import { subsidyFor, type Guardianship } from './subsidy.ts'

/** Source: third edition, 严重精神障碍患者管理, 危险性评估. */
const grades: readonly [string[], number][] = [
  [[], 0],
  [['threats'], 1],
  [['smashing-at-home'], 2],
  [['threats', 'smashing-at-home'], 2],
  [['smashing-anywhere'], 3],
  [['smashing-on'], 4],
  [['self-harm', 'threats'], 4],
  [['armed'], 5],
  [['arson', 'self-harm'], 5],
]
test('the grade of a contact is that of the gravest behaviour', () => {
  for (const [seen, grade] of grades) assert.equal(riskOf(seen, '2025-03-01'), grade, seen.join())
})

const well: Condition = {
  risk: 0,
  symptomState: 'gone',
  insight: 'full',
  socialFunction: 'good',
  reaction: 'none',
  somatic: 'none',
}
/** Source: third edition, 严重精神障碍患者管理, 分类干预. */
const classes: readonly [Partial<Condition>, string][] = [
  [{}, 'stable'],
  [{ socialFunction: 'fair' }, 'stable'],
  [{ reaction: 'present', somatic: 'stable' }, 'stable'],
  [{ risk: 1 }, 'basically-stable'],
  [{ risk: 2 }, 'basically-stable'],
  [{ symptomState: 'some' }, 'basically-stable'],
  [{ insight: 'partial' }, 'basically-stable'],
  [{ socialFunction: 'poor' }, 'basically-stable'],
  [{ risk: 3 }, 'unstable'],
  [{ risk: 5 }, 'unstable'],
  [{ symptomState: 'marked' }, 'unstable'],
  [{ insight: 'none' }, 'unstable'],
  [{ reaction: 'severe' }, 'unstable'],
  [{ somatic: 'severe' }, 'unstable'],
]
test('the class of a contact', () => {
  for (const [found, expected] of classes) assert.equal(classOf({ ...well, ...found }), expected, JSON.stringify(found))
})

const visit = (on: string, found: Partial<VisitFindings> = {}): VisitFindings => {
  const { risk: _, ...calm } = well
  return { ...calm, id: on, on, behaviours: [], effect: 'same', agreedOn: null, ...found }
}
const poor = { symptomState: 'some' } as const
const grave = { behaviours: ['smashing-anywhere'] }
type Row = readonly [title: string, visits: VisitFindings[], last: Partial<VisitStanding>, stays?: Stay[]]

/** Source: third edition, 分类干预 and 服务流程图. */
const rows: readonly Row[] = [
  ['stable: three months', [visit('2025-01-10')], { class: 'stable', step: 'routine', dueOn: '2025-04-10' }],
  [
    'basically stable for the first time: treat, two weeks',
    [visit('2025-01-10', poor)],
    { class: 'basically-stable', step: 'adjust', dueOn: '2025-01-24' },
  ],
  [
    'better after two weeks: keep the treatment, three months',
    [visit('2025-01-10', poor), visit('2025-01-24', { ...poor, effect: 'better' })],
    { class: 'basically-stable', step: 'routine', dueOn: '2025-04-24' },
  ],
  [
    'stable after two weeks: three months',
    [visit('2025-01-10', poor), visit('2025-01-24')],
    { class: 'stable', step: 'routine', dueOn: '2025-04-24' },
  ],
  [
    'not better after two weeks: a specialist, one month',
    [visit('2025-01-10', poor), visit('2025-01-24', poor)],
    { step: 'guidance', dueOn: '2025-02-24' },
  ],
  [
    'not better under guidance: guidance again',
    [visit('2025-01-10', poor), visit('2025-01-24', poor), visit('2025-02-24', { ...poor, effect: 'worse' })],
    { step: 'guidance', dueOn: '2025-03-24' },
  ],
  [
    'the treatment was kept and nothing became worse: three months',
    [visit('2025-01-10', poor), visit('2025-01-24', { ...poor, effect: 'better' }), visit('2025-04-20', poor)],
    { step: 'routine', dueOn: '2025-07-20' },
  ],
  [
    'the treatment was kept and it became worse: treat again',
    [
      visit('2025-01-10', poor),
      visit('2025-01-24', { ...poor, effect: 'better' }),
      visit('2025-04-20', { ...poor, effect: 'worse' }),
    ],
    { step: 'adjust', dueOn: '2025-05-04' },
  ],
  [
    'unstable: refer, two weeks',
    [visit('2025-01-10', grave)],
    { risk: 3, class: 'unstable', step: 'refer', dueOn: '2025-01-24' },
  ],
  [
    'basically stable after a referral: treat, two weeks',
    [visit('2025-01-10', grave), visit('2025-01-20', poor)],
    { step: 'adjust', dueOn: '2025-02-03' },
  ],
  ['an earlier day agreed', [visit('2025-01-10', { agreedOn: '2025-02-10' })], { dueOn: '2025-02-10' }],
  [
    'a later day agreed loosens nothing',
    [visit('2025-01-10', { ...grave, agreedOn: '2025-03-10' })],
    { dueOn: '2025-01-24' },
  ],
  [
    'an admission follows the visit that asked for it',
    [visit('2025-01-10', grave)],
    { followedOn: '2025-01-12' },
    [{ from: '2025-01-12', to: null }],
  ],
]
describe('the course of follow-up', () => {
  for (const [title, visits, last, stays = []] of rows)
    test(title, () => {
      const standing = courseOf(visits, stays).at(-1)! as unknown as Record<string, unknown>
      for (const [name, value] of Object.entries(last)) assert.equal(standing[name], value, name)
    })
})

test('when the patient is to be seen next', () => {
  const visits = [visit('2025-01-10')]
  const next = (stays: Stay[], emergencies: string[], seen = visits) =>
    nextVisitOn('2025-01-01', courseOf(seen, stays), seen.at(-1)?.on ?? null, { stays, emergencies })
  assert.equal(next([], [], []), '2025-01-15', 'newly managed')
  assert.equal(next([], []), '2025-04-10', 'as the visit asks')
  assert.equal(next([], ['2025-02-03']), '2025-02-17', 'two weeks after an emergency')
  assert.equal(next([], ['2025-01-08']), '2025-04-10', 'an emergency that was followed')
  assert.equal(next([{ from: '2025-01-12', to: null }], []), null, 'in hospital')
  assert.equal(next([{ from: '2025-01-12', to: '2025-06-01' }], []), '2025-06-15', 'two weeks after discharge')
  assert.equal(next([{ from: '2024-11-12', to: '2025-01-03' }], []), '2025-04-10', 'a discharge that was followed')
})

const findings = fc.record({
  on: fc.integer({ min: 0, max: 90 }).map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)),
  behaviours: fc.subarray(['threats', 'smashing-anywhere', 'armed']),
  symptomState: fc.constantFrom('gone' as const, 'some' as const, 'marked' as const),
  insight: fc.constantFrom('full' as const, 'partial' as const, 'none' as const),
  socialFunction: fc.constantFrom('good' as const, 'poor' as const),
  reaction: fc.constantFrom('none' as const, 'severe' as const),
  somatic: fc.constantFrom('none' as const, 'severe' as const),
  effect: fc.constantFrom('better' as const, 'same' as const, 'worse' as const),
  agreedOn: fc.constantFrom(null, '2025-02-01'),
})

test('property: the same visits in any order of entry, under any identifiers, give the same course', () => {
  const states = (visits: VisitFindings[]) =>
    courseOf(visits, [{ from: '2025-02-10', to: null }]).map(({ id: _, ...state }) => state)
  fc.assert(
    fc.property(
      fc
        .array(findings, { maxLength: 8 })
        .chain((found) => fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length }))),
      ([found, shuffled]) => {
        const named = (list: typeof found) => list.map((each, index) => ({ ...each, id: String(index) }))
        assert.deepEqual(states(named(shuffled)), states(named(found)))
      },
    ),
  )
})

/** Local rule: what a guardian is paid for a year. */
test('the guardian’s subsidy', () => {
  const whole: Guardianship = {
    guardian: '和测试',
    agreedOn: '2025-03-01',
    managedFrom: '2024-01-01',
    visits: [{ on: '2024-02-01', risk: 3, incidents: 0 }],
  }
  const cases: readonly [Partial<Guardianship>, number | string][] = [
    [{}, 2400],
    [{ guardian: null }, 'no-guardian'],
    [{ agreedOn: null }, 'no-agreement'],
    [{ agreedOn: '2026-01-01' }, 'no-agreement'],
    [{ managedFrom: null }, 'not-managed'],
    [{ visits: [{ on: '2025-02-01', risk: 2, incidents: 0 }] }, 'no-high-risk'],
    [{ visits: [{ on: '2020-12-31', risk: 5, incidents: 0 }] }, 'no-high-risk'],
    [{ visits: [{ on: '2025-02-01', risk: 3, incidents: 1 }] }, 'incident'],
    [{ visits: [{ on: '2024-02-01', risk: 3, incidents: 2 }] }, 2400],
  ]
  for (const [given, expected] of cases) {
    const due = subsidyFor(2025, { ...whole, ...given })
    assert.equal('amount' in due ? due.amount : due.refused, expected, JSON.stringify(given))
  }
})
