import { sql, type SQL } from 'drizzle-orm'
import { monthOf } from '../period/period.ts'
import type { Connection } from '../store/connection.ts'
import { renderSql, runSql, textArray } from '../store/orm.ts'
import { addWeighted, isZero, printAmount, readAmount, type Amount } from './amount.ts'
import { baseRows, hasBase, rowsOfPersons, scansOf, windowRows } from './compile.ts'
import { boundsOf, type Horizon, type Window } from './horizon.ts'
import type { CohortMeasure, FlowMeasure, Measure } from './measure.ts'

/** What is compared: measures of some persons. */
export interface PersonsQuery {
  readonly county: string
  readonly horizon: Horizon
  /** Those of the horizon. */
  readonly windows: readonly Window[]
  readonly measures: readonly Measure[]
  readonly persons: readonly string[]
}

/** What a measure has gained or lost at a place in a month (first day), or in a period where it is computed for each. */
export interface Difference {
  readonly measure: string
  readonly place: string
  readonly time: string
  readonly amount: Amount
}

async function compare(before: Connection, now: Connection, rows: SQL): Promise<Difference[]> {
  const { text, params } = renderSql(rows)
  const [old, present] = await Promise.all([before, now].map((view) => view.queryArrays(text, params)))
  const found = new Map<string, Difference>()
  const count = (lines: readonly unknown[][], sign: number) => {
    for (const [measure, place, time, value] of lines as string[][]) {
      const key = `${measure}|${place}|${time}`
      const amount = addWeighted(found.get(key)?.amount ?? 0, readAmount(value!), sign)
      found.set(key, { measure: measure!, place: place!, time: time!, amount })
    }
  }
  count(old!, -1)
  count(present!, 1)
  return [...found.values()].filter(({ amount }) => !isZero(amount))
}

/**
 * What the rows of these persons count now less what they counted before. Every measure is a sum over persons (or rows, each of one person), so that this is
 * the difference of the measure itself. `stored`: of measures by month, `windowed`: of those by period.
 */
export async function differencesOf(
  { county, horizon, windows, measures, persons }: PersonsQuery,
  before: Connection,
  now: Connection,
): Promise<{ stored: Difference[]; windowed: Difference[] }> {
  const stored: Difference[] = []
  const windowed: Difference[] = []
  for (const scan of scansOf(measures))
    stored.push(
      ...(await compare(
        before,
        now,
        rowsOfPersons(persons, 'month', (person) => baseRows(scan, { county, ...boundsOf(horizon), person })),
      )),
    )
  const byWindow = measures.filter(
    (measure): measure is FlowMeasure | CohortMeasure => measure.kind !== 'aggregate' && !hasBase(measure),
  )
  for (const measure of byWindow)
    windowed.push(
      ...(await compare(
        before,
        now,
        rowsOfPersons(persons, 'period', (person) => windowRows(measure, windows, { county, person })),
      )),
    )
  return { stored, windowed }
}

const STORED = { table: 'measure_base', time: 'month', type: 'date' } as const
const WINDOWED = { table: 'measure_value', time: 'period', type: 'text' } as const

async function addTo(
  connection: Connection,
  county: string,
  { table, time, type }: typeof STORED | typeof WINDOWED,
  differences: readonly Difference[],
): Promise<void> {
  if (differences.length === 0) return
  const [name, column, cast] = [sql.raw(table), sql.raw(time), sql.raw(`${type}[]`)]
  const keys = sql`${textArray(differences.map((each) => each.measure))}, ${textArray(differences.map((each) => each.place))},
    ${sql.param(differences.map((each) => each.time))}::${cast}`
  const amounts = sql`${sql.param(differences.map((each) => printAmount(each.amount)))}::numeric[]`
  await runSql(
    connection,
    sql`insert into ${name} as stored (county, measure, place, ${column}, value)
      select ${county}, * from unnest(${keys}, ${amounts})
      on conflict (county, measure, place, ${column}) do update set value = stored.value + excluded.value`,
  )
  // What is nothing is not stored, whichever way it came about.
  await runSql(
    connection,
    sql`delete from ${name} stored using unnest(${keys}) as changed (measure, place, time)
      where stored.county = ${county} and stored.measure = changed.measure and stored.place = changed.place and stored.${column} = changed.time and stored.value = 0`,
  )
}

/** Adds differences to what measures have stored. */
export async function addDifferences(
  connection: Connection,
  county: string,
  { stored, windowed }: { stored: readonly Difference[]; windowed: readonly Difference[] },
): Promise<void> {
  await addTo(connection, county, STORED, stored)
  await addTo(connection, county, WINDOWED, windowed)
}

/** Windows whose figures differences can change: of a month, every one that ends in it or later. */
export function windowsChanged(
  windows: readonly Window[],
  { stored, windowed }: { stored: readonly Difference[]; windowed: readonly Difference[] },
): Window[] {
  const from = stored.map(({ time }) => monthOf(time)).sort()[0]
  const periods = new Set(windowed.map(({ time }) => time))
  return windows.filter((window) => periods.has(window.period) || (from !== undefined && monthOf(window.ends) >= from))
}
