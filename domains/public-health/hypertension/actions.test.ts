import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { hypertension } from './index.ts'

const village = actors.village()
const township = actors.township(TOWNSHIP)
let county: FamilyDoctorCounty
let [person, patient] = ['', '']

interface Course {
  happened_on: string
  class: string
  step: string
  due_on: string
  followed_on: string | null
}

const visit = (happenedOn: string, systolic: number, diastolic = 80, more: object = {}) =>
  county.act(village, 'hypertension.visit.record', { person, happenedOn, mode: 'clinic', systolic, diastolic, ...more })
const course = () =>
  county.database.query<Course>(
    `select happened_on, class, step, due_on, followed_on from hypertension_visit where person = $1 and voided_at is null order by happened_on`,
    [person],
  )
const standing = async () =>
  (
    await county.database.query<Record<string, unknown>>(
      'select state, last_visit_on, last_class, last_step, due_on, ended_on from hypertension_patient where id = $1',
      [patient],
    )
  )[0]!
const register = (who: string, happenedOn = '2025-01-05') =>
  county.act(village, 'hypertension.patient.register', { person: who, happenedOn, source: 'first-visit' })

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [hypertension])
})
beforeEach(async () => {
  person = await county.enter('1970-05-01')
  patient = (await register(person)).id!
})
after(() => county.close())

describe('registration', () => {
  test('enters the person into the key group, once', async () => {
    const rows = await county.database.query(
      `select happened_on from key_population_membership where person = $1 and "group" = 'hypertension' and source_id = $2`,
      [person, patient],
    )
    assert.equal(rows.length, 1)
    await assert.rejects(register(person), refusal('invalid', 'person'))
  })

  test('is for residents from 35, and first due within three months', async () => {
    await assert.rejects(register(await county.enter('1995-01-01')), refusal('invalid', 'person'))
    assert.equal((await standing())['due_on'], '2025-04-05')
  })

  test('ends with a reason, leaves the group, and can begin again', async () => {
    await visit('2025-03-01', 130)
    const end = (on: string) =>
      county.act(township, 'hypertension.patient.end', { on, endReason: 'moved-away' }, { id: patient })
    await assert.rejects(end('2025-02-01'), refusal('invalid', 'on'))
    await end('2025-05-01')
    await assert.rejects(visit('2025-06-01', 130), refusal('invalid', 'happenedOn'))
    const [member] = await county.database.query<{ ends_on: string }>(
      'select ends_on from key_population_membership where source_id = $1',
      [patient],
    )
    assert.equal(member!.ends_on, '2025-05-01')
    await register(person, '2025-07-01')
  })

  test('a lost patient is found again', async () => {
    await county.act(township, 'hypertension.patient.lose', { on: '2025-06-01' }, { id: patient })
    assert.equal((await standing())['state'], 'lost')
    await county.act(township, 'hypertension.patient.find-again', {}, { id: patient })
    assert.equal((await standing())['state'], 'managed')
  })
})

