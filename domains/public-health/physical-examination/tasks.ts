import { sql } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { attendances as a, results as r, stops as s } from './tables.ts'

/** Days after the examination within which everybody is told the outcome (local). */
const REPORT_WITHIN = 30
/** Days before a stop from which its list is asked for. */
const LIST_AHEAD = 7

/** A critical value has not been told yet. */
const criticalToNotify = defineTask({
  id: 'physical-examination.notify',
  title: { zh: '危急值待通知', en: 'Critical value to be told' },
  record: 'physical-examination.result',
  action: 'physical-examination.result.notify',
  severity: 'statutory',
  query: ({
    county,
  }) => sql`select ${r.id} as id, ${r.id} as record_id, ${r.person} as person, ${r.division} as division,
      ${r.institution} as institution, left(${r.notifyBy}, 10)::date as due_on from ${r}
    where ${r.county} = ${county} and ${r.state} = 'to-notify' and ${r.voidedAt} is null`,
})

const unreported = (abnormal: boolean) => {
  const found = sql`exists (select 1 from ${r} where ${r.county} = ${a.county} and ${r.attendance} = ${a.id}
    and ${r.voidedAt} is null and ${r.flag} <> 'normal')`
  return ({
    county,
  }: {
    county: string
  }) => sql`select ${a.id} as id, ${a.id} as record_id, ${a.person} as person, ${a.division} as division,
      ${a.institution} as institution, ${a.happenedOn} + ${REPORT_WITHIN}::int as due_on from ${a}
    where ${a.county} = ${county} and ${a.state} = 'arrived' and ${a.voidedAt} is null and ${abnormal ? found : sql`not ${found}`}`
}

/** Something abnormal was found and the person has not been told. */
const abnormalToReport = defineTask({
  id: 'physical-examination.follow-up',
  title: { zh: '体检异常待反馈随访', en: 'Abnormal findings to be told' },
  record: 'physical-examination.attendance',
  action: 'physical-examination.attendance.report',
  severity: 'routine',
  query: unreported(true),
})
const toReport = defineTask({
  id: 'physical-examination.report-due',
  title: { zh: '体检结果待反馈', en: 'Outcome to be told' },
  record: 'physical-examination.attendance',
  action: 'physical-examination.attendance.report',
  severity: 'routine',
  query: unreported(false),
})

/** A stop comes up and nobody has been called yet. */
const listDue = defineTask({
  id: 'physical-examination.list-due',
  title: { zh: '体检名单待生成', en: 'List of a stop to be drawn up' },
  record: 'physical-examination.stop',
  action: 'physical-examination.stop.draw-up-list',
  severity: 'routine',
  query: ({
    county,
    today,
  }) => sql`select ${s.id} as id, ${s.id} as record_id, null as person, ${s.division} as division,
      ${s.institution} as institution, ${s.visitsOn} - 1 as due_on from ${s}
    where ${s.county} = ${county} and ${s.state} = 'planned' and ${s.voidedAt} is null and ${s.visitsOn} <= ${addDays(today, LIST_AHEAD)}::date`,
})

export const tasks = [criticalToNotify, abnormalToReport, toReport, listDue]
