import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, TOWNSHIP, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { childHealth } from './index.ts'

const village = actors.village()
const township = actors.township(TOWNSHIP)
let county: FamilyDoctorCounty

/** Registers a birth; the child's id. */
async function bear(happenedOn: string, more: object = {}): Promise<string> {
  const { id } = await county.act(township, 'resident.birth.register', {
    ...{ name: '和小宝', sex: 'male', happenedOn, motherName: '和妈妈', division: VILLAGE, deliveredAt: 'hospital' },
    ...{ birthWeight: 3300, gestationalWeeks: 39, ...more },
  })
  const [row] = await county.database.query<{ person: string }>('select person from resident_birth where id = $1', [id])
  return row!.person
}
const register = (person: string, happenedOn: string, more: object = {}) =>
  county.act(village, 'child-health.child.register', { person, happenedOn, ...more })
const visit = (person: string, happenedOn: string, more: object = {}) =>
  county.act(village, 'child-health.newborn-visit.record', { person, happenedOn, feeding: 'exclusive', ...more })
const examine = (person: string, happenedOn: string, more: object = {}) =>
  county.act(township, 'child-health.check-up.record', { person, happenedOn, ...more })
const childOf = async (person: string) =>
  (await county.database.query('select * from child_health_child where person = $1', [person]))[0]!

/** What is kept of a child, without ids, versions and moments. */
async function stateOf(person: string): Promise<unknown> {
  const child = await county.database.query(
    'select high_risk, last_seen_on, next_step, due_on, state from child_health_child where person = $1',
    [person],
  )
  const checkUps = await county.database.query(
    `select happened_on, step, age_months, weight_score, height_score, build_grade, findings, followed_on, anaemia
     from child_health_check_up where person = $1 and voided_at is null order by happened_on`,
    [person],
  )
  const concerns = await county.database.query(
    `select happened_on, findings, referral, due_on, state from child_health_concern where person = $1 and voided_at is null order by happened_on`,
    [person],
  )
  return { child, checkUps, concerns }
}

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth])
})
after(() => county.close())

test('a newborn is registered with the facts of its birth, visited, examined by age', async () => {
  const person = await bear('2025-01-10', { birthWeight: 2400, gestationalWeeks: 36 })
  await register(person, '2025-01-13', { dischargedOn: '2025-01-12' })
  const registered = await childOf(person)
  assert.deepEqual(
    ['birth_weight', 'gestational_weeks', 'mother_name', 'high_risk', 'next_step', 'due_on'].map(
      (name) => registered[name],
    ),
    [2400, 36, '和妈妈', true, 'newborn', '2025-01-15'],
  )
  const group = `select "group", source from key_population_membership where person = $1`
  assert.deepEqual(await county.database.query(group, [person]), [{ group: 'child', source: 'management' }])
  await visit(person, '2025-01-16')
  const [late] = await county.database.query('select timely from child_health_newborn_visit where person = $1', [
    person,
  ])
  assert.equal(late!['timely'], false)
  await examine(person, '2025-02-09', { weight: 3.9, height: 52, feeding: 'exclusive' })
  await examine(person, '2025-07-12', {
    weight: 7.9,
    height: 66.5,
    headCircumference: 43,
    haemoglobin: 104,
    feeding: 'mixed',
  })
  const rows = await county.database.query(
    `select step, age_months, weight_score, weight_grade, build_grade, anaemia, findings, followed_on from child_health_check_up
     where person = $1 order by happened_on`,
    [person],
  )
  // Four weeks early: at one month judged as newly born, at six months as at five.
  assert.deepEqual(rows, [
    {
      ...{ step: 'month-1', age_months: '0.9', weight_score: '0.86', weight_grade: 'normal', build_grade: 'normal' },
      ...{ anaemia: null, findings: [], followed_on: '2025-07-12' },
    },
    {
      ...{ step: 'month-6', age_months: '6.0', weight_score: '-0.20', weight_grade: 'normal', build_grade: 'normal' },
      ...{ anaemia: 'mild', findings: ['faltering', 'anaemia'], followed_on: null },
    },
  ])
  const after = await childOf(person)
  assert.deepEqual(
    [after['next_step'], after['due_on'], after['last_seen_on']],
    ['month-8', '2025-10-10', '2025-07-12'],
  )
  // Born at term after all: no correction any more, and not of high risk by the weeks.
  await county.act(
    village,
    'child-health.child.update',
    { gestationalWeeks: 40, birthWeight: 3000 },
    { id: String(after['id']) },
  )
  const corrected = await county.database.query(
    'select weight_score from child_health_check_up where person = $1 order by happened_on',
    [person],
  )
  assert.deepEqual(
    corrected.map((row) => row['weight_score']),
    ['-1.34', '-0.65'],
  )
  const [timely] = await county.database.query('select timely from child_health_newborn_visit where person = $1', [
    person,
  ])
  assert.equal(timely!['timely'], true)
})

const history: [string, object][] = [
  ['2023-04-12', { weight: 6.9, height: 62.4, feeding: 'exclusive' }],
  ['2023-07-12', { weight: 7.2, height: 67, haemoglobin: 101, warningSigns: ['month-6-2'] }],
  ['2024-01-15', { weight: 9.9, height: 76, warningSigns: [] }],
  ['2024-07-15', { weight: 8.9, height: 79, haemoglobin: 88 }],
  ['2025-01-15', { weight: 12.2, height: 86.8, cariousTeeth: 2 }],
]

