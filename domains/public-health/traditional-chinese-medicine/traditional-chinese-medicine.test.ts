import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import {
  openFamilyDoctorCounty,
  OTHER_VILLAGE,
  TOWNSHIP,
  VILLAGE,
  type FamilyDoctorCounty,
} from '../family-doctor/testing.ts'
import { olderPeople } from '../older-people/index.ts'
import { questions } from './constitution.ts'
import { traditionalChineseMedicine } from './index.ts'

const village = actors.village(VILLAGE)
const township = actors.township(TOWNSHIP)
let county: FamilyDoctorCounty

/** Every item answered with 1, but for some. */
const form = (given: Record<number, number> = {}) =>
  Object.fromEntries(questions.map((_, index) => [`item${index + 1}`, String(given[index + 1] ?? 1)]))
const ask = (person: string, more: object = {}, actor = village) =>
  county.act(actor, 'traditional-chinese-medicine.constitution.record', {
    person,
    ...form({ 10: 5, 21: 4, 26: 4, 31: 4 }),
    guidance: ['diet'],
    ...more,
  })
const serve = (person: string, more: object = {}, actor = village) =>
  county.act(actor, 'traditional-chinese-medicine.child-service.record', { person, ...more })
const describe = (input: object, actor = township) =>
  county.act(actor, 'traditional-chinese-medicine.capability.describe', {
    institution: `C${TOWNSHIP}`,
    zone: 'hall',
    practitioners: 2,
    ...input,
  })

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [olderPeople, traditionalChineseMedicine])
})
after(() => county.close())

test('constitution: judged by the system, advised, once a day, from 65', async () => {
  const person = await county.enter('1950-01-01')
  const { id } = await ask(person, { happenedOn: '2025-03-01' })
  const [row] = await county.database.query<Record<string, unknown>>('select * from tcm_constitution where id = $1', [
    id,
  ])
  assert.deepEqual([row!['main_constitution'], row!['found']], ['yin-deficiency', ['yin-deficiency']])
  assert.match(String(row!['advice']), /百合/)
  await assert.rejects(ask(person, { happenedOn: '2025-03-01' }), refusal('invalid', 'happenedOn'))
  await assert.rejects(ask(await county.enter('1970-01-01')), refusal('invalid', 'person'))
  await ask(await county.enter('1951-01-01'), { happenedOn: '2025-04-01', guidance: [] })
})

test('children: technique of the stage, each stage once', async () => {
  const child = await county.enter('2024-06-10')
  const { id } = await serve(child, { happenedOn: '2025-07-01' })
  const [row] = await county.database.query<Record<string, unknown>>('select * from tcm_child_service where id = $1', [
    id,
  ])
  assert.deepEqual([row!['stage'], row!['technique'], row!['next_on']], ['12', 'belly-spine', '2025-12-10'])
  await assert.rejects(serve(child, { happenedOn: '2025-08-01' }), refusal('invalid', 'happenedOn'))
  await assert.rejects(serve(child, { happenedOn: '2024-09-01' }), refusal('invalid', 'happenedOn'))
  const setting = { county: county.county, today: county.today }
  const { rows } = await asActor(county.database, county.house, village, (connection) =>
    listTasks(connection, setting, traditionalChineseMedicine.tasks, { unmasked: true }),
  )
  assert.deepEqual(
    rows.map(({ task, dueOn }) => `${task.split('.')[1]} ${dueOn}`),
    ['child-due 2025-12-10'],
  )
})

test('capability: a new description ends the one before', async () => {
  await describe({ happenedOn: '2025-01-01', techniques: ['needling', 'cupping'] })
  await describe({
    happenedOn: '2025-06-01',
    techniques: ['needling', 'cupping', 'tuina', 'moxibustion', 'scraping', 'washing'],
  })
  await assert.rejects(describe({ happenedOn: '2025-06-01' }), refusal('invalid', 'happenedOn'))
  await assert.rejects(describe({ institution: 'X1' }), refusal('invalid', 'institution'))
})

test('indicators: both denominators side by side, children, coverage of institutions', async () => {
  await buildFigures(county.database, {
    county: county.county,
    indicators: traditionalChineseMedicine.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const parts = async (id: string, period = '2025') => {
    const { numerator, denominator, value } = await county.figure(
      `traditional-chinese-medicine.${id}`,
      TOWNSHIP,
      period,
    )
    return `${numerator}/${denominator}=${value}`
  }
  // One was advised; the other was judged without guidance. Nobody has complete health management.
  assert.equal(await parts('older-rate'), '1/2=50.00')
  assert.equal(await parts('older-rate-of-managed'), '1/0=null')
  assert.equal(await parts('child-rate'), '1/1=100.00')
  assert.equal(await parts('hall-coverage'), '1/1=100.00')
  assert.deepEqual(
    [await parts('able-centre-share', '2025-05'), await parts('able-centre-share')],
    ['0/1=0.00', '1/1=100.00'],
  )
})

test('services stay within the scope; capability is described by the township and above', async () => {
  const person = await county.enter('1949-01-01')
  await assert.rejects(ask(person, {}, actors.village(OTHER_VILLAGE)), refusal('not-found'))
  await assert.rejects(ask(person, {}, actors.bureau), refusal('forbidden'))
  await assert.rejects(describe({}, village), refusal('forbidden'))
  const seen = (actor: typeof village) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query('select 1 from tcm_constitution')).length,
    )
  assert.deepEqual(await Promise.all([village, township, actors.bureau].map(seen)), [2, 2, 2])
  assert.deepEqual(
    await Promise.all([actors.village(OTHER_VILLAGE), actors.township('530721103'), actors.leader].map(seen)),
    [0, 0, 0],
  )
})
