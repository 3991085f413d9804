import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { childHealth } from '../child-health/index.ts'
import {
  openFamilyDoctorCounty,
  OTHER_VILLAGE,
  TOWNSHIP,
  VILLAGE,
  type FamilyDoctorCounty,
} from '../family-doctor/testing.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { screening } from '../screening/index.ts'
import { birthDefects } from './index.ts'

const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })
let county: FamilyDoctorCounty
const OTHER_ACCOUNT = '01900000-0000-7000-8000-0000000000ab'
let woman = ''

const card = () => ({
  ...{ person: woman, happenedOn: '2025-06-02', sex: 'unknown', outcome: 'terminated', weeks: 24, place: 'hospital' },
  ...{ defects: ['anencephaly'], basis: 'ultrasound', certainty: 'confirmed', diagnosedOn: '2025-06-01' },
})

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth, maternalHealth, screening, birthDefects])
  woman = await county.enter('1990-01-01', { division: VILLAGE })
  await county.act(hospital, 'birth-defects.card.report', card())
  await county.act(actors.village(VILLAGE), 'birth-defects.folic-acid.issue', {
    ...{ person: woman, stage: 'before', bottles: 3 },
  })
})
after(() => county.close())

test('a card is seen by the township that serves the mother, by the county’s institutions and by her', async () => {
  const seen = (actor: Actor) =>
    asActor(county.database, county.house, actor, async (connection) => [
      (await connection.query('select 1 from birth_defect_card')).length,
      (await connection.query('select 1 from birth_defect_folic_acid')).length,
    ])
  const own = testActor('resident', VILLAGE, { person: woman })
  for (const actor of [actors.township(TOWNSHIP), hospital, own]) assert.deepEqual(await seen(actor), [1, 1])
  assert.deepEqual(await seen(actors.village(VILLAGE)), [0, 1])
  const others = [actors.village(OTHER_VILLAGE), actors.township('530721103'), actors.bureau, actors.leader]
  for (const actor of [...others, actors.administrator, testActor('disease-control')])
    assert.deepEqual(await seen(actor), [0, 0])
  // Nor does the journal tell an administrator of it.
  const entries = await asActor(
    county.database,
    county.house,
    { ...actors.administrator, account: OTHER_ACCOUNT },
    (connection) => connection.query(`select 1 from journal where record = 'birth-defects.card'`),
  )
  assert.equal(entries.length, 0)
})

test('nobody else reports or reviews', async () => {
  const report = (actor: Actor) => county.act(actor, 'birth-defects.card.report', card())
  await assert.rejects(report(actors.township('530721103')), refusal('not-found'))
  for (const actor of [actors.village(VILLAGE), actors.bureau, actors.administrator])
    await assert.rejects(report(actor), refusal('forbidden'))
  const [row] = await county.database.query<{ id: string }>('select id from birth_defect_card')
  await assert.rejects(
    county.act(actors.township(TOWNSHIP), 'birth-defects.card.review', {}, row!),
    refusal('forbidden'),
  )
})
