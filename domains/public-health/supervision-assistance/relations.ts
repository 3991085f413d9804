import { isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { patrol } from './records.ts'
import { patrols as p } from './tables.ts'

const half = sql`date_trunc('year', ${p.happenedOn}) + case when extract(month from ${p.happenedOn}) <= 6 then interval '0' else interval '6 months' end`

/** Sites patrolled in a half-year, from the first patrol to the end of the half. */
export const patrolled = new QueryBuilder()
  .select({
    county: p.county,
    id: sql<string>`(array_agg(${p.id} order by ${p.happenedOn}, ${p.id}))[1]`.as('first_patrol'),
    division: p.division,
    field: p.field,
    validFrom: sql<string>`min(${p.happenedOn})`.as('patrolled_from'),
    validTo: sql<string>`(${half} + interval '6 months')::date`.as('patrolled_to'),
  })
  .from(p)
  .where(isNull(p.voidedAt))
  .groupBy(p.county, p.site, p.division, p.field, half)
  .as('supervision_patrolled')

export const patrolledRelation = defineRelation({
  id: 'supervision-assistance.patrolled',
  title: { zh: '半年内巡查过的协管对象', en: 'Sites patrolled in the half-year' },
  from: patrolled,
  columns: patrolled,
  tables: [p],
  record: patrol as never,
  show: { patrolled_from: { title: { zh: '首次巡查', en: 'First patrol' }, value: patrolled.validFrom } },
})
