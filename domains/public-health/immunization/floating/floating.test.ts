import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal, testNumber } from '../../../testing/county.ts'
import { immunization } from '../index.ts'
import { openImmunizationCounty, TOWNSHIP, VILLAGE, type ImmunizationCounty } from '../testing.ts'
import { quarterOf } from './quarter.ts'

const OTHER = '530721103'
const here = actors.township(TOWNSHIP)
const there = actors.township(OTHER)
let county: ImmunizationCounty

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
})
after(() => county.close())

const act = (name: string, input: Record<string, unknown>, id?: string, actor = here) =>
  county.act(actor, `immunization.${name}`, input, id ? { id } : undefined)
const tasks = async (task: string, actor = here) => {
  const { rows } = await asActor(county.database, county.house, actor, (connection) =>
    listTasks(connection, county, immunization.tasks, { unmasked: true, within: 60 }),
  )
  return rows.filter((row) => row.task === `immunization.${task}`)
}
const rows = (table: string, actor = here) =>
  asActor(county.database, county.house, actor, (connection) =>
    connection.query<Record<string, unknown>>(`select * from immunization_${table} order by id`),
  )

test('quarters and their last day', () => {
  assert.deepEqual(quarterOf('2025-11-20'), { quarter: '2025-Q4', lastDay: '2025-12-31' })
  assert.deepEqual(quarterOf('2024-03-31'), { quarter: '2024-Q1', lastDay: '2024-03-31' })
})

test('a child who came is found by its arrival, registered within the limit, and has a card', async () => {
  const registration = await county.act(here, 'resident.registration.register', {
    ...{ name: '和流动', documentNumber: testNumber('2024-02-01', 888), division: VILLAGE, happenedOn: '2025-11-01' },
    ...{ usual: true, registered: false, source: 'household-visit' },
  })
  const [row] = await county.database.query<{ person: string }>(
    'select person from resident_registration where id = $1',
    [registration.id],
  )
  const { person } = row!
  assert.deepEqual(
    (await tasks('floating-arrivals')).map(({ dueOn }) => dueOn),
    ['2025-12-01'],
  )
  const facts = { person, cameFrom: '外省', cameOn: '2025-11-01', foundBy: 'search' }
  await assert.rejects(act('floating-child.register', { ...facts, cameOn: '2025-11-21' }), refusal('invalid', 'cameOn'))
  const found = (await act('floating-child.register', facts)).id!
  await assert.rejects(act('floating-child.register', facts), refusal('invalid', 'person'))
  assert.equal((await tasks('floating-arrivals')).length, 0)
  assert.equal((await rows('card')).length, 1)
  assert.deepEqual(
    (await tasks('zero-dose-child')).map((each) => each.person),
    [person],
  )
  await act('floating-child.leave', {}, found)
})

test('a handover goes from request to acceptance, each clinic under its own scope', async () => {
  const child = await county.enter('2025-01-10')
  await act('card.open', { person: child })
  const ask = (from: string) => act('handover.request', { person: child, from })
  await assert.rejects(ask(`C${TOWNSHIP}`), refusal('invalid', 'from'))
  const taking = (await ask(`C${OTHER}`)).id!
  await assert.rejects(ask(`C${OTHER}`), refusal('invalid', 'person'))
  const [giving] = await rows('handover', there)
  assert.deepEqual([giving!['side'], giving!['counterpart'], giving!['state']], ['giving', `C${TOWNSHIP}`, 'requested'])
  assert.equal((await rows('handover')).length, 1)
  assert.equal((await tasks('hand-over', there)).length, 1)
  await assert.rejects(act('handover.accept', {}, taking), refusal('conflict'))
  await assert.rejects(act('handover.send', {}, taking), refusal('invalid', 'state'))
  await assert.rejects(act('handover.send', {}, taking, there), refusal('not-found'))
  await act('handover.send', {}, String(giving!['id']), there)
  assert.equal((await tasks('take-over')).length, 1)
  await act('handover.accept', {}, taking)
  assert.deepEqual(
    [(await rows('handover'))[0]!['state'], (await rows('handover', there))[0]!['state']],
    ['accepted', 'accepted'],
  )
})

test('each quarter every clinic is called to search, once, and reports', async () => {
  const cdc = testActor('county-institution')
  const call = () => act('search-round.call-for', {}, undefined, cdc)
  await call()
  await assert.rejects(call(), refusal('invalid', 'quarter'))
  const [round] = await rows('search_round')
  assert.deepEqual([round!['quarter'], (await tasks('search'))[0]!.dueOn], ['2025-Q4', '2025-12-31'])
  const result = { villages: 8, households: 300, found: 4, unregistered: 1, zeroDose: 0 }
  const report = (more = {}) => act('search-round.report', { ...result, ...more }, String(round!['id']))
  await assert.rejects(report({ unregistered: 5 }), refusal('invalid', 'unregistered'))
  await report()
  assert.equal((await tasks('search')).length, 0)
})
