import { sql, type SQL } from 'drizzle-orm'
import { monthOf, monthsBetween } from '../period/period.ts'
import type { Connection } from '../store/connection.ts'
import { renderSql, textArray } from '../store/orm.ts'
import { addWeighted, isZero, readAmount, type Amount } from './amount.ts'
import { hasBase, inPlaces } from './compile.ts'
import { isMonth, type Window } from './horizon.ts'
import { addsOverPlaces, type FlowMeasure, type Measure, type StockMeasure } from './measure.ts'

/** Values of measures by period and place, by the measure's name; what is nothing is left out. */
export type Values = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Amount>>>

/** What is asked: measures of a county in windows, at some places or at all. */
export interface ValuesQuery {
  readonly county: string
  readonly measures: readonly Measure[]
  readonly windows: readonly Window[]
  readonly places?: readonly string[] | undefined
}

type Collected = Map<string, Map<string, Map<string, Amount>>>

function collect(into: Collected, measure: string, period: string, place: string, value: Amount): void {
  let periods = into.get(measure)
  if (!periods) into.set(measure, (periods = new Map()))
  let places = periods.get(period)
  if (!places) periods.set(period, (places = new Map()))
  places.set(place, value)
}

async function rowsOf(connection: Connection, statement: SQL): Promise<string[][]> {
  const { text, params } = renderSql(statement)
  return (await connection.queryArrays(text, params)) as string[][]
}

/**
 * Stored months of measures by place, `measure, place, month, value`: over the places below, unless they were counted for each place above. What a stock
 * was before the first month is told in it.
 */
function monthRows(
  { county, places }: ValuesQuery,
  measures: readonly (FlowMeasure | StockMeasure)[],
  months: readonly string[],
): SQL {
  const [head] = measures as [FlowMeasure | StockMeasure]
  const below = addsOverPlaces(head)
  const place = below ? sql`a.ancestor` : sql`b.place`
  const join = below ? sql` join place_ancestor a on a.county = ${county} and a.leaf = b.place` : sql``
  const first = `${months[0]!}-01`
  const month = head.kind === 'stock' ? sql`greatest(b.month, ${first}::date)` : sql`b.month`
  const from = head.kind === 'stock' ? sql`` : sql` and b.month >= ${first}::date`
  return sql`select b.measure, ${place}, to_char(${month}, 'YYYY-MM'), sum(b.value)::text from measure_base b${join}
    where b.county = ${county} and b.measure = any(${textArray(measures.map((measure) => measure.id))})${from}
      and b.month <= ${`${months.at(-1)!}-01`}::date${inPlaces(place, places)} group by 1, 2, 3`
}

/** Months of one measure and place, in order, with what they add. */
type Changes = (Amount | undefined)[]

/** Sums up to each month: `sums[n]` is that of the first n months. */
function runningSums(changes: Changes): Amount[] {
  const sums: Amount[] = [0]
  for (const change of changes) sums.push(change === undefined ? sums.at(-1)! : addWeighted(sums.at(-1)!, change, 1))
  return sums
}

/** Rolls months up: a flow is the sum of the months of a window, a stock what has come together at the end of a month, by which every longer window ends. */
async function addRolled(
  connection: Connection,
  query: ValuesQuery,
  measures: readonly (FlowMeasure | StockMeasure)[],
  collected: Collected,
): Promise<void> {
  const starts = query.windows.map((window) => monthOf(window.starts)).sort()
  const ends = query.windows.map((window) => monthOf(window.ends)).sort()
  const months = monthsBetween(starts[0]!, ends.at(-1)!)
  const numbers = new Map(months.map((month, number) => [month, number]))
  const spans = query.windows.map((window) => ({
    period: window.period,
    month: isMonth(window),
    from: numbers.get(monthOf(window.starts))!,
    until: numbers.get(monthOf(window.ends))! + 1,
  }))
  const groups = Map.groupBy(measures, (measure) => `${measure.kind} ${addsOverPlaces(measure)}`)
  for (const group of groups.values()) {
    const stock = group[0]!.kind === 'stock'
    const changes = new Map<string, Map<string, Changes>>()
    for (const [measure, place, month, value] of await rowsOf(connection, monthRows(query, group, months))) {
      let places = changes.get(measure!)
      if (!places) changes.set(measure!, (places = new Map()))
      let of = places.get(place!)
      if (!of) places.set(place!, (of = Array.from<Amount | undefined>({ length: months.length })))
      of[numbers.get(month!)!] = readAmount(value!)
    }
    for (const [measure, places] of changes)
      for (const [place, of] of places) {
        const sums = runningSums(of)
        for (const { period, month, from, until } of spans) {
          if (stock && !month) continue
          const value = stock || from === 0 ? sums[until]! : addWeighted(sums[until]!, sums[from]!, -1)
          if (!isZero(value)) collect(collected, measure, period, place, value)
        }
      }
  }
}

/** What measures have stored, by window and place: months rolled up, and values of windows. */
export async function readValues(connection: Connection, query: ValuesQuery): Promise<Values> {
  const { county, measures, windows, places } = query
  const collected: Collected = new Map()
  if (windows.length === 0) return collected
  const ofWindows = measures.filter((each) => !hasBase(each)).map((each) => each.id)
  const periods = textArray(windows.map((window) => window.period))
  if (ofWindows.length > 0)
    for (const [measure, place, period, value] of await rowsOf(
      connection,
      sql`select v.measure, v.place, v.period, v.value::text from measure_value v where v.county = ${county} and v.measure = any(${textArray(ofWindows)})
        and v.period = any(${periods})${inPlaces(sql`v.place`, places)}`,
    ))
      collect(collected, measure!, period!, place!, readAmount(value!))
  const byMonth = measures.filter(hasBase)
  if (byMonth.length > 0) await addRolled(connection, query, byMonth, collected)
  return collected
}
