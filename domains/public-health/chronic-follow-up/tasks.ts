import { sql, type SQL } from 'drizzle-orm'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { residenceEpisodes as r } from '@kangheng/kernel/person/tables.ts'
import type { RecordDefinition } from '@kangheng/kernel/record/define-record.ts'
import { defineTask, type TaskDefinition } from '@kangheng/kernel/task/define-task.ts'
import { examination } from '../health-record/index.ts'
import type { Disease } from './disease.ts'
import type { ScreeningTable } from './tables.ts'

/** Visits are shown so many days before they are due (early warning). */
const AHEAD = 31
/** The examination of the year is asked for from this month on. */
const EXAMINATION_FROM_MONTH = '10'
/** Days within which management of somebody who died or left is to be ended. */
const END_WITHIN = 30

/** Work that a disease derives from its patients, visits and measurements. */
export function diseaseTasks(disease: Disease, screening: RecordDefinition<ScreeningTable>): TaskDefinition[] {
  const { id, title, patient } = disease
  const [p, s, x] = [patient.table, screening.table, examination.table]
  const columns = (dueOn: SQL) =>
    sql`${p.id} as id, ${p.id} as record_id, ${p.person} as person, ${p.division} as division, ${p.institution} as institution, ${dueOn} as due_on`
  const livesHere = (
    today: IsoDate,
  ) => sql`exists (select 1 from ${r} where ${r.county} = ${p.county} and ${r.person} = ${p.person}
    and ${r.kind} = 'usual' and ${r.startsOn} <= ${today}::date and (${r.endsOn} is null or ${r.endsOn} > ${today}::date))`
  const managed = (county: string) => sql`${p.county} = ${county} and ${p.state} = 'managed' and ${p.voidedAt} is null`
  const record = { record: patient.id, action: `${id}.visit.record` }

  const visitDue = defineTask({
    id: `${id}.visit-due`,
    title: { zh: `${title.zh}患者随访`, en: `${title.en}: visit` },
    ...record,
    severity: 'routine',
    query: ({ county, today }) => sql`select ${columns(sql`${p.dueOn}`)} from ${p} where ${managed(county)}
      and coalesce(${p.lastStep}, 'routine') = 'routine' and ${p.dueOn} <= ${addDays(today, AHEAD)}::date and ${livesHere(today)}`,
  })
  const checkDue = defineTask({
    id: `${id}.check-due`,
    title: { zh: `${title.zh}患者2周随访`, en: `${title.en}: two-week check` },
    ...record,
    severity: 'statutory',
    query: ({ county, today }) => sql`select ${columns(sql`${p.dueOn}`)} from ${p} where ${managed(county)}
      and ${p.lastStep} <> 'routine' and ${livesHere(today)}`,
  })
  const examinationDue = defineTask({
    id: `${id}.examination-due`,
    title: { zh: `${title.zh}患者年度体检`, en: `${title.en}: yearly examination` },
    record: patient.id,
    action: 'health-record.examination.record',
    severity: 'routine',
    query: ({ county, today }) => {
      const year = today.slice(0, 4)
      return sql`select ${columns(sql`${`${year}-12-31`}::date`)} from ${p} where ${managed(county)}
        and ${today >= `${year}-${EXAMINATION_FROM_MONTH}-01` ? sql`true` : sql`false`} and ${livesHere(today)}
        and not exists (select 1 from ${x} where ${x.county} = ${p.county} and ${x.person} = ${p.person} and ${x.voidedAt} is null
          and ${x.happenedOn} >= ${`${year}-01-01`}::date and ${x.happenedOn} <= ${today}::date)`
    },
  })
  const toEnd = defineTask({
    id: `${id}.to-end`,
    title: { zh: `死亡或迁出的${title.zh}患者待终止管理`, en: `${title.en}: deceased or departed patient` },
    record: patient.id,
    action: `${id}.patient.end`,
    severity: 'routine',
    query: ({ county, today }) => sql`select ${columns(sql`gone.ended_on + ${END_WITHIN}::int`)} from ${p}
      join lateral (select max(${r.endsOn}) as ended_on from ${r} where ${r.county} = ${county} and ${r.person} = ${p.person}
        and ${r.kind} = 'usual') gone on gone.ended_on is not null
      where ${p.county} = ${county} and ${p.state} <> 'ended' and ${p.voidedAt} is null and not ${livesHere(today)}`,
  })
  const recheck = defineTask({
    id: `${id}.recheck`,
    title: { zh: `${title.zh}筛查复查或转诊随访`, en: `${title.en}: recheck or referral after screening` },
    record: screening.id,
    action: `${id}.screening.record`,
    severity: 'routine',
    query: ({
      county,
      today,
    }) => sql`select ${s.id} as id, ${s.id} as record_id, ${s.person} as person, ${s.division} as division,
        ${s.institution} as institution, ${s.dueOn} as due_on from ${s}
      where ${s.county} = ${county} and ${s.voidedAt} is null and ${s.finding} in ('recheck', 'suspected')
        and ${s.happenedOn} > (${today}::date - interval '1 year')::date
        and not exists (select 1 from ${s} later where later.county = ${s.county} and later.person = ${s.person} and later.voided_at is null
          and (later.happened_on, later.id) > (${s.happenedOn}, ${s.id}))
        and not exists (select 1 from ${p} where ${p.county} = ${s.county} and ${p.person} = ${s.person} and ${p.voidedAt} is null)`,
  })
  return [visitDue, checkDue, examinationDue, toEnd, recheck]
}
