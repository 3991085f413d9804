import { and, eq, isNull, sql } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { residenceOf } from '../chronic-follow-up/index.ts'
import { examination } from '../health-record/index.ts'
import { patient, visit } from './records.ts'
import { patientClasses, riskGrades } from './risk.ts'
import { patients as p, stays as s, visits as v } from './tables.ts'

const query = new QueryBuilder()

/** Registered patients among usual residents: from registration and arrival until the end of either. */
export const registered = query
  .select({
    county: p.county,
    id: p.id,
    person: p.person,
    division: e.division,
    diagnosis: p.diagnosis,
    validFrom: sql<string>`greatest(${p.happenedOn}, ${e.startsOn})`.as('registered_from'),
    validTo: sql<string>`least(${p.endedOn}, ${e.endsOn})`.as('registered_to'),
    managedFrom: sql<string>`greatest(${p.managedFrom}, ${e.startsOn})`.as('managed_since'),
    consented: sql<boolean>`${p.managedFrom} is not null`.as('consented'),
  })
  .from(p)
  .innerJoin(e, residenceOf(p))
  .where(isNull(p.voidedAt))
  .as('mental_registered')

export const registeredRelation = defineRelation({
  id: 'severe-mental-disorder.registered-patient',
  title: { zh: '在册患者', en: 'Registered patients' },
  from: registered,
  columns: registered,
  tables: [p, e],
  record: patient as never,
  show: { registered_from: { title: { zh: '在册起始', en: 'Registered since' }, value: registered.validFrom } },
})

/** Visits of these patients, each for the days on which it is not older than a year; `lastTo` is the day on which the next one takes its place. */
export const visited = query
  .select({
    county: v.county,
    id: v.id,
    person: v.person,
    division: e.division,
    mode: v.mode,
    risk: v.risk,
    class: v.class,
    compliance: v.compliance,
    visitedOn: sql<string>`${v.happenedOn}`.as('visited_on'),
    validFrom: sql<string>`greatest(${v.happenedOn}, ${e.startsOn})`.as('visited_from'),
    validTo: sql<string>`least((${v.happenedOn} + interval '1 year')::date, ${p.endedOn}, ${e.endsOn})`.as(
      'visited_to',
    ),
    lastTo:
      sql<string>`least((select min(next.happened_on) from ${v} next where next.county = ${v.county} and next.person = ${v.person}
      and next.patient = ${v.patient} and next.voided_at is null and next.happened_on > ${v.happenedOn}),
      (${v.happenedOn} + interval '1 year')::date, ${p.endedOn}, ${e.endsOn})`.as('last_visit_to'),
  })
  .from(v)
  .innerJoin(p, and(eq(p.county, v.county), eq(p.id, v.patient), isNull(p.voidedAt)))
  .innerJoin(e, residenceOf(p))
  .where(isNull(v.voidedAt))
  .as('mental_visited')

export const visitedRelation = defineRelation({
  id: 'severe-mental-disorder.visited-patient',
  title: { zh: '患者随访', en: 'Visits of patients' },
  from: visited,
  columns: visited,
  tables: [v, p, e],
  record: visit as never,
  show: {
    visited_on: { title: { zh: '随访日期', en: 'Visited on' }, value: visited.visitedOn },
    risk: { title: { zh: '危险性评估', en: 'Risk' }, value: visited.risk, values: riskGrades },
    class: { title: { zh: '随访分类', en: 'Class' }, value: visited.class, values: patientClasses },
  },
})

const x = examination.table
const quarterEnd = (quarter: number) =>
  sql.raw(`make_date(y.year, ${quarter * 3}, ${quarter === 1 || quarter === 4 ? 31 : 30})`)
const seenIn = (quarter: number) =>
  sql.raw(`count(*) filter (where seen.quarter = ${quarter} and seen.met)::int as q${quarter}`)
const missed = (quarter: number) =>
  sql`case when y.entry <= ${sql.raw(String(quarter))} and ${sql.raw(`y.q${quarter}`)} = 0 then ${quarterEnd(quarter)} end`
/** A quarter of an open stay is not looked for further ahead than this. */
const LONGEST_STAY = sql.raw(`interval '3 years'`)

