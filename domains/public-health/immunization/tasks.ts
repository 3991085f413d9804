import { sql } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'

/** Children with something to be given: one piece of work per child, due when the first of its doses is no longer in time. */
const childrenDue = defineTask({
  id: 'immunization.due',
  title: { zh: '应种儿童', en: 'Children due for vaccination' },
  record: 'immunization.card',
  action: 'immunization.vaccination.give',
  severity: 'routine',
  query: ({ county, today }) => sql`select c.id, c.id as record_id, c.person, c.division, c.institution, w.due_on
    from immunization_card c join person p on p.county = c.county and p.id = c.person and p.state = 'resident'
    cross join lateral (select min(planned.latest) as due_on from jsonb_to_recordset(c.plan) as planned ("from" date, latest date, until date)
      where planned."from" <= ${today}::date and ${today}::date < planned.until) w
    where c.county = ${county} and c.wanted_from <= ${today}::date and c.voided_at is null and w.due_on is not null`,
})

/** Vaccine that expires within a month and is still there: use it or discard it. */
const lotsExpiring = defineTask({
  id: 'immunization.expiring',
  title: { zh: '近效期疫苗', en: 'Vaccine about to expire' },
  record: 'immunization.lot',
  action: 'immunization.lot.discard',
  severity: 'routine',
  query: ({ county, today }) => sql`select id, id as record_id, person, division, institution, expires_on as due_on
    from immunization_lot where county = ${county} and voided_at is null and received > used + discarded and expires_on <= (${today}::date + 30)`,
})

/** Adverse events not yet reported; the clock runs in hours, the work list shows its day. */
const eventsToReport = defineTask({
  id: 'immunization.report-event',
  title: { zh: '报告异常反应', en: 'Report an adverse event' },
  record: 'immunization.adverse-event',
  action: 'immunization.adverse-event.report',
  severity: 'statutory',
  query: ({ county, today }) => sql`select id, id as record_id, person, division, institution,
      (report_by at time zone 'Asia/Shanghai')::date as due_on
    from immunization_adverse_event where county = ${county} and state = 'found' and voided_at is null and happened_on <= ${today}::date`,
})

/** Work that immunization derives. */
export const tasks = [childrenDue, lotsExpiring, eventsToReport]
