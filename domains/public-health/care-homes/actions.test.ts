import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, enterResident, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from '../health-record/index.ts'
import { olderPeople } from '../older-people/index.ts'
import { careHomes } from './index.ts'

const VILLAGE = '530721102201'
const TOWNSHIP = VILLAGE.slice(0, 9)
const township = actors.township(TOWNSHIP)
const village = actors.village(VILLAGE)
let county: TestCounty
let home = ''
let [weak, strong] = ['', '']
const act = (action: string, input: object, actor: Actor = township, id?: string) =>
  county.act(actor, `care-homes.${action}`, input, id ? { id } : undefined)
const agreement = { link: 'contract', partner: `C${TOWNSHIP}`, linkedFrom: '2025-01-01', linkedUntil: '2025-12-31' }
const standing = async (person: string) =>
  (
    await county.database.query<Record<string, string | null>>(
      'select plan_until, last_round_on, round_due_on, state from care_home_stay where person = $1',
      [person],
    )
  )[0]!

before(async () => {
  county = await openTestCounty([resident, healthRecords, olderPeople, careHomes], '2025-12-20')
  const listed = {
    name: '石鼓镇敬老院',
    division: VILLAGE,
    kind: 'public',
    beds: 60,
    nursingBeds: 20,
    happenedOn: '2025-01-01',
  }
  await assert.rejects(
    act('home.register', { ...listed, ...agreement, partner: undefined }),
    refusal('invalid', 'partner'),
  )
  await assert.rejects(
    act('home.register', { ...listed, ...agreement, linkedUntil: '2024-12-31' }),
    refusal('invalid', 'linkedUntil'),
  )
  home = (await act('home.register', { ...listed, ...agreement })).id!
  await assert.rejects(act('home.register', { ...listed, link: 'none' }), refusal('invalid', 'name'))
  const enter = (birth: string, sequence: number) => enterResident(county, { birth, sequence, division: VILLAGE })
  weak = await enter('1940-03-01', 801)
  strong = await enter('1955-03-01', 802)
  const young = await enter('1990-03-01', 803)
  const into = { home, selfCareGrade: 'dependent', happenedOn: '2025-10-01' }
  await assert.rejects(act('stay.enter', { ...into, person: young }), refusal('invalid', 'person'))
  await act('stay.enter', { ...into, person: weak })
  await assert.rejects(act('stay.enter', { ...into, person: weak }), refusal('invalid', 'person'))
  await act('stay.enter', { ...into, person: strong, selfCareGrade: 'independent' })
})
after(() => county.close())

test('rounds and plans, in whatever order they are entered', async () => {
  assert.equal((await standing(weak))['round_due_on'], '2025-10-08')
  const round = (person: string, happenedOn: string, more: object = {}) =>
    act('round.record', { person, happenedOn, services: ['pressure'], systolic: 138, diastolic: 82, ...more }, village)
  await round(weak, '2025-12-10')
  await round(weak, '2025-11-20')
  await assert.rejects(round(weak, '2025-11-20'), refusal('invalid', 'happenedOn'))
  await assert.rejects(round(weak, '2025-09-20'), refusal('invalid', 'happenedOn'))
  await assert.rejects(round(weak, '2025-12-11', { diastolic: undefined }), refusal('invalid', 'diastolic'))
  assert.deepEqual(
    [(await standing(weak))['last_round_on'], (await standing(weak))['round_due_on']],
    ['2025-12-10', '2025-12-17'],
  )
  const { id } = await round(weak, '2025-12-15')
  await act('round.void', { reason: '录入错误' }, village, id!)
  assert.equal((await standing(weak))['round_due_on'], '2025-12-17')
  const plan = { person: weak, needs: ['chronic-disease', 'falls'], goals: '血压控制，防跌倒', doctor: '和医生' }
  await act('plan.make', { ...plan, happenedOn: '2025-10-05' }, village)
  assert.equal((await standing(weak))['plan_until'], '2026-04-04')
})