/** Days on which a patient was met face to face (a quarter in hospital counts as met), and on which something asked for by a visit had been missed. */
const contacts = sql`(
  select extract(year from ${v.happenedOn})::int as year, extract(quarter from ${v.happenedOn})::int as quarter, ${v.happenedOn} as day,
    ${v.mode} <> 'phone' as met, ${v.examinationAnswer} in ('declined', 'not-fit') as declined,
    case when ${v.step} <> 'routine' and (${v.followedOn} is null or ${v.followedOn} > ${v.dueOn}) then ${v.dueOn} + 1 end as late_on
  from ${v} where ${v.county} = ${p.county} and ${v.person} = ${p.person} and ${v.patient} = ${p.id} and ${v.voidedAt} is null
  union all
  select extract(year from g.day)::int, extract(quarter from g.day)::int, greatest(g.day::date, ${s.happenedOn}), true, false, null
  from ${s} cross join lateral generate_series(date_trunc('quarter', ${s.happenedOn}::timestamp),
    coalesce(${s.dischargedOn}::timestamp, ${s.happenedOn} + ${LONGEST_STAY}), interval '3 months') g (day)
  where ${s.county} = ${p.county} and ${s.person} = ${p.person} and ${s.patient} = ${p.id} and ${s.voidedAt} is null
)`

const years = sql`lateral (
  select met.*, case when extract(year from ${p.managedFrom}) = met.year then extract(quarter from ${p.managedFrom})::int else 1 end as entry, span.carried
  from (select seen.year, ${seenIn(1)}, ${seenIn(2)}, ${seenIn(3)}, ${seenIn(4)}, min(seen.day) as first_on, min(seen.late_on) as late_on,
      coalesce(bool_or(seen.declined), false) as declined
    from ${contacts} seen group by seen.year) met
  cross join (values (false), (true)) span (carried) where not span.carried or met.q4 > 0) y`

const examined = sql`(y.declined or exists (select 1 from ${x} where ${x.county} = ${p.county} and ${x.person} = ${p.person} and ${x.voidedAt} is null
  and ${x.happenedOn} >= make_date(y.year, 1, 1) and ${x.happenedOn} < make_date(y.year + 1, 1, 1)))`
const begun = sql`case when y.carried then make_date(y.year + 1, 1, 1) when extract(year from ${p.managedFrom}) = y.year then y.first_on
  else ${quarterEnd(1)} end`
const ended = sql`case when y.carried then make_date(y.year + 1, 3, 31) else least(make_date(y.year + 1, 1, 1), ${missed(1)}, ${missed(2)}, ${missed(3)},
  ${missed(4)}, case when not ${examined} then ${quarterEnd(4)} end) end`

/**
 * Management to the norm, as spans of days: from the first quarter's end (in the year of entry from the first contact) to the year's end, cut off on the day on
 * which something was missing: a quarter without a contact face to face, a check that a visit asked for and was not made in time, on 31 December the
 * examination (unless it was declined or the patient not fit for it). Until the first quarter of the next year has ended, whoever was met in the last one
 * counts. Source: third edition, 规范管理; what “to the norm” is in detail is set locally.
 */
export const standard = query
  .select({
    county: p.county,
    id: p.id,
    person: p.person,
    division: e.division,
    year: sql<number>`y.year`.as('year'),
    validFrom: sql<string>`greatest(${p.managedFrom}, ${e.startsOn}, ${begun})`.as('standard_from'),
    validTo: sql<string>`least(${p.endedOn}, ${p.lostOn}, ${e.endsOn}, y.late_on, ${ended})`.as('standard_to'),
  })
  .from(p)
  .innerJoin(e, residenceOf(p))
  .innerJoin(years, sql`true`)
  .where(and(isNull(p.voidedAt), sql`${p.managedFrom} is not null`))
  .as('mental_standard')

export const standardRelation = defineRelation({
  id: 'severe-mental-disorder.standard-year',
  title: { zh: '规范管理的患者', en: 'Managed to the norm' },
  from: standard,
  columns: standard,
  tables: [p, v, s, e, x as never],
  record: patient as never,
  show: { year: { title: { zh: '年度', en: 'Year' }, value: standard.year } },
})
