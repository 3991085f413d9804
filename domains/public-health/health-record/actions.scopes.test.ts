import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, testNumber, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from './index.ts'

const VILLAGE = '530721102201'
let county: TestCounty
let person: string

before(async () => {
  county = await openTestCounty([resident, healthRecords], '2025-11-20')
  const { id } = await county.act(actors.village(), 'resident.registration.register', {
    name: '木档案',
    documentNumber: testNumber('1950-01-01', 801),
    division: VILLAGE,
    happenedOn: '2000-01-01',
    usual: true,
    registered: true,
    source: 'clinic',
  })
  person = (
    await county.database.query<{ person: string }>('select person from resident_registration where id = $1', [id])
  )[0]!.person
  await county.act(actors.village(), 'health-record.record.open', { person })
  await county.act(actors.village(), 'health-record.examination.record', { person, weight: 60 })
  await county.act(actors.township(), 'health-record.card.issue', { person })
})
after(() => county.close())

test('verbs by role', () => {
  const keeping = ['record.open', 'record.update', 'record.close', 'record.reopen', 'basic.fill', 'basic.attach']
  const serving = ['examination.record', 'examination.attach', 'use.record']
  const cards = ['card.issue', 'card.revoke']
  const expected: Record<string, string[]> = {
    'village-doctor': [...keeping, ...serving],
    'township-centre': [...keeping, ...serving, ...cards],
    'county-institution': serving,
    'bureau-section': ['record.close', 'record.reopen'],
  }
  for (const [id, rights] of county.house.roles) {
    const may = [...rights.may]
      .filter((action) => action.startsWith('health-record.'))
      .map((action) => action.slice('health-record.'.length))
    assert.deepEqual(may.sort(), [...(expected[id] ?? [])].sort(), id)
  }
})

test('outside the scope there is no such person', async () => {
  for (const actor of [actors.township('530721103'), actors.village('530721102202')]) {
    for (const action of ['record.open', 'basic.fill', 'examination.record']) {
      await assert.rejects(
        county.act(actor, `health-record.${action}`, { person }),
        (error: Error & { kind?: string }) => {
          assert.ok(['not-found', 'invalid'].includes(error.kind ?? ''), error.message)
          return !JSON.stringify(error).includes('木档案')
        },
      )
    }
  }
  await assert.rejects(county.act(actors.leader, 'health-record.record.open', { person }), refusal('forbidden'))
})

test('rows by scope and role: the county institution reads, the bureau sees the covers only, the resident the own', async () => {
  const counted = (actor: Actor, table: string) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query(`select 1 from ${table}`)).length,
    )
  const tables = ['health_record', 'health_examination', 'health_record_use', 'health_card']
  const rows: [Actor, number[]][] = [
    [actors.village(), [1, 1, 1, 1]],
    [actors.village('530721102202'), [0, 0, 0, 0]],
    [actors.township('530721103'), [0, 0, 0, 0]],
    [testActor('county-institution'), [1, 1, 1, 1]],
    [actors.bureau, [1, 0, 1, 0]],
    [actors.leader, [0, 0, 0, 0]],
    [testActor('upper-level'), [0, 0, 0, 0]],
    [testActor('resident', VILLAGE, { person }), [1, 1, 1, 1]],
    [testActor('resident', VILLAGE, { person: '01900000-0000-7000-8000-000000000001' }), [0, 0, 0, 0]],
  ]
  for (const [actor, expected] of rows) {
    assert.deepEqual(await Promise.all(tables.map((table) => counted(actor, table))), expected, actor.role)
  }
})