describe('visits', () => {
  test('unsatisfied, again unsatisfied, satisfied: two weeks, referral, three months', async () => {
    await visit('2025-02-01', 150)
    assert.deepEqual(
      (await course()).map(({ step, due_on }) => [step, due_on]),
      [['adjust', '2025-02-15']],
    )
    await visit('2025-02-12', 152)
    assert.equal((await standing())['last_step'], 'refer')
    await visit('2025-02-25', 132)
    assert.deepEqual(await standing(), {
      state: 'managed',
      last_visit_on: '2025-02-25',
      last_class: 'satisfied',
      last_step: 'routine',
      due_on: '2025-05-25',
      ended_on: null,
    })
  })

  test('a late visit derives what comes after it again', async () => {
    await visit('2025-02-01', 150)
    await visit('2025-03-01', 150)
    assert.equal((await course())[1]!.step, 'refer')
    await visit('2025-02-15', 130)
    assert.deepEqual(
      (await course()).map(({ happened_on, step, followed_on }) => [happened_on, step, followed_on]),
      [
        ['2025-02-01', 'adjust', '2025-02-15'],
        ['2025-02-15', 'routine', '2025-03-01'],
        ['2025-03-01', 'adjust', null],
      ],
    )
  })

  test('correcting and voiding derive again', async () => {
    const { id } = await visit('2025-02-01', 150)
    await visit('2025-03-01', 150)
    await county.act(village, 'hypertension.visit.correct', { systolic: 138 }, { id: id! })
    assert.deepEqual(
      (await course()).map((each) => each.step),
      ['routine', 'adjust'],
    )
    await county.act(village, 'hypertension.visit.correct', { systolic: 158 }, { id: id! })
    await county.act(village, 'hypertension.visit.void', { reason: '录入错误' }, { id: id! })
    assert.deepEqual(
      (await course()).map((each) => each.step),
      ['adjust'],
    )
    assert.equal((await standing())['last_visit_on'], '2025-03-01')
  })

  test('any order of entry gives the same state', async () => {
    const days: [string, number, object][] = [
      ['2025-02-01', 150, {}],
      ['2025-02-10', 155, {}],
      ['2025-02-20', 128, { adverse: 'present' }],
      ['2025-05-02', 130, {}],
      ['2025-08-02', 182, {}],
    ]
    const states: unknown[] = []
    for (const order of [
      [0, 1, 2, 3, 4],
      [4, 3, 2, 1, 0],
      [2, 0, 4, 1, 3],
    ]) {
      person = await county.enter('1970-05-01')
      patient = (await register(person)).id!
      for (const index of order) await visit(days[index]![0], days[index]![1], 80, days[index]![2])
      states.push({ course: await course(), standing: await standing() })
    }
    assert.deepEqual(states[1], states[0])
    assert.deepEqual(states[2], states[0])
    assert.equal((await course()).at(-1)!.step, 'emergency')
  })

  test('says what is wrong: a day twice, pressures the wrong way round or missing, no registration', async () => {
    await visit('2025-02-01', 150)
    await assert.rejects(visit('2025-02-01', 130), refusal('invalid', 'happenedOn'))
    await assert.rejects(visit('2025-02-02', 80, 90), refusal('invalid', 'diastolic'))
    await assert.rejects(visit('2025-01-04', 130), refusal('invalid', 'happenedOn'))
    const input = { person, happenedOn: '2025-03-01', mode: 'home' }
    await assert.rejects(county.act(village, 'hypertension.visit.record', input), refusal('invalid', 'systolic'))
    person = await county.enter('1970-05-01')
    await assert.rejects(visit('2025-02-01', 130), refusal('invalid', 'person'))
  })

  test('fulfils the contract and is a use of the health record; voiding takes both back', async () => {
    await county.act(township, 'health-record.record.open', { person, happenedOn: '2025-01-02' })
    const { id: offer } = await county.act(actors.bureau, 'family-doctor.package.offer', {
      code: `H${String(Date.now()).slice(-6)}`,
      name: '高血压服务包',
      grade: 'basic',
      items: [{ item: 'hypertension-visits', times: 4 }],
      groups: ['hypertension'],
      happenedOn: '2024-12-01',
    })
    const contract = { person, team: county.team, doctor: county.doctor, package: offer, happenedOn: '2025-01-10' }
    await county.act(township, 'family-doctor.contract.sign', contract)
    const { id } = await visit('2025-02-01', 130)
    const rows = (table: string) =>
      county.database.query(`select 1 from ${table} where evidence_id = $1 and voided_at is null`, [id])
    assert.deepEqual([(await rows('family_doctor_delivery')).length, (await rows('health_record_use')).length], [1, 1])
    await county.act(village, 'hypertension.visit.void', { reason: '录入错误' }, { id: id! })
    assert.deepEqual([(await rows('family_doctor_delivery')).length, (await rows('health_record_use')).length], [0, 0])
  })
})

test('screening: three high days make a suspicion, and a day entered late counts', async () => {
  const measure = (who: string, happenedOn: string) =>
    county.act(village, 'hypertension.screening.record', { person: who, happenedOn, systolic: 150, diastolic: 85 })
  await assert.rejects(measure(person, '2025-02-01'), refusal('invalid', 'person'))
  const other = await county.enter('1970-05-01')
  for (const day of ['2025-03-01', '2025-03-20', '2025-03-10']) await measure(other, day)
  const rows = await county.database.query<{ finding: string }>(
    'select finding from hypertension_screening where person = $1 order by happened_on',
    [other],
  )
  assert.deepEqual(
    rows.map((row) => row.finding),
    ['recheck', 'recheck', 'suspected'],
  )
})

test('work falls due: the two-week check, the next visit, the examination', async () => {
  const tasksOf = async (who: string) => {
    const { rows } = await asActor(county.database, county.house, township, (connection) =>
      listTasks(connection, county, hypertension.tasks, { unmasked: true, limit: 1000 }),
    )
    return rows.filter((row) => row.person === who).map((row) => [row.task, row.dueOn, row.overdueDays])
  }
  await visit('2025-12-10', 150)
  assert.deepEqual(await tasksOf(person), [
    ['hypertension.check-due', '2025-12-24', 0],
    ['hypertension.examination-due', '2025-12-31', 0],
  ])
  await visit('2025-12-18', 130)
  assert.deepEqual(await tasksOf(person), [['hypertension.examination-due', '2025-12-31', 0]])
  const late = await county.enter('1970-05-01')
  await register(late, '2025-09-01')
  assert.deepEqual(await tasksOf(late), [
    ['hypertension.visit-due', '2025-12-01', 19],
    ['hypertension.examination-due', '2025-12-31', 0],
  ])
  await county.act(township, 'resident.death.register', { person: late, happenedOn: '2025-12-15', place: 'home' })
  assert.deepEqual(await tasksOf(late), [['hypertension.to-end', '2026-01-14', 0]])
})
