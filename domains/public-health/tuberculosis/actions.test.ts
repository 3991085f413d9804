import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { TOWNSHIP } from '../family-doctor/testing.ts'
import { tuberculosis } from './index.ts'
import { openTuberculosisCounty, type TuberculosisCounty } from './testing.ts'

const township = actors.township(TOWNSHIP)
let county: TuberculosisCounty
let [person, patient] = ['', '']

const act = (action: string, input: object, id = patient) =>
  county.act(township, `tuberculosis.${action}`, input, { id })
const rowsOf = (table: string) =>
  county.database.query<Record<string, unknown>>(
    `select * from tuberculosis_${table} where person = $1 and voided_at is null order by happened_on`,
    [person],
  )
const standing = async () => (await rowsOf('patient'))[0]!

before(async () => {
  county = await openTuberculosisCounty('2025-12-20')
})
beforeEach(async () => {
  person = await county.enter('1980-01-01')
  patient = await county.notify(person, '2025-01-10')
})
after(() => county.close())

describe('the notice and the first visit', () => {
  test('in time, with the key group; and late', async () => {
    await county.firstVisit(patient, '2025-01-13')
    const { state, first_visit_in_time, due_on, planned_end_on } = await standing()
    assert.deepEqual(
      [state, first_visit_in_time, due_on, planned_end_on],
      ['managed', true, '2025-01-23', '2025-07-10'],
    )
    const group = await county.database.query(
      `select 1 from key_population_membership where person = $1 and "group" = 'tuberculosis' and ends_on is null`,
      [person],
    )
    assert.equal(group.length, 1)
    person = await county.enter('1980-01-01')
    await county.firstVisit(await county.notify(person, '2025-01-10'), '2025-01-13', { time: '16:21' })
    assert.equal((await standing())['first_visit_in_time'], false)
  })

  test('two visits in vain within 72 hours are reported up', async () => {
    const fail = (on: string, time: string) => act('patient.fail-visit', { on, time })
    await fail('2025-01-11', '09:00')
    await assert.rejects(act('patient.report-up', { on: '2025-01-12' }), refusal('invalid', 'on'))
    await assert.rejects(fail('2025-01-11', '09:00'), refusal('invalid', 'time'))
    await fail('2025-01-12', '09:00')
    await act('patient.report-up', { on: '2025-01-12' })
    assert.equal((await standing())['reported_up_on'], '2025-01-12')
    await assert.rejects(fail('2025-01-10', '09:00'), refusal('invalid', 'time'))
  })

  test('is linked to the report card of the same person and disease', async () => {
    const other = await county.enter('1980-01-01')
    const card = await county.act(township, 'communicable-disease.case.report', {
      person: other,
      disease: 'tuberculosis',
      subtype: 'tb-positive',
      category: 'confirmed',
      onsetOn: '2025-11-01',
      diagnosedOn: '2025-11-20',
      diagnosedTime: '09:00',
      group: 'farmer',
      origin: 'county',
      address: '一组3号',
    })
    person = other
    await county.notify(other, '2025-11-21')
    assert.equal((await standing())['notifiable_case'], card.id)
  })

  test('one treatment at a time', async () => {
    await assert.rejects(county.notify(person, '2025-02-10'), refusal('invalid', 'person'))
    await assert.rejects(county.visit(person, '2025-02-10'), refusal('invalid', 'person'))
  })
})

