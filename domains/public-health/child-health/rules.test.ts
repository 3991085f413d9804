import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { nextStepOf, standingsOf, type ChildCourse, type CourseCheckUp } from './course.ts'
import { anaemiaOf, asksReferral, closes, findingsOf, isVisionLow, nextFollowUp } from './findings.ts'
import { checkUpAt, checkUpDue, isHighRisk, newbornVisitDue } from './schedule.ts'
import { ageOfSign, hasWarningSigns, warningSigns } from './warning-signs.ts'

test('a check-up belongs to the age it was made at', () => {
  const ages: [number, string | undefined][] = [
    [0.5, undefined],
    [0.95, 'month-1'],
    [1.9, 'month-1'],
    [3, 'month-3'],
    [6, 'month-6'],
    [7.4, 'month-6'],
    [8, 'month-8'],
    [12, 'month-12'],
    [20, 'month-18'],
    [36, 'month-36'],
    [48, 'year-4'],
    [60, 'year-5'],
    [72, 'year-6'],
    [83.9, 'year-6'],
  ]
  for (const [months, id] of ages) assert.equal(checkUpAt(months), id, String(months))
  assert.equal(checkUpDue('2025-01-31', 'month-1'), '2025-03-15')
  assert.equal(checkUpDue('2024-02-29', 'month-12'), '2025-03-30')
})

test('a newborn is visited within a week of discharge, one of high risk within three days', () => {
  assert.equal(newbornVisitDue('2025-05-01', '2025-05-04', false), '2025-05-11')
  assert.equal(newbornVisitDue('2025-05-01', '2025-05-04', true), '2025-05-07')
  assert.equal(newbornVisitDue('2025-05-01', null, false), '2025-05-11')
  const healthy = { birthWeight: 3200, gestationalWeeks: 39, plurality: 1, riskFactors: [] }
  const risks: [object, boolean][] = [
    [{}, false],
    [{ birthWeight: 2499 }, true],
    [{ birthWeight: 2500, gestationalWeeks: 37 }, false],
    [{ gestationalWeeks: 36 }, true],
    [{ plurality: 2 }, true],
    [{ riskFactors: ['asphyxia'] }, true],
    [{ birthWeight: null, gestationalWeeks: null }, false],
  ]
  for (const [more, high] of risks) assert.equal(isHighRisk({ ...healthy, ...more }), high, JSON.stringify(more))
})

test('anaemia by haemoglobin', () => {
  const values: [number, string][] = [
    [110, 'none'],
    [109, 'mild'],
    [90, 'mild'],
    [89, 'moderate'],
    [60, 'moderate'],
    [59, 'severe'],
  ]
  for (const [haemoglobin, grade] of values) assert.equal(anaemiaOf(haemoglobin, '2025-01-01'), grade)
})

test('vision by age, and the two eyes beside each other', () => {
  const cases: [number, number, number, boolean][] = [
    [0.6, 0.6, 4, false],
    [0.5, 0.6, 4, true],
    [0.6, 0.8, 5, true],
    [0.8, 0.8, 5, false],
    [0.8, 1, 6, false],
    [0.8, 1.2, 6, true],
  ]
  for (const [left, right, years, low] of cases) assert.equal(isVisionLow(left, right, years), low, `${left} ${right}`)
})

test('findings of a check-up, what the norm refers, and when it is looked after', () => {
  const healthy = {
    ...({ weightGrade: 'normal', heightGrade: 'normal', buildGrade: 'normal', faltering: false } as const),
    ...{ haemoglobin: 120, warningSigns: [], visionLow: false, hearing: 'passed', cariousTeeth: 0, abnormal: null },
  }
  const of = (more: object) => findingsOf({ ...healthy, ...more }, '2025-01-01')
  assert.deepEqual(of({}), [])
  assert.deepEqual(of({ weightGrade: 'underweight', heightGrade: 'stunted', buildGrade: 'wasted' }), [
    ...['underweight', 'stunting', 'wasting'],
  ])
  assert.deepEqual(of({ buildGrade: 'overweight' }), [])
  assert.deepEqual(of({ buildGrade: 'obese', faltering: true, haemoglobin: 109 }), ['obesity', 'faltering', 'anaemia'])
  assert.deepEqual(
    of({ warningSigns: ['month-3-1'], visionLow: true, hearing: 'failed', cariousTeeth: 1, abnormal: '心脏杂音' }),
    [...['development', 'vision', 'hearing', 'teeth', 'other']],
  )
  assert.equal(asksReferral(['underweight', 'anaemia'], false), false)
  assert.equal(asksReferral(['anaemia'], true), true)
  assert.equal(asksReferral(['obesity', 'teeth'], false), true)
  assert.equal(nextFollowUp('2025-01-31', true), '2025-02-14')
  assert.equal(nextFollowUp('2025-01-31', false), '2025-02-28')
  assert.deepEqual((['recovered', 'improved', 'unchanged', 'diagnosed', 'excluded', 'not-gone'] as const).map(closes), [
    ...[true, false, false, true, true, false],
  ])
})

