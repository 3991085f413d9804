import { and, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { residenceEpisodes as episodes } from '@kangheng/kernel/person/tables.ts'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { examination } from '../health-record/index.ts'
import { visitClasses } from './course.ts'
import type { Disease } from './disease.ts'
import type { PatientTable } from './tables.ts'

const query = new QueryBuilder()
const e = episodes

/** What the residence of a register's rows is compared with: their first day and the first one after them. */
type RegisterTable = Pick<PatientTable, 'county' | 'person' | 'happenedOn' | 'endedOn'>

/** The residence of somebody on a register, for the days of both: joins rows of the register to `residenceEpisodes`. */
export const residenceOf = (p: RegisterTable) =>
  and(
    eq(e.county, p.county),
    eq(e.person, p.person),
    eq(e.kind, 'usual'),
    or(isNull(e.endsOn), gt(e.endsOn, p.happenedOn)),
    or(isNull(p.endedOn), lt(e.startsOn, p.endedOn)),
  )

/** Patients under management among usual residents: from registration and arrival until the end of either. */
export function managedRelation(disease: Disease) {
  const { id, title, patient } = disease
  const p = patient.table
  const rows = query
    .select({
      county: p.county,
      id: p.id,
      person: p.person,
      division: e.division,
      riskLevel: p.riskLevel,
      validFrom: sql<string>`greatest(${p.happenedOn}, ${e.startsOn})`.as('managed_from'),
      validTo: sql<string>`least(${p.endedOn}, ${e.endsOn})`.as('managed_to'),
      lostOn: p.lostOn,
    })
    .from(p)
    .innerJoin(e, residenceOf(patient.table))
    .where(isNull(p.voidedAt))
    .as(`${id}_managed`)
  const relation = defineRelation({
    id: `${id}.managed-patient`,
    title: { zh: `在管${title.zh}患者`, en: `Patients under management: ${title.en.toLowerCase()}` },
    from: rows,
    columns: rows,
    tables: [p, e],
    record: patient as never,
    show: { managed_from: { title: { zh: '管理起始', en: 'Managed since' }, value: rows.validFrom } },
  })
  return { rows, relation }
}

/**
 * Visits of these patients, each for the days on which it is the last one and not older than a year: at the end of a year that is
 * the last visit of the year. A lost patient is not at the goal.
 */
export function lastVisitRelation(disease: Disease) {
  const { id, title, patient, visit } = disease
  const [p, v] = [patient.table, visit.table]
  const rows = query
    .select({
      county: v.county,
      id: v.id,
      person: v.person,
      division: e.division,
      atGoal: v.atGoal,
      class: v.class,
      systolic: v.systolic,
      diastolic: v.diastolic,
      fastingGlucose: v.fastingGlucose,
      assessmentTest: v.assessmentTest,
      visitedOn: sql<string>`${v.happenedOn}`.as('visited_on'),
      validFrom: sql<string>`greatest(${v.happenedOn}, ${e.startsOn})`.as('last_from'),
      validTo:
        sql<string>`least(${v.followedOn}, (${v.happenedOn} + interval '1 year')::date, ${p.lostOn}, ${p.endedOn}, ${e.endsOn})`.as(
          'last_to',
        ),
    })
    .from(v)
    .innerJoin(p, and(eq(p.county, v.county), eq(p.id, v.patient), isNull(p.voidedAt)))
    .innerJoin(e, residenceOf(patient.table))
    .where(isNull(v.voidedAt))
    .as(`${id}_last_visit`)
  const relation = defineRelation({
    id: `${id}.last-visit`,
    title: { zh: `${title.zh}患者末次随访`, en: `Last visits: ${title.en.toLowerCase()}` },
    from: rows,
    columns: rows,
    tables: [v, p, e],
    record: visit as never,
    show: {
      visited_on: { title: { zh: '随访日期', en: 'Visited on' }, value: rows.visitedOn },
      class: { title: { zh: '随访分类', en: 'Class' }, value: rows.class, values: visitClasses },
    },
  })
  return { rows, relation }
}

/** The last day of each quarter of a year, as SQL over a column that holds the year. */
const quarterEnd = (year: SQL, quarter: 1 | 2 | 3 | 4): SQL =>
  sql`make_date(${year}, ${sql.raw(String(quarter * 3))}, ${sql.raw(quarter === 1 || quarter === 4 ? '31' : '30')})`

/**
 * Follow-up to the norm, as spans of days. Within a year: from the first quarter's end (in the year of registration, from the first
 * visit) to the year's end, cut off on the day something was missing: a quarter without a visit, a two-week check not made in time,
 * on 31 December the examination (and the glucose tests). Until the first quarter of the next year has ended, whoever was seen in
 * the last one counts. So the figure of a month says how things stand as far as they were due, and that of December is the year's.
 * `glucose`: a fasting glucose for every visit due in the year. Source: 国家基本公共卫生服务规范（第三版）, 年内按照规范要求管理; what “to the norm” is in detail is set locally.
 */
export function standardYearRelation(disease: Disease, glucose: boolean) {
  const { id, title, patient, visit } = disease
  const [p, v, x] = [patient.table, visit.table, examination.table]
  const y = sql`y.year`
  const visitedIn = (quarter: number) => sql.raw(`y.q${quarter}`)
  const missedQuarter = (quarter: 1 | 2 | 3 | 4) =>
    sql`case when y.entry <= ${sql.raw(String(quarter))} and ${visitedIn(quarter)} = 0 then ${quarterEnd(y, quarter)} end`
  const examined = sql`exists (select 1 from ${x} where ${x.county} = ${p.county} and ${x.person} = ${p.person} and ${x.voidedAt} is null
    and ${x.happenedOn} >= make_date(${y}, 1, 1) and ${x.happenedOn} < make_date(${y} + 1, 1, 1))`
  const tested = glucose ? sql`y.tests >= 5 - y.entry` : sql`true`
  const quarter = (each: number) =>
    sql`count(*) filter (where extract(quarter from ${v.happenedOn}) = ${sql.raw(String(each))} and ${v.mode} <> 'phone')::int as ${sql.raw(`q${each}`)}`
  const years = sql`lateral (
    select extract(year from ${v.happenedOn})::int as year, ${quarter(1)}, ${quarter(2)}, ${quarter(3)}, ${quarter(4)},
      count(${v.fastingGlucose})::int as tests, min(${v.happenedOn}) as first_on,
      min(${v.dueOn} + 1) filter (where ${v.step} <> 'routine' and (${v.followedOn} is null or ${v.followedOn} > ${v.dueOn})) as late_on
    from ${v} where ${v.county} = ${p.county} and ${v.person} = ${p.person} and ${v.patient} = ${p.id} and ${v.voidedAt} is null
    group by 1) seen cross join lateral (select seen.*, case when extract(year from ${p.happenedOn}) = seen.year
      then extract(quarter from ${p.happenedOn})::int else 1 end as entry, span.carried from (values (false), (true)) span (carried)
      where not span.carried or seen.q4 > 0) y`
  const begun = sql`case when y.carried then make_date(${y} + 1, 1, 1) when extract(year from ${p.happenedOn}) = ${y} then y.first_on
    else ${quarterEnd(y, 1)} end`
  const ended = sql`case when y.carried then make_date(${y} + 1, 3, 31) else least(make_date(${y} + 1, 1, 1), ${missedQuarter(1)}, ${missedQuarter(2)},
    ${missedQuarter(3)}, ${missedQuarter(4)}, case when not (${tested} and ${examined}) then ${quarterEnd(y, 4)} end) end`
  const rows = query
    .select({
      county: p.county,
      id: p.id,
      person: p.person,
      division: e.division,
      year: sql<number>`y.year`.as('year'),
      validFrom: sql<string>`greatest(${p.happenedOn}, ${e.startsOn}, ${begun})`.as('standard_from'),
      validTo: sql<string>`least(${p.endedOn}, ${p.lostOn}, ${e.endsOn}, y.late_on, ${ended})`.as('standard_to'),
    })
    .from(p)
    .innerJoin(e, residenceOf(patient.table))
    .innerJoin(years, sql`true`)
    .where(isNull(p.voidedAt))
    .as(`${id}_standard_year`)
  const relation = defineRelation({
    id: `${id}.standard-year`,
    title: { zh: `按规范管理的${title.zh}患者`, en: `Managed to the norm: ${title.en.toLowerCase()}` },
    from: rows,
    columns: rows,
    tables: [p, v, e, x as never],
    record: patient as never,
    show: { year: { title: { zh: '年度', en: 'Year' }, value: rows.year } },
  })
  return { rows, relation }
}
