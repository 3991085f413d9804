import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { hospital, openMortalityCounty, TOWNSHIP, VILLAGE, type MortalityCounty } from '../cause-of-death/testing.ts'
import { screening } from './index.ts'

let county: MortalityCounty
const on = (action: string, input: object, id: string, actor = hospital) =>
  county.act(actor, `screening.course.${action}`, input, { id })
const screen = async (person: string, programme: string, result: string, happenedOn = '2025-10-01', actor = hospital) =>
  (await county.act(actor, 'screening.course.screen', { person, programme, result, happenedOn })).id!
const rowOf = async (id: string, ...columns: string[]) => {
  const [row] = await county.database.query('select * from screening_course where id = $1', [id])
  return columns.map((name) => row![name])
}
const work = async (person: string) => {
  const { rows } = await asActor(county.database, county.house, hospital, (connection) =>
    listTasks(connection, county, screening.tasks, { unmasked: true, limit: 1000, within: 365 }),
  )
  return rows.filter((row) => row.person === person).map((row) => [row.task.split('.')[1], row.dueOn])
}
async function born(happenedOn: string): Promise<string> {
  const { id } = await county.act(actors.township(TOWNSHIP), 'resident.birth.register', {
    ...{ name: '和小宝', sex: 'female', happenedOn, motherName: '和测试', division: VILLAGE, deliveredAt: 'hospital' },
  })
  const rows = await county.database.query<{ person: string }>('select person from resident_birth where id = $1', [id])
  return rows[0]!.person
}

before(async () => {
  county = await openMortalityCounty('2025-11-20', [screening])
})
after(() => county.close())

test('a newborn: blood spot due, suspicious, recalled, confirmed, treated', async () => {
  const child = await born('2025-11-08')
  assert.deepEqual(await work(child), [['newborn-due', '2025-11-15']])
  await assert.rejects(screen(child, 'metabolic', 'blood-normal', '2025-11-09'), refusal('invalid', 'happenedOn'))
  await assert.rejects(screen(child, 'metabolic', 'hpv-negative', '2025-11-12'), refusal('invalid', 'result'))
  const id = await screen(child, 'metabolic', 'blood-suspicious', '2025-11-12')
  assert.deepEqual(await rowOf(id, 'state', 'step', 'due_on', 'in_time', 'suspicious'), [
    'recall',
    'blood-repeat',
    '2025-11-19',
    true,
    true,
  ])
  assert.deepEqual(await work(child), [['recall-due', '2025-11-19']])
  await assert.rejects(screen(child, 'metabolic', 'blood-normal', '2025-11-13'), refusal('invalid', 'person'))
  await on('record-result', { result: 'hypothyroidism', on: '2025-11-18' }, id)
  assert.deepEqual(await rowOf(id, 'state', 'confirmed_on', 'came_back', 'early'), [
    'confirmed',
    '2025-11-18',
    true,
    true,
  ])
  assert.deepEqual(await work(child), [['treatment-due', '2025-11-25']])
  await on('treat', { treatment: '左甲状腺素' }, id)
  assert.deepEqual(await work(child), [])
  await assert.rejects(screen(child, 'metabolic', 'blood-normal', '2025-11-19'), refusal('invalid', 'person'))
})

test('three calls in vain are a loss, and whoever comes after all is taken', async () => {
  const woman = await county.enter('1975-01-01')
  const id = await screen(woman, 'cervical', 'hpv-16-18', '2025-08-01')
  for (const day of ['2025-10-30', '2025-11-06']) await on('recall', { call: 'not-reached', on: day }, id)
  assert.deepEqual(await rowOf(id, 'state', 'recalls', 'due_on'), ['recall', 2, '2025-11-13'])
  await assert.rejects(on('recall', { call: 'not-reached', on: '2025-11-01' }, id), refusal('invalid', 'on'))
  await on('recall', { call: 'not-reached', on: '2025-11-13' }, id)
  assert.deepEqual(await rowOf(id, 'state', 'recalls', 'due_on'), ['lost', 3, null])
  assert.deepEqual(await work(woman), [])
  await on('record-result', { result: 'colposcopy-abnormal', on: '2025-11-18' }, id)
  assert.deepEqual(await rowOf(id, 'state', 'step', 'due_on', 'recalls'), [
    'recall',
    'cervical-pathology',
    '2025-12-18',
    0,
  ])
  await on('record-result', { result: 'cin-high', on: '2025-11-19' }, id)
  assert.deepEqual(await rowOf(id, 'state', 'early'), ['confirmed', true])
  const entries = await county.database.query('select 1 from screening_entry where course = $1', [id])
  assert.equal(entries.length, 5)
})

test('a newborn screened in the month after its birth counts where it was born', async () => {
  const child = await born('2025-10-30')
  await screen(child, 'hearing', 'hearing-pass', '2025-11-03')
  const horizon = horizonOf('2025-07', county.today)
  await buildFigures(county.database, { county: county.county, indicators: screening.indicators, horizon })
  for (const [month, expected] of [
    ['2025-10', '1/1'],
    ['2025-11', '0/1'],
  ] as const) {
    const { numerator, denominator } = await county.figure('screening.hearing-rate', TOWNSHIP, month)
    assert.equal(`${numerator}/${denominator}`, expected, month)
  }
})

test('rates: newborns of live births, abnormal results followed, found early, coverage', async () => {
  const women = [await county.enter('1980-01-01'), await county.enter('1982-01-01'), await county.enter('1983-01-01')]
  await screen(women[0]!, 'cervical', 'hpv-negative')
  await screen(women[1]!, 'breast', 'ultrasound-4-5')
  const late = await screen(women[2]!, 'breast', 'ultrasound-0-3')
  await on('record-result', { result: 'mammography-4-5', on: '2025-10-20' }, late)
  await on('record-result', { result: 'breast-late', on: '2025-11-01' }, late)
  await screen(women[0]!, 'pre-pregnancy', 'high-risk')
  const horizon = horizonOf('2025-07', county.today)
  await buildFigures(county.database, { county: county.county, indicators: screening.indicators, horizon })
  for (const [id, expected] of [
    ['metabolic-rate', '1/2'],
    ['newborn-recall-rate', '1/1'],
    ['cervical-coverage', '2/4'],
    ['cervical-recall-rate', '1/1'],
    ['cervical-early-rate', '1/1'],
    ['breast-coverage', '2/4'],
    ['breast-recall-rate', '1/2'],
    ['breast-early-rate', '0/1'],
    ['treatment-rate', '1/3'],
    ['pre-pregnancy-checks', '1/null'],
  ] as const) {
    const { numerator, denominator } = await county.figure(`screening.${id}`, TOWNSHIP, '2025')
    assert.equal(`${numerator}/${denominator}`, expected, id)
  }
})

test('voiding takes further tests and calls along', async () => {
  const woman = await county.enter('1978-01-01')
  const id = await screen(woman, 'cervical', 'hpv-other')
  await on('recall', { call: 'reached' }, id)
  await on('void', { reason: '登记错人' }, id)
  const left = await county.database.query('select 1 from screening_entry where course = $1 and voided_at is null', [
    id,
  ])
  assert.equal(left.length, 0)
  await screen(woman, 'cervical', 'hpv-negative')
})
