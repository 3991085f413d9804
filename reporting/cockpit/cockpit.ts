import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import { lightOf, type Light } from '@kangheng/kernel/indicator/targets.ts'
import { findPeriod, monthsBetween, periodTitle, samePeriodLastYear } from '@kangheng/kernel/period/period.ts'
import { addMonths } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { changeOf, type Change } from './change.ts'
import { findWarnings, type Warning } from './warnings.ts'

/** One headline indicator, with everything the eye compares it with. */
export interface Headline {
  readonly indicator: string
  readonly title: Text
  readonly unit: Text
  readonly decimals: number
  readonly better: Indicator['better']
  readonly value: string | null
  readonly withheld: boolean
  readonly numerator: string | null
  readonly denominator: string | null
  readonly status: FigureReading['status']
  readonly target: string | null
  readonly targetToDate: string | null
  /** Percent of the year gone by the end of the month. */
  readonly timeProgress: number
  readonly light: Light | null
  readonly lastYear: string | null
  readonly change: string | null
  readonly changeKind: Change['kind'] | null
  readonly rank: number | null
  readonly rankedOf: number | null
  readonly period: string
  readonly trend: readonly { period: string; value: string | null }[]
  readonly lastYearTrend: readonly { period: string; value: string | null }[]
}

/** What a leader sees first. */
export interface Cockpit {
  readonly place: { code: string; name: string }
  readonly period: { id: string; title: Text }
  readonly status: FigureReading['status'] | null
  readonly freshness: { computedAt: string | null; stale: number; lastRecordAt: string | null }
  readonly headline: readonly Headline[]
  readonly ranking: readonly {
    place: string
    name: string
    indicator: string
    rank: number | null
    rankedOf: number | null
    value: string | null
    withheld: boolean
    lastYear: string | null
    due: string | null
    light: Light | null
  }[]
  readonly map: readonly {
    code: string
    name: string
    x: number | null
    y: number | null
    level: string
    value: string | null
    light: Light | null
  }[]
  readonly warnings: readonly Warning[]
}

/** Cumulative values by month, January to the month itself. */
const yearToDates = (month: string) => monthsBetween(`${month.slice(0, 4)}-01`, month).map((each) => `${each}-ytd`)
const lastYearOf = (period: string) => samePeriodLastYear(findPeriod(period)!).id

/** Months to draw: the last twelve up to the month (cumulative within each year for what accumulates is told by the ytd figures). */
function trendPeriods(month: string): string[] {
  const first = addMonths(`${month}-01`, -11).slice(0, 7)
  return monthsBetween(first, month)
}

/**
 * The cockpit of a place at a month: headline indicators year to date with target, light, comparison, rank and trend;
 * ranking and map of the places below for one indicator; warnings. Reads figures only; row-level security decides what exists.
 */
