import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { residenceEpisodes as r } from '@kangheng/kernel/person/tables.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { RENEWAL_WINDOW } from './contract.ts'
import { contracts as c, deliveries as d } from './tables.ts'

/** Work is shown this many days before it is due. */
const AHEAD = 60
/** How long before the end of a service year its services should be done. */
const BEFORE_YEAR_END = 30
/** Days within which the contract of somebody who died or left is to be closed. */
const CLOSE_WITHIN = 30

const columns = (dueOn: SQL) =>
  sql`${c.id} as id, ${c.id} as record_id, ${c.person} as person, ${c.division} as division, ${c.institution} as institution, ${dueOn} as due_on`

const livesHere = (
  today: string,
) => sql`exists (select 1 from ${r} where ${r.county} = ${c.county} and ${r.person} = ${c.person}
  and ${r.kind} = 'usual' and ${r.startsOn} <= ${today}::date and (${r.endsOn} is null or ${r.endsOn} > ${today}::date))`

/** The first anniversary of the contract after a day: where the running service year ends. */
const yearEnd = (today: string) =>
  sql`(${c.startsOn} + make_interval(years => extract(year from age(${today}::date, ${c.startsOn}))::int + 1))::date`

/** Valid contracts whose running service year (`y.ends_on`) is near its end, with the services given in it and those that counted. */
function runningYears(county: string, today: string): SQL {
  const until = addDays(today, AHEAD + BEFORE_YEAR_END)
  return sql`${c}
  cross join lateral (select ${yearEnd(today)} as ends_on) y
  left join (select ${d.contract} as contract, ${d.yearEndsOn} as ends_on, count(*) as given, count(*) filter (where ${d.counts}) as done
    from ${d} where ${d.county} = ${county} and ${d.voidedAt} is null and ${d.yearEndsOn} > ${today}::date and ${d.yearEndsOn} <= ${until}::date
    group by 1, 2) v on v.contract = ${c.id} and v.ends_on = y.ends_on
  where ${c.county} = ${county} and ${c.voidedAt} is null and ${c.startsOn} <= ${today}::date and ${c.endsOn} > ${today}::date
    and y.ends_on <= ${until}::date and y.ends_on <= ${c.endsOn} and ${livesHere(today)}`
}

/** No service at all in the running service year, which is near its end. */
export const annualVisitDue = defineTask({
  id: 'family-doctor.annual-visit-due',
  title: { zh: '年度服务未开展', en: 'Annual visit due' },
  record: 'family-doctor.contract',
  action: 'family-doctor.service.serve',
  severity: 'routine',
  query: ({ county, today }) =>
    sql`select ${columns(sql`y.ends_on - ${BEFORE_YEAR_END}::int`)} from ${runningYears(county, today)} and v.given is null`,
})

/** Some agreed services are still missing in the running service year. */
export const itemsOutstanding = defineTask({
  id: 'family-doctor.items-outstanding',
  title: { zh: '约定项目未完成', en: 'Agreed services outstanding' },
  record: 'family-doctor.contract',
  action: 'family-doctor.service.serve',
  severity: 'routine',
  query: ({ county, today }) =>
    sql`select ${columns(sql`y.ends_on - 1`)} from ${runningYears(county, today)} and v.done < ${c.itemsDue}`,
})

/** The contract ends soon, or ended not long ago, and nothing continues it. */
export const contractExpiring = defineTask({
  id: 'family-doctor.contract-expiring',
  title: { zh: '协议到期待续签', en: 'Contract to be renewed' },
  record: 'family-doctor.contract',
  action: 'family-doctor.contract.renew',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns(sql`${c.endsOn} - 1`)} from ${c}
    where ${c.county} = ${county} and ${c.voidedAt} is null and ${c.state} = 'signed'
      and ${c.endsOn} > ${addDays(today, -RENEWAL_WINDOW.after)}::date and ${c.endsOn} <= ${addDays(today, AHEAD)}::date
      and not exists (select 1 from ${c} later where later.county = ${c.county} and later.person = ${c.person} and later.voided_at is null
        and later.id <> ${c.id} and later.ends_on > ${c.endsOn})
      and ${livesHere(today)}`,
})

/** The person died or left, and the contract is still open. */
export const contractToClose = defineTask({
  id: 'family-doctor.contract-to-close',
  title: { zh: '死亡或迁出人员待解约', en: 'Contract of a deceased or departed person' },
  record: 'family-doctor.contract',
  action: 'family-doctor.contract.terminate',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns(sql`gone.ended_on + ${CLOSE_WITHIN}::int`)} from ${c}
    join lateral (select max(${r.endsOn}) as ended_on from ${r} where ${r.county} = ${county} and ${r.person} = ${c.person}
      and ${r.kind} = 'usual') gone on gone.ended_on is not null
    where ${c.county} = ${county} and ${c.voidedAt} is null and ${c.state} = 'signed' and ${c.startsOn} <= ${today}::date
      and ${c.endsOn} > ${today}::date and not ${livesHere(today)}`,
})

export const tasks = [annualVisitDue, itemsOutstanding, contractExpiring, contractToClose]
