import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildFigures, type Computation } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { traceFigure } from '@kangheng/kernel/indicator/trace.ts'
import { windowOf } from '@kangheng/kernel/indicator/horizon.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { actors, openTestCounty, testNumber, type TestCounty } from '../../testing/county.ts'
import { indicators, usualPopulation, womenOfAge } from './indicators.ts'
import { resident } from './index.ts'

const [V1, V2, FAR] = ['530721102201', '530721102202', '530721103201']
const horizon = horizonOf('2024-12', '2025-12-31')
const computation: Computation = { county: '530721', indicators, horizon }
let county: TestCounty
let sequence = 800
const people: Record<string, string> = {}

const personOf = async (table: string, id: string | null) =>
  (await county.database.query<{ person: string }>(`select person from ${table} where id = $1`, [id]))[0]!.person

async function person(
  name: string,
  birth: string,
  sex: 'male' | 'female',
  more: Record<string, unknown> = {},
): Promise<void> {
  sequence += 2
  const input = {
    name,
    documentNumber: testNumber(birth, sex === 'male' ? sequence + 1 : sequence),
    division: V1,
    happenedOn: birth > '2020-01-01' ? birth : '2020-01-01',
    usual: true,
    registered: true,
    source: 'register',
    ...more,
  }
  people[name] = await personOf(
    'resident_registration',
    (await county.act(actors.bureau, 'resident.registration.register', input)).id,
  )
}

const figure = (indicator: string, place: string, period: string) =>
  county.figure(`resident.${indicator}`, place, period)
const value = async (indicator: string, place = '530721', period = '2025') =>
  (await figure(indicator, place, period)).value

before(async () => {
  county = await openTestCounty([resident], '2025-12-31')
  await person('木老爹', '1940-06-15', 'male')
  await person('木老妈', '1960-12-31', 'female')
  await person('木大山', '1980-01-01', 'male')
  await person('木大妹', '1990-01-01', 'female')
  await person('木二妹', '2010-12-31', 'female')
  await person('木小山', '2018-12-31', 'male', { division: V2 })
  await person('木小河', '2019-01-01', 'male', { division: V2 })
  await person('杨在外', '1985-05-05', 'male', { usual: false })
  await person('杨外来', '1986-05-05', 'female', { division: FAR, registered: false })
  const bureau = actors.bureau
  for (const [name, sex, happenedOn, deliveredAt] of [
    ['木新一', 'male', '2025-02-03', 'hospital'],
    ['木新二', 'female', '2025-07-09', 'hospital'],
    ['木新三', 'male', '2025-07-10', 'elsewhere'],
  ] as const) {
    await county.act(bureau, 'resident.birth.register', {
      name,
      sex,
      happenedOn,
      motherName: '木大妹',
      division: V1,
      deliveredAt,
    })
  }
  await county.act(bureau, 'resident.death.register', {
    person: people['木老爹'],
    happenedOn: '2025-12-31',
    place: 'home',
  })
  await county.act(bureau, 'resident.move.register', {
    person: people['木大山'],
    happenedOn: '2025-05-20',
    toDivision: FAR,
    reason: 'work',
    registrationMoves: false,
  })
  await county.act(bureau, 'resident.departure.register', {
    person: people['杨外来'],
    happenedOn: '2025-08-01',
    destination: '昆明市',
    reason: 'work',
    stay: 'settled',
    registrationMoves: false,
  })
  await buildFigures(county.database, computation)
})
after(() => county.close())

