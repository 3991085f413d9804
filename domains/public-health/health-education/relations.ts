import { isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { quotaKinds, type QuotaKind } from './codes.ts'
import { plan } from './records.ts'
import { plans as p } from './tables.ts'

const month = sql.raw('due_month.month')
/** What falls due in a month: of a yearly number the whole pieces up to its end, less those up to the month before. */
const dueIn = (kind: QuotaKind) =>
  sql<number>`(floor(${p[kind]} * ${month} / 12.0) - floor(${p[kind]} * (${month} - 1) / 12.0))::int`.as(
    `due_${p[kind].name}`,
  )

/** Each plan with each month of its year, dated at the month's end, and what falls due in it. */
export const due = new QueryBuilder()
  .select({
    county: p.county,
    id: p.id,
    division: p.division,
    institution: p.institution,
    dueOn: sql<string>`(make_date(${p.year}::int, ${month}, 1) + interval '1 month' - interval '1 day')::date`.as(
      'due_on',
    ),
    ...(Object.fromEntries(quotaKinds.map((kind) => [kind, dueIn(kind)])) as Record<
      QuotaKind,
      ReturnType<typeof dueIn>
    >),
  })
  .from(p)
  .innerJoin(sql`generate_series(1, 12) as due_month (month)`, sql`true`)
  .where(isNull(p.voidedAt))
  .as('health_education_due')

export const dueRelation = defineRelation({
  id: 'health-education.due',
  title: { zh: '健康教育任务', en: 'What is asked in health education' },
  from: due,
  columns: due,
  tables: [p],
  record: plan as never,
  show: { due_on: { title: { zh: '应完成日期', en: 'Due on' }, value: due.dueOn } },
})
