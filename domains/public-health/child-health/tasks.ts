import { sql, type SQL } from 'drizzle-orm'
import { addDays, addYears } from '@kangheng/kernel/period/date.ts'
import { residenceEpisodes as r } from '@kangheng/kernel/person/tables.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { birth as birthRecord, livesHere } from '../../population/resident/index.ts'
import { UNTIL_YEARS } from './schedule.ts'
import { children as c, concerns as k } from './tables.ts'

const b = birthRecord.table

/** Check-ups are shown so many days before the last day on which they are in time (early warning). */
const AHEAD = 75
/** Days after birth within which a newborn is registered: when the home visit is due at the latest. */
const REGISTER_WITHIN = 10
/** Births further back are not asked for any more. */
const REGISTER_UNTIL = 365
/** Days within which care of a child that turned seven, left or died is to be ended. */
const END_WITHIN = 30

const childColumns = (dueOn: SQL) =>
  sql`${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division, ${c.institution} as institution, ${dueOn} as due_on`
const inCare = (county: string) => sql`${c.county} = ${county} and ${c.state} = 'managed' and ${c.voidedAt} is null`

/** A child was born here and has not been taken into care. */
const toRegister = defineTask({
  id: 'child-health.to-register',
  title: { zh: '新生儿待建册', en: 'Newborn to be registered' },
  record: birthRecord.id,
  action: 'child-health.child.register',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`select ${b.id} as id, ${b.id} as record_id, ${b.person} as person, ${b.division} as division,
      ${b.institution} as institution, ${b.happenedOn} + ${REGISTER_WITHIN}::int as due_on from ${b}
    where ${b.county} = ${county} and ${b.voidedAt} is null and ${b.happenedOn} > ${addDays(today, -REGISTER_UNTIL)}::date
      and ${livesHere(sql`${b.county}`, sql`${b.person}`, today)}
      and not exists (select 1 from ${c} where ${c.county} = ${b.county} and ${c.person} = ${b.person} and ${c.voidedAt} is null)`,
})

const newbornVisitDue = defineTask({
  id: 'child-health.newborn-visit-due',
  title: { zh: '新生儿家庭访视', en: 'Home visit of a newborn' },
  record: 'child-health.child',
  action: 'child-health.newborn-visit.record',
  severity: 'statutory',
  query: ({ county, today }) => sql`select ${childColumns(sql`${c.dueOn}`)} from ${c}
    where ${inCare(county)} and ${c.nextStep} = 'newborn' and ${c.dueOn} > ${addDays(today, -30)}::date
      and ${livesHere(sql`${c.county}`, sql`${c.person}`, today)}`,
})

const checkUpDue = defineTask({
  id: 'child-health.check-up-due',
  title: { zh: '儿童健康检查', en: 'Child check-up' },
  record: 'child-health.child',
  action: 'child-health.check-up.record',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${childColumns(sql`${c.dueOn}`)} from ${c}
    where ${inCare(county)} and ${c.nextStep} <> 'newborn' and ${c.dueOn} <= ${addDays(today, AHEAD)}::date
      and ${livesHere(sql`${c.county}`, sql`${c.person}`, today)}`,
})

const concernDue = defineTask({
  id: 'child-health.concern-due',
  title: { zh: '异常儿童随访', en: 'Child with findings: follow-up' },
  record: 'child-health.concern',
  action: 'child-health.concern.follow-up',
  severity: 'statutory',
  query: ({
    county,
    today,
  }) => sql`select ${k.id} as id, ${k.id} as record_id, ${k.person} as person, ${k.division} as division,
      ${k.institution} as institution, ${k.dueOn} as due_on from ${k}
    where ${k.county} = ${county} and ${k.state} = 'open' and ${k.voidedAt} is null and ${livesHere(sql`${k.county}`, sql`${k.person}`, today)}`,
})

/** Care of children who turned seven, left or died is to be ended. */
const toEnd = defineTask({
  id: 'child-health.to-end',
  title: { zh: '满7周岁、迁出或死亡儿童待结案', en: 'Care of a child to be ended' },
  record: 'child-health.child',
  action: 'child-health.child.end',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${childColumns(sql`gone.on_day + ${END_WITHIN}::int`)} from ${c}
    join lateral (select case when bool_or(${r.endsOn} is null or ${r.endsOn} > ${today}::date) then min((${r.birth} + ${sql.raw(`interval '${UNTIL_YEARS} years'`)})::date)
        else max(${r.endsOn}) end as on_day, min(${r.birth}) as birth from ${r}
      where ${r.county} = ${county} and ${r.person} = ${c.person} and ${r.kind} = 'usual') gone on gone.on_day <= ${today}::date
    where ${inCare(county)} and (gone.birth <= ${addYears(today, -UNTIL_YEARS)}::date or not ${livesHere(sql`${county}`, sql`${c.person}`, today)})`,
})

/** Work that child health derives. */
export const tasks = [toRegister, newbornVisitDue, checkUpDue, concernDue, toEnd]
