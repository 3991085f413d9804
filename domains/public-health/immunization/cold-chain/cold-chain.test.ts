import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../../testing/county.ts'
import { immunization } from '../index.ts'
import { openImmunizationCounty, TOWNSHIP, type ImmunizationCounty } from '../testing.ts'

const clerk = actors.township(TOWNSHIP)
const cdc = testActor('county-institution')
let county: ImmunizationCounty
let [byHand, logged, lot] = ['', '', '']

const act = (name: string, input: Record<string, unknown> = {}, id?: string, actor = clerk) =>
  county.act(actor, `immunization.${name}`, input, id ? { id } : undefined)
const make = async (name: string, input: Record<string, unknown>) => (await act(name, input)).id!
const rows = (table: string) =>
  county.database.query<Record<string, unknown>>(`select * from immunization_${table} order by happened_on, id`)
const tasks = async (task: string) => {
  const { rows: open } = await asActor(county.database, county.house, clerk, (connection) =>
    listTasks(connection, county, immunization.tasks, { unmasked: true }),
  )
  return open.filter((each) => each.task === `immunization.${task}`).length
}
const at = (time: string, celsius: number, logger = 'LG-01') => ({ logger, at: `2025-11-20T${time}:00+08:00`, celsius })
const report = (...readings: ReturnType<typeof at>[]) => act('temperature.record-batch', { readings }, undefined, cdc)

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
  byHand = await make('equipment.register', { name: '冷藏箱1', code: 'B1', kind: 'cold-box' })
  logged = await make('equipment.register', { name: '冰箱1', code: 'R1', kind: 'refrigerator', logger: 'LG-01' })
  lot = await county.receive('MMR', 'M1', '2026-12-31')
  await act('lot.store', { equipment: logged }, lot)
})
after(() => county.close())

test('equipment without a logger is read twice a day; one row a day whatever comes', async () => {
  await assert.rejects(
    make('equipment.register', { name: '冰箱2', code: 'R1', kind: 'refrigerator' }),
    refusal('invalid', 'code'),
  )
  await act('temperature.open-day', {}, undefined, cdc)
  await assert.rejects(act('temperature.open-day', {}, undefined, cdc), refusal('invalid', 'day'))
  assert.equal(await tasks('read-temperature'), 2)
  const read = (time: string, celsius: number, more = {}) =>
    act('temperature.record', { equipment: byHand, time, celsius, ...more })
  await assert.rejects(read('08:30', 4, { day: '2025-11-21' }), refusal('invalid', 'day'))
  await read('08:30', 4.2)
  await read('15:00', 5)
  const [row] = (await rows('temperature')).filter((each) => each['equipment'] === byHand)
  assert.deepEqual([row!['readings'], row!['complete'], Number(row!['mean'])], ['0830+4.2 1500+5.0', true, 4.6])
  assert.equal(await tasks('read-temperature'), 1)
})

test('a refrigerator out of range sets its lots aside until the alarm is resolved and they are judged', async () => {
  await report(at('08:00', 5), at('08:10', 9), at('08:20', 9.4), at('08:30', 5, 'LG-99'))
  assert.equal((await rows('cold_alarm')).length, 0)
  await report(at('08:30', 9.8), at('08:40', 9.2))
  const [alarm] = await rows('cold_alarm')
  assert.deepEqual(
    [alarm!['kind'], alarm!['started_at'], Number(alarm!['extreme']), alarm!['lots']],
    ['warm', '2025-11-20 08:10', 9.8, 1],
  )
  const child = await county.enter('2025-03-10')
  await assert.rejects(county.give(child, lot, { route: 'subcutaneous' }), refusal('invalid', 'lot'))
  const id = String(alarm!['id'])
  const resolve = () => act('cold-alarm.resolve', { cause: '停电', measures: '启用备用冰箱' }, id)
  await act('cold-alarm.acknowledge', {}, id)
  await assert.rejects(resolve(), refusal('invalid', 'state'))
  const judge = () => act('lot.judge', { verdict: 'usable', basis: '累计超温40分钟，企业评估可用' }, lot, cdc)
  await assert.rejects(judge(), refusal('invalid', 'verdict'))
  // The same readings again, as a logger sends after a lost connection, raise nothing new.
  await report(at('08:30', 9.8), at('08:50', 6))
  assert.equal((await rows('cold_alarm')).length, 1)
  await resolve()
  await assert.rejects(act('lot.judge', { verdict: 'usable', basis: '可用' }, lot), refusal('forbidden'))
  await judge()
  await county.give(child, lot, { route: 'subcutaneous' })
})

test('completeness and answered alarms, by the institution that keeps the vaccine', async () => {
  const indicators = [...county.house.indicators.values()].filter(({ id }) => id.startsWith('immunization.cold-'))
  const horizon = horizonOf('2025-01', county.today)
  await buildFigures(county.database, { county: county.county, indicators, horizon })
  const value = async (id: string) => (await county.figure(`immunization.cold-${id}`, TOWNSHIP, '2025-11')).value
  assert.deepEqual(await Promise.all(['chain-completeness', 'alarm-timeliness', 'alarm-count'].map(value)), [
    '50.00',
    '100.00',
    '1',
  ])
})

test('old readings are thinned out, their summary stays', async () => {
  county.today = '2026-03-01'
  await act('temperature.open-day', {}, undefined, cdc)
  const [row] = (await rows('temperature')).filter((each) => each['equipment'] === byHand)
  assert.deepEqual([row!['readings'], Number(row!['highest'])], [null, 5])
})
