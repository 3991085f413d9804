import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, OTHER_VILLAGE, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { diabetes } from './index.ts'

const village = actors.village()
let county: FamilyDoctorCounty
let person = ''

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [diabetes])
  person = await county.enter('1970-05-01')
  const registration = { person, happenedOn: '2025-01-05', source: 'hospital' }
  await county.act(village, 'diabetes.patient.register', registration)
})
after(() => county.close())

const visit = (happenedOn: string, values: object, mode = 'clinic') =>
  county.act(village, 'diabetes.visit.record', { person, happenedOn, mode, ...values })
const steps = async () =>
  (
    await county.database.query<{ step: string; at_goal: boolean | null }>(
      'select step, at_goal from diabetes_visit where person = $1 and voided_at is null order by happened_on',
      [person],
    )
  ).map((row) => [row.step, row.at_goal])

test('the course follows the fasting glucose; a check by phone needs none; low sugar is an emergency', async () => {
  await visit('2025-02-01', { fastingGlucose: 7.4, systolic: 128, diastolic: 78 })
  await visit('2025-02-12', { fastingGlucose: 7.2 })
  await visit('2025-02-24', { referralOutcome: 'not-gone' }, 'phone')
  await visit('2025-03-05', { fastingGlucose: 6.4 })
  await visit('2025-06-05', { fastingGlucose: 3.8 })
  assert.deepEqual(await steps(), [
    ['adjust', false],
    ['refer', false],
    ['adjust', null],
    ['routine', true],
    ['emergency', true],
  ])
})

test('a visit face to face measures the glucose', async () => {
  await assert.rejects(visit('2025-07-01', {}), refusal('invalid', 'fastingGlucose'))
})

test('seen within the scope only', async () => {
  const seen = (actor: typeof village) =>
    asActor(county.database, county.house, actor, (connection) => connection.query('select 1 from diabetes_visit'))
  assert.equal((await seen(actors.village(VILLAGE))).length, 5)
  assert.equal((await seen(actors.village(OTHER_VILLAGE))).length, 0)
})
