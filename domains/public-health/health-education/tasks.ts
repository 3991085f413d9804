import { sql } from 'drizzle-orm'
import { addDays, isoDate } from '@kangheng/kernel/period/date.ts'
import { defineTask } from '@kangheng/kernel/task/define-task.ts'
import { fulfilledBy, kinds, quotaKinds, type QuotaKind } from './codes.ts'
import { activities as a, plans as p } from './tables.ts'

/** An institution has done less of a kind than was due by the end of last month. */
const behind = (kind: QuotaKind) => {
  const does = fulfilledBy[kind]
  return defineTask({
    id: `health-education.behind-${does}`,
    title: { zh: `健康教育欠缺：${kinds[does].zh}`, en: `Health education missing: ${kinds[does].en}` },
    record: 'health-education.plan',
    action: 'health-education.activity.record',
    severity: 'routine',
    query: ({ county, today }) => {
      const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
      const dueOn = addDays(isoDate(year, month, 1), -1)
      // What was done is counted once for all institutions: asked for each of them, the table of activities was read as often as there are plans.
      return sql`select ${p.id} as id, ${p.id} as record_id, null as person, ${p.division} as division, ${p.institution} as institution,
          ${dueOn}::date as due_on from ${p}
        left join (select ${a.county}, ${a.institution}, count(*) as activities from ${a} where ${a.county} = ${county} and ${a.kind} = ${does}
            and ${a.voidedAt} is null and ${a.happenedOn} >= ${`${year}-01-01`}::date and ${a.happenedOn} <= ${today}::date group by 1, 2) done
          on done.county = ${p.county} and done.institution = ${p.institution}
        where ${p.county} = ${county} and ${p.year} = ${year}::int and ${p.voidedAt} is null
          and floor(${p[kind]} * ${month - 1}::int / 12.0) > coalesce(done.activities, 0)`
    },
  })
}

/** What each institution lacks, kind by kind. */
export const tasks = quotaKinds.map(behind)
