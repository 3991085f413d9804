import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { addMinutes, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../../testing/county.ts'
import { immunization } from '../index.ts'
import { openImmunizationCounty, TOWNSHIP, type ImmunizationCounty } from '../testing.ts'
import { readMorning, readStation } from './morning.ts'

const clerk = actors.township(TOWNSHIP)
let county: ImmunizationCounty
let [child, other, session, lot] = ['', '', '', '']

const act = (name: string, input: Record<string, unknown>, id?: string) =>
  county.act(clerk, `immunization.${name}`, input, id ? { id } : undefined)
const make = async (name: string, input: Record<string, unknown>) => (await act(name, input)).id!
const row = async (table: string, id: string) =>
  (await county.database.query<Record<string, unknown>>(`select * from immunization_${table} where id = $1`, [id]))[0]!
const stateOf = async (table: string, id: string) => (await row(table, id))['state']
const tasks = () =>
  asActor(county.database, county.house, clerk, async (connection) => {
    const { rows } = await listTasks(connection, county, immunization.tasks, { unmasked: true })
    return rows.map(({ task, person, dueOn }) => ({ task, person, dueOn }))
  })
const inQueue = (person: string) => make('visit.arrive', { person, session })
const fine = { temperature: 36.5, consentSigned: true, consentBy: 'mother' }

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
  child = await county.enter('2025-03-10')
  other = await county.enter('2025-03-12')
  for (const each of [child, other]) await act('card.open', { person: each })
  lot = await county.receive('MMR', 'M1', '2026-12-31')
  session = await make('session.plan', {
    ...{ heldOn: '2025-11-21', opensAt: '08:30', closesAt: '10:30', slotMinutes: 60, slotCapacity: 1 },
  })
})
after(() => county.close())

test('a clinic plans one session a day, and appointments fill its slots', async () => {
  const hours = { opensAt: '08:30', closesAt: '10:30', slotMinutes: 60, slotCapacity: 1 }
  const plan = (more: Record<string, unknown>) => act('session.plan', { heldOn: '2025-11-28', ...hours, ...more })
  await assert.rejects(plan({ heldOn: '2025-11-21' }), refusal('invalid', 'heldOn'))
  await assert.rejects(plan({ heldOn: '2025-11-19' }), refusal('invalid', 'heldOn'))
  await assert.rejects(plan({ closesAt: '09:00' }), refusal('invalid', 'closesAt'))
  const book = (person: string, slot: string) => make('appointment.book', { person, session, slot })
  const first = await book(child, '08:30')
  assert.ok(((await row('appointment', first))['doses'] as string[]).includes('mmr-1'))
  await assert.rejects(book(other, '08:30'), refusal('invalid', 'slot'))
  await assert.rejects(book(other, '10:00'), refusal('invalid', 'slot'))
  await assert.rejects(book(child, '09:30'), refusal('invalid', 'person'))
  const second = await book(other, '09:30')
  assert.deepEqual(
    (await tasks()).filter(({ task }) => task.endsWith('remind-appointment')).map(({ dueOn }) => dueOn),
    ['2025-11-20', '2025-11-20'],
  )
  await act('appointment.remind', { by: 'phone' }, first)
  await act('appointment.cancel', { reason: '外出' }, second)
  await act('appointment.rebook', { session, slot: '09:30' }, second)
  assert.equal(await stateOf('appointment', second), 'rebooked')
  assert.equal((await tasks()).filter(({ task }) => task.endsWith('remind-appointment')).length, 1)
})

