import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, openTestCounty, refusal, testNumber, type TestCounty } from '../../testing/county.ts'
import { resident } from './index.ts'

const VILLAGE = '530721102201'
let county: TestCounty
let person: string
let sequence = 800

const entry = (division: string) => ({
  name: '木测试',
  documentNumber: testNumber('1980-01-01', (sequence += 1)),
  division,
  happenedOn: '2000-01-01',
  usual: true,
  registered: true,
  source: 'clinic',
})

before(async () => {
  county = await openTestCounty([resident], '2025-11-20')
  const answer = await county.act(actors.village(), 'resident.registration.register', entry(VILLAGE))
  person = (
    await county.database.query<{ person: string }>('select person from resident_registration where id = $1', [
      answer.id,
    ])
  )[0]!.person
})
after(() => county.close())

const may = (role: string) => county.house.roles.get(role)?.may ?? new Set()

test('verbs by role: entries at the village, decisions at the township and the county, nothing for the rest', () => {
  const all = [...county.house.actions.keys()]
  const expected: Record<string, (action: string) => boolean> = {
    'village-doctor': (action) => !/\.(void|merge|distinct|unmerge)$|resident\.move\./.test(action),
    'township-centre': () => true,
    'bureau-section': () => true,
    'county-institution': (action) => ['resident.birth.register', 'resident.death.register'].includes(action),
  }
  for (const role of county.house.roles.keys()) {
    for (const action of all)
      assert.equal(may(role).has(action), expected[role]?.(action) ?? false, `${role} ${action}`)
  }
})

test('a role without the verb is refused whatever the place', async () => {
  for (const role of ['bureau-leader', 'administrator', 'upper-level', 'resident', 'county-institution']) {
    await assert.rejects(
      county.act(testActor(role), 'resident.registration.register', entry(VILLAGE)),
      refusal('forbidden'),
    )
  }
  await assert.rejects(county.act(actors.village(), 'resident.move.register', {}), refusal('forbidden'))
})

test('nobody writes for a village outside the own scope', async () => {
  const outside: [Actor, string][] = [
    [actors.village(), '530721102202'],
    [actors.village(), '530721103201'],
    [actors.township(), '530721103201'],
  ]
  for (const [actor, division] of outside) {
    await assert.rejects(county.act(actor, 'resident.registration.register', entry(division)), refusal('forbidden'))
  }
  assert.equal((await county.database.query('select 1 from person')).length, 1)
})

test('nobody acts on a person outside the own scope, and is told nothing about them', async () => {
  const stranger = actors.township('530721103')
  const attempts: [string, Record<string, unknown>][] = [
    ['resident.death.register', { person, happenedOn: '2025-01-01', place: 'home' }],
    [
      'resident.departure.register',
      {
        person,
        happenedOn: '2025-01-01',
        destination: '昆明',
        reason: 'work',
        stay: 'settled',
        registrationMoves: true,
      },
    ],
    [
      'resident.move.register',
      { person, happenedOn: '2025-01-01', toDivision: '530721103201', reason: 'work', registrationMoves: true },
    ],
    ['resident.correction.correct', { person, name: '木改名', evidence: '户口簿' }],
    ['resident.household.open', { person }],
    ['resident.duplicate.distinct', { first: person, second: person, reason: '试试' }],
  ]
  for (const [action, input] of attempts) {
    await assert.rejects(
      county.act(stranger, action, input),
      (error: Error) => refusal('not-found')(error) && !JSON.stringify(error).includes('木测试'),
    )
  }
})

test('rows are seen within the scope only, and by a resident only the own', async () => {
  const counted = (actor: Actor, table: string) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query(`select 1 from ${table}`)).length,
    )
  for (const table of ['person', 'residence_episode', 'resident_registration']) {
    const rows = table === 'residence_episode' ? 2 : 1
    assert.equal(await counted(actors.village(), table), rows)
    assert.equal(await counted(actors.village('530721102202'), table), 0)
    assert.equal(await counted(actors.township('530721103'), table), 0)
    assert.equal(await counted(actors.bureau, table), rows)
    assert.equal(await counted(actors.leader, table), 0)
    assert.equal(await counted(testActor('resident', VILLAGE, { person }), table), rows)
    assert.equal(
      await counted(testActor('resident', VILLAGE, { person: '01900000-0000-7000-8000-000000000001' }), table),
      0,
    )
  }
})
