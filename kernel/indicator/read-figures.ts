import type { Connection } from '../store/connection.ts'
import { findPeriod, previousPeriod, samePeriodLastYear, type Period } from '../period/period.ts'

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
}

/** Which figures are wanted. Places may be named, or all children of a division. */
export interface FigureQuery {
  readonly county: string
  readonly indicators: readonly string[]
  readonly places?: readonly string[]
  readonly under?: string
  readonly periods: readonly string[]
}

const COLUMNS = `f.indicator, f.place, coalesce(d.name, i.name, f.place) as "placeName", f.period, f.value, f.numerator, f.denominator, f.status,
  f.definition_version as "definitionVersion", f.rank, f.ranked_of as "rankedOf", f.completeness, f.computed_at as "computedAt", f.closed_on as "closedOn"`

const monthIndex = (period: Period) => Number(period.ends.slice(5, 7))

/** Reads figures with their comparisons. Row-level security decides which places exist for the reader. */
export async function readFigures(connection: Connection, query: FigureQuery): Promise<FigureReading[]> {
  const periods = query.periods.map(findPeriod).filter((period): period is Period => period !== undefined)
  const asked = periods.map((period) => period.id)
  const comparisons = periods.map((period) => ({
    period: period.id,
    lastYear: samePeriodLastYear(period).id,
    previous: previousPeriod(period)?.id ?? '',
    year: period.kind === 'family-planning-year' ? 0 : Number(period.id.slice(0, 4)),
    month: monthIndex(period),
  }))
  const column = (name: keyof (typeof comparisons)[number]) => comparisons.map((each) => each[name])
  return connection.query<FigureReading>(
    `select ${COLUMNS}, t.months ->> (c.month - 1) as due, t.value as target, l.value as "lastYear", p.value as previous
     from figure f
     join unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::int[]) as c (period, last_year, previous, year, month) on c.period = f.period
     left join division d on d.code = f.place
     left join institution i on i.county = f.county and i.code = f.place
     left join target t on t.county = f.county and t.indicator = f.indicator and t.place = f.place and t.year = c.year
     left join figure l on l.county = f.county and l.indicator = f.indicator and l.place = f.place and l.period = c.last_year
     left join figure p on p.county = f.county and p.indicator = f.indicator and p.place = f.place and p.period = c.previous
     where f.county = $1 and f.period = any($2::text[]) and f.indicator = any($7::text[])
       and ($8::text[] is null or f.place = any($8::text[])) and ($9::text is null or d.parent = $9)
     order by f.indicator, f.period, f.place`,
    [
      query.county,
      asked,
      column('lastYear'),
      column('previous'),
      column('year'),
      column('month'),
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
