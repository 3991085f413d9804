import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { resident } from '../../../population/resident/index.ts'
import { actors, enterResident, openTestCounty, refusal, type TestCounty } from '../../../testing/county.ts'
import { rabiesExposureClinic } from './index.ts'

const clinic = actors.township()
let county: TestCounty
let serial = 800
const enter = () => enterResident(county, { birth: '1990-01-01', sequence: serial++, division: '530721102201' })
const bite = {
  exposedOn: '2025-06-01',
  animal: 'dog',
  animalState: 'stray',
  contact: 'transdermal-bite',
  site: 'leg',
  woundTreated: true,
  weightKg: 60,
  schedule: 'essen',
}
const register = async (input: object = {}) =>
  (await county.act(clinic, 'rabies-exposure.exposure.register', { person: await enter(), ...bite, ...input })).id!
const act = (name: string, id: string, input: object = {}, actor = clinic) =>
  county.act(actor, `rabies-exposure.exposure.${name}`, input, { id })
const dose = (id: string) => act('vaccinate', id, { product: '人用狂犬病疫苗（Vero细胞）', lot: '202501A' })
const row = async (id: string) =>
  (
    await county.database.query<Record<string, unknown>>(
      'select *, next_due_on::text as due from rabies_exposure where id = $1',
      [id],
    )
  )[0]!

before(async () => {
  county = await openTestCounty([resident, rabiesExposureClinic], '2025-06-01')
})
after(() => county.close())

test('a bite of grade III: wound, immunoglobulin by weight, five doses, a late one puts off the next', async () => {
  await assert.rejects(register({ woundTreated: false }), refusal('invalid', 'woundTreated'))
  await assert.rejects(register({ weightKg: undefined }), refusal('invalid', 'weightKg'))
  await assert.rejects(register({ schedule: undefined }), refusal('invalid', 'schedule'))
  const id = await register()
  await dose(id)
  await act('immunise', id, { product: 'human', lot: 'H1' })
  await assert.rejects(act('immunise', id, { product: 'human', lot: 'H1' }), refusal('invalid', 'state'))
  assert.equal((await row(id))['immunoglobulin_units'], 1200)
  await assert.rejects(dose(id), refusal('invalid', 'state'))
  county.today = '2025-06-06'
  await dose(id)
  assert.equal((await row(id))['due'], '2025-06-10')
  const tasks = await asActor(county.database, county.house, clinic, (connection) =>
    listTasks(connection, county, rabiesExposureClinic.tasks, { unmasked: true }),
  )
  assert.deepEqual(
    tasks.rows.map((each) => each.dueOn),
    ['2025-06-10'],
  )
  for (const day of ['2025-06-10', '2025-06-17', '2025-07-01']) {
    county.today = day
    await dose(id)
  }
  assert.deepEqual([(await row(id))['state'], (await row(id))['doses_given']], ['completed', 5])
})

test('Zagreb gives two at once; grade I and a fresh course need none; an older course two boosters', async () => {
  county.today = '2025-06-01'
  const zagreb = await register({ schedule: 'zagreb', contact: 'minor-scratch', weightKg: undefined })
  await dose(zagreb)
  await dose(zagreb)
  assert.equal((await row(zagreb))['due'], '2025-06-08')
  await assert.rejects(act('immunise', zagreb, { product: 'human', lot: 'H1' }), refusal('invalid', 'state'))
  await act('stop', zagreb, { reason: '犬观察10日健康' })
  assert.equal((await row(await register({ contact: 'intact-skin', woundTreated: false })))['state'], 'no-vaccine')
  assert.equal((await row(await register({ earlierCourseOn: '2025-05-01' })))['state'], 'no-vaccine')
  const again = await row(await register({ earlierCourseOn: '2024-05-01' }))
  assert.deepEqual([again['schedule'], again['doses_planned'], again['needs_immunoglobulin']], ['booster', 2, false])
})

test('immunoglobulin is not given after the seventh day', async () => {
  const id = await register()
  await dose(id)
  county.today = '2025-06-09'
  await assert.rejects(act('immunise', id, { product: 'human', lot: 'H1' }), refusal('invalid', 'state'))
})

test('other townships see nothing; village doctors and the bureau do not treat', async () => {
  const seen = (actor: Parameters<typeof asActor>[2]) =>
    asActor(county.database, county.house, actor, (connection) => connection.query('select id from rabies_exposure'))
  assert.equal((await seen(actors.township('530721103'))).length, 0)
  assert.equal((await seen(actors.village())).length, 0)
  const [one] = await county.database.query<{ id: string }>('select id from rabies_exposure limit 1')
  await assert.rejects(act('stop', one!.id, { reason: '误登记' }, actors.bureau), refusal('forbidden'))
})

test('figures: completed of those begun, immunoglobulin of grade III', async () => {
  await buildFigures(county.database, {
    county: county.county,
    indicators: [...county.house.indicators.values()],
    horizon: horizonOf('2025-06', '2025-06-30'),
  })
  const value = async (id: string) => (await county.figure(`rabies-exposure.${id}`, '530721', '2025-06')).value
  assert.deepEqual(
    [await value('exposure-count'), await value('completion-rate'), await value('immunoglobulin-rate')],
    ['6', '50.00', '50.00'],
  )
})
