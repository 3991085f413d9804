import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildHouse } from '../domain/registry.ts'
import { countiesOf, loadCity } from '../place/city.ts'
import { runAction, type ActionHouse } from '../record/pipeline.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty, personId, smallCountyOf } from '../testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import { depositSum, holderCount, loansMade, overdueRate } from '../testing/umbrella-library/indicators.ts'
import { whyNotAdded } from './adds-up.ts'
import { closeMonth } from './close.ts'
import { buildFigures, type Computation } from './engine.ts'
import { gatherFigures, stateOfCounties } from './gather.ts'
import { horizonOf } from './horizon.ts'
import { findFigure, readFigures } from './read-figures.ts'
import { refreshFigures } from './refresh.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
const today = '2025-06-15'
const horizon = horizonOf('2025-01', today)
const indicators = [...house.indicators.values()]
const CITY = '5307'
const [NORTH, SOUTH] = ['530721', '530722']
const counties = [NORTH, SOUTH]
const city: Computation = { county: CITY, indicators, horizon }
const of = (county: string): Computation => ({ ...city, county })

/** Loans of a county: the days on which they were made, one person each, some never brought back. */
async function lend(database: Database, county: string, days: readonly string[]): Promise<void> {
  const setting: ActionHouse = { database, house, county, today: () => today }
  const clerk = testActor('librarian', smallCountyOf(county).townships[0]!, { institution: 'C530721001' })
  for (const [index, happenedOn] of days.entries()) {
    const input = {
      person: personId(index * 4),
      umbrella: `U${100 + index}`,
      days: 7,
      deposit: 100 + index,
      happenedOn,
    }
    await runAction(setting, clerk, { action: 'umbrella.loan.lend', requestId: `lend-${county}-${index}`, input })
  }
}

const DAYS: Readonly<Record<string, readonly string[]>> = {
  [NORTH]: ['2025-01-10', '2025-02-10', '2025-02-25', '2025-06-12'],
  [SOUTH]: ['2025-02-11', '2025-06-14'],
}

async function make(...made: readonly string[]): Promise<Database> {
  const database = await openTestDatabase(house)
  for (const county of made) {
    await loadSmallCounty(database, 40, county)
    await lend(database, county, DAYS[county]!)
    await buildFigures(database, of(county))
  }
  return database
}

const allOf = (database: Database, county: string) =>
  database.query(
    `select indicator, place, period, value, numerator, denominator, rank, ranked_of, status, at_month_end from figure where county = $1 order by 1, 2, 3`,
    [county],
  )

describe('two counties in one database', () => {
  let database: Database
  before(async () => {
    database = await make(NORTH, SOUTH)
    await loadCity(database, { code: CITY, name: '丽江市', englishName: 'Lijiang' }, counties)
    await gatherFigures(database, city, counties)
  })
  after(() => database.close())
  const read = async (indicator: { id: string }, place: string, period: string) =>
    findFigure(database, CITY, indicator.id, place, period)

  test('each has the figures that it has alone, also when computed again below a city', async () => {
    for (const county of counties) {
      const alone = await make(county)
      try {
        await buildFigures(database, of(county))
        const found = await allOf(database, county)
        assert.ok(found.length > 100)
        assert.deepEqual(found, await allOf(alone, county), county)
      } finally {
        await alone.close()
      }
    }
  })

  test('add up: events, sums, and what stands at a moment; a rate from the sums of both sides', async () => {
    assert.equal((await read(loansMade, CITY, '2025-02'))?.value, '3')
    assert.equal((await read(loansMade, CITY, '2025-06-ytd'))?.value, '6')
    assert.equal((await read(depositSum, CITY, '2025-06-ytd'))?.value, String(100 + 101 + 102 + 103 + 100 + 101))
    // North: two of three are late. South: the only one. The mean of the rates would be 83.3.
    const rate = await read(overdueRate, CITY, '2025-02')
    assert.deepEqual([rate?.value, rate?.numerator, rate?.denominator], ['75.0', '3', '4'])
  })

  test('different persons do not add up: the city has no such figure, its counties have', async () => {
    assert.match(whyNotAdded(holderCount)?.en ?? '', /counts different persons/)
    assert.equal(whyNotAdded(overdueRate), undefined)
    assert.equal(await read(holderCount, CITY, '2025-06'), undefined)
    assert.equal((await read(holderCount, SOUTH, '2025-06'))?.value, '2')
  })

  test('ranks the counties among themselves, and nothing below them', async () => {
    const rows = await readFigures(database, {
      county: CITY,
      indicators: [overdueRate.id],
      under: CITY,
      periods: ['2025-02'],
    })
    assert.deepEqual(
      rows.map((row) => [row.place, row.rank, row.rankedOf, row.value]),
      [
        [NORTH, 1, 2, '66.7'],
        [SOUTH, 2, 2, '100.0'],
      ],
    )
    const places = await database.query('select distinct place from figure where county = $1 order by 1', [CITY])
    assert.deepEqual(
      places,
      [CITY, NORTH, SOUTH].map((place) => ({ place })),
    )
    const own = await findFigure(database, NORTH, overdueRate.id, NORTH, '2025-06')
    assert.equal(own?.rank, null, 'a county has no rank in its own figures')
  })

  test('is closed when both are, with what was closed', async () => {
    const actor = testActor('librarian', NORTH)
    const write = (county: string) => ({ computation: of(county), actor, requestId: `close-2025-01-${county}`, today })
    await closeMonth(database, write(NORTH), '2025-01')
    await gatherFigures(database, city, counties)
    assert.equal((await read(loansMade, CITY, '2025-01'))?.status, 'provisional')
    assert.equal((await read(loansMade, NORTH, '2025-01'))?.status, 'closed')
    await closeMonth(database, write(SOUTH), '2025-01')
    await lend(database, SOUTH, [...DAYS[SOUTH]!, '2025-01-20'])
    await refreshFigures(database, of(SOUTH))
    await gatherFigures(database, city, counties)
    const closed = await read(loansMade, CITY, '2025-01')
    assert.deepEqual([closed?.status, closed?.value, closed?.closedOn !== null], ['closed', '1', true])
    assert.equal((await read(loansMade, CITY, '2025-06-ytd'))?.value, '7')
    assert.deepEqual(await database.query('select period from closed_period where county = $1', [CITY]), [
      { period: '2025-01' },
    ])
  })

  test('says how many of its counties a figure speaks of', async () => {
    await database.query(`delete from figure where county = $1 and indicator = $2 and period = '2025-03'`, [
      SOUTH,
      loansMade.id,
    ])
    await gatherFigures(database, city, counties)
    assert.equal((await read(loansMade, CITY, '2025-03'))?.completeness, 50)
    assert.equal((await read(loansMade, CITY, '2025-04'))?.completeness, 100)
  })

  test('a write in a county changes what tells that its figures have changed', async () => {
    const first = await stateOfCounties(database, city, counties)
    assert.equal(await stateOfCounties(database, city, counties), first)
    await lend(database, NORTH, [...DAYS[NORTH]!, '2025-03-03'])
    await refreshFigures(database, of(NORTH))
    assert.notEqual(await stateOfCounties(database, city, counties), first)
  })
})

test('the counties of a city are told by their codes', () => {
  assert.deepEqual(countiesOf(CITY, ['5307', '530721', '530722', '530802', '53']), ['530721', '530722'])
})
