import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { actors } from '../../testing/county.ts'
import { openFamilyDoctorCounty, TOWNSHIP, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { childHealth } from './index.ts'

const township = actors.township(TOWNSHIP)
let county: FamilyDoctorCounty

async function bear(happenedOn: string, sex = 'male'): Promise<string> {
  const { id } = await county.act(township, 'resident.birth.register', {
    ...{ name: '和小宝', sex, happenedOn, motherName: '和妈妈', division: VILLAGE, deliveredAt: 'hospital' },
    ...{ birthWeight: 3300, gestationalWeeks: 39 },
  })
  const [row] = await county.database.query<{ person: string }>('select person from resident_birth where id = $1', [id])
  return row!.person
}
const register = (person: string, happenedOn: string, more: object = {}) =>
  county.act(township, 'child-health.child.register', { person, happenedOn, ...more })
const visit = (person: string, happenedOn: string) =>
  county.act(township, 'child-health.newborn-visit.record', { person, happenedOn })
const examine = (person: string, happenedOn: string, more: object = {}) =>
  county.act(township, 'child-health.check-up.record', { person, happenedOn, weight: 11, ...more })

async function numerators(indicator: string, periods: string[]): Promise<string[]> {
  await buildFigures(county.database, {
    county: county.county,
    indicators: childHealth.indicators,
    horizon: horizonOf('2024-12', county.today),
  })
  const figures = await Promise.all(
    periods.map((period) => county.figure(`child-health.${indicator}`, TOWNSHIP, period)),
  )
  return figures.map(({ numerator, denominator }) => `${numerator}/${denominator}`)
}

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth])
})
after(() => county.close())

test('newborns: in time after discharge, within 28 days, of those born in the period', async () => {
  const [inTime, late, unseen] = [
    await bear('2025-03-30'),
    await bear('2025-03-05', 'female'),
    await bear('2025-04-02'),
  ]
  await register(inTime, '2025-04-02', { dischargedOn: '2025-04-01' })
  await visit(inTime, '2025-04-08')
  await register(late, '2025-03-08', { dischargedOn: '2025-03-07' })
  await visit(late, '2025-03-20')
  await register(unseen, '2025-04-30')
  const periods = ['2025-03', '2025-04', '2025']
  assert.deepEqual(await numerators('newborn-visit-rate', periods), ['1/2', '0/1', '1/3'])
  assert.deepEqual(await numerators('newborn-visit-rate-28-days', periods), ['2/2', '0/1', '2/3'])
  // The visits are services of the year as well.
  assert.deepEqual(await numerators('management-rate', ['2025-03', '2025-04', '2025']), ['1/2', '2/3', '2/3'])
})

test('systematic management: every check-up of the age that fell due in the year', async () => {
  const steady = await bear('2024-01-10')
  await register(steady, '2024-01-20')
  for (const day of ['2024-02-09', '2024-04-12', '2024-07-11', '2024-09-12']) await examine(steady, day, { weight: 8 })
  // Twelve months on time; eighteen months missed: the age of 24 months begins on 11 November 2025.
  await examine(steady, '2025-01-14')
  const months = ['2024-12', '2025-01', '2025-10', '2025-11', '2025-12']
  assert.deepEqual(await numerators('systematic-rate', months), ['1/1', '1/1', '1/4', '0/4', '0/4'])
  const caughtUp = await bear('2023-11-20')
  await register(caughtUp, '2024-01-20')
  for (const day of ['2024-05-20', '2024-08-01', '2024-11-25']) await examine(caughtUp, day)
  for (const day of ['2025-05-20', '2025-11-25']) await examine(caughtUp, day)
  // One month and three were missed in 2024 (the age of six months began in April), nothing in 2025.
  assert.deepEqual(await numerators('systematic-rate', ['2024-12', '2025-05', '2025-12']), ['1/2', '2/5', '1/5'])
})

test('growth by the last measurement of a year, anaemia and feeding by check-up', async () => {
  const child = await bear('2023-06-01', 'female')
  await register(child, '2023-07-01')
  await examine(child, '2024-12-03', { weight: 7.8, height: 73, haemoglobin: 105 })
  await examine(child, '2025-06-03', { weight: 10.9, height: 85, haemoglobin: 118 })
  const infant = await bear('2025-08-01')
  await register(infant, '2025-08-02')
  await examine(infant, '2025-11-02', { weight: 6.6, height: 61, feeding: 'exclusive' })
  assert.deepEqual(await numerators('underweight-rate', ['2024-12', '2025-05', '2025-06', '2025-12']), [
    ...['1/3', '1/3', '0/3', '0/4'],
  ])
  assert.deepEqual(await numerators('stunting-rate', ['2024-12', '2025-12']), ['1/1', '0/2'])
  assert.deepEqual(await numerators('anaemia-rate', ['2024-12', '2025']), ['1/1', '0/1'])
  assert.deepEqual(await numerators('exclusive-breast-feeding-rate', ['2025-11', '2025']), ['1/1', '1/1'])
  // Severely underweight, and therefore referred: due within two weeks, and nobody looked after it.
  assert.deepEqual(await numerators('follow-up-rate', ['2024-12']), ['0/1'])
})
