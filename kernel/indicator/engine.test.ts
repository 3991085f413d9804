import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { buildHouse } from '../domain/registry.ts'
import { addDays } from '../period/date.ts'
import { runAction, type ActionHouse } from '../record/pipeline.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty, personId } from '../testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import { buildFigures, type Computation } from './engine.ts'
import { openRefresher, refreshFigures } from './refresh.ts'
import { horizonOf } from './horizon.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
const computation: Computation = {
  county: '530721',
  indicators: [...house.indicators.values()],
  horizon: horizonOf('2024-01', '2025-06-15'),
}
let database: Database
let setting: ActionHouse
let requests = 0

interface Loan {
  person: number
  point: number
  day: number
  days: number
  keptFor: number | null
}

const actorAt = (point: number) =>
  testActor('librarian', '530721', { institution: ['C530721001', 'C530721102'][point]! })
const dayOf = (day: number) => addDays('2024-01-01', day)

async function lendAndReturn(loan: Loan): Promise<void> {
  requests += 1
  const input = {
    person: personId(loan.person),
    umbrella: `U${String(requests % 1000).padStart(3, '0')}`,
    days: loan.days,
    deposit: loan.days * 100,
    happenedOn: dayOf(loan.day),
  }
  const { id } = await runAction(setting, actorAt(loan.point), {
    action: 'umbrella.loan.lend',
    requestId: `lend-${requests}-req`,
    input,
  })
  if (loan.keptFor === null) return
  const on = addDays(dayOf(loan.day), loan.keptFor)
  await runAction(setting, actorAt(loan.point), {
    action: 'umbrella.loan.give-back',
    requestId: `back-${requests}-req`,
    id: id!,
    input: { on },
  })
}

type Table = Record<string, unknown>[]
const allFigures = (): Promise<Table> =>
  database.query(
    'select indicator, place, period, value, numerator, denominator, rank, ranked_of from figure order by indicator, place, period',
  )
const figure = async (indicator: string, place: string, period: string) =>
  (
    await database.query<Record<string, string>>(
      'select * from figure where indicator = $1 and place = $2 and period = $3',
      [indicator, place, period],
    )
  )[0]!

before(async () => {
  database = await openTestDatabase(house)
  await loadSmallCounty(database, 12)
  setting = { database, house, county: '530721', today: () => '2025-06-15' }
})
after(() => database.close())

describe('figures', () => {
  test('flows add over months and places, stocks stand at the end, persons count once', async () => {
    await lendAndReturn({ person: 0, point: 0, day: 10, days: 5, keptFor: 10 }) // January 2024, overdue 5 days
    await lendAndReturn({ person: 0, point: 1, day: 25, days: 3, keptFor: null }) // out since 26 January, overdue from 30 January
    await lendAndReturn({ person: 1, point: 0, day: 40, days: 7, keptFor: 2 }) // February 2024
    await buildFigures(database, computation)
    assert.equal((await figure('umbrella.loans', '530721', '2024-01'))['value'], '2')
    assert.equal((await figure('umbrella.loans', '530721', '2024-02-ytd'))['value'], '3')
    assert.equal((await figure('umbrella.loans', 'C530721001', '2024'))['value'], '2')
    assert.equal((await figure('umbrella.deposit-sum', '530721001001', '2024-01'))['value'], '800')
    assert.equal((await figure('umbrella.overdue-rate', '530721', '2024-01'))['value'], '100.0')
    assert.equal((await figure('umbrella.overdue-rate', '530721102', '2024-01'))['value'], null)
    assert.equal((await figure('umbrella.frequent-share', '530721', '2024-01'))['value'], '100.00')
    assert.equal((await figure('umbrella.frequent-share', '530721', '2024-02-ytd'))['value'], '50.00')
    assert.equal((await figure('umbrella.loans', '530721', '2025'))['value'], '0')
  })

  test('an incremental refresh gives the same figures as a full build', async () => {
    const loan = fc.record({
      person: fc.nat(11),
      point: fc.nat(1),
      day: fc.nat(500),
      days: fc.integer({ min: 1, max: 14 }),
      keptFor: fc.option(fc.nat(60)),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(loan, { minLength: 1, maxLength: 5 }), async (loans) => {
        for (const each of loans) await lendAndReturn(each).catch(() => {}) // an umbrella already lent is refused: no matter here
        await refreshFigures(database, computation)
        const incremental = await allFigures()
        await buildFigures(database, computation)
        assert.deepEqual(incremental, await allFigures())
      }),
      { numRuns: 12 },
    )
  })

  test('so does whoever refreshes all day, whatever others compute between, and without a view of the records', async () => {
    const happening = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('lend' as const), person: fc.nat(11), day: fc.nat(500) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('refresh' as const) }) },
      fc.record({ kind: fc.constantFrom('rest' as const, 'others' as const, 'build' as const, 'restart' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 12 }), async (happenings) => {
        let refresher = openRefresher(database)
        for (const each of happenings) {
          if (each.kind === 'lend')
            await lendAndReturn({ ...each, point: each.day % 2, days: 5, keptFor: each.day % 9 }).catch(() => {})
          else if (each.kind === 'refresh') await refresher.refresh(computation)
          else if (each.kind === 'rest') await refresher.rest(computation.county)
          else if (each.kind === 'others') await refreshFigures(database, computation)
          else if (each.kind === 'build') await buildFigures(database, computation)
          else {
            await refresher.close()
            refresher = openRefresher(database)
          }
        }
        await refresher.refresh(computation)
        await refresher.close()
        const refreshed = await allFigures()
        await buildFigures(database, computation)
        assert.deepEqual(refreshed, await allFigures())
      }),
      { numRuns: 12 },
    )
  })

  test('nothing stale, nothing computed', async () => {
    assert.equal(await refreshFigures(database, computation), 0)
  })
})
