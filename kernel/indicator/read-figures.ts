import type { Connection } from '../store/connection.ts'
import { findWithheld, sizeOf, type Guard } from './withhold.ts'
import { findPeriod, monthOf, monthsOf, previousPeriod, samePeriodLastYear, type Period } from '../period/period.ts'

/** A figure as it is read, with what it may be compared with. Values are decimal strings at the indicator's decimals. */
export interface FigureReading {
  readonly indicator: string
  readonly place: string
  readonly placeName: string
  readonly period: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly status: 'provisional' | 'closed' | 'revised'
  readonly definitionVersion: number
  readonly rank: number | null
  readonly rankedOf: number | null
  readonly completeness: number
  readonly computedAt: string
  readonly closedOn: string | null
  /** Value due at the end of the period by the target of its year; null without target. */
  readonly due: string | null
  readonly target: string | null
  readonly lastYear: string | null
  readonly previous: string | null
  /** The period under which it is stored and revised: the last month, when it says how things stand at the end of the period. */
  readonly storedPeriod: string
  /** The value is not told to this reader: it counts few people of a restricted subject, or would tell of a place that does. */
  readonly withheld: boolean
}

/** Which figures are wanted. Places may be named, or all children of a division. */
export interface FigureQuery {
  readonly county: string
  readonly indicators: readonly string[]
  readonly places?: readonly string[]
  readonly under?: string
  readonly periods: readonly string[]
}

const COLUMNS = `f.indicator, f.place, coalesce(d.name, i.name, f.place) as "placeName", f.asked as period, f.value, f.numerator, f.denominator,
  case when f.over then f.status else 'provisional' end as status, case when f.over then f.closed_on end as "closedOn",
  f.definition_version as "definitionVersion", f.rank, f.ranked_of as "rankedOf", f.completeness, f.computed_at as "computedAt", f.period as "storedPeriod"`

const monthIndex = (period: Period) => Number(period.ends.slice(5, 7))

/** What is asked about a period, in the order in which the statement below takes it. */
function askedPeriod(period: Period) {
  const lastYear = samePeriodLastYear(period)
  const previous = previousPeriod(period)
  return [
    period.id,
    monthOf(period.starts),
    monthOf(period.ends),
    lastYear.id,
    monthOf(lastYear.ends),
    previous?.id ?? null,
    previous ? monthOf(previous.ends) : null,
    period.kind === 'family-planning-year' ? 0 : Number(period.id.slice(0, 4)),
    monthIndex(period),
  ] as const
}

/**
 * Where the figures of the asked periods are stored, c: what happened in a period has a row of its own; what stands at its end has that of its last
 * month, or of the present month while the period is running: the latest of its months that has any. All rows of an indicator in a month are of one kind.
 * Plain arrays tell the planner how few periods are asked; without that it reads the whole table.
 */
const STORED = `asked as (
    select * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[], $10::int[])
      as a (period, first_month, last_month, last_year, last_year_month, previous, previous_month, year, target_month)),
  latest as (
    select max(period) as month from figure_period where county = $1 and indicator = any($11::text[]) and period = any($12::text[]) and at_month_end),
  c as (
    select period, period as stored, false as at_month_end, true as over, last_year, previous, year, target_month from asked
    union all
    select period, least(last_month, month), true, last_month <= month, last_year_month, previous_month, year, target_month
    from asked cross join latest where first_month <= month)`

/** Figures of the asked periods as they are stored, and the empty ones of villages that have none of their own, f. */
const FOUND = `f as (
    select c.period as asked, c.over, c.last_year, c.previous as before, c.year, c.target_month, f.indicator, f.place, f.period, f.value, f.numerator, f.denominator,
      f.status, f.closed_on, f.definition_version, f.rank, f.ranked_of, f.completeness, f.computed_at
    from c join figure f on f.county = $1 and f.indicator = any($11::text[]) and f.period = c.stored and f.at_month_end = c.at_month_end
    where ($13::text[] is null or f.place = any($13::text[])) and ($14::text is null or f.place in (select code from division where parent = $14))
    union all
    select c.period, c.over, c.last_year, c.previous, c.year, c.target_month, h.indicator, v.place, h.period, h.empty_value, 0, h.empty_denominator,
      case when h.closed_on is null then 'provisional' else 'closed' end, h.closed_on, h.definition_version, null, null, 100, h.computed_at
    from figure_place v cross join c
    join figure_period h on h.county = $1 and h.indicator = any($11::text[]) and h.period = c.stored and h.at_month_end = c.at_month_end
    where v.county = $1 and ($13::text[] is null or v.place = any($13::text[])) and ($14::text is null or v.parent = $14)
      and not exists (select 1 from figure s where s.county = $1 and s.indicator = h.indicator and s.period = h.period and s.place = v.place))`

