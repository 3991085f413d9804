import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  asksReportUp,
  courseOf,
  firstVisitDue,
  isRegular,
  phaseOn,
  plannedEnd,
  routineDue,
  type Plan,
} from './course.ts'

const plan: Plan = { startedOn: '2025-01-10', kind: 'new', supervisor: 'family' }

/** Source: third edition, 肺结核患者健康管理, 第一次入户随访. */
test('the first visit: 72 hours around the clock; two in vain within them are reported up', () => {
  assert.equal(firstVisitDue('2025-01-31 16:20'), '2025-02-03 16:20')
  const cases: readonly [string[], boolean][] = [
    [[], false],
    [['2025-02-01 09:00'], false],
    [['2025-02-01 09:00', '2025-02-03 16:20'], true],
    [['2025-02-01 09:00', '2025-02-03 16:21'], false],
  ]
  for (const [failed, asked] of cases) assert.equal(asksReportUp('2025-01-31 16:20', failed), asked, failed.join())
})

/** Source: 中国结核病预防控制工作技术规范（2020年版）. */
test('phases and length of treatment', () => {
  assert.equal(phaseOn(plan, '2025-03-09'), 'intensive')
  assert.equal(phaseOn(plan, '2025-03-10'), 'continuation')
  assert.equal(phaseOn({ ...plan, kind: 'retreatment' }, '2025-04-09'), 'intensive')
  assert.deepEqual([plannedEnd(plan), plannedEnd({ ...plan, kind: 'retreatment' })], ['2025-07-10', '2025-10-10'])
})

/** Source: third edition, 督导服药和随访管理. */
test('visits: every ten days in the intensive phase when no health worker looks on, monthly otherwise', () => {
  const cases: readonly [Plan['supervisor'], string, string][] = [
    ['family', '2025-01-20', '2025-01-30'],
    ['volunteer', '2025-01-20', '2025-01-30'],
    ['self', '2025-01-20', '2025-01-30'],
    ['health-worker', '2025-01-20', '2025-02-20'],
    ['family', '2025-03-31', '2025-04-30'],
    ['health-worker', '2025-03-31', '2025-04-30'],
  ]
  for (const [supervisor, on, due] of cases)
    assert.equal(routineDue({ ...plan, supervisor }, on), due, `${supervisor} ${on}`)
})

test('a reaction or complication is referred and followed within two weeks', () => {
  const visit = (on: string, adverse = false, complication = false) => ({
    id: on,
    on,
    adverse,
    complication,
    missedDoses: 0,
  })
  const course = courseOf(plan, [visit('2025-04-01', false, true), visit('2025-02-01', true), visit('2025-02-11')])
  assert.deepEqual(
    course.map(({ step, dueOn, followedOn }) => [step, dueOn, followedOn]),
    [
      ['refer', '2025-02-15', '2025-02-11'],
      ['routine', '2025-02-21', '2025-04-01'],
      ['refer', '2025-04-15', null],
    ],
  )
})

/** Source: third edition, 工作指标: 规则服药 is at least 90 % of the due doses. */
test('regular medication', () => {
  assert.equal(isRegular(180, 162, '2025-07-10'), true)
  assert.equal(isRegular(180, 161, '2025-07-10'), false)
  assert.equal(isRegular(1, 1, '2025-07-10'), true)
})

test('property: the order of entry changes nothing', () => {
  const found = fc.record({
    on: fc.integer({ min: 0, max: 60 }).map((day) => new Date(Date.UTC(2025, 0, 10 + day)).toISOString().slice(0, 10)),
    adverse: fc.boolean(),
    complication: fc.boolean(),
    missedDoses: fc.integer({ min: 0, max: 5 }),
  })
  fc.assert(
    fc.property(fc.array(found, { maxLength: 8 }), (list) => {
      const states = (rows: typeof list) =>
        courseOf(
          plan,
          rows.map((row, index) => ({ ...row, id: String(index) })),
        ).map(({ id: _, ...state }) => state)
      assert.deepEqual(states(list.toReversed()), states(list))
    }),
  )
})
