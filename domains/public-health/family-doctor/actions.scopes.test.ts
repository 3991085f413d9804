import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, OTHER_VILLAGE, VILLAGE, type FamilyDoctorCounty } from './testing.ts'

let county: FamilyDoctorCounty

before(async () => {
  county = await openFamilyDoctorCounty('2025-06-15')
})
after(() => county.close())

const signing = (person: string) => ({ person, team: county.team, doctor: county.doctor, package: county.basic })
const visible = (actor: ReturnType<typeof actors.village>, table: string) =>
  asActor(county.database, county.house, actor, (connection) =>
    connection.query<{ division: string }>(`select division from ${table}`),
  )

describe('scopes', () => {
  test('a village doctor signs people of the village with the township’s team and the county’s package', async () => {
    const person = await county.enter('1980-01-01', { division: VILLAGE })
    await county.act(actors.village(VILLAGE), 'family-doctor.contract.sign', signing(person))
    await assert.rejects(
      county.act(actors.village(OTHER_VILLAGE), 'family-doctor.contract.sign', signing(person)),
      refusal('invalid', 'person'),
    )
  })

  test('contracts are seen within the scope, teams and packages from below as well', async () => {
    assert.equal((await visible(actors.village(OTHER_VILLAGE), 'family_doctor_contract')).length, 0)
    assert.equal((await visible(actors.village(VILLAGE), 'family_doctor_contract')).length, 1)
    assert.equal((await visible(actors.village(VILLAGE), 'family_doctor_team')).length, 1)
    assert.equal((await visible(actors.village(VILLAGE), 'family_doctor_package')).length, 2)
    assert.equal((await visible(actors.village('530721103201'), 'family_doctor_team')).length, 0)
    assert.equal((await visible(actors.administrator, 'family_doctor_package')).length, 0)
  })

  test('what is read from below cannot be changed from below', async () => {
    await assert.rejects(
      county.act(actors.village(VILLAGE), 'family-doctor.team.dissolve', {}, { id: county.team }),
      refusal('forbidden'),
    )
    const changed = await asActor(county.database, county.house, actors.village(VILLAGE), (connection) =>
      connection.query(`update family_doctor_team set name = 'x' where id = $1 returning id`, [county.team]),
    )
    assert.equal(changed.length, 0)
  })

  test('leaders and administrators sign nobody', async () => {
    const person = await county.enter('1980-01-02')
    for (const actor of [actors.leader, actors.administrator, actors.bureau])
      await assert.rejects(county.act(actor, 'family-doctor.contract.sign', signing(person)), refusal('forbidden'))
  })
})