describe('visits', () => {
  beforeEach(() => county.firstVisit(patient, '2025-01-12'))

  test('every ten days, monthly from the third month, two weeks after a referral; entered late, corrected, voided', async () => {
    await county.visit(person, '2025-03-20', { missedDoses: 2 })
    assert.deepEqual([(await standing())['due_on'], (await standing())['missed_doses']], ['2025-04-20', 2])
    await assert.rejects(county.visit(person, '2025-01-22', { adverse: true }), refusal('invalid', 'referredTo'))
    const late = await county.visit(person, '2025-01-22', { adverse: true, referredTo: '县人民医院', missedDoses: 1 })
    assert.deepEqual(
      (await rowsOf('visit')).map((row) => [row['phase'], row['step'], row['due_on'], row['followed_on']]),
      [
        ['intensive', 'refer', '2025-02-05', '2025-03-20'],
        ['continuation', 'routine', '2025-04-20', null],
      ],
    )
    await act('visit.correct', { adverse: false }, late)
    assert.equal((await rowsOf('visit'))[0]!['due_on'], '2025-02-01')
    await act('visit.void', { reason: '录入错误' }, late)
    assert.equal((await standing())['missed_doses'], 2)
    await assert.rejects(county.visit(person, '2025-03-20'), refusal('invalid', 'happenedOn'))
  })

  test('a health worker looks on: monthly from then on', async () => {
    await county.visit(person, '2025-01-22')
    await act('patient.change-supervisor', { supervisor: 'health-worker' })
    assert.equal((await standing())['due_on'], '2025-02-22')
  })

  test('closing: the outcome fits the case, and the doses make the treatment regular or not', async () => {
    const close = (input: object) =>
      act('patient.close', { on: '2025-07-10', dosesDue: 180, dosesTaken: 162, ...input })
    await assert.rejects(close({ outcome: 'completed', on: '2025-05-01' }), refusal('invalid', 'on'))
    await assert.rejects(close({ outcome: 'failed', on: '2025-06-09' }), refusal('invalid', 'on'))
    await assert.rejects(close({ outcome: 'cured', dosesTaken: 181 }), refusal('invalid', 'dosesTaken'))
    await assert.rejects(close({ outcome: 'cured', dosesDue: undefined }), refusal('invalid', 'dosesDue'))
    await close({ outcome: 'cured' })
    assert.deepEqual([(await standing())['regular'], (await standing())['due_on']], [true, null])
    person = await county.enter('1980-01-01')
    patient = await county.notify(person, '2025-01-10', { bacteriology: 'negative' })
    await assert.rejects(close({ outcome: 'cured' }), refusal('invalid', 'outcome'))
    await assert.rejects(close({ outcome: 'completed' }), refusal('invalid', 'outcome'))
    await act('patient.close', { on: '2025-03-01', outcome: 'died' })
    assert.equal((await standing())['regular'], null)
  })
})

test('a suspect is followed, with the day of arrival when seen', async () => {
  const { id } = await county.act(township, 'tuberculosis.suspect.refer', {
    person,
    happenedOn: '2025-12-01',
    symptoms: ['cough'],
    referredTo: '县人民医院',
  })
  const follow = (input: object) => act('suspect.follow', { on: '2025-12-06', ...input }, id!)
  await assert.rejects(follow({ result: 'excluded' }), refusal('invalid', 'arrivedOn'))
  await assert.rejects(follow({ result: 'not-gone', arrivedOn: '2025-12-03' }), refusal('invalid', 'arrivedOn'))
  await follow({ result: 'excluded', arrivedOn: '2025-12-03' })
})

test('work falls due', async () => {
  const tasksOf = async () => {
    const { rows } = await asActor(county.database, county.house, township, (connection) =>
      listTasks(connection, county, tuberculosis.tasks, { unmasked: true, limit: 1000 }),
    )
    return rows.filter((row) => row.person === person).map((row) => [row.task.replace('tuberculosis.', ''), row.dueOn])
  }
  for (const time of ['09:00', '10:00']) await act('patient.fail-visit', { on: '2025-01-11', time })
  assert.deepEqual((await tasksOf()).sort(), [
    ['first-visit-due', '2025-01-13'],
    ['report-up-due', '2025-01-13'],
  ])
  await county.firstVisit(patient, '2025-01-12')
  assert.deepEqual((await tasksOf()).sort(), [
    ['to-close', '2025-07-10'],
    ['visit-due', '2025-01-22'],
  ])
  await county.visit(person, '2025-02-01', { complication: true, referredTo: '县人民医院' })
  assert.deepEqual((await tasksOf())[0], ['check-due', '2025-02-15'])
})