/** The value of another period at the same place: its own, l, or that of an empty village, h. */
const orEmpty = (own: string, empty: string) =>
  `case when ${own}.place is null and length(f.place) = 12 then ${empty}.empty_value else ${own}.value end`

/** What the guard of a figure needs to know, g.below being how few are withheld from this reader. */
const GUARD = `case when g.below is not null then jsonb_build_object('below', g.below, 'parent', d.parent, 'grandparent', (select parent from division a where a.code = d.parent), 'size', ${sizeOf('f')}, 'lastYearSize', ${sizeOf('l')},
  'previousSize', ${sizeOf('p')}, 'lastYearPeriod', f.last_year, 'previousPeriod', f.before) end as guard`

/** Readings as this reader may have them: of what is withheld neither value nor terms, rank or the same of another period. */
async function withoutWithheld(
  connection: Connection,
  county: string,
  found: readonly FoundReading[],
): Promise<FigureReading[]> {
  const guarded = found.some(({ guard }) => guard !== null)
  const withheldOf = guarded ? await findWithheld(connection, county, found) : undefined
  return found.map((row) => {
    const { guard: _guard, ...reading } = row
    const { own = false, lastYear = false, previous = false } = withheldOf?.(row) ?? {}
    return {
      ...reading,
      withheld: own,
      ...(own ? { value: null, numerator: null, denominator: null, rank: null, rankedOf: null } : {}),
      ...(lastYear ? { lastYear: null } : {}),
      ...(previous ? { previous: null } : {}),
    }
  })
}

type FoundReading = Omit<FigureReading, 'withheld'> & { readonly guard: Guard | null }

/** Reads figures with their comparisons. Row-level security decides which places exist for the reader, and which small figures are withheld. */
export async function readFigures(connection: Connection, query: FigureQuery): Promise<FigureReading[]> {
  const periods = query.periods.map(findPeriod).filter((period): period is Period => period !== undefined)
  if (periods.length === 0) return []
  const asked = periods.map(askedPeriod)
  const columns = asked[0]!.map((_, column) => asked.map((row) => row[column]!))
  const found = await connection.query<FoundReading>(
    `with ${STORED}, ${FOUND}, guards as materialized (select id, kangheng.guard(id) as below from unnest($11::text[]) as id)
     select ${COLUMNS}, t.months ->> (f.target_month - 1) as due, t.value as target, ${orEmpty('l', 'lh')} as "lastYear", ${orEmpty('p', 'ph')} as previous, ${GUARD}
     from f join guards g on g.id = f.indicator
     left join division d on d.code = f.place
     left join institution i on i.county = $1 and i.code = f.place
     left join target t on t.county = $1 and t.indicator = f.indicator and t.place = f.place and t.year = f.year
     left join figure l on l.county = $1 and l.indicator = f.indicator and l.place = f.place and l.period = f.last_year
     left join figure p on p.county = $1 and p.indicator = f.indicator and p.place = f.place and p.period = f.before
     left join figure_period lh on lh.county = $1 and lh.indicator = f.indicator and lh.period = f.last_year
     left join figure_period ph on ph.county = $1 and ph.indicator = f.indicator and ph.period = f.before
     order by f.indicator, f.asked, f.place`,
    [
      query.county,
      ...columns,
      [...query.indicators],
      [...new Set(periods.flatMap(monthsOf))],
      query.places ? [...query.places] : null,
      query.under ?? null,
    ],
  )
  return withoutWithheld(connection, query.county, found)
}

/** One figure; undefined when there is none within the reader's scope. */
export async function findFigure(
  connection: Connection,
  county: string,
  indicator: string,
  place: string,
  period: string,
): Promise<FigureReading | undefined> {
  return (await readFigures(connection, { county, indicators: [indicator], places: [place], periods: [period] }))[0]
}
