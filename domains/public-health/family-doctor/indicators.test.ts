import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { actors } from '../../testing/county.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from './testing.ts'

let county: FamilyDoctorCounty
const clerk = actors.township(TOWNSHIP)

const sign = async (person: string, more: Record<string, unknown>) => {
  const input = { person, team: county.team, doctor: county.doctor, package: county.basic, ...more }
  return (await county.act(clerk, 'family-doctor.contract.sign', input)).id!
}
const group = (person: string, name: string, happenedOn = '2024-01-10') =>
  county.act(clerk, 'family-doctor.key-membership.enter', { person, group: name, source: 'management', happenedOn })
const serve = (person: string, kind: string, happenedOn: string) =>
  county.act(clerk, 'family-doctor.service.serve', { person, kind, mode: 'home', happenedOn })

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-31')
  const [old, patient, renewing, dead, lapsed] = [
    await county.enter('1950-01-01'),
    await county.enter('1960-01-01'),
    await county.enter('1980-01-01'),
    await county.enter('1940-01-01'),
    await county.enter('1985-01-01'),
  ]
  await county.enter('1990-01-01')
  await group(old, 'older')
  await group(old, 'hypertension')
  await group(patient, 'hypertension')
  await sign(old, { happenedOn: '2025-03-01' })
  await sign(dead, { happenedOn: '2025-03-01' })
  await sign(lapsed, { happenedOn: '2024-05-01' })
  const first = await sign(renewing, { happenedOn: '2024-05-01' })
  await serve(renewing, 'record-update', '2024-06-01')
  await serve(renewing, 'health-guidance', '2024-07-01')
  await serve(renewing, 'health-guidance', '2024-08-01')
  await serve(lapsed, 'health-guidance', '2024-09-01')
  county.today = '2025-04-20'
  await county.act(clerk, 'family-doctor.contract.renew', { years: 1 }, { id: first })
  county.today = '2025-12-31'
  await county.act(clerk, 'resident.death.register', {
    person: dead,
    happenedOn: '2025-10-10',
    place: 'home',
    cause: '衰老',
  })
  const indicators = [...county.house.indicators.values()].filter((each) => each.id.startsWith('family-doctor.'))
  const horizon = horizonOf('2025-04', '2025-12-31')
  await buildFigures(county.database, { county: '530721', indicators, horizon })
})
after(() => county.close())

async function figure(indicator: string, period = '2025-12'): Promise<[number, number | null]> {
  const { numerator, denominator } = await county.figure(`family-doctor.${indicator}`, TOWNSHIP, period)
  return [Number(numerator), denominator === null ? null : Number(denominator)]
}

test('coverage counts residents with a valid contract; the dead leave both sides on the day of death', async () => {
  assert.deepEqual(await figure('coverage', '2025-09'), [3, 6])
  assert.deepEqual(await figure('coverage', '2025-10'), [2, 5])
  assert.deepEqual(await figure('coverage'), [2, 5])
})

test('who is in two groups is one of the key population', async () => {
  assert.deepEqual(await figure('key-coverage'), [1, 2])
  assert.deepEqual(await figure('hypertension-coverage'), [1, 2])
  assert.deepEqual(await figure('older-coverage'), [1, 1])
})

test('the renewal rate is of contracts that came to their end', async () => {
  // Two contracts of 2024-05-01 had their last day on 30 April; one was continued.
  assert.deepEqual(await figure('renewal-rate', '2025-04'), [1, 2])
  assert.deepEqual(await figure('renewal-rate', '2025-05'), [0, 0])
})

test('fulfilment is of service years that ended, each item up to its agreed count', async () => {
  // Two items each: both delivered to one (a second piece of advice adds nothing), one to the other.
  assert.deepEqual(await figure('fulfilment-rate', '2025-04'), [3, 4])
  assert.deepEqual(await figure('full-fulfilment-rate', '2025-04'), [1, 2])
  assert.deepEqual(await figure('fulfilment-rate', '2025-05'), [0, 0])
})
