import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { persons } from '@kangheng/kernel/person/tables.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { inForce } from '../chronic-follow-up/index.ts'
import { careRules } from './care.ts'
import { homes as h, rounds as r, stays as s } from './tables.ts'

/** Work is shown so many days before it is due. */
const AHEAD = 7
/** An agreement is renewed within its last days. */
const RENEW_AHEAD = 30

const of = (table: typeof h | typeof r | typeof s, due: SQL) =>
  sql`select ${table.id} as id, ${table.id} as record_id, ${table.person} as person, ${table.division} as division,
    ${table.institution} as institution, ${due} as due_on from ${table}`
const living = (county: string) => sql`${s.county} = ${county} and ${s.state} = 'living' and ${s.voidedAt} is null`

const roundDue = defineTask({
  id: 'care-homes.round-due',
  title: { zh: '养老机构巡诊', en: 'Round in a home' },
  record: 'care-homes.stay',
  action: 'care-homes.round.record',
  severity: 'routine',
  query: ({ county, today }) =>
    sql`${of(s, sql`${s.roundDueOn}`)} where ${living(county)} and ${s.roundDueOn} <= ${addDays(today, AHEAD)}::date`,
})
const planDue = defineTask({
  id: 'care-homes.plan-due',
  title: { zh: '医疗照护计划', en: 'Plan of medical care' },
  record: 'care-homes.stay',
  action: 'care-homes.plan.make',
  severity: 'routine',
  query: ({ county, today }) => {
    const due = sql`coalesce(${s.planUntil}, ${s.happenedOn} + ${inForce(careRules, today).firstPlanDays}::int)`
    return sql`${of(s, due)} where ${living(county)} and ${due} <= ${addDays(today, AHEAD)}::date`
  },
})
const resultDue = defineTask({
  id: 'care-homes.result-due',
  title: { zh: '养老机构转诊待反馈', en: 'Result of a referral' },
  record: 'care-homes.round',
  action: 'care-homes.round.result',
  severity: 'routine',
  query: ({ county, today }) => sql`${of(r, sql`${r.happenedOn} + ${inForce(careRules, today).referralDays}::int`)}
    where ${r.county} = ${county} and ${r.state} = 'referred' and ${r.voidedAt} is null`,
})
const agreementDue = defineTask({
  id: 'care-homes.agreement-due',
  title: { zh: '医养签约合作到期', en: 'Agreement to be renewed' },
  record: 'care-homes.home',
  action: 'care-homes.home.link',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`${of(h, sql`${h.linkedUntil}`)} where ${h.county} = ${county} and ${h.state} = 'open'
    and ${h.voidedAt} is null and ${h.linkedUntil} <= ${addDays(today, RENEW_AHEAD)}::date`,
})
/** The person has died, and the stay is still open. */
const toEnd = defineTask({
  id: 'care-homes.to-end',
  title: { zh: '死亡老人待登记离开', en: 'Stay of a deceased person' },
  record: 'care-homes.stay',
  action: 'care-homes.stay.leave',
  severity: 'routine',
  query: ({
    county,
  }) => sql`${of(s, sql`${persons.diedOn}`)} join ${persons} on ${persons.county} = ${s.county} and ${persons.id} = ${s.person}
    where ${living(county)} and ${persons.diedOn} is not null`,
})

export const tasks = [roundDue, planDue, resultDue, agreementDue, toEnd]
