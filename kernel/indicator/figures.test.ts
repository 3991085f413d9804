import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asActor } from '../access/scope.ts'
import { buildHouse } from '../domain/registry.ts'
import { runAction, type ActionHouse } from '../record/pipeline.ts'
import type { Database } from '../store/connection.ts'
import { openTestDatabase, testActor } from '../testing/database.ts'
import { loadSmallCounty, personId } from '../testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '../testing/umbrella-library/index.ts'
import { holderCount, loansMade, overdueRate } from '../testing/umbrella-library/indicators.ts'
import { getPeriod } from '../period/period.ts'
import { Refusal } from '../text/refusal.ts'
import { closeMonth, closeMonthsUntil, reviseFigure } from './close.ts'
import { buildFigures, type Computation } from './engine.ts'
import { refreshFigures } from './refresh.ts'
import { horizonOf, windowOf } from './horizon.ts'
import { findFigure, readFigures } from './read-figures.ts'
import { checkTarget, evenMonths, lightOf, setTarget } from './targets.ts'
import { traceFigure } from './trace.ts'
import { defineUserIndicator, loadUserIndicators, userIndicatorSchema } from './user-indicator.ts'

const house = buildHouse([umbrellaLibrary], [librarian, visitor])
const horizon = horizonOf('2025-01', '2025-06-15')
const computation: Computation = { county: '530721', indicators: [...house.indicators.values()], horizon }
const clerk = testActor('librarian', '530721', { institution: 'C530721001' })
let database: Database
let setting: ActionHouse

async function lend(number: number, person: number, happenedOn: string): Promise<string> {
  const input = {
    person: personId(person),
    umbrella: `U${String(number).padStart(3, '0')}`,
    days: 7,
    deposit: 100,
    happenedOn,
  }
  return (await runAction(setting, clerk, { action: 'umbrella.loan.lend', requestId: `lend-request-${number}`, input }))
    .id!
}

before(async () => {
  database = await openTestDatabase(house)
  await loadSmallCounty(database, 12)
  setting = { database, house, county: '530721', today: () => '2025-06-15' }
  for (let number = 1; number <= 6; number += 1) await lend(number, number, `2025-0${Math.ceil(number / 2)}-10`)
  await buildFigures(database, computation)
})
after(() => database.close())

const write = (requestId: string) => ({ computation, actor: clerk, requestId, today: '2025-06-15' })
const trace = (actor: typeof clerk, indicator: typeof loansMade, place: string, period: string) =>
  asActor(database, house, actor, (connection) =>
    traceFigure(connection, {
      county: '530721',
      indicator,
      side: 'numerator',
      place,
      window: windowOf(getPeriod(period), horizon),
      limit: 100,
      unmasked: true,
    }),
  )

describe('trace', () => {
  test('leads to as many rows as the figure says', async () => {
    for (const [indicator, place] of [
      [loansMade, '530721'],
      [loansMade, 'C530721001'],
      [holderCount, '530721'],
      [holderCount, '530721102'],
    ] as const) {
      for (const period of ['2025-02', '2025-03-ytd', '2025']) {
        const figure = await findFigure(database, '530721', indicator.id, place, period)
        const page = await trace(clerk, indicator, place, period)
        assert.equal(page.rows.length, Number(figure!.numerator), `${indicator.id} ${place} ${period}`)
      }
    }
  })

  test('pages through rows without losing or repeating one', async () => {
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await asActor(database, house, clerk, (connection) =>
        traceFigure(connection, {
          county: '530721',
          indicator: loansMade,
          side: 'numerator',
          place: '530721',
          window: windowOf(getPeriod('2025'), horizon),
          limit: 4,
          unmasked: true,
          cursor,
        }),
      )
      seen.push(...page.rows.map((row) => row.key))
      if (!page.next) break
      cursor = page.next
    }
    assert.equal(new Set(seen).size, 6)
    assert.equal(seen.length, 6)
  })

  test('shows a township only its own rows', async () => {
    const neighbour = testActor('librarian', '530721102')
    const page = await trace(neighbour, holderCount, '530721', '2025')
    assert.ok(page.rows.length > 0 && page.rows.every((row) => row.division.startsWith('530721102')))
  })
})

