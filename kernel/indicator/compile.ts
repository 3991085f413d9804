import { sql, type SQL } from 'drizzle-orm'
import { renderSql, textArray } from '../store/orm.ts'
import { addsOverPlaces, type CohortMeasure, type FlowMeasure, type Measure, type StockMeasure } from './measure.ts'
import type { Window } from './horizon.ts'

/** A measure over rows. */
export type RowMeasure = FlowMeasure | StockMeasure | CohortMeasure

/** What a statement is restricted to. */
export interface Restriction {
  readonly county: string
  /** The horizon's first and last day. */
  readonly first: string
  readonly last: string
  /** Own places to recompute (additive measures); all when not given. */
  readonly places?: readonly string[]
  /** The person whose rows count; everybody's when not given. */
  readonly person?: SQL
}

const placeOf = (measure: RowMeasure): SQL => {
  const expression = measure.place === 'institution' ? measure.relation.institution : measure.relation.division
  if (!expression) throw new Error(`Measure ${measure.id}: its relation has no institution`)
  return sql`${expression}`
}

const condition = (measure: RowMeasure): SQL => measure.where ?? sql`true`

/** Rows of the relation that count at all: of the county, and of one person where one is given. Records leave out what was voided. */
export function validRows({ relation }: RowMeasure, { county, person }: Pick<Restriction, 'county' | 'person'>): SQL {
  const voided =
    relation.record && relation.from === (relation.record.table as unknown)
      ? sql` and ${relation.record.table.voidedAt} is null`
      : sql``
  const own = person ? sql` and ${relation.person} = ${person}` : sql``
  return sql`${relation.county} = ${county}${own}${voided}${relation.valid ? sql` and ${relation.valid}` : sql``}`
}

/** Rows of a stock that are over before the horizon begins add nothing: what can be seen of that early spares the work of making them. */
function reaching(relation: RowMeasure['relation'], first: string): SQL {
  return relation.reaching ? sql` and ${relation.reaching(sql`${first}::date`)}` : sql``
}

/** What a row adds. Counts stay whole numbers, which sum several times faster than decimal ones. */
function amount(measure: FlowMeasure | StockMeasure): SQL {
  return typeof measure.count === 'object' ? sql`coalesce(${measure.count.sum}, 0)::numeric` : sql`1`
}

const rendered = (part: unknown) => JSON.stringify(renderSql(sql`${part as SQL}`))

/** Measures that one scan can serve: same relation, place and dates. */
function scanKey(measure: RowMeasure): string {
  const dates = measure.kind === 'stock' ? [measure.from, measure.to ?? null] : [measure.when]
  const distinct = measure.kind !== 'cohort' && measure.count === 'persons' ? measure.id : ''
  return [
    measure.relation.id,
    measure.kind,
    measure.place,
    ...dates.map((date) => (date ? rendered(date) : '')),
    measure.kind === 'stock' && measure.split ? rendered(measure.split.by) : '',
    distinct,
  ].join('|')
}

/** Measures of a kind that is stored by month, in groups that one scan can serve. */
export function scansOf(measures: readonly Measure[]): (FlowMeasure | StockMeasure)[][] {
  return [...Map.groupBy(measures.filter(hasBase), scanKey).values()]
}

/** A further condition that limits a statement to places; none when none are given. */
export const inPlaces = (place: SQL, places: readonly string[] | undefined): SQL =>
  places ? sql` and ${place} = any(${textArray(places)})` : sql``

/** Windows as a row source: w(period, starts, ends). */
export function windowSource(windows: readonly Window[]): SQL {
  const column = (pick: (window: Window) => string) => windows.map(pick)
  return sql`(select period collate "C" as period, starts, ends from
    unnest(${textArray(column((each) => each.period))}, ${sql.param(column((each) => each.starts))}::date[], ${sql.param(column((each) => each.ends))}::date[]) as u (period, starts, ends)) w`
}

/** Without a time zone: truncating a date as a moment is slow, and depends on where the database stands. */
const monthStart = (day: unknown) => sql`date_trunc('month', (${day as SQL})::timestamp)::date`

/** One value per measure and row of `source`: turns columns m0, m1 … into rows. */
function unpivot(measures: readonly RowMeasure[]): SQL {
  return sql.join(
    measures.map((measure, index) => sql`(${measure.id}, ${sql.raw(`m${index}`)})`),
    sql`, `,
  )
}

/** Rows that count for any of the measures; the others need not be looked at. */
function anyOf(measures: readonly RowMeasure[]): SQL {
  if (measures.some((measure) => measure.where === undefined)) return sql``
  return sql` and (${sql.join(
    measures.map((measure) => sql`(${measure.where})`),
    sql` or `,
  )})`
}

