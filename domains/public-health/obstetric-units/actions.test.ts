import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { childHealth } from '../child-health/index.ts'
import { openFamilyDoctorCounty, TOWNSHIP, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { obstetricUnits } from './index.ts'

const [township, UNIT] = [actors.township(TOWNSHIP), `C${TOWNSHIP}`]
const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })
let county: FamilyDoctorCounty

const act = (action: string, input: object, actor: Actor, id?: string) =>
  county.act(actor, `obstetric-units.${action}`, input, ...(id ? [{ id }] : []))
async function deliver(happenedOn: string, more: object = {}): Promise<void> {
  const person = await county.enter('1996-05-01')
  const maternal = (action: string, input: object) => county.act(township, `maternal-health.${action}`, input)
  await maternal('pregnancy.book', { person, happenedOn: '2025-04-20', lastPeriodOn: '2025-03-01' })
  const children = [{ sex: 'female', weight: 3150 }]
  await maternal('delivery.record', { person, happenedOn, place: 'township', mode: 'vaginal', children, ...more })
}
const findings = () =>
  county.database.query(
    `select institution, kind, deliveries, since, until, state from obstetric_finding order by recorded_at, kind`,
  )
const due = async (actor: Actor) => {
  const { rows } = await asActor(county.database, county.house, actor, (connection) =>
    listTasks(connection, county, obstetricUnits.tasks, { unmasked: true, limit: 100, within: 365 }),
  )
  return rows.map((row) => [row.task.slice('obstetric-units.'.length), row.dueOn])
}
const permit = { institution: UNIT, number: 'MY-530721-01', items: ['midwifery'] }
const person = {
  ...{ name: '和助产', profession: 'midwife', institution: UNIT, number: 'HG-01', items: ['midwifery'] },
  happenedOn: '2025-01-01',
}

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth, maternalHealth, obstetricUnits])
})
after(() => county.close())

test('a permit is given by its authority, and renewed in time', async () => {
  const give = (more: object, actor: Actor = actors.bureau) => act('permit.grant', { ...permit, ...more }, actor)
  await assert.rejects(give({}, township), refusal('forbidden'))
  await assert.rejects(give({ institution: 'H530721999' }), refusal('invalid', 'institution'))
  await assert.rejects(give({ items: ['midwifery', 'prenatal-diagnosis'] }), refusal('invalid', 'items'))
  const { id } = await give({ happenedOn: '2022-12-01' })
  // Its last day, 30 November 2025, is over: a new one could be given, the old one can still be renewed.
  assert.deepEqual(await due(actors.bureau), [['permit-renewal', '2025-11-30']])
  const renewal = { number: 'MY-530721-02', items: ['midwifery'], happenedOn: '2025-12-10' }
  await act('permit.renew', renewal, actors.bureau, id!)
  await assert.rejects(give({ happenedOn: '2025-12-12' }), refusal('invalid', 'institution'))
  const rows = await county.database.query(
    'select number, happened_on, valid_until, state from obstetric_permit order by number',
  )
  assert.deepEqual(
    rows.map((row) => Object.values(row)),
    [
      ['MY-530721-01', '2022-12-01', '2025-11-30', 'renewed'],
      ['MY-530721-02', '2025-12-10', '2028-12-09', 'valid'],
    ],
  )
  assert.deepEqual(await due(actors.bureau), [])
})

test('deliveries that nothing covered raise one finding for the unit, which is answered and closed', async () => {
  await act('certificate.register', person, actors.bureau)
  await assert.rejects(act('finding.raise', {}, hospital), refusal('invalid', 'day'))
  await deliver('2025-11-30')
  await deliver('2025-12-01')
  // Elsewhere than in a unit of the county.
  await deliver('2025-12-03', { place: 'hospital', deliveredAt: '丽江市人民医院' })
  await assert.rejects(deliver('2025-12-04', { unit: 'H530721001' }), refusal('invalid', 'unit'))
  await act('finding.raise', {}, hospital)
  const [one] = await findings()
  assert.deepEqual(Object.values(one!), [UNIT, 'no-permit', 1, '2025-12-01', '2025-12-01', 'open'])
  await deliver('2025-12-09')
  await deliver('2025-12-10')
  await act('finding.raise', {}, hospital)
  assert.deepEqual(
    (await findings()).map((row) => [row['deliveries'], row['until']]),
    [[2, '2025-12-09']],
  )
  await assert.rejects(act('finding.raise', {}, hospital), refusal('invalid', 'day'))
  const [{ id }] = (await county.database.query<{ id: string }>('select id from obstetric_finding')) as [{ id: string }]
  assert.deepEqual(await due(township), [['answer-due', '2026-01-04']])
  await act('finding.answer', { answer: '已停止接产，待许可后恢复' }, township, id)
  await assert.rejects(act('finding.close', { conclusion: '已核查' }, township, id), refusal('forbidden'))
  await act('finding.close', { conclusion: '现场核查属实' }, actors.bureau, id)
  await assert.rejects(act('finding.raise', {}, hospital), refusal('invalid', 'day'))
})

test('a certificate registered late closes what was found by itself', async () => {
  await deliver('2025-12-15', { place: 'hospital', unit: 'H530721001' })
  const hospitalPermit = { ...permit, institution: 'H530721001', number: 'MY-530721-H', happenedOn: '2025-01-01' }
  await act('permit.grant', hospitalPermit, actors.bureau)
  await act('finding.raise', {}, hospital)
  assert.deepEqual(Object.values((await findings())[1]!).slice(0, 3), ['H530721001', 'no-staff', 1])
  const other = { ...person, institution: 'H530721001', number: 'HG-02' }
  await act('certificate.register', other, actors.bureau)
  await act('finding.raise', {}, hospital)
  assert.equal((await findings())[1]!['state'], 'closed')
})

test('drills and rescues are recorded by the units, and counted', async () => {
  await act('drill.record', { scenario: 'haemorrhage', participants: 14, minutes: 40 }, township)
  const woman = await county.enter('1996-05-01')
  const call = { person: woman, reason: 'haemorrhage', calledAt: '2025-12-19 23:30', receivedBy: 'H530721001' }
  const { id } = await act('rescue.call', call, township)
  const received = { receivedAt: '2025-12-20 00:25', outcome: 'saved' }
  await assert.rejects(
    act('rescue.receive', { ...received, receivedAt: '2025-12-19 22:00' }, hospital, id!),
    refusal('invalid', 'receivedAt'),
  )
  await act('rescue.receive', received, hospital, id!)
  const [row] = await county.database.query('select minutes, state from obstetric_rescue')
  assert.deepEqual(Object.values(row!), [55, 'received'])
  await buildFigures(county.database, {
    county: county.county,
    indicators: obstetricUnits.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const value = async (id: string, period = '2025') =>
    (await county.figure(`obstetric-units.${id}`, '530721', period)).value
  assert.deepEqual(
    [await value('units', '2025-12'), await value('staff', '2025-12'), await value('findings', '2025-12')],
    ['2', '2', '0'],
  )
  // On 30 November the old permit was still valid.
  assert.equal(await value('units', '2025-11'), '2')
  assert.deepEqual([await value('drills'), await value('rescues'), await value('saved')], ['1', '1', '1'])
  const seen = (actor: Actor, table: string) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query(`select 1 from obstetric_${table}`)).length > 0,
    )
  assert.equal(await seen(actors.bureau, 'permit'), true)
  assert.equal(await seen(actors.bureau, 'rescue'), false)
  for (const actor of [actors.township('530721103'), actors.village(VILLAGE)])
    assert.equal(await seen(actor, 'finding'), false)
})
