import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { cdc, hospital, openMortalityCounty, TOWNSHIP, type MortalityCounty } from '../cause-of-death/testing.ts'
import { chronicDiseaseReport } from './index.ts'

let county: MortalityCounty
const on = (actor: typeof cdc, action: string, input: object, id: string) =>
  county.act(actor, `chronic-disease-report.case.${action}`, input, { id })
const report = async (person: string, card: object = {}, actor = hospital) => {
  const given = { person, kind: 'stroke', code: 'I63.9', happenedOn: '2025-10-01', basis: 'imaging', ...card }
  return (await county.act(actor, 'chronic-disease-report.case.report', given)).id!
}
const rowOf = async (id: string, ...columns: string[]) => {
  const [row] = await county.database.query('select * from chronic_case where id = $1', [id])
  return columns.map((name) => row![name])
}
const work = async (person: string) => {
  const { rows } = await asActor(county.database, county.house, hospital, (connection) =>
    listTasks(connection, county, chronicDiseaseReport.tasks, { unmasked: true, limit: 1000, within: 365 }),
  )
  return rows.filter((row) => row.person === person).map((row) => [row.task.split('.')[1], row.dueOn])
}

before(async () => {
  county = await openMortalityCounty('2025-11-20', [chronicDiseaseReport])
})
after(() => county.close())

test('an attack: reported, reviewed, its outcome after 28 days, a second one later', async () => {
  const person = await county.enter('1950-01-01')
  const id = await report(person)
  assert.deepEqual(await rowOf(id, 'state', 'in_time', 'follow_up_on', 'age'), ['reported', false, '2025-10-29', 75])
  await assert.rejects(report(person, { happenedOn: '2025-10-29', first: false }), refusal('invalid', 'person'))
  await assert.rejects(report(person, { happenedOn: '2025-11-01' }), refusal('invalid', 'first'))
  const second = await report(person, { happenedOn: '2025-11-01', first: false, code: 'I61.9' })
  await on(cdc, 'review', {}, id)
  assert.deepEqual(await work(person), [
    ['to-follow', '2025-10-29'],
    ['to-review', '2025-11-27'],
  ])
  await on(hospital, 'follow-up', { condition: 'alive', on: '2025-11-05' }, id)
  assert.deepEqual(await rowOf(id, 'state', 'fatal', 'follow_up_on'), ['closed', false, null])
  await on(cdc, 'review', {}, second)
  await assert.rejects(on(hospital, 'follow-up', { condition: 'alive' }, second), refusal('invalid', 'on'))
  // She dies of it; the register knows, and the card follows.
  await county.certify(person, { happenedOn: '2025-11-15', a: 'I61.9' })
  assert.deepEqual(await work(person), [['to-close', '2025-11-27']])
  await on(hospital, 'close-dead', {}, second)
  assert.deepEqual(await rowOf(second, 'state', 'fatal', 'died_on'), ['closed', true, '2025-11-15'])
})

test('a death without a card is supplemented', async () => {
  const person = await county.enter('1955-01-01', 'male')
  await county.certify(person, { happenedOn: '2025-11-10', a: 'C34.9', aInterval: '1年' })
  assert.deepEqual(await work(person), [['to-supplement', '2025-12-20']])
  await assert.rejects(
    report(person, { kind: 'cancer', code: 'C34.9', happenedOn: '2025-11-11' }),
    refusal('invalid', 'happenedOn'),
  )
  const id = await report(person, { kind: 'cancer', code: 'C34.9', happenedOn: '2025-11-10', basis: 'death' })
  assert.deepEqual(await rowOf(id, 'condition', 'follow_up_on'), ['dead', null])
  await on(cdc, 'review', {}, id)
  assert.deepEqual(await rowOf(id, 'state'), ['closed'])
  assert.deepEqual(await work(person), [])
})

test('duplicates do not count; rates are of mean residents', async () => {
  const person = await county.enter('1960-01-01')
  const one = await report(person, { kind: 'cancer', code: 'C16.9', basis: 'pathology', happenedOn: '2025-11-01' })
  const other = await report(person, { kind: 'cancer', code: 'C26.9', basis: 'clinical', happenedOn: '2025-11-03' })
  await assert.rejects(on(cdc, 'settle-duplicate', { of: other }, other), refusal('invalid', 'of'))
  await on(cdc, 'settle-duplicate', { of: one }, other)
  const horizon = horizonOf('2025-10', county.today)
  await buildFigures(county.database, { county: county.county, indicators: chronicDiseaseReport.indicators, horizon })
  const figure = async (id: string) => {
    const { numerator, denominator } = await county.figure(`chronic-disease-report.${id}`, TOWNSHIP, '2025')
    return `${numerator}/${denominator}`
  }
  for (const [id, expected] of [
    ['stroke-incidence', '2/2'],
    ['cancer-incidence', '2/2'],
    ['lung-incidence', '1/2'],
    ['stomach-incidence', '1/2'],
    ['case-fatality', '1/2'],
    ['timely-rate', '3/4'],
    ['verified-share', '1/2'],
    ['death-only-share', '1/2'],
    ['follow-up-rate', '0/0'],
  ] as const)
    assert.equal(await figure(id), expected, id)
})

test('another township sees none, and only disease control reviews', async () => {
  const person = await county.enter('1952-01-01')
  const id = await report(person, {}, actors.township(TOWNSHIP))
  const seen = async (actor: typeof cdc) =>
    (
      await asActor(county.database, county.house, actor, (connection) =>
        connection.query('select 1 from chronic_case where id = $1', [id]),
      )
    ).length
  for (const actor of [actors.township(TOWNSHIP), hospital, cdc, actors.bureau]) assert.equal(await seen(actor), 1)
  for (const actor of [actors.township('530721103'), actors.village(), actors.leader])
    assert.equal(await seen(actor), 0)
  await assert.rejects(on(hospital, 'review', {}, id), refusal('forbidden'))
  await assert.rejects(report(person, {}, actors.village()), refusal('forbidden'))
})
