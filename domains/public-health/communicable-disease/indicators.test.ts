import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { actors } from '../../testing/county.ts'
import { cdc, type DiseaseCounty, openDiseaseCounty, OTHER_VILLAGE } from './testing.ts'

let county: DiseaseCounty
const computation = () => ({
  county: county.county,
  indicators: [...county.house.indicators.values()],
  horizon: horizonOf('2025-01', county.today),
})
const value = async (indicator: string, place = '530721', period = '2025') =>
  (await county.figure(`communicable-disease.${indicator}`, place, period)).value
const review = (id: string) => county.act(cdc, 'communicable-disease.case.review', {}, { id })

before(async () => {
  county = await openDiseaseCounty('2025-11-20')
  const people = []
  for (let index = 0; index < 8; index++)
    people.push(await county.enter(`1980-01-1${index}`, index < 6 ? undefined : OTHER_VILLAGE))
  const township = actors.township()
  await review(await county.report(township, people[0]!, { disease: 'brucellosis' }))
  await review(
    await county.report(township, people[1]!, {
      disease: 'tuberculosis',
      subtype: 'tb-positive',
      category: 'confirmed',
      address: '',
    }),
  )
  await review(await county.report(township, people[2]!, { onsetOn: '2025-11-10', diagnosedOn: '2025-11-11' }))
  // A suspect, a card nobody has reviewed, and an infection without disease are no cases.
  await review(await county.report(township, people[3]!, { disease: 'rubella', category: 'suspected' }))
  await county.report(township, people[4]!, { disease: 'measles' })
  await review(await county.report(cdc, people[5]!, { disease: 'aids', subtype: 'hiv', category: 'confirmed' }))
  await review(
    await county.report(actors.township('530721103'), people[6]!, { disease: 'rabies', diedOn: '2025-11-20' }),
  )
  await buildFigures(county.database, computation())
})
after(() => county.close())

test('cases and incidence by class: two of class B and one of class C in a township of six', async () => {
  assert.equal(await value('total-cases'), '4')
  assert.equal(await value('class-ab-cases'), '3')
  assert.equal(await value('class-c-cases'), '1')
  assert.equal(await value('incidence-b', '530721102'), '33333.33')
  assert.equal(await value('incidence-ab', '530721102'), '33333.33')
  assert.equal(await value('incidence-c', '530721102'), '16666.67')
  assert.equal(await value('brucellosis-cases', '530721102'), '1')
  assert.equal(await value('measles-cases'), '0')
})

test('deaths, timeliness, completeness', async () => {
  assert.equal(await value('deaths-count'), '1')
  assert.equal(await value('report-timeliness', '530721102'), '80.00')
  assert.equal(await value('completeness', '530721102'), '80.00')
  assert.equal(await value('review-timeliness'), '100.00')
})

test('signals and how they were answered; figures follow', async () => {
  const raised = { disease: 'influenza', division: '530721102201', level: 'village', observed: 5, fromOn: '2025-11-19' }
  const first = await county.act(cdc, 'communicable-disease.signal.raise', raised)
  await county.act(cdc, 'communicable-disease.signal.raise', { ...raised, disease: 'rubella' })
  await county.act(cdc, 'communicable-disease.signal.verify', {}, { id: first.id! })
  await refreshFigures(county.database, computation())
  // The death of rabies raised none; the two by hand did.
  const signals = Number(await value('signals-raised'))
  assert.equal(signals, 2)
  assert.equal(await value('signals-in-time'), '50.00')
  assert.equal(await value('signals-investigated-share'), '0.00')
  await county.act(cdc, 'communicable-disease.signal.declare-event', { cases: 31 }, { id: first.id! })
  await refreshFigures(county.database, computation())
  assert.equal(await value('events-declared'), '1')
})
