import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

const columns = sql`a.id, a.id as record_id, a.person, a.division, a.institution`

/** Appointments of the next three days: whoever is not reminded stays away more often. */
const toRemind = defineTask({
  id: 'immunization.remind-appointment',
  title: { zh: '提醒接种预约', en: 'Remind of an appointment' },
  record: 'immunization.appointment',
  action: 'immunization.appointment.remind',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns}, a.held_on - 1 as due_on from immunization_appointment a
    where a.county = ${county} and a.state = 'booked' and a.reminded_at is null and a.voided_at is null
      and a.held_on > ${today}::date and a.held_on <= ${today}::date + 3`,
})

/** Days after which a missed or cancelled appointment is to be made again: a rule of the county. */
const CALL_AGAIN = 7

const toCallAgain = defineTask({
  id: 'immunization.call-again',
  title: { zh: '爽约、取消后再约', en: 'Call again after a missed appointment' },
  record: 'immunization.appointment',
  action: 'immunization.appointment.rebook',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`select ${columns}, a.held_on + ${sql.raw(String(CALL_AGAIN))} as due_on from immunization_appointment a
    join immunization_card c on c.county = a.county and c.person = a.person and c.voided_at is null and c.wanted_from <= ${today}::date
    where a.county = ${county} and a.state in ('missed', 'cancelled') and a.voided_at is null
      and not exists (select 1 from immunization_appointment o where o.county = a.county and o.person = a.person
        and o.voided_at is null and (o.state = 'booked' or o.held_on > a.held_on))
      and not exists (select 1 from immunization_vaccination v where v.county = a.county and v.person = a.person
        and v.voided_at is null and v.happened_on >= a.held_on)`,
})

/** Somebody put off is booked when the time has come. */
const deferredAgain = defineTask({
  id: 'immunization.deferred-again',
  title: { zh: '暂缓到期再约', en: 'Book again after a deferral' },
  record: 'immunization.visit',
  action: 'immunization.appointment.book',
  severity: 'routine',
  query: ({ county }) => sql`select ${columns}, a.defer_until as due_on from immunization_visit a
    where a.county = ${county} and a.state = 'deferred' and a.voided_at is null
      and not exists (select 1 from immunization_appointment o where o.county = a.county and o.person = a.person
        and o.voided_at is null and o.state = 'booked')
      and not exists (select 1 from immunization_vaccination v where v.county = a.county and v.person = a.person
        and v.voided_at is null and v.happened_on > a.happened_on)`,
})

/** A day that is over is closed, so that those who stayed away are known. */
const toClose = defineTask({
  id: 'immunization.close-session',
  title: { zh: '结束接种门诊', en: 'Close a session' },
  record: 'immunization.session',
  action: 'immunization.session.close',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns}, a.held_on as due_on from immunization_session a
    where a.county = ${county} and a.state = 'open' and a.voided_at is null and a.held_on <= ${today}::date`,
})

/** Work that sessions derive. */
export const sessionTasks = [toRemind, toCallAgain, deferredAgain, toClose]
