import { sql } from 'drizzle-orm'
import { monthOf, monthsBetween } from '../period/period.ts'
import type { Connection } from '../store/connection.ts'
import { runSql } from '../store/orm.ts'
import { rolledRows } from './compile.ts'
import { monthEnd, type Window } from './horizon.ts'
import {
  measuresOf,
  stratumTerms,
  type DerivedIndicator,
  type Indicator,
  type Stratum,
  type StratumValues,
} from './indicator.ts'

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

/** What measures stored for each place and month. */
type Monthly = ReadonlyMap<string, number>
const keyOf = (measure: string, place: string, month: string) => `${measure}|${place}|${month}`

function valuesOf(stratum: Stratum, place: string, months: readonly string[], monthly: Monthly): StratumValues {
  const values = { events: 0, years: 0, part: 0 }
  for (const { side, term } of stratumTerms(stratum))
    for (const month of months) values[side] += term.weight * (monthly.get(keyOf(term.measure.id, place, month)) ?? 0)
  return { ...values, years: values.years / MONTHS_A_YEAR }
}

/** The value of one place and window; null where there is none. */
function derive(
  indicator: DerivedIndicator,
  place: string,
  months: readonly string[],
  monthly: Monthly,
): number | null {
  const strata = indicator.strata.map((stratum) => valuesOf(stratum, place, months, monthly))
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
  const monthly = new Map<string, number>()
  for (const rows of rolledRows(measures, county, monthsIn(windows), above))
    for (const row of await runSql<{ measure: string; place: string; period: string; value: string }>(connection, rows))
      monthly.set(keyOf(row.measure, row.place, row.period), Number(row.value))
  const found = derived.flatMap((indicator) =>
    windows.flatMap(({ period, starts, ends }) => {
      const months = monthsBetween(monthOf(starts), monthOf(ends))
      return above.flatMap((place) => {
        const value = derive(indicator, place, months, monthly)
        return value === null ? [] : [{ indicator, place, period, value: value.toFixed(10) }]
      })
    }),
  )
  await runSql(
    connection,
    sql`update figure f set value = round(v.value, v.decimals) from unnest(${sql.param(found.map((each) => each.indicator.id))}::text[],
        ${sql.param(found.map((each) => each.place))}::text[], ${sql.param(found.map((each) => each.period))}::text[],
        ${sql.param(found.map((each) => each.value))}::numeric[], ${sql.param(found.map((each) => each.indicator.decimals))}::int[])
        as v (indicator, place, period, value, decimals)
      where f.county = ${county} and f.indicator = v.indicator and f.period = v.period and f.place = v.place and f.computed_at = now()`,
  )
  return derived.filter(({ better }) => better !== 'neither')
}
