import { and, eq, gt, isNull, or, sql, type SQL } from 'drizzle-orm'
import { QueryBuilder } from 'drizzle-orm/pg-core'
import { defineRelation } from '@kangheng/kernel/indicator/relation.ts'
import { residenceEpisodes as e } from '@kangheng/kernel/person/tables.ts'
import { birth as birthRecord } from '../../population/resident/index.ts'
import { buildGrades, heightGrades, weightGrades } from './growth/assess.ts'
import { checkUp, child, newbornVisit } from './records.ts'
import { checkUpAges, checkUpIds, NEWBORN_DAYS, UNTIL_YEARS } from './schedule.ts'
import { checkUps as u, children as c, newbornVisits as n } from './tables.ts'

const query = new QueryBuilder()
const b = birthRecord.table

const birthday = (years: number) => sql`(${e.birth} + ${sql.raw(`interval '${years} years'`)})::date`

/** The usual residence that lasts after a day of service. */
const residenceOf = (row: { county: typeof u.county; person: typeof u.person; happenedOn: typeof u.happenedOn }) =>
  and(
    eq(e.county, row.county),
    eq(e.person, row.person),
    eq(e.kind, 'usual'),
    or(isNull(e.endsOn), gt(e.endsOn, row.happenedOn)),
  )

const nextYear = (day: SQL | typeof u.happenedOn) => sql`make_date(extract(year from ${day})::int + 1, 1, 1)`

/**
 * Services of the year: each visit of a newborn and each check-up of a usual resident under seven, from its day to the end of its year. Whoever has one counts
 * as managed in the year so far.
 */
export const served = query
  .select({
    county: e.county,
    id: sql<string>`s.id`.as('service_id'),
    person: sql<string>`s.person`.as('service_person'),
    division: e.division,
    servedOn: sql<string>`s.happened_on`.as('served_on'),
    eyes: sql<boolean>`s.eyes`.as('eyes'),
    validFrom: sql<string>`greatest(s.happened_on, ${e.startsOn})`.as('served_from'),
    validTo: sql<string>`least(${nextYear(sql`s.happened_on`)}, ${e.endsOn}, ${birthday(UNTIL_YEARS)})`.as('served_to'),
  })
  .from(
    sql`(select ${u.county}, ${u.id}, ${u.person}, ${u.happenedOn}, ${u.visionLeft} is not null as eyes from ${u} where ${u.voidedAt} is null
      union all select ${n.county}, ${n.id}, ${n.person}, ${n.happenedOn}, false from ${n} where ${n.voidedAt} is null) s`,
  )
  .innerJoin(
    e,
    sql`${e.county} = s.county and ${e.person} = s.person and ${e.kind} = 'usual' and (${e.endsOn} is null or ${e.endsOn} > s.happened_on)`,
  )
  .as('child_served')

export const servedRelation = defineRelation({
  id: 'child-health.served',
  title: { zh: '年内接受健康管理的儿童', en: 'Children served in the year' },
  from: served,
  columns: served,
  tables: [u, n, e],
  record: checkUp as never,
  show: { served_on: { title: { zh: '服务日期', en: 'Served on' }, value: served.servedOn } },
})

/**
 * Check-ups with a measurement, each for the days on which it is the child's last one and not older than a year: at the end of a year these are the last ones
 * of the year.
 */
export const lastGrowth = query
  .select({
    county: u.county,
    id: u.id,
    person: u.person,
    division: e.division,
    weightGrade: u.weightGrade,
    heightGrade: u.heightGrade,
    buildGrade: u.buildGrade,
    measuredOn: sql<string>`${u.happenedOn}`.as('measured_on'),
    validFrom: sql<string>`greatest(${u.happenedOn}, ${e.startsOn})`.as('growth_from'),
    validTo:
      sql<string>`least(${u.followedOn}, (${u.happenedOn} + interval '1 year')::date, ${e.endsOn}, ${birthday(5)})`.as(
        'growth_to',
      ),
  })
  .from(u)
  .innerJoin(e, residenceOf(u))
  .where(isNull(u.voidedAt))
  .as('child_last_growth')

export const lastGrowthRelation = defineRelation({
  id: 'child-health.last-growth',
  title: { zh: '5岁以下儿童末次体格检查', en: 'Last measurement of children under five' },
  from: lastGrowth,
  columns: lastGrowth,
  tables: [u, e],
  record: checkUp as never,
  show: {
    measured_on: { title: { zh: '检查日期', en: 'Examined on' }, value: lastGrowth.measuredOn },
    weight: { title: { zh: '体重评价', en: 'Weight' }, value: lastGrowth.weightGrade, values: weightGrades },
    height: { title: { zh: '身长/身高评价', en: 'Height' }, value: lastGrowth.heightGrade, values: heightGrades },
    build: { title: { zh: '体型评价', en: 'Build' }, value: lastGrowth.buildGrade, values: buildGrades },
  },
})

