import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { causeOfDeath } from './index.ts'
import { cdc, hospital, openMortalityCounty, TOWNSHIP, type MortalityCounty } from './testing.ts'

let county: MortalityCounty
const on = (actor: typeof cdc, action: string, input: object, id: string) =>
  county.act(actor, `cause-of-death.certificate.${action}`, input, { id })
const rowOf = async (id: string, ...columns: string[]) => {
  const [row] = await county.database.query('select * from death_certificate where id = $1', [id])
  return columns.map((name) => row![name])
}
const work = async (person: string, actor = cdc) => {
  const { rows } = await asActor(county.database, county.house, actor, (connection) =>
    listTasks(connection, county, causeOfDeath.tasks, { unmasked: true, limit: 1000, within: 365 }),
  )
  return rows.filter((row) => row.person === person).map((row) => [row.task.slice('cause-of-death.'.length), row.dueOn])
}

before(async () => {
  county = await openMortalityCounty('2025-11-20')
})
after(() => county.close())

test('a certificate ends the residence, finds the underlying cause and is reviewed', async () => {
  const person = await county.enter('1950-03-01', 'male')
  const causes = { a: 'J96.9', aInterval: '2天', b: 'J44.1', bInterval: '10年', partTwo: 'i10' }
  const id = await county.certify(person, { happenedOn: '2025-11-15', ...causes })
  assert.deepEqual(
    await rowOf(
      id,
      'state',
      'underlying',
      'rule',
      'cause_group',
      'major_chronic',
      'vague',
      'in_time',
      'age',
      'part_two',
    ),
    ['coded', 'J44.1', 'general-principle', 'respiratory-disease', true, null, true, 75, 'I10'],
  )
  const [episode] = await county.database.query('select ends_on, end_reason from residence_episode where person = $1', [
    person,
  ])
  assert.deepEqual(Object.values(episode!), ['2025-11-15', 'death'])
  assert.deepEqual(await work(person), [['to-review', '2025-11-27']])
  await on(cdc, 'review', {}, id)
  assert.deepEqual(await rowOf(id, 'state', 'reviewed_on'), ['reviewed', '2025-11-20'])
  assert.deepEqual(await work(person), [])
})

test('a death of the register asks for its certificate, and their days agree', async () => {
  const person = await county.enter('1940-01-01')
  await county.act(actors.township(TOWNSHIP), 'resident.death.register', {
    person,
    happenedOn: '2025-11-01',
    place: 'home',
  })
  assert.deepEqual(await work(person, hospital), [['without-certificate', '2025-11-08']])
  await assert.rejects(county.certify(person, { happenedOn: '2025-11-02', a: 'I64' }), refusal('invalid', 'happenedOn'))
  const id = await county.certify(person, { a: 'I64', aInterval: '3天' })
  assert.deepEqual(await rowOf(id, 'happened_on', 'in_time', 'rule'), ['2025-11-01', false, 'only-one'])
  await assert.rejects(county.certify(person, { a: 'I64' }), refusal('invalid', 'person'))
  await on(hospital, 'void', { reason: '报错了人' }, id)
  assert.deepEqual(await work(person, hospital), [['without-certificate', '2025-11-08']])
})

test('an improbable sequence goes to the coder; what was sent back is amended', async () => {
  const person = await county.enter('1955-01-01')
  const id = await county.certify(person, {
    happenedOn: '2025-11-18',
    a: 'C34.9',
    aInterval: '1年',
    b: 'I64',
    bInterval: '2年',
  })
  assert.deepEqual(await rowOf(id, 'state', 'underlying', 'proposed'), ['to-code', null, 'C34.9'])
  assert.deepEqual(await work(person), [['to-code', '2025-11-27']])
  await assert.rejects(on(cdc, 'review', {}, id), refusal('conflict'))
  await assert.rejects(on(cdc, 'code', { underlying: 'S06.9', reason: '核实' }, id), refusal('invalid', 'underlying'))
  await on(cdc, 'code', { underlying: 'C34.9', reason: 'SP4，肺癌为起始原因' }, id)
  assert.deepEqual(await rowOf(id, 'state', 'underlying', 'rule'), ['coded', 'C34.9', 'coder'])
  await on(cdc, 'send-back', { reason: 'sequence' }, id)
  assert.deepEqual(
    (await work(person)).map(([task]) => task),
    ['to-amend'],
  )
  await on(hospital, 'amend', { a: 'J96.9', aInterval: '2天', b: 'C34.9', bInterval: '1年' }, id)
  assert.deepEqual(await rowOf(id, 'state', 'underlying', 'rule', 'proposed'), [
    'coded',
    'C34.9',
    'general-principle',
    null,
  ])
})

test('what cannot be is refused with its line', async () => {
  const man = await county.enter('1950-01-01', 'male')
  for (const [causes, field] of [
    [{ a: 'C53.9' }, 'a'],
    [{ a: 'I64', aInterval: '很久' }, 'aInterval'],
    [{ a: 'I64', aInterval: '90年' }, 'aInterval'],
    [{ a: 'I64', c: 'I10' }, 'c'],
    [{ a: 'S06.9' }, 'a'],
    [{ a: '脑出血' }, 'a'],
    [{ a: 'I64', partTwo: 'O72.1' }, 'partTwo'],
    [{ a: 'I64', issuedOn: '2025-11-10' }, 'issuedOn'],
  ] as const)
    await assert.rejects(county.certify(man, { happenedOn: '2025-11-18', ...causes }), refusal('invalid', field), field)
  // Nothing of it was written: the man lives.
  assert.deepEqual(await work(man), [])
  // An injury is certified with its external cause below.
  const id = await county.certify(man, {
    happenedOn: '2025-11-18',
    a: 'S06.9',
    aInterval: '1天',
    b: 'V89.2',
    bInterval: '1天',
  })
  assert.deepEqual(await rowOf(id, 'underlying', 'cause_group'), ['V89.2', 'injury'])
})