test('four warning signs for each age from three months', () => {
  assert.equal(Object.keys(warningSigns).length, 44)
  assert.equal(ageOfSign('month-12-3'), 'month-12')
  assert.equal(hasWarningSigns('month-1'), false)
  assert.equal(hasWarningSigns('month-3'), true)
})

const course = (more: Partial<ChildCourse> = {}): ChildCourse => ({
  ...{ birth: '2024-03-10', registeredOn: '2024-03-15', dischargedOn: '2024-03-13', highRisk: false },
  ...{ newbornVisits: [], checkUps: [] },
  ...more,
})

test('the next step of a child', () => {
  const cases: [Partial<ChildCourse>, string | null, string | null][] = [
    [{}, 'newborn', '2024-03-20'],
    [{ highRisk: true }, 'newborn', '2024-03-16'],
    [{ newbornVisits: ['2024-03-18'] }, 'month-1', '2024-04-25'],
    [{ checkUps: ['2024-04-09'] }, 'month-3', '2024-07-10'],
    // A check-up that was missed is not asked for any more.
    [{ checkUps: ['2024-09-12'] }, 'month-8', '2024-12-10'],
    [{ registeredOn: '2026-01-05' }, 'month-24', '2026-05-09'],
    [{ checkUps: ['2029-03-10'] }, 'year-6', '2030-06-08'],
    [{ checkUps: ['2030-03-12', '2029-03-10'] }, null, null],
    [{ registeredOn: '2031-03-10' }, null, null],
  ]
  for (const [more, nextStep, dueOn] of cases)
    assert.deepEqual(nextStepOf(course(more)), { nextStep, dueOn }, JSON.stringify(more))
})

test('growth faltering: the score of weight fell by one deviation since the check-up before', () => {
  const at = (id: string, on: string, weightScore: number | null, measured = true): CourseCheckUp => ({
    ...{ id, on, weightScore, measured },
  })
  assert.deepEqual(
    standingsOf([at('c', '2025-06-01', -1.2), at('a', '2025-01-01', 0.3), at('b', '2025-03-01', null, false)]),
    [
      { id: 'a', followedOn: '2025-06-01', faltering: false },
      { id: 'b', followedOn: '2025-06-01', faltering: false },
      { id: 'c', followedOn: null, faltering: true },
    ],
  )
})

test('the same check-ups give the same standings and the same next step in any order', () => {
  const one = fc.record({
    offset: fc.integer({ min: 20, max: 2500 }),
    weightScore: fc.option(fc.integer({ min: -40, max: 40 })),
    measured: fc.boolean(),
  })
  const lists = fc
    .uniqueArray(one, { selector: ({ offset }) => offset, maxLength: 12 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
  fc.assert(
    fc.property(lists, (orders) => {
      const [inOrder, shuffled] = orders.map((list) =>
        list.map(({ offset, weightScore, measured }): CourseCheckUp => ({
          id: String(offset),
          on: addDays('2019-01-31', offset),
          weightScore: weightScore === null ? null : weightScore / 10,
          measured,
        })),
      )
      assert.deepEqual(standingsOf(shuffled!), standingsOf(inOrder!))
      const days = (rows: CourseCheckUp[]) => course({ birth: '2019-01-31', checkUps: rows.map(({ on }) => on) })
      assert.deepEqual(nextStepOf(days(shuffled!)), nextStepOf(days(inOrder!)))
    }),
  )
})
