import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { derived, type Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { closeMonthsUntil, reviseFigure } from '@kangheng/kernel/indicator/close.ts'
import { actors } from '../../testing/county.ts'
import { causeOfDeath } from './index.ts'
import { indicators, standardisedMortality } from './indicators.ts'
import { cdc, openMortalityCounty, TOWNSHIP, VILLAGE, type MortalityCounty } from './testing.ts'

let county: MortalityCounty
/** Years at risk and events of a small county, as numbers to compare with. */
const probe: Indicator = derived(standardisedMortality.numerator, standardisedMortality.strata, {
  ...{ id: 'cause-of-death.probe', title: standardisedMortality.title, unit: '', decimals: 4, leastYears: 0.01 },
  ...{ basis: standardisedMortality.basis, source: standardisedMortality.source },
  formula: (strata) => strata.reduce((sum, { events, years }) => sum + 100 * events + years, 0),
})
const computation = () => ({
  county: county.county,
  indicators: [...indicators, probe],
  horizon: horizonOf('2025-01', county.today),
})
const parts = async (indicator: string, period: string, place = TOWNSHIP) => {
  const { value, numerator, denominator } = await county.figure(`cause-of-death.${indicator}`, place, period)
  return denominator === null ? value : `${numerator}/${denominator}`
}

before(async () => {
  county = await openMortalityCounty('2025-11-20')
  const old = await county.enter('1940-01-01', 'male')
  await county.certify(old, { happenedOn: '2025-11-15', a: 'I64' })
  const middle = await county.enter('1965-01-01')
  await county.certify(middle, { happenedOn: '2025-10-01', a: 'I50.9' })
  const unknown = await county.enter('1930-01-01')
  const id = await county.certify(unknown, { happenedOn: '2025-11-16', a: 'R99' })
  await county.act(cdc, 'cause-of-death.certificate.review', {}, { id })
  const without = await county.enter('1945-01-01')
  await county.act(actors.township(TOWNSHIP), 'resident.death.register', {
    person: without,
    happenedOn: '2025-11-10',
    place: 'home',
  })
  await county.enter('2000-01-01')
  await county.enter('2025-06-10', 'male')
  await buildFigures(county.database, computation())
})
after(() => county.close())

test('reporting, under-reporting and vague codes', async () => {
  for (const [indicator, expected] of [
    ['timely-rate', '2/3'],
    ['certified-rate', '3/4'],
    ['unreported-rate', '1/4'],
    ['vague-rate', '2/3'],
    ['ill-defined-rate', '1/3'],
    ['review-rate', '1/3'],
    ['mortality-cerebrovascular-disease', '1/3.5'],
    ['mortality-heart-disease', '1/3.5'],
  ] as const)
    assert.equal(await parts(indicator, '2025'), expected, indicator)
})

test('a derived figure takes events and years at risk by age and sex; small places have none', async () => {
  // Month-end residents: January to May five, June to September six, October five, November two.
  assert.equal(await parts('probe', '2025-11'), (300 + 2 / 12).toFixed(4))
  assert.equal(await parts('probe', '2025'), (400 + (5 * 5 + 4 * 6 + 5 + 2) / 12).toFixed(4))
  assert.equal(await parts('probe', '2025', VILLAGE), null)
  assert.equal(await parts('life-expectancy', '2025'), null)
  assert.equal((await county.figure('cause-of-death.life-expectancy', TOWNSHIP, '2025')).numerator, '4')
})

test('it follows the records, is frozen when its month is closed, and can be revised', async () => {
  const late = await county.enter('1950-01-01')
  await refreshFigures(county.database, computation())
  assert.equal(await parts('probe', '2025-11'), (300 + 3 / 12).toFixed(4))
  const write = { computation: computation(), actor: actors.bureau, today: '2025-12-05' }
  await closeMonthsUntil(county.database, { ...write, requestId: 'close' }, '2025-11')
  county.today = '2025-12-05'
  await county.certify(late, { happenedOn: '2025-11-19', a: 'I64' })
  await refreshFigures(county.database, computation())
  assert.equal(await parts('probe', '2025-11'), (300 + 3 / 12).toFixed(4))
  const target = { indicator: 'cause-of-death.probe', place: TOWNSHIP, period: '2025-11', reason: '补报死亡一例' }
  const { after: revised } = await reviseFigure(county.database, { ...write, requestId: 'revise' }, target)
  assert.equal(revised.value, (400 + 2 / 12).toFixed(4))
})

test('every indicator of the line is declared', () => {
  assert.deepEqual(causeOfDeath.indicators, indicators)
})
