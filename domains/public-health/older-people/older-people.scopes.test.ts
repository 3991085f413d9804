import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, OTHER_VILLAGE, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { olderPeople } from './index.ts'

const scores = { eating: '0', grooming: '0', dressing: '0', toileting: '0', moving: '0' }
let county: FamilyDoctorCounty
let person = ''

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [olderPeople])
  person = await county.enter('1950-01-01', { division: VILLAGE })
  await county.act(actors.village(VILLAGE), 'older-people.assessment.record', { person, ...scores })
})
after(() => county.close())

test('assessments are seen and made within the scope only', async () => {
  const seen = (actor: ReturnType<typeof actors.village>) =>
    asActor(county.database, county.house, actor, (connection) => connection.query('select 1 from older_assessment'))
  assert.equal((await seen(actors.village(VILLAGE))).length, 1)
  assert.equal((await seen(actors.bureau)).length, 1)
  assert.equal((await seen(actors.village(OTHER_VILLAGE))).length, 0)
  assert.equal((await seen(actors.leader)).length, 0)
  const assess = (actor: ReturnType<typeof actors.village>) =>
    county.act(actor, 'older-people.assessment.record', { person, ...scores })
  await assert.rejects(assess(actors.village(OTHER_VILLAGE)), refusal('not-found'))
  await assert.rejects(assess(actors.bureau), refusal('forbidden'))
})
