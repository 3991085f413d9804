import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { cdc, type DiseaseCounty, hospital, openDiseaseCounty, OTHER_VILLAGE, VILLAGE } from './testing.ts'

const TODAY = '2025-11-20'
let county: DiseaseCounty
let [open, secret, elsewhere] = ['', '', '']

before(async () => {
  county = await openDiseaseCounty(TODAY)
  open = await county.report(actors.township(), await county.enter('1980-01-01'))
  secret = await county.report(hospital, await county.enter('1981-01-01'), {
    disease: 'aids',
    subtype: 'hiv',
    category: 'confirmed',
  })
  elsewhere = await county.report(actors.township('530721103'), await county.enter('1982-01-01', OTHER_VILLAGE))
})
after(() => county.close())

const seen = async (actor: Actor) =>
  (
    await asActor(county.database, county.house, actor, (connection) =>
      connection.query<{ id: string }>('select id from notifiable_case order by recorded_at'),
    )
  ).map((row) => row.id)

test('a township sees its own cases, the county all but what is confidential', async () => {
  assert.deepEqual(await seen(actors.township()), [open])
  assert.deepEqual(await seen(actors.township('530721103')), [elsewhere])
  assert.deepEqual(await seen(actors.bureau), [open, elsewhere])
  assert.deepEqual(await seen(actors.village()), [])
  for (const role of ['bureau-leader', 'upper-level', 'administrator'])
    assert.deepEqual(await seen(testActor(role)), [])
})

test('HIV is seen by disease control and by whoever reported it, by nobody else', async () => {
  assert.deepEqual(await seen(cdc), [open, secret, elsewhere])
  assert.deepEqual(await seen(hospital), [open, secret, elsewhere])
  const colleague = { ...hospital, account: '01900000-0000-7000-8000-0000000000cc' }
  assert.deepEqual(await seen(colleague), [open, elsewhere])
  assert.deepEqual(await seen(testActor('township-centre', '530721102')), [open])
})

test('a confidential card is not counted, corrected or found by those who may not see it', async () => {
  const counted = await asActor(county.database, county.house, actors.bureau, (connection) =>
    connection.query<{ n: number }>(`select count(*)::int as n from notifiable_case where disease = 'aids'`),
  )
  assert.equal(counted[0]!.n, 0)
  const colleague = { ...hospital, account: '01900000-0000-7000-8000-0000000000cc' }
  await assert.rejects(
    county.act(
      colleague,
      'communicable-disease.case.correct',
      {
        disease: 'mumps',
        category: 'clinical',
        onsetOn: TODAY,
        diagnosedOn: TODAY,
        diagnosedTime: '00:00',
        group: 'farmer',
        origin: 'county',
      },
      { id: secret },
    ),
    refusal('not-found'),
  )
})

test('the attached card is filled in and seen by disease control only', async () => {
  const input = { case: secret, marital: 'single', route: 'heterosexual', sampleSource: 'counselling' }
  await assert.rejects(
    county.act(hospital, 'communicable-disease.sexual-health-card.attach', input),
    refusal('forbidden'),
  )
  await county.act(cdc, 'communicable-disease.sexual-health-card.attach', input)
  await assert.rejects(
    county.act(cdc, 'communicable-disease.sexual-health-card.attach', { ...input, case: open }),
    refusal('invalid', 'case'),
  )
  const visible = (actor: Actor) =>
    asActor(county.database, county.house, actor, (connection) => connection.query('select id from sexual_health_card'))
  assert.equal((await visible(cdc)).length, 1)
  for (const actor of [hospital, actors.bureau, actors.township(), actors.administrator])
    assert.equal((await visible(actor)).length, 0)
})

test('who reports, who reviews, who responds', () => {
  const may = (role: string, action: string) => county.house.roles.get(role)!.may.has(`communicable-disease.${action}`)
  const all = [
    ...['case.report', 'case.review', 'signal.verify', 'signal.declare-event', 'signal.run'],
    ...['investigation.investigate', 'contact.observe', 'contact.release', 'link.establish', 'cluster.close'],
  ]
  const rights = Object.fromEntries(
    [
      'township-centre',
      'county-institution',
      'disease-control',
      'bureau-section',
      'bureau-leader',
      'village-doctor',
    ].map((role) => [role, all.map((action) => Number(may(role, action))).join('')]),
  )
  assert.deepEqual(rights, {
    'township-centre': '1010011100',
    'county-institution': '1000000000',
    'disease-control': '1111111111',
    'bureau-section': '0000000000',
    'bureau-leader': '0000000000',
    'village-doctor': '0000001000',
  })
})

test('a township reports for its own people only', async () => {
  const stranger = await county.enter('1983-01-01', OTHER_VILLAGE)
  await assert.rejects(county.report(actors.township(), stranger), refusal('invalid', 'person'))
  const { id } = await county.act(actors.township(), 'communicable-disease.signal.raise', {
    disease: 'influenza',
    division: VILLAGE,
    level: 'village',
    observed: 4,
    fromOn: TODAY,
  })
  assert.ok(id)
})
