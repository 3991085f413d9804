import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { defineTask, type TaskDefinition } from '@kangheng/kernel/task/define-task.ts'
import { livesHere } from '../../population/resident/index.ts'
import { examination } from '../health-record/index.ts'
import { emergencies as m, patients as p, visits as v } from './tables.ts'

/** Visits are shown so many days before they are due (early warning). */
const AHEAD = 31
/** The examination of the year is asked for from this month on. */
const EXAMINATION_FROM_MONTH = '10'
/** Days within which the registration of somebody who died or left is to be ended (local). */
const END_WITHIN = 30

const columns = (table: typeof p | typeof m, dueOn: SQL) =>
  sql`${table.id} as id, ${table.id} as record_id, ${table.person} as person, ${table.division} as division, ${table.institution} as institution, ${dueOn} as due_on`
const lives = (today: string) => livesHere(sql`${p.county}`, sql`${p.person}`, today)

/** Work of patients under management who live here. */
const ofManaged = (
  id: string,
  title: Text,
  action: string,
  severity: TaskDefinition['severity'],
  dueOn: (today: string) => SQL,
  where: (today: string) => SQL,
): TaskDefinition =>
  defineTask({
    id: `severe-mental-disorder.${id}`,
    title,
    record: 'severe-mental-disorder.patient',
    action,
    severity,
    query: ({ county, today }) => sql`select ${columns(p, dueOn(today))} from ${p}
      where ${p.county} = ${county} and ${p.state} = 'managed' and ${p.voidedAt} is null and ${where(today)} and ${lives(today)}`,
  })

const RECORD = 'severe-mental-disorder.visit.record'
const dueOn = () => sql`${p.dueOn}`

const visitDue = ofManaged(
  'visit-due',
  { zh: '严重精神障碍患者随访', en: 'Severe mental disorder: visit' },
  RECORD,
  'routine',
  dueOn,
  (today) => sql`${p.lastStep} = 'routine' and ${p.dueOn} <= ${addDays(today, AHEAD)}::date`,
)
/** Unstable or treated, newly registered, after an emergency or discharge. */
const checkDue = ofManaged(
  'check-due',
  { zh: '严重精神障碍患者短期随访', en: 'Severe mental disorder: check' },
  RECORD,
  'statutory',
  dueOn,
  () => sql`coalesce(${p.lastStep}, 'refer') <> 'routine' and ${p.dueOn} is not null`,
)
const x = examination.table
const examinationDue = ofManaged(
  'examination-due',
  { zh: '严重精神障碍患者年度体检', en: 'Severe mental disorder: yearly examination' },
  'health-record.examination.record',
  'routine',
  (today) => sql`${`${today.slice(0, 4)}-12-31`}::date`,
  (today) => {
    const year = today.slice(0, 4)
    const months = today >= `${year}-${EXAMINATION_FROM_MONTH}-01` ? sql`true` : sql`false`
    return sql`${months} and ${p.inHospitalSince} is null and not exists (select 1 from ${x} where ${x.county} = ${p.county} and ${x.person} = ${p.person}
        and ${x.voidedAt} is null and ${x.happenedOn} >= ${`${year}-01-01`}::date and ${x.happenedOn} <= ${today}::date)
      and not exists (select 1 from ${v} where ${v.county} = ${p.county} and ${v.person} = ${p.person} and ${v.voidedAt} is null
        and ${v.happenedOn} >= ${`${year}-01-01`}::date and ${v.examinationAnswer} in ('declined', 'not-fit'))`
  },
)

const emergencyOpen = defineTask({
  id: 'severe-mental-disorder.emergency-open',
  title: { zh: '应急处置待结束', en: 'Emergency to be ended' },
  record: 'severe-mental-disorder.emergency',
  action: 'severe-mental-disorder.emergency.end',
  severity: 'statutory',
  query: ({ county }) => sql`select ${columns(m, sql`${m.happenedOn}`)} from ${m}
    where ${m.county} = ${county} and ${m.state} = 'open' and ${m.voidedAt} is null`,
})

const toEnd = defineTask({
  id: 'severe-mental-disorder.to-end',
  title: { zh: '死亡或迁出的严重精神障碍患者待结案', en: 'Severe mental disorder: deceased or departed patient' },
  record: 'severe-mental-disorder.patient',
  action: 'severe-mental-disorder.patient.end',
  severity: 'routine',
  query: ({ county, today }) => sql`select ${columns(p, sql`${today}::date + ${END_WITHIN}::int`)} from ${p}
    where ${p.county} = ${county} and ${p.state} <> 'ended' and ${p.voidedAt} is null and not ${lives(today)}`,
})

/** Work that severe mental disorder derives. */
export const tasks = [visitDue, checkDue, examinationDue, emergencyOpen, toEnd]