function flowBase(measures: readonly FlowMeasure[], only: Restriction): SQL {
  const [head] = measures as [FlowMeasure]
  const place = placeOf(head)
  const sums = measures.map(
    (measure, index) => sql`sum(${amount(measure)}) filter (where ${condition(measure)}) as ${sql.raw(`m${index}`)}`,
  )
  return sql`select ${place} as place, ${monthStart(head.when)} as month, ${sql.join(sums, sql`, `)}
    from ${head.relation.from} where ${validRows(head, only)} and ${head.when} >= ${only.first}::date and ${head.when} <= ${only.last}::date
      and ${place} is not null${inPlaces(place, only.places)}${anyOf(measures)} group by 1, 2`
}

/** Net change of a stock per month: +1 where an interval begins, −1 where it ends; what began before the horizon counts in its first month, what ended before it nowhere. */
function stockBase(measures: readonly StockMeasure[], only: Restriction): SQL {
  const [head] = measures as [StockMeasure]
  const place = placeOf(head)
  const to = head.to ? sql`${head.to}` : sql`null::date`
  const columns = measures.map(
    (measure, index) => sql`case when ${condition(measure)} then ${amount(measure)} end as ${sql.raw(`a${index}`)}`,
  )
  const sums = measures.map((_, index) => sql`sum(d.sign * s.${sql.raw(`a${index}`)}) as ${sql.raw(`m${index}`)}`)
  return sql`select s.place, greatest(${monthStart(sql`d.day`)}, ${only.first}::date) as month, ${sql.join(sums, sql`, `)}
    from (select ${place} as place, (${head.from})::date as from_day, (${to})::date as to_day, ${sql.join(columns, sql`, `)}
          from ${head.relation.from} where ${validRows(head, only)} and ${place} is not null${inPlaces(place, only.places)}${anyOf(measures)}${reaching(head.relation, only.first)}) s
    cross join lateral (values (s.from_day, 1), (s.to_day, -1)) d (day, sign)
    where s.from_day <= ${only.last}::date and (s.to_day is null or s.to_day > greatest(s.from_day, ${only.first}::date)) and d.day is not null and d.day <= ${only.last}::date
    group by 1, 2`
}

/** Changes of measures that share out the same rows: one grouping, however many they are. */
function splitStockRows(measures: readonly StockMeasure[], only: Restriction): SQL {
  const [head] = measures as [StockMeasure]
  const whole: StockMeasure = { ...head, where: undefined }
  const place = placeOf(head)
  const values = measures.map((measure) => sql`(${measure.id}, ${measure.split!.value})`)
  return sql`select v.measure, b.place, b.month, b.value from (
      select s.place, greatest(${monthStart(sql`d.day`)}, ${only.first}::date) as month, s.part, sum(d.sign * s.amount) as value
      from (select ${place} as place, (${head.from})::date as from_day, (${head.to ? sql`${head.to}` : sql`null::date`})::date as to_day,
              ${head.split!.by} as part, ${amount(head)} as amount
            from ${head.relation.from} where ${validRows(whole, only)} and ${place} is not null${inPlaces(place, only.places)}${reaching(head.relation, only.first)}) s
      cross join lateral (values (s.from_day, 1), (s.to_day, -1)) d (day, sign)
      where s.from_day <= ${only.last}::date and (s.to_day is null or s.to_day > greatest(s.from_day, ${only.first}::date))
        and d.day is not null and d.day <= ${only.last}::date
      group by 1, 2, 3) b
    join (values ${sql.join(values, sql`, `)}) v (measure, part) on v.part = b.part where b.value <> 0`
}

/** Different persons alive in a place: overlapping intervals of one person are merged first, so that a person counts once. */
function distinctStockBase(measure: StockMeasure, only: Restriction): SQL {
  const place = placeOf(measure)
  const to = measure.to ? sql`${measure.to}` : sql`null::date`
  const place0 = measure.onePlacePerPerson ? sql`s.place` : sql`a.ancestor`
  const ancestors = measure.onePlacePerPerson
    ? sql``
    : sql` join place_ancestor a on a.county = ${only.county} and a.leaf = s.place`
  return sql`select x.place, greatest(${monthStart(sql`d.day`)}, ${only.first}::date) as month, sum(d.sign)::numeric as m0
    from (select ${place0} as place, s.person, range_agg(daterange(s.from_day, s.to_day)) as spans
          from (select ${place} as place, ${measure.relation.person} as person, (${measure.from})::date as from_day, (${to})::date as to_day
                from ${measure.relation.from} where ${validRows(measure, only)} and ${condition(measure)} and ${place} is not null${
                  measure.onePlacePerPerson ? inPlaces(place, only.places) : sql``
                }${reaching(measure.relation, only.first)}) s${ancestors}
          where s.person is not null and s.from_day <= ${only.last}::date and (s.to_day is null or s.to_day > greatest(s.from_day, ${only.first}::date))
          ${measure.onePlacePerPerson || !only.places ? sql`` : sql` and a.ancestor = any(${textArray(only.places)})`}
          group by 1, 2) x
    cross join lateral unnest(x.spans) as alive (span)
    cross join lateral (values (lower(alive.span), 1), (upper(alive.span), -1)) d (day, sign)
    where d.day is not null and d.day <= ${only.last}::date group by 1, 2`
}