export async function readCockpit(
  connection: Connection,
  request: {
    county: string
    indicators: readonly Indicator[]
    place: string
    month: string
    indicator?: string | undefined
  },
): Promise<Cockpit> {
  const { county, place, month } = request
  const shown = request.indicators.filter((indicator) => indicator.headline)
  const period = `${month}-ytd`
  const ids = shown.map((indicator) => indicator.id)
  const trend = trendPeriods(month)
  const own = await readFigures(connection, {
    county,
    indicators: ids,
    places: [place],
    periods: [
      ...new Set([...yearToDates(month), ...yearToDates(month).map(lastYearOf), ...trend, ...trend.map(lastYearOf)]),
    ],
  })
  const at = new Map(own.map((figure) => [`${figure.indicator}|${figure.period}`, figure]))
  const valueAt = (indicator: string, id: string) => ({
    period: id,
    value: at.get(`${indicator}|${id}`)?.value ?? null,
  })
  const chosen =
    shown.find((indicator) => indicator.id === request.indicator) ??
    shown.find((indicator) => indicator.better !== 'neither') ??
    shown[0]
  const below = chosen
    ? await readFigures(connection, { county, indicators: [chosen.id], under: place, periods: [period] })
    : []
  const [placeRow] = await connection.query<{ name: string }>(
    'select name from division where code = $1 union all select name from institution where county = $2 and code = $1',
    [place, county],
  )
  const positions = await connection.query<{ code: string; x: number | null; y: number | null; level: string }>(
    'select code, x, y, level from division where parent = $1',
    [place],
  )
  const positionOf = new Map(positions.map((each) => [each.code, each]))
  const head = at.get(`${ids[0]}|${period}`)
  return {
    place: { code: place, name: placeRow?.name ?? place },
    period: { id: month, title: periodTitle(findPeriod(month)!) },
    status: head?.status ?? null,
    freshness: await freshnessOf(connection, county, head),
    headline: shown.flatMap((indicator) => {
      const figure = at.get(`${indicator.id}|${period}`)
      if (!figure) return []
      const points = indicator.kind === 'ratio' ? trend : yearToDates(month)
      return [
        headlineOf(
          indicator,
          figure,
          month,
          points.map((id) => valueAt(indicator.id, id)),
          points.map((id) => valueAt(indicator.id, lastYearOf(id))),
        ),
      ]
    }),
    ranking: below
      .filter(() => chosen !== undefined)
      .map((figure) => ({
        place: figure.place,
        name: figure.placeName,
        indicator: figure.indicator,
        rank: figure.rank,
        rankedOf: figure.rankedOf,
        value: figure.value,
        withheld: figure.withheld,
        lastYear: figure.lastYear,
        due: figure.due,
        light: lightOf(figure.value, figure.due, chosen!.better),
      }))
      .sort(
        (one, other) => (one.rank ?? 999) - (other.rank ?? 999) || Number(other.value ?? -1) - Number(one.value ?? -1),
      ),
    map: below.map((figure) => ({
      code: figure.place,
      name: figure.placeName,
      x: positionOf.get(figure.place)?.x ?? null,
      y: positionOf.get(figure.place)?.y ?? null,
      level: positionOf.get(figure.place)?.level ?? 'village',
      value: figure.value,
      light: lightOf(figure.value, figure.due, chosen!.better),
    })),
    warnings: await findWarnings(connection, { county, indicators: request.indicators, under: place, month }),
  }
}

function headlineOf(
  indicator: Indicator,
  figure: FigureReading,
  month: string,
  trend: Headline['trend'],
  lastYearTrend: Headline['trend'],
): Headline {
  const change = changeOf(indicator, figure.value, figure.lastYear)
  return {
    indicator: indicator.id,
    title: indicator.title,
    unit: indicator.unit,
    decimals: indicator.decimals,
    better: indicator.better,
    value: figure.value,
    withheld: figure.withheld,
    numerator: figure.numerator,
    denominator: figure.denominator,
    status: figure.status,
    target: figure.target,
    targetToDate: figure.due,
    timeProgress: Math.round((Number(month.slice(5, 7)) / 12) * 1000) / 10,
    light: lightOf(figure.value, figure.due, indicator.better),
    lastYear: figure.lastYear,
    change: change?.value ?? null,
    changeKind: change?.kind ?? null,
    rank: figure.rank,
    rankedOf: figure.rankedOf,
    period: figure.period,
    trend,
    lastYearTrend,
  }
}

/** How old the figures are and whether writes are still waiting to be counted. */
async function freshnessOf(
  connection: Connection,
  county: string,
  head: FigureReading | undefined,
): Promise<Cockpit['freshness']> {
  const [stale] = await connection.query<{ stale: number }>(
    'select count(*) as stale from stale_mark where county = $1',
    [county],
  )
  const [last] = await connection.query<{ at: string | null }>('select max(at) as at from journal where county = $1', [
    county,
  ])
  return { computedAt: head?.computedAt ?? null, stale: stale?.stale ?? 0, lastRecordAt: last?.at ?? null }
}
