import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import type { RecordTable } from '@kangheng/kernel/record/define-record.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { examination, healthRecord } from '../health-record/index.ts'
import { OLDER_FROM } from './actions.ts'
import { olderAssessments as a } from './tables.ts'

const x = examination.table
const h = healthRecord.table

/** The examination of the year is asked for from this month on. */
const FROM_MONTH = '10'
/** Days after an examination without self-care score within which the assessment follows. */
const ASSESS_WITHIN = 30

/**
 * Residents from 65 with an open health record who have no row of a yearly service this year: what is due by the year's end, asked for from October on.
 * Columns as a task's query gives them.
 */
export function unservedThisYear(service: RecordTable, { county, today }: { county: string; today: IsoDate }): SQL {
  const year = today.slice(0, 4)
  return sql`select ${h.id} as id, ${h.id} as record_id, ${h.person} as person, ${h.division} as division, ${h.institution} as institution,
      ${`${year}-12-31`}::date as due_on from ${h}
    join ${e} on ${e.county} = ${h.county} and ${e.person} = ${h.person} and ${e.kind} = 'usual' and ${e.startsOn} <= ${today}::date
      and (${e.endsOn} is null or ${e.endsOn} > ${today}::date) and ${e.birth} <= (${today}::date - make_interval(years => ${OLDER_FROM}::int))::date
    where ${h.county} = ${county} and ${h.state} = 'open' and ${h.voidedAt} is null and ${today >= `${year}-${FROM_MONTH}-01` ? sql`true` : sql`false`}
      and not exists (select 1 from ${service} where ${service.county} = ${h.county} and ${service.person} = ${h.person} and ${service.voidedAt} is null
        and ${service.happenedOn} >= ${`${year}-01-01`}::date and ${service.happenedOn} <= ${today}::date)`
}

/** A resident from 65 with a health record has not been examined this year. */
const examinationDue = defineTask({
  id: 'older-people.examination-due',
  title: { zh: '老年人年度体检', en: 'Yearly examination of an older person' },
  record: 'health-record.record',
  action: 'health-record.examination.record',
  severity: 'routine',
  query: (setting) => unservedThisYear(x, setting),
})

/** Somebody from 65 was examined this year, and neither the form nor an assessment says how they care for themselves. */
const assessmentDue = defineTask({
  id: 'older-people.assessment-due',
  title: { zh: '老年人评估未完成', en: 'Assessment of an older person missing' },
  record: 'health-record.examination',
  action: 'older-people.assessment.record',
  severity: 'routine',
  query: ({ county, today }) => {
    const year = today.slice(0, 4)
    return sql`select ${x.id} as id, ${x.id} as record_id, ${x.person} as person, ${x.division} as division, ${x.institution} as institution,
        ${x.happenedOn} + ${ASSESS_WITHIN}::int as due_on from ${x}
      join ${e} on ${e.county} = ${x.county} and ${e.person} = ${x.person} and ${e.kind} = 'usual' and ${e.startsOn} <= ${today}::date
        and (${e.endsOn} is null or ${e.endsOn} > ${today}::date) and ${e.birth} <= (${today}::date - make_interval(years => ${OLDER_FROM}::int))::date
      where ${x.county} = ${county} and ${x.voidedAt} is null and ${x.selfCareScore} is null
        and ${x.happenedOn} >= ${`${year}-01-01`}::date and ${x.happenedOn} <= ${today}::date
        and not exists (select 1 from ${a} where ${a.county} = ${x.county} and ${a.person} = ${x.person} and ${a.voidedAt} is null
          and ${a.happenedOn} >= ${`${year}-01-01`}::date and ${a.happenedOn} <= ${today}::date)`
  },
})

export const tasks = [examinationDue, assessmentDue]
