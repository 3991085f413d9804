import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../../testing/county.ts'
import { openImmunizationCounty, TOWNSHIP, VILLAGE, type ImmunizationCounty } from '../testing.ts'
import { readFamily } from './family.ts'

const clerk = actors.township(TOWNSHIP)
const hours = { opensAt: '08:30', closesAt: '10:30', slotMinutes: 60, slotCapacity: 1 }
let county: ImmunizationCounty
let [mother, child, stranger, session, elsewhere] = ['', '', '', '', '']
let family: Actor

const act = (actor: Actor, name: string, input: Record<string, unknown>, id?: string) =>
  county.act(actor, `immunization.${name}`, input, id ? { id } : undefined)
const look = (person?: string, as = family) =>
  asActor(county.database, county.house, as, (connection) =>
    readFamily(connection, { county: county.county, today: county.today }, person),
  )

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
  mother = await county.enter('1995-05-05')
  child = await county.enter('2025-03-10')
  stranger = await county.enter('2025-03-12')
  for (const each of [child, stranger]) await act(clerk, 'card.open', { person: each })
  const plan = async (actor: Actor) => (await act(actor, 'session.plan', { heldOn: '2025-11-21', ...hours })).id!
  session = await plan(clerk)
  elsewhere = await plan(actors.township('530721103'))
  family = testActor('resident', VILLAGE, { person: mother, wards: [child] })
})
after(() => county.close())

test('a mother sees her child and herself, what is due, and the free places of the own clinic', async () => {
  const view = (await look())!
  assert.deepEqual(
    view.family.map(({ id }) => id),
    [child, mother],
  )
  assert.equal(view.person, child)
  assert.ok(view.coming.some(({ dose, standing }) => dose.zh.includes('麻腮风') && standing === 'due'))
  assert.ok(view.coming.some(({ standing }) => standing === 'overdue'))
  assert.deepEqual(
    view.sessions.map(({ id, slots }) => [id, slots]),
    [
      [
        session,
        [
          { slot: '08:30', left: 1 },
          { slot: '09:30', left: 1 },
        ],
      ],
    ],
  )
  const own = (await look(mother))!
  assert.deepEqual([own.card, own.sessions.length], [null, 0])
  assert.equal(await look(stranger), undefined)
})

test('who has no children in care sees nobody else', async () => {
  const alone = testActor('resident', VILLAGE, { person: mother })
  assert.deepEqual(
    (await look(undefined, alone))!.family.map(({ id }) => id),
    [mother],
  )
  assert.equal(await look(child, alone), undefined)
  const booking = { person: child, session, slot: '08:30' }
  await assert.rejects(act(alone, 'appointment.book', booking), refusal('not-found'))
})

test('a family books and cancels; the clinic finds it in its list', async () => {
  const book = (input: Record<string, unknown>, as = family) =>
    act(as, 'appointment.book', { person: child, session, slot: '08:30', ...input })
  await assert.rejects(book({ session: elsewhere }), refusal('invalid', 'session'))
  await assert.rejects(book({ person: stranger }), refusal('not-found'))
  await assert.rejects(book({ person: mother }), refusal('invalid', 'person'))
  await act(clerk, 'appointment.book', { person: stranger, session, slot: '08:30' })
  await assert.rejects(book({}), refusal('invalid', 'slot'))
  const { id } = await book({ slot: '09:30' })
  const view = (await look(child))!
  assert.deepEqual(
    view.appointments.map(({ id: each, state, slot }) => [each, state, slot]),
    [[id, 'booked', '09:30']],
  )
  assert.deepEqual(view.sessions[0]!.slots, [
    { slot: '08:30', left: 0 },
    { slot: '09:30', left: 0 },
  ])
  const seen = await asActor(county.database, county.house, clerk, (connection) =>
    connection.query('select id from immunization_appointment where id = $1', [id]),
  )
  assert.equal(seen.length, 1)
  const others = testActor('resident', VILLAGE, { person: stranger })
  await assert.rejects(act(others, 'appointment.cancel', { reason: '误点' }, id!), refusal('not-found'))
  await act(family, 'appointment.cancel', { reason: '孩子发热' }, id!)
  assert.equal((await look(child))!.appointments[0]!.state, 'cancelled')
  await assert.rejects(act(family, 'session.cancel', { reason: '不行' }, session), refusal('forbidden'))
})

test('a slot that has begun is gone', async () => {
  county.today = '2025-11-22'
  assert.deepEqual((await look(child))!.sessions, [])
  await assert.rejects(
    act(family, 'appointment.book', { person: child, session, slot: '09:30' }),
    refusal('invalid', 'slot'),
  )
})
