import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { resident } from '../../../population/resident/index.ts'
import { healthRecords } from '../../health-record/index.ts'
import { immunization, readRecall } from '../../immunization/index.ts'
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
let [vaccine, human, equine] = ['', '', '']
const given = { vaccinator: '木护士', verified: true }
const dose = (id: string, more: object = {}) =>
  act('vaccinate', id, { ...given, lot: vaccine, injectionSite: 'left-arm', ...more })
const immunise = (id: string, more: object = {}) => act('immunise', id, { ...given, lot: human, vials: 6, ...more })
const receive = async (code: string, lotNumber: string, received: number, expiresOn = '2026-12-31') =>
  (
    await county.act(clinic, 'immunization.lot.receive', {
      ...{ vaccine: code, lotNumber, manufacturer: '虚构生物', expiresOn, received, happenedOn: '2025-01-05' },
    })
  ).id!
const left = async (id: string) => {
  const [stock] = await county.database.query<{ left: number }>(
    'select received - used - discarded as left from immunization_lot where id = $1',
    [id],
  )
  return stock!.left
}
const row = async (id: string) =>
  (
    await county.database.query<Record<string, unknown>>(
      'select *, next_due_on::text as due from rabies_exposure where id = $1',
      [id],
    )
  )[0]!

before(async () => {
  county = await openTestCounty([resident, healthRecords, immunization, rabiesExposureClinic], '2025-06-01')
  vaccine = await receive('RabV', 'R1', 40)
  human = await receive('RIG-H', 'H1', 8)
  equine = await receive('RIG-E', 'E1', 20)
})
after(() => county.close())

test('a bite of grade III: wound, immunoglobulin by weight, five doses, a late one puts off the next', async () => {
  await assert.rejects(register({ woundTreated: false }), refusal('invalid', 'woundTreated'))
  await assert.rejects(register({ weightKg: undefined }), refusal('invalid', 'weightKg'))
  await assert.rejects(register({ schedule: undefined }), refusal('invalid', 'schedule'))
  const id = await register()
  await dose(id)
  await immunise(id)
  await assert.rejects(immunise(id), refusal('invalid', 'state'))
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
  await assert.rejects(immunise(zagreb), refusal('invalid', 'state'))
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
  await assert.rejects(immunise(id), refusal('invalid', 'state'))
})

test('vaccine and immunoglobulin come from the stock, by lot and first expired, first out', async () => {
  county.today = '2025-06-10'
  const before = await left(vaccine)
  const id = await register()
  await assert.rejects(dose(id, { verified: false }), refusal('invalid', 'verified'))
  await assert.rejects(dose(id, { lot: human }), refusal('invalid', 'lot'))
  await assert.rejects(immunise(id, { lot: vaccine }), refusal('invalid', 'lot'))
  await assert.rejects(immunise(id, { vials: 3 }), refusal('invalid', 'lot'))
  await dose(id)
  await immunise(id, { lot: equine, vials: 4 })
  const { immunoglobulin, immunoglobulin_units: units, immunoglobulin_lot: number } = await row(id)
  assert.deepEqual([immunoglobulin, units, number], ['equine', 2400, 'E1'])
  assert.deepEqual([await left(vaccine), await left(equine)], [before - 1, 16])
  const earlier = await receive('RabV', 'R0', 5, '2025-07-31')
  county.today = '2025-06-13'
  await assert.rejects(dose(id), refusal('invalid', 'lot'))
  await dose(id, { lot: earlier })
  await county.act(clinic, 'immunization.lot.stop', { reason: '召回' }, { id: earlier })
  county.today = '2025-06-17'
  await assert.rejects(dose(id, { lot: earlier }), refusal('invalid', 'lot'))
  const { person } = await row(id)
  const lot = { vaccine: 'RabV', lotNumber: 'R0', offset: 0, limit: 10 }
  const had = await readRecall(county.database, county.county, lot, true)
  assert.deepEqual(
    had.rows.map((each) => each.person),
    [person],
  )
  const cards = await county.database.query('select id from immunization_card where person = $1', [person])
  assert.equal(cards.length, 0, 'an adult gets no vaccination card for it')
  county.today = '2025-06-09'
})

test('after human immunoglobulin a child waits three months for live vaccine', async () => {
  county.today = '2025-06-09'
  const child = await enterResident(county, { birth: '2024-09-01', sequence: serial++, division: '530721102201' })
  const { id } = await county.act(clinic, 'rabies-exposure.exposure.register', { person: child, ...bite, weightKg: 9 })
  await dose(id!)
  await immunise(id!, { vials: 1 })
  const [card] = await county.database.query<{ plan: { dose: string; from: string }[] }>(
    'select plan from immunization_card where person = $1',
    [child],
  )
  assert.equal(card!.plan.find((each) => each.dose === 'mmr-1')!.from, '2025-09-09')
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
    ['8', '25.00', '75.00'],
  )
})