describe('closing', () => {
  test('months close in order and freeze the periods they complete', async () => {
    await assert.rejects(
      closeMonth(database, write('close-feb-first'), '2025-02'),
      (error: unknown) => error instanceof Refusal && error.kind === 'conflict',
    )
    await assert.rejects(
      closeMonth(database, write('close-june-early'), '2025-06'),
      (error: unknown) => error instanceof Refusal && error.field === 'period',
    )
    await closeMonthsUntil(database, write('close-quarter'), '2025-03')
    assert.equal((await findFigure(database, '530721', loansMade.id, '530721', '2025-Q1'))!.status, 'closed')
    assert.equal((await findFigure(database, '530721', loansMade.id, '530721', '2025-04'))!.status, 'provisional')
  })

  test('a late record leaves a closed figure as it is until it is revised with a reason', async () => {
    await lend(7, 7, '2025-02-20')
    await refreshFigures(database, computation)
    assert.equal((await findFigure(database, '530721', loansMade.id, '530721', '2025-02'))!.value, '2')
    assert.equal((await findFigure(database, '530721', loansMade.id, '530721', '2025'))!.value, '7')
    const target = { indicator: loansMade.id, place: '530721', period: '2025-02', reason: '补录2月借伞1把' }
    const revised = await reviseFigure(database, write('revise-february'), target)
    assert.deepEqual([revised.before.value, revised.after.value], ['2', '3'])
    assert.equal((await findFigure(database, '530721', loansMade.id, '530721', '2025-02'))!.status, 'revised')
    const history = await database.query('select old_value, new_value, reason from figure_revision')
    assert.deepEqual(history, [{ old_value: '2', new_value: '3', reason: '补录2月借伞1把' }])
    await assert.rejects(
      reviseFigure(database, write('revise-again'), target),
      (error: unknown) => error instanceof Refusal && error.kind === 'conflict',
    )
  })
})

describe('targets', () => {
  test('what accumulates is due in twelfths, a level is due as it is', () => {
    assert.equal(evenMonths(loansMade, '100')[0], '8')
    assert.equal(evenMonths(loansMade, '100')[5], '50')
    assert.equal(evenMonths(loansMade, '100')[11], '100')
    assert.deepEqual(new Set(evenMonths(overdueRate, '5.0')), new Set(['5.0']))
  })

  test('a target is checked, set, changed with a reason, and read beside the figure', async () => {
    assert.throws(() => checkTarget(overdueRate, '120', evenMonths(overdueRate, '120')), Refusal)
    const target = {
      indicator: loansMade.id,
      place: '530721',
      year: 2025,
      value: '24',
      months: evenMonths(loansMade, '24'),
    }
    const set = (requestId: string, reason: string, version?: number) =>
      asActor(database, house, clerk, (connection) =>
        setTarget(connection, clerk, '530721', { requestId, reason, version, target }),
      )
    await set('target-request-1', '')
    await assert.rejects(
      set('target-request-2', '上级调整'),
      (error: unknown) => error instanceof Refusal && error.kind === 'conflict',
    )
    assert.equal((await set('target-request-3', '上级调整', 1)).version, 2)
    const [figure] = await readFigures(database, {
      county: '530721',
      indicators: [loansMade.id],
      places: ['530721'],
      periods: ['2025-06-ytd'],
    })
    assert.equal(figure!.due, '12')
    assert.equal(figure!.target, '24')
  })

  test('lights follow the direction of the indicator', () => {
    assert.equal(lightOf('95', '100', 'higher'), 'yellow')
    assert.equal(lightOf('89.99', '100', 'higher'), 'red')
    assert.equal(lightOf('100', '100', 'higher'), 'green')
    assert.equal(lightOf('4', '5', 'lower'), 'green')
    assert.equal(lightOf('6', '5', 'lower'), 'red')
    assert.equal(lightOf(null, '5', 'lower'), null)
  })
})

describe('indicators defined at run time', () => {
  const definition = userIndicatorSchema.parse({
    id: 'user.early-returns',
    title: { zh: '押金一元的借伞', en: 'Loans with a deposit of one yuan' },
    unit: '把次',
    basis: { zh: '借伞点', en: 'Lending points' },
    record: 'umbrella.loan',
    kind: 'quantity',
    numerator: {
      conditions: [
        { field: 'deposit', op: '≥', value: 100 },
        { field: 'state', op: '=', value: 'lent' },
      ],
    },
  })

  test('are checked, versioned and computed like declared ones', async () => {
    const define = (requestId: string, changed = definition) =>
      database.transaction((connection) =>
        defineUserIndicator(connection, house, clerk, '530721', { requestId, definition: changed }),
      )
    assert.equal((await define('define-request-1')).version, 1)
    assert.equal((await define('define-request-2')).version, 2)
    const [indicator] = await loadUserIndicators(database, house, '530721')
    await buildFigures(database, { ...computation, indicators: [...computation.indicators, indicator!] })
    const figure = await findFigure(database, '530721', 'user.early-returns', '530721', '2025')
    assert.equal(figure!.value, '7')
    assert.equal(figure!.definitionVersion, 2)
    const wrong = {
      ...definition,
      numerator: {
        ...definition.numerator,
        conditions: [{ field: 'county; drop table', op: '=' as const, value: 'x' }],
      },
    }
    await assert.rejects(
      define('define-request-3', wrong),
      (error: unknown) => error instanceof Refusal && error.field === 'field',
    )
  })
})
