import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { listAttachments } from '@kangheng/kernel/attachment/attach.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import {
  openFamilyDoctorCounty,
  OTHER_VILLAGE,
  TOWNSHIP,
  VILLAGE,
  type FamilyDoctorCounty,
} from '../family-doctor/testing.ts'
import { hypertension } from './index.ts'

let county: FamilyDoctorCounty
let person = ''
const visit = (actor: ReturnType<typeof actors.village>, happenedOn: string) =>
  county.act(actor, 'hypertension.visit.record', { person, happenedOn, mode: 'home', systolic: 150, diastolic: 80 })

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [hypertension])
  person = await county.enter('1970-05-01', { division: VILLAGE })
  const registration = { person, happenedOn: '2025-01-05', source: 'survey' }
  await county.act(actors.village(VILLAGE), 'hypertension.patient.register', registration)
  await visit(actors.village(VILLAGE), '2025-02-01')
})
after(() => county.close())

test('patients and visits are seen and served within the scope only', async () => {
  const seen = (actor: ReturnType<typeof actors.village>, table: string) =>
    asActor(county.database, county.house, actor, (connection) => connection.query(`select 1 from ${table}`))
  for (const table of ['hypertension_patient', 'hypertension_visit']) {
    assert.equal((await seen(actors.village(VILLAGE), table)).length, 1)
    assert.equal((await seen(actors.village(OTHER_VILLAGE), table)).length, 0)
    assert.equal((await seen(actors.township('530721103'), table)).length, 0)
    assert.equal((await seen(actors.bureau, table)).length, 1)
    assert.equal((await seen(actors.leader, table)).length, 0)
    assert.equal((await seen(actors.administrator, table)).length, 0)
  }
  await assert.rejects(visit(actors.village(OTHER_VILLAGE), '2025-03-01'), refusal('invalid', 'person'))
  for (const actor of [actors.bureau, actors.leader, actors.administrator])
    await assert.rejects(visit(actor, '2025-03-01'), refusal('forbidden'))
})

/** The card of the first visit as it was signed on paper. */
const photo = Buffer.concat([
  ...[
    Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 1]),
    Buffer.from('signed card'.padEnd(40)),
    Buffer.from([0xff, 0xd9]),
  ],
])
const photosSeenBy = (division: string) =>
  asActor(county.database, county.house, actors.village(division), async (connection) => {
    const [first] = await connection.query<{ id: string }>(
      `select id from hypertension_visit where happened_on = '2025-02-01'`,
    )
    return first ? (await listAttachments(connection, county.county, first.id)).length : null
  })

test('the signed card is photographed by whoever may write the visit', async () => {
  const [row] = await county.database.query<{ id: string }>('select id from hypertension_visit')
  const attach = (division: string) =>
    county.act(
      actors.village(division),
      'hypertension.visit.attach',
      { photo: `data:image/jpeg;base64,${photo.toString('base64')}` },
      { id: row!.id },
    )
  await assert.rejects(attach(OTHER_VILLAGE), refusal('not-found'))
  await attach(VILLAGE)
  assert.deepEqual([await photosSeenBy(VILLAGE), await photosSeenBy(OTHER_VILLAGE)], [1, null])
})

test('the course goes with the person: the next village derives from the visits of the one before', async () => {
  const move = {
    person,
    happenedOn: '2025-06-01',
    toDivision: OTHER_VILLAGE,
    reason: 'family',
    registrationMoves: false,
  }
  await county.act(actors.township(TOWNSHIP), 'resident.move.register', move)
  await visit(actors.village(OTHER_VILLAGE), '2025-06-10')
  const [row] = await county.database.query<{ last_step: string; division: string }>(
    'select last_step, division from hypertension_patient where person = $1',
    [person],
  )
  assert.deepEqual(row, { last_step: 'refer', division: OTHER_VILLAGE })
  assert.deepEqual([await photosSeenBy(VILLAGE), await photosSeenBy(OTHER_VILLAGE)], [null, 1], 'and so do the photos')
})
