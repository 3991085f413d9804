import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, OTHER_VILLAGE, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { childHealth } from './index.ts'

const tables = ['child_health_child', 'child_health_newborn_visit', 'child_health_check_up', 'child_health_concern']
let county: FamilyDoctorCounty
let person = ''

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth])
  person = await county.enter('2025-11-10', { division: VILLAGE })
  const village = actors.village(VILLAGE)
  await county.act(village, 'child-health.child.register', { person, happenedOn: '2025-11-12' })
  await county.act(village, 'child-health.newborn-visit.record', { person, happenedOn: '2025-11-15' })
  await county.act(village, 'child-health.check-up.record', { person, happenedOn: '2025-12-10', weight: 2.9 })
})
after(() => county.close())

test('another village, another township and the leader see none of it', async () => {
  const seen = (actor: ReturnType<typeof actors.village>) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const counts = []
      for (const table of tables) counts.push((await connection.query(`select 1 from ${table}`)).length)
      return counts
    })
  for (const actor of [actors.village(VILLAGE), actors.township(), actors.bureau])
    assert.deepEqual(await seen(actor), [1, 1, 1, 1])
  for (const actor of [actors.village(OTHER_VILLAGE), actors.township('530721103'), actors.leader])
    assert.deepEqual(await seen(actor), [0, 0, 0, 0])
})

test('they can do nothing to it either, and the section only reads', async () => {
  const examine = (actor: ReturnType<typeof actors.village>) =>
    county.act(actor, 'child-health.check-up.record', { person, happenedOn: '2025-12-15', weight: 3.1 })
  await assert.rejects(examine(actors.village(OTHER_VILLAGE)), refusal('not-found'))
  await assert.rejects(examine(actors.township('530721103')), refusal('not-found'))
  await assert.rejects(examine(actors.bureau), refusal('forbidden'))
})
