import { sql, type SQL } from 'drizzle-orm'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { ANSWER_WITHIN_DAYS, halfYearOf, REPORT_WITHIN_DAYS } from './rules.ts'
import { findings as f, patrols as p, sites as s } from './tables.ts'

const columns = (table: typeof s | typeof f, dueOn: SQL) =>
  sql`${table.id} as id, ${table.id} as record_id, null as person, ${table.division} as division, ${table.institution} as institution, ${dueOn} as due_on`

/** A site has not been patrolled in this half-year. */
const patrolDue = defineTask({
  id: 'supervision-assistance.patrol-due',
  title: { zh: '协管巡查', en: 'Patrol' },
  record: 'supervision-assistance.site',
  action: 'supervision-assistance.patrol.record',
  severity: 'routine',
  query: ({ county, today }) => {
    const { from, to } = halfYearOf(today)
    return sql`select ${columns(s, sql`${to}::date`)} from ${s}
      where ${s.county} = ${county} and ${s.state} = 'active' and ${s.voidedAt} is null
        and not exists (select 1 from ${p} where ${p.county} = ${s.county} and ${p.site} = ${s.id} and ${p.voidedAt} is null
          and ${p.happenedOn} >= ${from}::date and ${p.happenedOn} <= ${today}::date)`
  },
})
const reportDue = defineTask({
  id: 'supervision-assistance.report-due',
  title: { zh: '协管事件待报告', en: 'Finding to be reported' },
  record: 'supervision-assistance.finding',
  action: 'supervision-assistance.finding.report',
  severity: 'statutory',
  query: ({ county }) => sql`select ${columns(f, sql`${f.happenedOn} + ${REPORT_WITHIN_DAYS}::int`)} from ${f}
    where ${f.county} = ${county} and ${f.state} = 'found' and ${f.voidedAt} is null`,
})
const answerDue = defineTask({
  id: 'supervision-assistance.answer-due',
  title: { zh: '协管报告待反馈', en: 'Report to be answered' },
  record: 'supervision-assistance.finding',
  action: 'supervision-assistance.finding.answer',
  severity: 'routine',
  query: ({
    county,
  }) => sql`select ${columns(f, sql`left(${f.reportedAt}, 10)::date + ${ANSWER_WITHIN_DAYS}::int`)} from ${f}
    where ${f.county} = ${county} and ${f.state} = 'reported' and ${f.voidedAt} is null`,
})

export const tasks = [patrolDue, reportDue, answerDue]
