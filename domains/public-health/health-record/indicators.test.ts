import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures, type Computation } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, testNumber, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from './index.ts'
import { indicators } from './indicators.ts'

const [V1, V2] = ['530721102201', '530721102202']
const computation: Computation = { county: '530721', indicators, horizon: horizonOf('2024-10', '2025-12-31') }
let county: TestCounty
let sequence = 800
const people: Record<string, string> = {}
const records: Record<string, string> = {}

async function person(
  name: string,
  birth: string,
  division: string,
  openedOn: string | null,
  more: object = {},
): Promise<void> {
  sequence += 2
  const { id } = await county.act(actors.bureau, 'resident.registration.register', {
    name,
    documentNumber: testNumber(birth, sequence + 1),
    division,
    happenedOn: birth,
    usual: true,
    registered: true,
    source: 'register',
  })
  people[name] = (
    await county.database.query<{ person: string }>('select person from resident_registration where id = $1', [id])
  )[0]!.person
  if (openedOn === null) return
  const opened = await county.act(actors.township(), 'health-record.record.open', {
    person: people[name],
    happenedOn: openedOn,
    ...more,
  })
  records[name] = opened.id!
}

const figure = (indicator: string, place: string, period: string) =>
  county.figure(`health-record.${indicator}`, place, period)
const value = async (indicator: string, place = '530721102', period = '2025') =>
  (await figure(indicator, place, period)).value
const use = (name: string, happenedOn: string) =>
  county.act(actors.township(), 'health-record.use.record', { person: people[name], happenedOn, kind: 'follow-up' })

before(async () => {
  county = await openTestCounty([resident, healthRecords], '2025-12-31')
  await person('木甲', '1950-01-01', V1, '2024-11-01')
  await person('木乙', '1980-01-01', V1, '2025-02-01', { hypertension: true })
  await person('木丙', '2022-01-01', V1, '2025-03-01')
  await person('木丁', '1985-01-01', V2, '2025-03-01', { medium: 'paper' })
  await person('木戊', '1986-01-01', V2, null)
  await use('木甲', '2024-12-15')
  await use('木甲', '2025-01-10')
  await use('木乙', '2025-06-01')
  await use('木丁', '2025-06-02')
  await county.act(actors.township(), 'resident.death.register', {
    person: people['木丁'],
    happenedOn: '2025-10-05',
    place: 'home',
  })
  await buildFigures(county.database, computation)
})
after(() => county.close())

test('coverage counts usual residents with an open record, whoever died or left is out', async () => {
  assert.deepEqual(await figure('coverage', '530721102', '2025-03'), {
    value: '80.00',
    numerator: '4',
    denominator: '5',
  })
  assert.deepEqual(await figure('electronic-coverage', '530721102', '2025-03'), {
    value: '60.00',
    numerator: '3',
    denominator: '5',
  })
  assert.deepEqual(await figure('coverage', '530721102', '2025'), { value: '75.00', numerator: '3', denominator: '4' })
  assert.equal(await value('coverage', V1), '100.00')
  assert.equal(await value('coverage', '530721103'), null)
  assert.equal(await value('excess'), '1')
  assert.equal(await value('excess', '530721102', '2025-09'), '0')
})

test('a record is used while a service lies within the year before', async () => {
  assert.deepEqual(await figure('use-rate', '530721102', '2024-12'), {
    value: '100.00',
    numerator: '1',
    denominator: '1',
  })
  assert.deepEqual(await figure('use-rate', '530721102', '2025-07'), {
    value: '75.00',
    numerator: '3',
    denominator: '4',
  })
  // The dead man's record is out; the two services of one person count once.
  assert.deepEqual(await figure('use-rate', '530721102', '2025'), { value: '66.67', numerator: '2', denominator: '3' })
  // Of the electronic records alone: one of the three that were used in July is on paper.
  assert.deepEqual(await figure('electronic-use-rate', '530721102', '2025-07'), {
    value: '66.67',
    numerator: '2',
    denominator: '3',
  })
})

test('new records by group add up to all new records', async () => {
  assert.equal(await value('opened-count'), '3')
  const groups = await Promise.all(
    ['child', 'maternal', 'older', 'diabetes', 'hypertension', 'other'].map((group) => value(`opened-${group}-count`)),
  )
  assert.deepEqual(groups, ['1', '0', '0', '0', '1', '1'])
  assert.equal(await value('opened-older-count', '530721102', '2024-11'), '1')
})

test('refreshed figures are those of a full build', async () => {
  const all = () =>
    county.database.query(`select indicator, place, period, value, numerator, denominator from figure order by 1, 2, 3`)
  await use('木丙', '2025-09-09')
  await county.act(
    actors.township(),
    'health-record.record.close',
    { on: '2025-08-15', closeReason: 'lost' },
    { id: records['木乙']! },
  )
  await county.act(actors.bureau, 'resident.move.register', {
    person: people['木甲'],
    happenedOn: '2025-07-07',
    toDivision: V2,
    reason: 'family',
    registrationMoves: true,
  })
  await county.act(actors.township(), 'health-record.card.issue', { person: people['木戊'] })
  await refreshFigures(county.database, computation)
  const refreshed = await all()
  assert.equal(await value('use-rate', V1), '100.00')
  assert.equal(await value('card-holder-count', V2), '1')
  await buildFigures(county.database, computation)
  assert.deepEqual(refreshed, await all())
})
