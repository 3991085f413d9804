import { and, eq, isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { plan, round } from './records.ts'
import { plans as p, rounds as r, stays as s } from './tables.ts'

const ofStay = (table: typeof p | typeof r) => and(eq(s.county, table.county), eq(s.id, table.stay), isNull(s.voidedAt))

/** Plans of people living in a home, for the days on which both hold. */
export const planned = new QueryBuilder()
  .select({
    county: p.county,
    id: p.id,
    person: p.person,
    division: p.division,
    validFrom: sql<string>`${p.happenedOn}`.as('planned_from'),
    validTo: sql<string>`least(${p.validUntil} + 1, ${s.endedOn})`.as('planned_to'),
  })
  .from(p)
  .innerJoin(s, ofStay(p))
  .where(isNull(p.voidedAt))
  .as('care_planned')

export const plannedRelation = defineRelation({
  id: 'care-homes.planned',
  title: { zh: '有照护计划的入住老人', en: 'People in homes with a plan' },
  from: planned,
  columns: planned,
  tables: [p, s],
  record: plan as never,
  show: { planned_from: { title: { zh: '制定日期', en: 'Made on' }, value: planned.validFrom } },
})

/** Rounds, for the days until the next one is due and the person lives there. */
export const seen = new QueryBuilder()
  .select({
    county: r.county,
    id: r.id,
    person: r.person,
    division: r.division,
    validFrom: sql<string>`${r.happenedOn}`.as('seen_from'),
    validTo: sql<string>`least(${r.dueOn} + 1, ${s.endedOn})`.as('seen_to'),
  })
  .from(r)
  .innerJoin(s, ofStay(r))
  .where(isNull(r.voidedAt))
  .as('care_seen')

export const seenRelation = defineRelation({
  id: 'care-homes.seen',
  title: { zh: '按期巡诊的入住老人', en: 'People in homes seen in time' },
  from: seen,
  columns: seen,
  tables: [r, s],
  record: round as never,
  show: { seen_from: { title: { zh: '巡诊日期', en: 'Seen on' }, value: seen.validFrom } },
})