/** The rows `measure, place, month, value` of measures that share a scan. */
export function baseRows(measures: readonly RowMeasure[], only: Restriction): SQL {
  const [head] = measures as [RowMeasure]
  if (head.kind === 'stock' && head.split) return splitStockRows(measures as StockMeasure[], only)
  let source: SQL
  if (head.kind === 'stock')
    source = head.count === 'persons' ? distinctStockBase(head, only) : stockBase(measures as StockMeasure[], only)
  else source = flowBase(measures as FlowMeasure[], only)
  return sql`select v.measure, b.place, b.month, v.value from (${source}) b
    cross join lateral (values ${unpivot(measures)}) v (measure, value) where v.value is not null and v.value <> 0`
}

/** Stores them. */
export function baseStatement(measures: readonly RowMeasure[], only: Restriction): SQL {
  return sql`insert into measure_base (county, measure, place, month, value)
    select ${only.county}, r.* from (${baseRows(measures, only)}) r`
}

/** Whether the measure is stored month by month for each place (and then rolled up), or computed for every window. */
export function hasBase(measure: Measure): measure is FlowMeasure | StockMeasure {
  return measure.kind === 'stock' || (measure.kind === 'flow' && addsOverPlaces(measure))
}

/** What measures of windows are restricted to: places above the rows, a person. */
export type WindowRestriction = Pick<Restriction, 'county' | 'places' | 'person'>

/**
 * Different persons of a window: for windows with a common start, a person counts from the first month in which something happened.
 */
function distinctFlow(measure: FlowMeasure, windows: readonly Window[], only: WindowRestriction): SQL {
  const { county, places } = only
  const place = placeOf(measure)
  const starts = new Map<string, string>()
  for (const window of windows)
    if ((starts.get(window.starts) ?? '') < window.ends) starts.set(window.starts, window.ends)
  return sql`with month as (
      select distinct ${place} as place, ${measure.relation.person} as person, ${monthStart(measure.when)} as month
      from ${measure.relation.from} where ${validRows(measure, only)} and ${condition(measure)} and ${measure.relation.person} is not null
        and ${measure.when} >= ${[...starts.keys()].sort()[0]!}::date and ${measure.when} <= ${[...starts.values()].sort().at(-1)!}::date),
    first as (
      select a.ancestor, m.person, s.starts, min(m.month) as month
      from month m join place_ancestor a on a.county = ${county} and a.leaf = m.place
      join unnest(${sql.param([...starts.keys()])}::date[], ${sql.param([...starts.values()])}::date[]) as s (starts, ends) on m.month >= s.starts and m.month <= s.ends
      ${places ? sql`where a.ancestor = any(${textArray(places)})` : sql``} group by 1, 2, 3),
    counted as (select ancestor, starts, month, count(*) as persons from first group by 1, 2, 3)
    select ${measure.id}::text as measure, c.ancestor as place, w.period, sum(c.persons) as value from counted c
    join ${windowSource(windows)} on w.starts = c.starts and c.month <= w.ends group by c.ancestor, w.period`
}

/** Persons whose rows of the window, within the place, satisfy the condition over the group. */
function cohortRows(measure: CohortMeasure, windows: readonly Window[], only: WindowRestriction): SQL {
  const { county, places } = only
  const place = placeOf(measure)
  return sql`select ${measure.id}::text as measure, g.ancestor as place, g.period, count(*) as value from (
      select a.ancestor, w.period, ${measure.relation.person} as person
      from ${measure.relation.from} join place_ancestor a on a.county = ${county} and a.leaf = ${place}
      join ${windowSource(windows)} on ${measure.when} >= w.starts and ${measure.when} <= w.ends
      where ${validRows(measure, only)} and ${condition(measure)} and ${measure.relation.person} is not null${
        places ? sql` and a.ancestor = any(${textArray(places)})` : sql``
      } group by 1, 2, 3 having ${measure.having}) g group by g.ancestor, g.period`
}

/** The rows `measure, place, period, value` of a measure that is computed anew for each window. */
export function windowRows(
  measure: FlowMeasure | CohortMeasure,
  windows: readonly Window[],
  only: WindowRestriction,
): SQL {
  return measure.kind === 'cohort' ? cohortRows(measure, windows, only) : distinctFlow(measure, windows, only)
}

/** Stores them. */
export function windowStatement(measure: FlowMeasure | CohortMeasure, county: string, windows: readonly Window[]): SQL {
  return sql`insert into measure_value (county, measure, place, period, value)
    select ${county}, r.* from (${windowRows(measure, windows, { county })}) r`
}

/** The rows `measure, place, month (or period), value` of some persons together. Each is looked up alone, so that it costs the same however many rows others have. */
export function rowsOfPersons(persons: readonly string[], time: 'month' | 'period', rowsOf: (person: SQL) => SQL): SQL {
  const column = sql.raw(`r.${time}`)
  return sql`select r.measure, r.place, ${column}, sum(r.value)::text from unnest(${sql.param(persons)}::uuid[]) as changed (person)
    cross join lateral (${rowsOf(sql`changed.person`)}) r group by r.measure, r.place, ${column}`
}
