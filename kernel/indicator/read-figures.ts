import type { Connection } from '../store/connection.ts'
import { findPeriod, monthOf, previousPeriod, samePeriodLastYear, type Period } from '../period/period.ts'

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
}

/** Which figures are wanted. Places may be named, or all children of a division. */
export interface FigureQuery {
  readonly county: string
  readonly indicators: readonly string[]
  readonly places?: readonly string[]
  readonly under?: string
  readonly periods: readonly string[]
}

const COLUMNS = `f.indicator, f.place, coalesce(d.name, i.name, f.place) as "placeName", c.period, f.value, f.numerator, f.denominator,
  case when c.over then f.status else 'provisional' end as status, case when c.over then f.closed_on end as "closedOn",
  f.definition_version as "definitionVersion", f.rank, f.ranked_of as "rankedOf", f.completeness, f.computed_at as "computedAt", f.period as "storedPeriod"`

const monthIndex = (period: Period) => Number(period.ends.slice(5, 7))

/** What is asked about a period, as the statement below takes it. */
function askedPeriod(period: Period) {
  const lastYear = samePeriodLastYear(period)
  const previous = previousPeriod(period)
  return {
    period: period.id,
    first_month: monthOf(period.starts),
    last_month: monthOf(period.ends),
    last_year: lastYear.id,
    last_year_month: monthOf(lastYear.ends),
    previous: previous?.id ?? null,
    previous_month: previous ? monthOf(previous.ends) : null,
    year: period.kind === 'family-planning-year' ? 0 : Number(period.id.slice(0, 4)),
    target_month: monthIndex(period),
  }
}

/**
 * Where the figures of the asked periods are stored, c: what happened in a period has a row of its own; what stands at its end has that of its last
 * month, or of the present month while the period is running.
 */
const STORED = `asked as (
    select * from jsonb_to_recordset($2::jsonb) as a (period text, first_month text, last_month text, last_year text, last_year_month text,
      previous text, previous_month text, year int, target_month int)),
  latest as (
    select max(m.period) as month from unnest($3::text[]) i (indicator) cross join lateral (
      select period from figure where county = $1 and indicator = i.indicator and at_month_end order by period desc limit 1) m),
  c as (
    select period, period as stored, false as at_month_end, true as over, last_year, previous, year, target_month from asked
    union all
    select period, least(last_month, month), true, last_month <= month, last_year_month, previous_month, year, target_month
    from asked cross join latest where first_month <= month)`

/** Reads figures with their comparisons. Row-level security decides which places exist for the reader. */
export async function readFigures(connection: Connection, query: FigureQuery): Promise<FigureReading[]> {
  const periods = query.periods.map(findPeriod).filter((period): period is Period => period !== undefined)
  return connection.query<FigureReading>(
    `with ${STORED}
     select ${COLUMNS}, t.months ->> (c.target_month - 1) as due, t.value as target, l.value as "lastYear", p.value as previous
     from c
     join figure f on f.county = $1 and f.indicator = any($3::text[]) and f.period = c.stored and f.at_month_end = c.at_month_end
     left join division d on d.code = f.place
     left join institution i on i.county = f.county and i.code = f.place
     left join target t on t.county = f.county and t.indicator = f.indicator and t.place = f.place and t.year = c.year
     left join figure l on l.county = f.county and l.indicator = f.indicator and l.place = f.place and l.period = c.last_year
     left join figure p on p.county = f.county and p.indicator = f.indicator and p.place = f.place and p.period = c.previous
     where ($4::text[] is null or f.place = any($4::text[])) and ($5::text is null or d.parent = $5)
     order by f.indicator, c.period, f.place`,
    [
      query.county,
      JSON.stringify(periods.map(askedPeriod)),
      [...query.indicators],
      query.places ? [...query.places] : null,
      query.under ?? null,
    ],
  )
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