test('a referral is open until its result is known', async () => {
  const sick = { person: strong, happenedOn: '2025-12-01', finding: '胸闷', referredTo: '县人民医院心内科' }
  await assert.rejects(act('round.record', sick, village), refusal('invalid', 'referralReason'))
  const { id } = await act('round.record', { ...sick, referralReason: '疑似冠心病' }, village)
  await assert.rejects(
    act('round.result', { on: '2025-11-30', result: '住院' }, village, id!),
    refusal('invalid', 'on'),
  )
  const tasks = async () => {
    const { rows } = await asActor(county.database, county.house, township, (connection) =>
      listTasks(connection, { county: county.county, today: county.today }, careHomes.tasks, {
        unmasked: true,
        within: 60,
      }),
    )
    return rows.map(({ task, dueOn }) => `${task.split('.')[1]} ${dueOn}`).sort()
  }
  assert.deepEqual(await tasks(), [
    'agreement-due 2025-12-31',
    'plan-due 2025-10-08',
    'result-due 2025-12-15',
    'round-due 2025-12-17',
  ])
  await act('round.result', { on: '2025-12-12', result: '住院治疗后回院' }, village, id!)
  await act('home.link', { ...agreement, linkedUntil: '2026-12-31' }, township, home)
  assert.deepEqual(await tasks(), ['plan-due 2025-10-08', 'round-due 2025-12-17'])
})

test('figures: homes with medical care, people with a plan and seen in time', async () => {
  await buildFigures(county.database, {
    ...{ county: county.county, indicators: careHomes.indicators, horizon: horizonOf('2025-01', county.today) },
  })
  const parts = async (id: string, period: string) => {
    const { value, numerator, denominator } = await county.figure(`care-homes.${id}`, TOWNSHIP, period)
    return denominator === null ? value : `${numerator}/${denominator}`
  }
  assert.deepEqual(
    [
      ...[await parts('homes', '2025-06'), await parts('link-rate', '2025-06'), await parts('residents', '2025-11')],
      ...[await parts('plan-rate', '2025-10'), await parts('plan-rate', '2025-11')],
      // Of the weak one seen on 20 November nothing counts after the 27th; the other was seen on 1 December.
      ...[await parts('round-rate', '2025-11'), await parts('rounds', '2025'), await parts('referrals', '2025-12')],
    ],
    ['1', '1/1', '2', '1/2', '1/2', '0/2', '3', '1'],
  )
})

test('seen and done within the scope: the bureau sees homes and nobody who lives there', async () => {
  const seen = (actor: Actor) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const counts = []
      for (const table of ['care_home', 'care_home_stay', 'care_home_plan', 'care_home_round'])
        counts.push((await connection.query(`select 1 from ${table} where voided_at is null`)).length)
      return counts
    })
  assert.deepEqual(await seen(township), [1, 2, 1, 3])
  assert.deepEqual(await seen(village), [1, 2, 1, 3])
  assert.deepEqual(await seen(actors.bureau), [1, 0, 0, 0])
  for (const actor of [
    actors.leader,
    actors.administrator,
    actors.village('530721102202'),
    actors.township('530721103'),
  ])
    assert.deepEqual(await seen(actor), [0, 0, 0, 0], `${actor.role} ${actor.division}`)
  assert.deepEqual(await seen(testActor('resident', VILLAGE, { person: weak })), [0, 1, 1, 2])
  await assert.rejects(act('stay.enter', { person: weak, home }, village), refusal('forbidden'))
  await assert.rejects(
    act('round.record', { person: weak, happenedOn: '2025-12-18' }, actors.village('530721102202')),
    refusal('invalid', 'person'),
  )
})

test('leaving ends it: nothing falls due, and the home can close', async () => {
  await assert.rejects(act('home.close', {}, township, home), refusal('invalid', 'on'))
  for (const person of [weak, strong]) {
    const [row] = await county.database.query<{ id: string }>('select id from care_home_stay where person = $1', [
      person,
    ])
    await act('stay.leave', { on: '2025-12-19', reason: 'home' }, township, row!.id)
  }
  assert.deepEqual([(await standing(weak))['state'], (await standing(weak))['round_due_on']], ['ended', null])
  await assert.rejects(act('round.record', { person: weak }, village), refusal('invalid', 'person'))
  await act('home.close', { on: '2025-12-20' }, township, home)
})
