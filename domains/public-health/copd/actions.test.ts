import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { actors, refusal } from '../../testing/county.ts'
import {
  openFamilyDoctorCounty,
  OTHER_VILLAGE,
  TOWNSHIP,
  VILLAGE,
  type FamilyDoctorCounty,
} from '../family-doctor/testing.ts'
import { copd } from './index.ts'

let county: FamilyDoctorCounty
let person = ''
const act = (action: string, input: object) => county.act(actors.village(VILLAGE), `copd.${action}`, input)
const visit = (happenedOn: string, more: object = {}) =>
  act('visit.record', { person, happenedOn, mode: 'clinic', exacerbation: 'none', assessmentTest: 8, ...more })
const courseOf = async () =>
  (
    await county.database.query<Record<string, unknown>>(
      'select class, step, due_on from copd_visit where person = $1 order by happened_on',
      [person],
    )
  ).map((row) => [row['class'], row['step'], row['due_on']])

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [copd])
  person = await county.enter('1960-05-01')
})
after(() => county.close())

test('screened, registered, visited: stable, mild, referred', async () => {
  await act('screening.record', { person, happenedOn: '2025-01-02', score: 18, ratio: 0.62 })
  const [screened] = await county.database.query('select finding, ratio from copd_screening where person = $1', [
    person,
  ])
  assert.deepEqual(screened, { finding: 'suspected', ratio: '0.620' })
  await act('patient.register', { person, happenedOn: '2025-01-05', source: 'screening' })
  await assert.rejects(visit('2025-02-01', { exacerbation: undefined }), refusal('invalid', 'exacerbation'))
  await visit('2025-02-01')
  await visit('2025-05-01', { exacerbation: 'mild' })
  await visit('2025-05-12', { exacerbation: 'mild', assessmentTest: 12 })
  await visit('2025-05-20', { exacerbation: 'severe' })
  assert.deepEqual(await courseOf(), [
    ['satisfied', 'routine', '2025-05-01'],
    ['unsatisfied', 'adjust', '2025-05-15'],
    ['unsatisfied', 'refer', '2025-05-26'],
    ['unsatisfied', 'emergency', '2025-06-03'],
  ])
  const groups = await county.database.query('select 1 from key_population_membership where person = $1', [person])
  assert.equal(groups.length, 0)
})

test('figures: managed of those expected, stable at the last visit', async () => {
  await visit('2025-06-02')
  await buildFigures(county.database, {
    county: county.county,
    indicators: copd.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const figure = async (indicator: string, period: string) =>
    (await county.figure(`copd.${indicator}`, TOWNSHIP, period)).value
  assert.deepEqual(
    await Promise.all([
      figure('managed', '2025-06'),
      figure('control-rate', '2025-05'),
      figure('control-rate', '2025-06'),
    ]),
    ['1', '0.00', '100.00'],
  )
  assert.equal(await figure('strict-control-rate', '2025-06'), '100.00')
})

test('seen and served within the scope only', async () => {
  const seen = (actor: ReturnType<typeof actors.village>) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query('select 1 from copd_patient')).length,
    )
  assert.deepEqual([await seen(actors.village(VILLAGE)), await seen(actors.bureau)], [1, 1])
  for (const actor of [
    actors.village(OTHER_VILLAGE),
    actors.township('530721103'),
    actors.leader,
    actors.administrator,
  ])
    assert.equal(await seen(actor), 0)
  await assert.rejects(
    county.act(actors.bureau, 'copd.visit.record', {
      person,
      happenedOn: '2025-12-01',
      mode: 'home',
      exacerbation: 'none',
    }),
    refusal('forbidden'),
  )
})
