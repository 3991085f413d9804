import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { withHouseRights } from '@kangheng/kernel/access/house-rights.ts'
import { assertAlive, getPerson, type Person } from '@kangheng/kernel/person/registry.ts'
import { momentOf, presentMoment } from '@kangheng/kernel/period/moment.ts'
import { defineAction, type ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import * as shared from '../inputs.ts'
import { wantedOn } from '../vaccination/plan.ts'
import { findCard } from '../vaccination/settle.ts'
import { reminders } from './codes.ts'
import * as inputs from './inputs.ts'
import { appointment, session } from './records.ts'
import { placesLeft } from './slots.ts'
import { appointments, sessions } from './tables.ts'

type Context = Pick<
  ActionContext,
  'connection' | 'county' | 'find' | 'findAll' | 'today' | 'createOther' | 'changeOther' | 'actor'
>

/** The session that was wished for, with the slots that are taken in it. Two who book at the same time do so one after the other. */
async function readSession(context: Context, wished: string) {
  await context.connection.query(`select pg_advisory_xact_lock(hashtext('vaccination-slots'), hashtext($1))`, [wished])
  const held = await context.find(session, and(eq(sessions.id, wished), isNull(sessions.voidedAt)))
  if (!held) return undefined
  const there = and(
    eq(appointments.session, held.id),
    inArray(appointments.state, ['booked', 'arrived']),
    isNull(appointments.voidedAt),
  )
  return { held, taken: (await context.findAll(appointment, there)).map(({ slot }) => slot) }
}

/**
 * The same for a family, which sees neither sessions nor who else comes: read with the house's rights. Their own clinic and the county's are open to them,
 * in slots that have not begun.
 */
async function readSessionForFamily(context: Context, wished: string, slot: string, { division }: Person) {
  const found = await withHouseRights(context.connection, () => readSession(context, wished))
  if (!found || !division.startsWith(found.held.division)) return undefined
  if (momentOf(found.held.heldOn, slot) <= presentMoment(context.today))
    refuse('slot', { zh: '该时段已过，请另选', en: 'That slot has passed; choose another' })
  return found
}

/** The row of a new appointment: the slot has a place, nothing else is booked, and the forecast wants something on the day. */
async function bookingOf(context: Context, id: string, wish: { session: string; slot: string }) {
  const person = await getPerson(context, id)
  assertAlive(person)
  const found = context.actor.person
    ? await readSessionForFamily(context, wish.session, wish.slot, person)
    : await readSession(context, wish.session)
  if (!found || found.held.state !== 'open' || found.held.heldOn < context.today)
    return refuse('session', {
      zh: '该门诊日不再接受预约，请另选',
      en: 'The session takes no appointments; choose another',
    })
  const { held, taken } = found
  const places = placesLeft(held, taken)
  const place = places.find(({ slot }) => slot === wish.slot)
  const free = places.filter(({ left }) => left > 0).map(({ slot }) => slot)
  if (!place || place.left <= 0)
    refuse('slot', {
      zh: `${place ? '该时段已约满' : '没有这个时段'}；还可预约：${free.join('、') || '无，请另选门诊日'}`,
      en: `${place ? 'The slot is full' : 'There is no such slot'}; free: ${free.join(', ') || 'none, choose another day'}`,
    })
  const mine = and(eq(appointments.person, id), eq(appointments.state, 'booked'), isNull(appointments.voidedAt))
  const other = await context.find(appointment, mine)
  if (other)
    refuse('person', {
      zh: `此人已预约${other.heldOn} ${other.slot}，请先取消或改约`,
      en: `This person is booked for ${other.heldOn} ${other.slot}; cancel that or book it again`,
    })
  const card = await findCard(context, id)
  const doses = wantedOn(card?.plan ?? [], held.heldOn).map(({ dose }) => dose)
  if (doses.length === 0)
    refuse('person', {
      zh: card ? `${held.heldOn}没有应种的疫苗` : '此人还没有接种卡，请先建卡',
      en: card ? `Nothing is due on ${held.heldOn}` : 'There is no card yet; make one first',
    })
  const { institution, heldOn } = held
  return { person: id, division: person.division, institution, session: held.id, heldOn, slot: wish.slot, doses }
}

export const book = defineAction(appointment, {
  name: 'book',
  title: { zh: '预约接种', en: 'Book a vaccination' },
  on: 'new',
  to: 'booked',
  input: z.object({ person: shared.person, session: inputs.session, slot: inputs.slot }),
  run: async (context) => context.create(await bookingOf(context, context.input.person, context.input)),
})

export const remind = defineAction(appointment, {
  name: 'remind',
  title: { zh: '已提醒', en: 'Reminded' },
  on: 'existing',
  from: ['booked'],
  input: z.object({ by: shared.choice(reminders, { zh: '方式', en: 'How' }) }),
  run: ({ input, today, change }) => change({ remindedAt: presentMoment(today), remindedBy: input.by }),
})

export const cancel = defineAction(appointment, {
  name: 'cancel',
  title: { zh: '取消预约', en: 'Cancel the appointment' },
  on: 'existing',
  from: ['booked'],
  to: 'cancelled',
  input: z.object({ reason: shared.long('取消原因', 'Reason') }),
  run: ({ input, change }) => change({ cancelReason: input.reason }),
})

/** Calls again who missed or cancelled, or moves an appointment: the old one stays with its end, the new one is its own. */
export const rebook = defineAction(appointment, {
  name: 'rebook',
  title: { zh: '改约（再约）', en: 'Book again' },
  on: 'existing',
  from: ['booked', 'missed', 'cancelled'],
  to: 'rebooked',
  input: z.object({ session: inputs.session, slot: inputs.slot }),
  async run(context) {
    const row = await context.change({})
    const booking = await bookingOf(context, row.person!, context.input)
    await context.createOther(appointment, { state: 'booked', ...booking })
    return row
  },
})
