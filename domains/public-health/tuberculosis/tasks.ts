import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { defineTask, type TaskDefinition } from '@kangheng/kernel/task/define-task.ts'
import { patients as p, suspects as s } from './tables.ts'

/** Visits are shown so many days before they are due (early warning). */
const AHEAD = 31

const columns = (table: typeof p | typeof s, dueOn: SQL) =>
  sql`${table.id} as id, ${table.id} as record_id, ${table.person} as person, ${table.division} as division, ${table.institution} as institution, ${dueOn} as due_on`

const ofPatient = (
  id: string,
  title: Text,
  action: string,
  severity: TaskDefinition['severity'],
  dueOn: SQL,
  where: (today: string) => SQL,
) =>
  defineTask({
    id: `tuberculosis.${id}`,
    title,
    record: 'tuberculosis.patient',
    action: `tuberculosis.${action}`,
    severity,
    query: ({ county, today }) => sql`select ${columns(p, dueOn)} from ${p}
      where ${p.county} = ${county} and ${p.voidedAt} is null and ${where(today)}`,
  })

const firstVisitDue = ofPatient(
  'first-visit-due',
  { zh: '肺结核患者72小时首次入户', en: 'Tuberculosis: first visit within 72 hours' },
  'patient.first-visit',
  'statutory',
  sql`${p.firstVisitDueOn}`,
  () => sql`${p.state} = 'notified'`,
)
const reportUpDue = ofPatient(
  'report-up-due',
  { zh: '两次未见到的肺结核患者待上报', en: 'Tuberculosis: not met twice, to be reported up' },
  'patient.report-up',
  'statutory',
  sql`${p.firstVisitDueOn}`,
  () => sql`${p.state} = 'notified' and ${p.reportUp} and ${p.reportedUpOn} is null`,
)
const visitDue = ofPatient(
  'visit-due',
  { zh: '肺结核患者随访', en: 'Tuberculosis: visit' },
  'visit.record',
  'routine',
  sql`${p.dueOn}`,
  (today) => sql`${p.state} = 'managed' and coalesce(${p.lastStep}, 'routine') = 'routine'
    and ${p.dueOn} <= ${addDays(today, AHEAD)}::date and ${p.dueOn} <= ${p.plannedEndOn}`,
)
const checkDue = ofPatient(
  'check-due',
  { zh: '转诊肺结核患者2周随访', en: 'Tuberculosis: two-week check' },
  'visit.record',
  'statutory',
  sql`${p.dueOn}`,
  () => sql`${p.state} = 'managed' and ${p.lastStep} = 'refer'`,
)
const toClose = ofPatient(
  'to-close',
  { zh: '疗程结束的肺结核患者待结案', en: 'Tuberculosis: treatment over, to be closed' },
  'patient.close',
  'routine',
  sql`${p.plannedEndOn}`,
  (today) => sql`${p.state} = 'managed' and ${p.plannedEndOn} <= ${today}::date`,
)

const followDue = defineTask({
  id: 'tuberculosis.follow-due',
  title: { zh: '肺结核可疑者1周内追踪', en: 'Tuberculosis: suspect to be looked after' },
  record: 'tuberculosis.suspect',
  action: 'tuberculosis.suspect.follow',
  severity: 'routine',
  query: ({ county }) => sql`select ${columns(s, sql`${s.dueOn}`)} from ${s}
    where ${s.county} = ${county} and ${s.state} = 'referred' and ${s.voidedAt} is null`,
})

/** Work that tuberculosis derives. */
export const tasks = [firstVisitDue, reportUpDue, visitDue, checkDue, toClose, followDue]