describe('population', () => {
  test('usual and registered residents at any month end, by place', async () => {
    assert.equal(await value('usual-population', '530721', '2024-12'), '8')
    assert.equal(await value('usual-population', V1, '2025-04'), '6')
    assert.equal(await value('usual-population', V1, '2025-05'), '5')
    assert.equal(await value('usual-population', FAR, '2025-05'), '2')
    assert.equal(await value('usual-population', FAR, '2025-08'), '1')
    assert.equal(await value('usual-population'), '9')
    assert.equal(await value('registered-population'), '10')
    assert.equal(await value('registered-population', V1), '8')
    assert.equal(await value('usual-population', '530721102', '2025'), '8')
  })

  test('ages are those of the last day: completed years, from the birthday on', async () => {
    assert.equal(await value('older-65', '530721', '2025-11'), '1')
    // One turns 65 on 31 December, the other died that day.
    assert.equal(await value('older-65', '530721', '2025-12'), '1')
    // Born 31 December 2018: seven on that day; born a day later: still six.
    assert.equal(await value('children-0-6', V2, '2025-11'), '2')
    assert.equal(await value('children-0-6', V2, '2025-12'), '1')
    assert.equal(await value('women-15-49-count', V1, '2025-11'), '1')
    assert.equal(await value('women-15-49-count', V1, '2025-12'), '2')
    const dependency = await figure('dependency-ratio', '530721', '2025-12')
    assert.deepEqual([dependency.numerator, dependency.denominator], ['6', '3'])
  })

  test('rates stand over the mean of the population at both ends of the period', async () => {
    const birth = await figure('birth-rate', '530721', '2025')
    assert.deepEqual(birth, { value: '352.94', numerator: '3', denominator: '8.5' })
    assert.equal(await value('natural-growth'), '235.29')
    const village = await figure('birth-rate', V1, '2025')
    assert.equal(village.denominator, '5.5')
    assert.equal(await value('sex-ratio-at-birth'), '200.00')
    assert.equal(await value('sex-ratio-at-birth', FAR), null)
    assert.equal(await value('institutional-births'), '66.67')
  })

  test('the county’s population changes by births, deaths and moves across its border, and by nothing else', async () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`)
    let population = Number(await value('usual-population', '530721', '2024-12'))
    for (const month of months) {
      const [births, deaths, came, went] = await Promise.all(
        ['births', 'deaths', 'arrivals', 'departures'].map(async (name) => Number(await value(name, '530721', month))),
      )
      population += births! - deaths! + came! - went!
      assert.equal(Number(await value('usual-population', '530721', month)), population, month)
    }
  })

  test('a figure leads to the people behind it; women of 15 to 49 are a number only', async () => {
    const window = windowOf(getPeriod('2025-12'), horizon)
    const ask = (indicator: typeof usualPopulation) =>
      traceFigure(county.database, {
        county: '530721',
        indicator,
        side: 'numerator',
        place: '530721',
        window,
        limit: 50,
        unmasked: true,
      })
    const usual = await ask(usualPopulation)
    assert.equal(usual.rows.length, 9)
    assert.ok(usual.rows.every((row) => row.personName))
    const women = await ask(womenOfAge)
    assert.equal(women.rows.length, 2)
    assert.ok(
      women.rows.every((row) => row.person === null && row.personName === null && Object.keys(row.values).length === 0),
    )
  })
})

describe('refresh', () => {
  const all = () =>
    county.database.query(
      `select indicator, place, period, value, numerator, denominator, rank, ranked_of from figure order by indicator, place, period`,
    )

  test('after more events the refreshed figures are those of a full build', async () => {
    const bureau = actors.bureau
    await county.act(bureau, 'resident.death.register', {
      person: people['木老妈'],
      happenedOn: '2025-10-10',
      place: 'institution',
    })
    await county.act(bureau, 'resident.move.register', {
      person: people['木小山'],
      happenedOn: '2025-03-03',
      toDivision: FAR,
      reason: 'family',
      registrationMoves: true,
    })
    await county.act(bureau, 'resident.correction.correct', {
      person: people['木小河'],
      motherName: '木大妹',
      evidence: '户口簿',
    })
    const arrival = {
      name: '李来',
      documentNumber: testNumber('1999-09-09', 999),
      division: V2,
      happenedOn: '2025-04-01',
      origin: '大理州',
      reason: 'marriage',
      stay: 'temporary',
      registrationMoves: false,
    }
    await county.act(bureau, 'resident.arrival.register', arrival)
    await refreshFigures(county.database, computation)
    const refreshed = await all()
    assert.equal(await value('usual-population', V2, '2025-09'), '1')
    assert.equal(await value('usual-population', V2, '2025-10'), '2')
    await buildFigures(county.database, computation)
    assert.deepEqual(refreshed, await all())
  })
})
