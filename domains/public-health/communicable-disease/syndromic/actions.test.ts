import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { resident } from '../../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../../testing/county.ts'
import { communicableDisease, communicableDiseasePolicies } from '../index.ts'
import { cdc } from '../testing.ts'
import { syndromicSurveillance } from './index.ts'
import { judgeDay } from './judge.ts'
import { readSyndromes } from './read.ts'

const TODAY = '2025-11-20'
const township = actors.township('530721102')
const school = { syndrome: 'school-absence', unit: '石鼓中心小学', division: '530721102201' }
let county: TestCounty

const report = (happenedOn: string, count: number, more: object = {}, as = township) =>
  county.act(as, 'syndromic.count.report', { ...school, happenedOn, count, ...more })
const signals = () =>
  county.database.query<{ id: string; place: string; observed: number; state: string; disease: string }>(
    `select id, place, observed, state, disease from disease_signal where disease like 'syndrome-%' order by recorded_at`,
  )
const standing = async (id: string) =>
  (await county.database.query<{ alarm: string }>('select alarm from syndrome_count where id = $1', [id]))[0]!.alarm

before(async () => {
  county = await openTestCounty([resident, communicableDisease, syndromicSurveillance], TODAY, [
    communicableDiseasePolicies,
  ])
})
after(() => county.close())

test('a day is judged by the days that were reported; a gap is no zero', () => {
  const day = (back: number, count: number) => ({ on: addDays(TODAY, -back), count })
  const schoolDays = [3, 4, 5, 6, 7, 10, 11, 12, 13, 14].map((back) => day(back, 4 + (back % 2)))
  assert.equal(judgeDay(schoolDays.slice(0, 8), day(0, 30)).alarm, 'too-short')
  assert.equal(judgeDay(schoolDays, day(0, 6)).alarm, 'none')
  assert.equal(judgeDay(schoolDays, day(0, 30)).alarm, 'above')
  assert.equal(
    judgeDay(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((back) => day(back, 0)),
      day(0, 4),
    ).alarm,
    'none',
  )
  assert.equal(
    judgeDay(
      schoolDays.map(({ on, count }) => ({ on: addDays(on, -40), count })),
      day(0, 30),
    ).alarm,
    'too-short',
  )
})

test('a school that misses many pupils raises one signal, verified like any other', async () => {
  for (let back = 12; back >= 1; back -= 1) await report(addDays(TODAY, -back), 3 + (back % 3))
  assert.deepEqual(await signals(), [])
  await assert.rejects(report(TODAY, 30, { total: 20 }), refusal('invalid', 'count'))
  await assert.rejects(report(addDays(TODAY, -1), 3), refusal('invalid', 'happenedOn'))
  await assert.rejects(report('2025-11-21', 3), refusal('invalid', 'happenedOn'))
  const { id } = await report(TODAY, 28, { total: 400 })
  assert.equal(await standing(id!), 'above')
  const [signal, ...more] = await signals()
  assert.deepEqual([signal!.place, signal!.observed, signal!.state, more.length], ['石鼓中心小学', 28, 'raised', 0])
  await county.act(township, 'communicable-disease.signal.verify', {}, { id: signal!.id })
  await county.act(cdc, 'communicable-disease.signal.investigate', {}, { id: signal!.id })
  await county.act(cdc, 'communicable-disease.signal.declare-event', { cases: 26 }, { id: signal!.id })
  county.today = '2025-11-21'
  await report('2025-11-21', 60)
  const after = await signals()
  assert.deepEqual(
    after.map(({ observed, state }) => [observed, state]),
    [[60, 'event']],
  )
})

test('what comes in late raises nothing; a wrong count is voided and reported again', async () => {
  county.today = '2025-12-20'
  const unit = { syndrome: 'pharmacy-sales', unit: '石鼓大药房' }
  for (let back = 40; back >= 29; back -= 1) await report(addDays(county.today, -back), 20 + (back % 3), unit)
  const { id } = await report(addDays(county.today, -28), 90, unit)
  assert.equal(await standing(id!), 'above')
  assert.equal((await signals()).length, 1)
  await county.act(township, 'syndromic.count.void', { reason: '录入错误' }, { id: id! })
  const again = await report(addDays(county.today, -28), 22, unit)
  assert.equal(await standing(again.id!), 'none')
})

test('the series of a place stands beside what was to be expected, with its alarms and their signal', async () => {
  const read = (actor: Parameters<typeof asActor>[2], from: string, until: string) =>
    asActor(county.database, county.house, actor, (connection) =>
      readSyndromes(connection, { county: county.county, from, until, syndrome: 'school-absence' }),
    )
  const [series, ...more] = await read(cdc, '2025-11-12', '2025-11-30')
  assert.deepEqual([series!.unit, series!.days.length, more.length], ['石鼓中心小学', 10, 0])
  const [early, day] = [series!.days[0]!, series!.days.find(({ on }) => on === TODAY)!]
  assert.deepEqual([early.expected, early.upper, early.alarm], [null, null, false])
  assert.deepEqual([day.count, day.alarm, series!.days.filter(({ alarm }) => alarm).length], [28, true, 2])
  // The mean of the seven days from the ninth to the third before, and never today’s own count.
  assert.ok(Math.abs(day.expected! - 4) < 1 && day.upper! >= 6 && day.upper! < 28)
  assert.deepEqual(
    series!.signals.map(({ from, state }) => [from, state]),
    [[TODAY, 'event']],
  )
  assert.deepEqual(await read(actors.township('530721103'), '2025-11-12', '2025-11-30'), [])
})

test('other townships see nothing, the bureau does not report; figures add up', async () => {
  const seen = (actor: Parameters<typeof asActor>[2]) =>
    asActor(county.database, county.house, actor, (connection) => connection.query('select id from syndrome_count'))
  assert.equal((await seen(actors.township('530721103'))).length, 0)
  assert.ok((await seen(cdc)).length > 20)
  await assert.rejects(report(county.today, 3, {}, actors.bureau), refusal('forbidden'))
  await buildFigures(county.database, {
    county: county.county,
    indicators: [...county.house.indicators.values()].filter(({ id }) => id.startsWith('syndromic.')),
    horizon: horizonOf('2025-11', county.today),
  })
  const value = async (id: string) => (await county.figure(`syndromic.${id}`, '530721102', '2025-11')).value
  const [sum] = await county.database.query<{ sum: string }>(
    `select sum(count)::text as sum from syndrome_count where syndrome = 'school-absence' and voided_at is null and happened_on < '2025-12-01'`,
  )
  assert.deepEqual([await value('school-absence'), await value('alarms')], [sum!.sum, '2'])
})