test('any order of entry gives the same state, and so does what is voided', async () => {
  const orders = [
    [0, 1, 2, 3, 4],
    [4, 3, 2, 1, 0],
    [2, 4, 0, 3, 1],
  ]
  const states: unknown[] = []
  for (const order of orders) {
    const person = await bear('2023-01-12')
    await register(person, '2023-02-20')
    for (const index of order) await examine(person, ...history[index]!)
    // One that never was: entered and taken back.
    const { id } = await examine(person, '2024-04-15', { weight: 12.5 })
    await county.act(township, 'child-health.check-up.void', { reason: '录入错误' }, { id: id! })
    states.push(await stateOf(person))
  }
  assert.deepEqual(states[1], states[0])
  assert.deepEqual(states[2], states[0])
  const { concerns } = states[0] as { concerns: Record<string, unknown>[] }
  assert.deepEqual(concerns, [
    {
      ...{ happened_on: '2023-07-12', findings: ['faltering', 'anaemia', 'development'], referral: true },
      ...{ due_on: '2023-07-26', state: 'open' },
    },
    {
      ...{ happened_on: '2024-07-15', findings: ['underweight', 'wasting', 'faltering', 'anaemia'], referral: true },
      ...{ due_on: '2024-07-29', state: 'open' },
    },
    { happened_on: '2025-01-15', findings: ['teeth'], referral: true, due_on: '2025-01-29', state: 'open' },
  ])
})

test('a child with findings is followed up until closed', async () => {
  const person = await bear('2024-11-01')
  await register(person, '2024-11-03')
  await examine(person, '2025-11-05', { weight: 8.1, height: 72, haemoglobin: 108 })
  const concern = async () =>
    (await county.database.query('select * from child_health_concern where person = $1', [person]))[0]!
  const found = await concern()
  assert.deepEqual(
    [found['findings'], found['referral'], found['due_on']],
    [['underweight', 'anaemia'], false, '2025-12-05'],
  )
  const follow = (on: string, outcome: string) =>
    county.act(village, 'child-health.concern.follow-up', { on, outcome }, { id: String(found['id']) })
  await assert.rejects(follow('2025-11-01', 'improved'), refusal('invalid', 'on'))
  await follow('2025-12-01', 'improved')
  assert.deepEqual([(await concern())['state'], (await concern())['due_on']], ['open', '2026-01-01'])
  await follow('2025-12-20', 'recovered')
  const closed = await concern()
  assert.deepEqual(
    ['state', 'first_followed_on', 'last_followed_on', 'closed_on', 'outcome'].map((name) => closed[name]),
    ['closed', '2025-12-01', '2025-12-20', '2025-12-20', 'recovered'],
  )
  await assert.rejects(follow('2025-12-20', 'recovered'), refusal('conflict'))
})

test('what is refused', async () => {
  const person = await bear('2025-03-01')
  await assert.rejects(visit(person, '2025-03-05'), refusal('invalid', 'person'))
  await register(person, '2025-03-04')
  await assert.rejects(register(person, '2025-03-05'), refusal('invalid', 'person'))
  await assert.rejects(visit(person, '2025-04-10'), refusal('invalid', 'happenedOn'))
  await assert.rejects(examine(person, '2025-04-01'), refusal('invalid', 'weight'))
  await assert.rejects(examine(person, '2025-02-28', { weight: 4 }), refusal('invalid', 'happenedOn'))
  await examine(person, '2025-06-02', { weight: 6.2 })
  await assert.rejects(examine(person, '2025-06-02', { weight: 6.2 }), refusal('invalid', 'happenedOn'))
  const signs = { weight: 7, warningSigns: ['month-12-1'] }
  await assert.rejects(examine(person, '2025-09-02', signs), refusal('invalid', 'warningSigns'))
  await assert.rejects(examine(person, '2025-09-02', { weight: 7, visionLeft: 0.6 }), refusal('invalid', 'visionRight'))
  await assert.rejects(examine(person, '2025-09-02', { weight: 7, visionLeft: 0.55 }), refusal('invalid', 'visionLeft'))
  const older = await county.enter('2018-01-01')
  await assert.rejects(register(older, '2025-03-05'), refusal('invalid', 'person'))
})

test('work falls due: registration, the home visit, check-ups, follow-up, the end', async () => {
  const due = async (person: string) => {
    const { rows } = await asActor(county.database, county.house, township, (connection) =>
      listTasks(connection, county, childHealth.tasks, { unmasked: true, limit: 1000, within: 90 }),
    )
    return rows.filter((row) => row.person === person).map((row) => [row.task, row.dueOn])
  }
  const newborn = await bear('2025-12-12')
  assert.deepEqual(await due(newborn), [['child-health.to-register', '2025-12-22']])
  await register(newborn, '2025-12-15')
  assert.deepEqual(await due(newborn), [['child-health.newborn-visit-due', '2025-12-22']])
  await visit(newborn, '2025-12-18', { hearingScreening: 'failed' })
  assert.deepEqual(await due(newborn), [
    ['child-health.concern-due', '2026-01-01'],
    ['child-health.check-up-due', '2026-01-27'],
  ])
  const older = await county.enter('2018-12-10')
  await register(older, '2024-05-01')
  await examine(older, '2024-12-12', { weight: 21, height: 117 })
  assert.deepEqual(await due(older), [['child-health.to-end', '2026-01-09']])
  const [row] = await county.database.query('select id from child_health_child where person = $1', [older])
  await county.act(village, 'child-health.child.end', { endReason: 'seventh-birthday' }, { id: String(row!['id']) })
  assert.deepEqual(await due(older), [])
})