test('desk, pre-check, dose, thirty minutes: in this order only', async () => {
  await assert.rejects(inQueue(child), refusal('invalid', 'session'))
  county.today = '2025-11-21'
  const visit = await inQueue(child)
  await assert.rejects(inQueue(child), refusal('invalid', 'person'))
  assert.equal((await row('visit', visit))['number'], 1)
  assert.equal(await stateOf('appointment', String((await row('visit', visit))['appointment'])), 'arrived')
  const give = (more = {}) => county.give(child, lot, { route: 'subcutaneous', visit, ...more })
  await assert.rejects(give(), refusal('invalid', 'visit'))
  await act('visit.call', {}, visit)
  await act('visit.pass-over', {}, visit)
  const check = (more: Record<string, unknown>) => act('visit.pre-check', { ...fine, ...more }, visit)
  await assert.rejects(check({ temperature: 38.1 }), refusal('invalid', 'temperature'))
  await assert.rejects(check({ findings: ['acute'] }), refusal('invalid', 'findings'))
  await assert.rejects(check({ consentSigned: false }), refusal('invalid', 'consentSigned'))
  await assert.rejects(check({ findings: ['severeAllergy'] }), refusal('invalid', 'assessment'))
  await check({})
  const station = await asActor(county.database, county.house, clerk, (connection) =>
    readStation(connection, { county: county.county, today: county.today }, visit, true),
  )
  const wanted = station!.wanted.find(({ dose }) => dose === 'mmr-1')!
  assert.deepEqual(
    [wanted.lot?.lotNumber, wanted.route, wanted.sites[0], wanted.problem],
    ['M1', 'subcutaneous', 'left-arm', null],
  )
  assert.equal(station!.wanted.find(({ dose }) => dose === 'je-1')!.problem, 'no-lot')
  for (const point of ['healthChecked', 'siteCompared', 'confirmedByGuardian'])
    await assert.rejects(give({ [point]: false }), refusal('invalid', point))
  await assert.rejects(county.give(other, lot, { visit }), refusal('invalid', 'visit'))
  await give()
  const { state, doses, observed_from, observe_until } = await row('visit', visit)
  assert.deepEqual([state, doses, observe_until], ['observing', 1, addMinutes(String(observed_from), 30)])
  await assert.rejects(act('session.close', {}, session), refusal('invalid', 'state'))
  await assert.rejects(act('visit.leave', { reaction: 'none' }, visit), refusal('invalid', 'leftEarly'))
  const early = { leftEarly: '家中有急事' }
  await assert.rejects(act('visit.leave', { reaction: 'common', ...early }, visit), refusal('invalid', 'symptoms'))
  await act('visit.leave', { reaction: 'common', symptoms: '皮疹', ...early }, visit)
  assert.equal(await stateOf('visit', visit), 'left')
  const [event] = await county.database.query<Record<string, unknown>>(
    'select state, severity, vaccine from immunization_adverse_event where person = $1',
    [child],
  )
  assert.deepEqual(event, { state: 'found', severity: 'common', vaccine: 'MMR' })
})

test('who stays the time leaves without a reason; who is put off or stays away is called again', async () => {
  const visit = await inQueue(other)
  assert.equal((await row('visit', visit))['number'], 2)
  await act('visit.pre-check', { ...fine, findings: ['earlierReaction'], assessment: '上次为晕针，可接种' }, visit)
  await county.give(other, lot, { route: 'subcutaneous', visit })
  const past = addMinutes(presentMoment(county.today), -1)
  await county.database.query('update immunization_visit set observe_until = $1 where id = $2', [past, visit])
  await act('visit.leave', { reaction: 'none' }, visit)
  assert.equal((await row('visit', visit))['left_early'], null)
  const third = await county.enter('2025-01-05')
  await act('card.open', { person: third })
  const put = await inQueue(third)
  await assert.rejects(act('visit.defer', { reason: '发热', until: '2025-11-21' }, put), refusal('invalid', 'until'))
  await act('visit.defer', { temperature: 38.4, reason: '发热', until: '2025-11-28' }, put)
  assert.ok((await tasks()).some(({ task, dueOn }) => task.endsWith('deferred-again') && dueOn === '2025-11-28'))
  const fourth = await county.enter('2025-01-06')
  await act('card.open', { person: fourth })
  const missed = await make('session.plan', {
    ...{ heldOn: '2025-11-22', opensAt: '08:30', closesAt: '10:30', slotMinutes: 30, slotCapacity: 9 },
  })
  const appointment = await make('appointment.book', { person: fourth, session: missed, slot: '09:00' })
  await assert.rejects(act('session.close', {}, missed), refusal('invalid', 'state'))
  const morning = await asActor(county.database, county.house, clerk, (connection) =>
    readMorning(connection, { county: county.county, today: county.today }, { on: '2025-11-21' }, true),
  )
  assert.deepEqual(
    morning.visits.map(({ number, state }) => [number, state]),
    [
      [2, 'left'],
      [3, 'deferred'],
      [1, 'left'],
    ],
    'who was passed over comes last',
  )
  await act('session.close', {}, session)
  county.today = '2025-11-23'
  await act('session.close', {}, missed)
  assert.equal(await stateOf('appointment', appointment), 'missed')
  assert.ok((await tasks()).some(({ task, person }) => task.endsWith('call-again') && person === fourth))
})