/** The check-ups of the first three years, with the age from which each is one and that of the next, after which it was missed. */
const underThree = checkUpIds.flatMap((id, index) => {
  const next = checkUpIds[index + 1]
  const { fromMonths, months } = checkUpAges[id]
  return next && months <= 36 ? [{ id, from: fromMonths, missed: checkUpAges[next].fromMonths }] : []
})
/** Months with a fraction, as days of a mean month: a birthday plus so much. */
const afterMonths = (months: SQL) => sql`(${e.birth} + (${months} * 30.4375)::int)`
const ages = sql.join(
  underThree.map(({ id, missed }) => sql.raw(`('${id}', ${missed})`)),
  sql`, `,
)
const year = sql`y.year`

/**
 * Systematic management of children under three, as spans of days within a year: from the first service of the year to the year's end, cut off on the day on which
 * a check-up was missed, that is, the age of the next one came without it. So the figure of a month says how things stand as far as they were due, and that of December
 * is the year's. Ages that passed before the child came to live here do not count.
 * Source: 妇幼健康统计调查制度, 3岁以下儿童系统管理: examined as the schedule of the age asks.
 */
export const systematic = query
  .select({
    county: c.county,
    id: c.id,
    person: c.person,
    division: e.division,
    year: sql<number>`${year}`.as('year'),
    validFrom: sql<string>`greatest(y.first_on, ${e.startsOn})`.as('systematic_from'),
    validTo: sql<string>`least(make_date(${year} + 1, 1, 1), ${e.endsOn}, ${birthday(3)}, (
      select min(${afterMonths(sql`a.missed`)}) from (values ${ages}) a (step, missed)
      where ${afterMonths(sql`a.missed`)} >= greatest(make_date(${year}, 1, 1), ${e.startsOn}) and ${afterMonths(sql`a.missed`)} < make_date(${year} + 1, 1, 1)
        and not a.step = any(y.steps)))`.as('systematic_to'),
  })
  .from(c)
  .innerJoin(e, and(eq(e.county, c.county), eq(e.person, c.person), eq(e.kind, 'usual')))
  .innerJoin(
    sql`lateral (select g.year, min(s.happened_on) filter (where extract(year from s.happened_on) = g.year) as first_on,
        coalesce(array_agg(s.step) filter (where s.step is not null), '{}') as steps
      from (select ${u.happenedOn} as happened_on, ${u.step} as step from ${u} where ${u.county} = ${c.county} and ${u.person} = ${c.person} and ${u.child} = ${c.id} and ${u.voidedAt} is null
        union all select ${n.happenedOn}, null from ${n} where ${n.county} = ${c.county} and ${n.person} = ${c.person} and ${n.child} = ${c.id} and ${n.voidedAt} is null) s
      cross join lateral (select extract(year from ${e.birth})::int + v.after as year from (values (0), (1), (2), (3)) v (after)) g
      group by g.year) y`,
    sql`y.first_on is not null`,
  )
  .where(isNull(c.voidedAt))
  .as('child_systematic')

export const systematicRelation = defineRelation({
  id: 'child-health.systematic',
  title: { zh: '3岁以下系统管理儿童', en: 'Children under three managed systematically' },
  from: systematic,
  columns: systematic,
  tables: [c, u, n, e],
  record: child as never,
  show: { year: { title: { zh: '年度', en: 'Year' }, value: systematic.year } },
})

/** Newborns visited at home, one row each, dated by their birth, so that they are compared with the live births of the same days. */
export const visitedNewborns = query
  .select({
    county: b.county,
    id: b.id,
    person: b.person,
    division: b.division,
    bornOn: sql<string>`${b.happenedOn}`.as('born_on'),
    visitedOn: sql<string>`v.first_on`.as('visited_on'),
    timely: sql<boolean>`v.timely`.as('visited_timely'),
  })
  .from(b)
  .innerJoin(
    sql`(select ${n.county}, ${n.person}, min(${n.happenedOn}) as first_on, bool_or(${n.timely}) as timely from ${n}
      where ${n.voidedAt} is null and ${n.happenedOn} <= ${n.birth} + ${sql.raw(String(NEWBORN_DAYS))} group by 1, 2) v`,
    sql`v.county = ${b.county} and v.person = ${b.person}`,
  )
  .where(isNull(b.voidedAt))
  .as('visited_newborn')

export const visitedNewbornRelation = defineRelation({
  id: 'child-health.visited-newborn',
  title: { zh: '访视的新生儿', en: 'Newborns visited' },
  from: visitedNewborns,
  columns: visitedNewborns,
  tables: [b, n],
  record: newbornVisit as never,
  show: { visited_on: { title: { zh: '首次访视', en: 'First visit' }, value: visitedNewborns.visitedOn } },
})
