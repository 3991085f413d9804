import { sql } from 'drizzle-orm'
import { monthOf, monthsBetween } from '../period/period.ts'
import type { Connection } from '../store/connection.ts'
import { runSql } from '../store/orm.ts'
import { nearestNumber } from './amount.ts'
import { COMPUTED_NOW } from './figure-sql.ts'
import { monthEnd, type Window } from './horizon.ts'
import type { Measure } from './measure.ts'
import {
  measuresOf,
  stratumTerms,
  type DerivedIndicator,
  type Indicator,
  type Stratum,
  type StratumValues,
} from './indicator.ts'
import { readValues } from './read-values.ts'

/** Divisions above the villages: county and townships. */
const LONGEST_CODE = 9
const MONTHS_A_YEAR = 12

/** Every month that a window touches, as a window of its own. */
function monthsIn(windows: readonly Window[]): Window[] {
  const first = windows.map(({ starts }) => monthOf(starts)).sort()[0]!
  const last = windows
    .map(({ ends }) => monthOf(ends))
    .sort()
    .at(-1)!
  return monthsBetween(first, last).map((period) => ({ period, starts: `${period}-01`, ends: monthEnd(period) }))
}

/** Sums of a measure at a place from the first month on: the value of months `from` to `to` is sums[to + 1] − sums[from]. */
type Sums = ReadonlyMap<string, Float64Array>
/** The months of a window, by their numbers. */
interface Span {
  readonly from: number
  readonly to: number
}
const keyOf = (measure: string, place: string) => `${measure}|${place}`

async function readSums(
  connection: Connection,
  county: string,
  measures: readonly Measure[],
  months: readonly Window[],
  places: readonly string[],
): Promise<Sums> {
  const sums = new Map<string, Float64Array>()
  const values = await readValues(connection, { county, measures, windows: months, places })
  for (const [measure, periods] of values)
    for (const [index, { period }] of months.entries())
      for (const [place, value] of periods.get(period) ?? []) {
        const key = keyOf(measure, place)
        let of = sums.get(key)
        if (!of) sums.set(key, (of = new Float64Array(months.length + 1)))
        of[index + 1] = nearestNumber(value)
      }
  for (const of of sums.values()) for (let index = 1; index < of.length; index += 1) of[index]! += of[index - 1]!
  return sums
}

function valuesOf(stratum: Stratum, place: string, { from, to }: Span, sums: Sums): StratumValues {
  const values = { events: 0, years: 0, part: 0 }
  for (const { side, term } of stratumTerms(stratum)) {
    const of = sums.get(keyOf(term.measure.id, place))
    if (of) values[side] += term.weight * (of[to + 1]! - of[from]!)
  }
  return { ...values, years: values.years / MONTHS_A_YEAR }
}

/** The value of one place and window; null where there is none. */
function derive(indicator: DerivedIndicator, place: string, span: Span, sums: Sums): number | null {
  const strata = indicator.strata.map((stratum) => valuesOf(stratum, place, span, sums))
  const years = strata.reduce((sum, stratum) => sum + stratum.years, 0)
  return years < indicator.leastYears ? null : (indicator.formula(strata) ?? null)
}

/**
 * Gives the derived figures among those just written in this transaction their values, from what measures have stored by month. Figures that were closed before are not
 * among them and stay as they are. @returns the derived indicators that are ranked.
 */
export async function deriveFigures(
  connection: Connection,
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  places?: readonly string[],
): Promise<Indicator[]> {
  const derived = indicators.filter((each): each is DerivedIndicator => each.kind === 'derived')
  if (derived.length === 0) return []
  const divisions = await runSql<{ code: string }>(
    connection,
    sql`select code from division where code >= ${county} and code < ${county} || '~' and length(code) <= ${LONGEST_CODE}::int`,
  )
  const above = divisions.map(({ code }) => code).filter((code) => !places || places.includes(code))
  const measures = [...new Map(derived.flatMap(measuresOf).map((each) => [each.id, each])).values()]
  const months = monthsIn(windows)
  const sums = await readSums(connection, county, measures, months, above)
  const numberOf = (day: string) => months.findIndex(({ period }) => period === monthOf(day))
  const found = windows.flatMap(({ period, starts, ends }) => {
    const span = { from: numberOf(starts), to: numberOf(ends) }
    return derived.flatMap((indicator) =>
      above.flatMap((place) => {
        const value = derive(indicator, place, span, sums)
        return value === null ? [] : [{ indicator, place, period, value: value.toFixed(10) }]
      }),
    )
  })
  await runSql(
    connection,
    sql`update figure f set value = round(v.value, v.decimals) from unnest(${sql.param(found.map((each) => each.indicator.id))}::text[],
        ${sql.param(found.map((each) => each.place))}::text[], ${sql.param(found.map((each) => each.period))}::text[],
        ${sql.param(found.map((each) => each.value))}::numeric[], ${sql.param(found.map((each) => each.indicator.decimals))}::int[])
        as v (indicator, place, period, value, decimals)
      where f.county = ${county} and f.indicator = v.indicator and f.period = v.period and f.place = v.place and f.computed_at = ${COMPUTED_NOW}`,
  )
  return derived.filter(({ better }) => better !== 'neither')
}
