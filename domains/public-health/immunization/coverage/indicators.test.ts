import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf, windowOf } from '@kangheng/kernel/indicator/horizon.ts'
import { traceFigure } from '@kangheng/kernel/indicator/trace.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { actors } from '../../../testing/county.ts'
import { openImmunizationCounty, TOWNSHIP, type ImmunizationCounty } from '../testing.ts'
import { coverage } from './indicators.ts'

let county: ImmunizationCounty
const computation = () => ({
  county: county.county,
  indicators: [...county.house.indicators.values()].filter((each) => each.id.startsWith('immunization.')),
  horizon: horizonOf('2025-01', '2025-12-31'),
})
const children: string[] = []

/** Four children, one year old in June 2025, with what they had. */
before(async () => {
  county = await openImmunizationCounty('2025-12-31')
  for (const more of [{}, {}, {}, { from: '2025-08-01' }]) children.push(await county.enter('2024-06-10', more))
  const [full, late, none, arrived] = children as [string, string, string, string]
  for (const child of [full, late, arrived]) {
    await county.book(child, 'HepB', '2024-06-10', { within24Hours: child !== late })
    await county.book(child, 'DTaP', '2024-09-10')
    await county.book(child, 'DTaP', '2024-10-10')
  }
  await county.book(full, 'DTaP', '2024-11-10')
  await county.book(full, 'MMR', '2025-02-10')
  await county.book(late, 'MMR', '2025-09-15')
  await county.book(arrived, 'DTaP-IPV/Hib', '2024-12-15')
  await county.act(actors.township(), 'immunization.card.open', { person: none })
  await buildFigures(county.database, computation())
})
after(() => county.close())

async function figure(indicator: string, period: string): Promise<[number, number | null]> {
  const { numerator, denominator } = await county.figure(`immunization.${indicator}`, TOWNSHIP, period)
  return [Number(numerator), denominator === null ? null : Number(denominator)]
}

test('a dose is due for the cohort that passed its age within the year, where it lives', async () => {
  assert.deepEqual(await figure('coverage-mmr-1', '2025-05'), [0, 0])
  assert.deepEqual(await figure('coverage-mmr-1', '2025-06'), [1, 3])
  // Caught up in September, and joined by a child that arrived without the dose in August.
  assert.deepEqual(await figure('coverage-mmr-1', '2025-08'), [1, 4])
  assert.deepEqual(await figure('coverage-mmr-1', '2025-12'), [2, 4])
})

test('a combination counts in both series, and by its own instructions', async () => {
  assert.deepEqual(await figure('coverage-dtap-3', '2025-12'), [2, 4])
  assert.deepEqual(await figure('coverage-polio-3', '2025-12'), [0, 4])
})

test('the first dose within 24 hours, zero-dose children and drop-out', async () => {
  assert.deepEqual(await figure('hepb-birth-dose', '2025-05'), [1, 3])
  assert.deepEqual(await figure('zero-dose', '2025-12'), [1, null])
  assert.deepEqual(await figure('drop-out', '2025-12'), [1, 3])
  assert.deepEqual(await figure('card-rate', '2025-12'), [4, 4])
})

test('timeliness looks at the age of the dose only', async () => {
  const [timely, due] = await figure('timeliness', '2025-12')
  const [given] = await figure('coverage', '2025-12')
  assert.equal(due, 4 * 7)
  // The MMR of September was given after the first birthday.
  assert.equal(given - timely, 1)
})

test('a figure leads to its children, and follows the records', async () => {
  const page = await asActor(county.database, county.house, actors.township(), (connection) =>
    traceFigure(connection, {
      county: county.county,
      indicator: coverage['mmr-1']!,
      side: 'numerator',
      place: TOWNSHIP,
      window: windowOf(getPeriod('2025-12'), computation().horizon),
      limit: 10,
      unmasked: true,
    }),
  )
  assert.equal(page.rows.length, 2)
  await county.book(children[2]!, 'MMR', '2025-05-01')
  await refreshFigures(county.database, computation())
  assert.deepEqual(await figure('coverage-mmr-1', '2025-06'), [2, 3])
  assert.deepEqual(await figure('coverage-mmr-1', '2025-12'), [3, 4])
})
