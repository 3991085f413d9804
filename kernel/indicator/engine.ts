import { sql, type SQL } from 'drizzle-orm'
import { parentDivision } from '../place/code.ts'
import type { Connection, Database } from '../store/connection.ts'
import { copyChunks, type CopyValue } from '../store/copy-format.ts'
import { renderSql, runSql } from '../store/orm.ts'
import { baseRows, baseStatement, hasBase, scanKey, windowStatement, type RowMeasure } from './compile.ts'
import { figureStatement, rankStatement } from './figure-sql.ts'
import { monthEnd, windowsFrom, type Horizon, type Window } from './horizon.ts'
import { measuresOf, measuresOfAll, type Indicator } from './indicator.ts'
import { addsOverPlaces, type AggregateMeasure, type FlowMeasure, type Measure, type StockMeasure } from './measure.ts'

/** What the engine computes for: a county, its indicators, the months figures exist for. */
export interface Computation {
  readonly county: string
  readonly indicators: readonly Indicator[]
  readonly horizon: Horizon
}

/** Called as work proceeds, for a progress bar. */
export type Progress = (step: string, done: number, total: number) => void

const run = (connection: Connection, statement: SQL) => runSql(connection, statement)

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}

const bounds = (horizon: Horizon) => ({ first: `${horizon.firstMonth}-01`, last: monthEnd(horizon.lastMonth) })
const ids = (measures: readonly Measure[]) => sql`${sql.param(measures.map((measure) => measure.id))}::text[]`
const places = (list: readonly string[] | undefined) =>
  list ? sql` and place = any(${sql.param([...list])}::text[])` : sql``

/** Approved aggregates, rolled over the windows they are stated for: the value of exactly that place and period. */
function aggregateStatement(measures: readonly AggregateMeasure[], county: string, windows: readonly Window[]): SQL {
  return sql`insert into measure_value (county, measure, place, period, value)
    select ${county}, m.measure, v.place, v.period, v.value from aggregate_value v
    join unnest(${ids(measures)}, ${sql.param(measures.map((measure) => measure.item))}::text[]) as m (measure, item) on m.item = v.item
    where v.county = ${county} and v.state = 'approved' and v.period = any(${sql.param(windows.map((window) => window.period))}::text[])`
}

/** What a refresh is limited to: own places that changed, and all places above them. */
interface Touched {
  readonly own: readonly string[]
  readonly withAncestors: readonly string[]
}

/** PostgreSQL scans a table with several processes for a query, but not for an INSERT of one: so the rows come here and go back, a few thousand a scan. */
async function storeBase(connection: Connection, county: string, rows: SQL): Promise<void> {
  const { text, params } = renderSql(rows)
  const found = await connection.queryArrays(text, params)
  const lines = found.map((row): CopyValue[] => [county, ...(row as CopyValue[])])
  await connection.copyIn('measure_base', ['county', 'measure', 'place', 'month', 'value'], copyChunks(lines))
}

async function computeMeasures(
  connection: Connection,
  computation: Computation,
  measures: readonly Measure[],
  windows: readonly Window[],
  touched: Touched | undefined,
  progress: Progress,
): Promise<void> {
  const { county, horizon } = computation
  const based = measures.filter(hasBase)
  const windowed = measures.filter(
    (measure): measure is Extract<RowMeasure, { kind: 'flow' | 'cohort' }> =>
      measure.kind !== 'aggregate' && !hasBase(measure),
  )
  const aggregates = measures.filter((measure) => measure.kind === 'aggregate')
  const scans = groupBy(based, scanKey)
  const total = scans.length + windowed.length + 1
  let done = 0

  // Different persons of several places are counted for each ancestor; all other bases belong to the place itself.
  const ownPlaces = (measure: FlowMeasure | StockMeasure) =>
    touched ? (addsOverPlaces(measure) ? touched.own : touched.withAncestors) : undefined
  for (const scan of scans) {
    const own = ownPlaces(scan[0]!)
    await run(
      connection,
      sql`delete from measure_base where county = ${county} and measure = any(${ids(scan)})${places(own)}`,
    )
    const restriction = { county, ...bounds(horizon), ...(own ? { places: own } : {}) }
    if (own || connection.engine === 'pglite') await run(connection, baseStatement(scan, restriction))
    else await storeBase(connection, county, baseRows(scan, restriction))
    progress(scan[0]!.relation.title.zh, (done += 1), total)
  }
  const periods = sql`${sql.param(windows.map((window) => window.period))}::text[]`
  await run(
    connection,
    sql`delete from measure_value where county = ${county} and measure = any(${ids([...windowed, ...aggregates])}) and period = any(${periods})${places(touched?.withAncestors)}`,
  )
  for (const measure of windowed) {
    await run(connection, windowStatement(measure, county, windows, touched?.withAncestors))
    progress(measure.relation.title.zh, (done += 1), total)
  }
  if (aggregates.length > 0 && !touched) await run(connection, aggregateStatement(aggregates, county, windows))
}

/**
 * Computes every figure of the horizon anew. Closed figures keep their values. Returns the number of figures of the county.
 * `only` computes these indicators and leaves the others as they are; what writes made stale stays marked then.
 */
export async function buildFigures(
  database: Database,
  computation: Computation,
  progress: Progress = () => {},
  only?: readonly string[],
): Promise<number> {
  const windows = windowsFrom(computation.horizon)
  const { county } = computation
  const indicators = only ? computation.indicators.filter((each) => only.includes(each.id)) : computation.indicators
  return database.transaction(async (connection) => {
    if (!only) await run(connection, sql`delete from stale_place where county = ${county}`)
    const wanted = only ? sql` and indicator = any(${sql.param([...only])}::text[])` : sql``
    await run(connection, sql`delete from figure where county = ${county} and status = 'provisional'${wanted}`)
    await computeMeasures(connection, computation, measuresOfAll(indicators), windows, undefined, progress)
    await run(connection, sql`analyze measure_value`)
    const [kept] = await runSql(
      connection,
      sql`select 1 from figure where county = ${county} and indicator = any(${sql.param(indicators.map((each) => each.id))}::text[]) limit 1`,
    )
    await run(connection, figureStatement(county, indicators, windows, undefined, !kept))
    await run(connection, sql`analyze figure`)
    const [count] = await runSql<{ figures: number }>(
      connection,
      sql`select count(*) as figures from figure where county = ${county}`,
    )
    return count!.figures
  })
}

interface StaleMark {
  relation: string
  place: string
  from_month: string
}

/**
 * Computes again what writes have made stale: the same statements as the full build, limited to the places touched and the periods from the earliest change on.
 * Returns the number of places whose figures were computed again.
 */
export async function refreshFigures(database: Database, computation: Computation): Promise<number> {
  return database.transaction(async (connection) => {
    const { county, horizon } = computation
    if (connection.engine === 'postgres') await connection.query('select pg_advisory_xact_lock(7205310)')
    const marks = await runSql<StaleMark>(
      connection,
      sql`delete from stale_place where county = ${county} returning relation, place, from_month`,
    )
    if (marks.length === 0) return 0
    let refreshed = 0
    for (const group of groupBy(marks, (mark) => mark.relation)) {
      refreshed += await refreshRelation(connection, { county, horizon, indicators: computation.indicators }, group)
    }
    return refreshed
  })
}

async function refreshRelation(
  connection: Connection,
  computation: Computation,
  marks: readonly StaleMark[],
): Promise<number> {
  const { county, horizon } = computation
  const relation = marks[0]!.relation
  const usesRelation = (measure: Measure) => measure.kind !== 'aggregate' && measure.relation.id === relation
  const indicators = computation.indicators.filter((indicator) => measuresOf(indicator).some(usesRelation))
  const fromMonth = marks.map((mark) => mark.from_month).sort()[0]!
  const windows = windowsFrom(horizon, fromMonth)
  if (indicators.length === 0 || windows.length === 0) return 0
  const own = [...new Set(marks.map((mark) => mark.place))]
  const above = await runSql<{ ancestor: string }>(
    connection,
    sql`select distinct ancestor from place_ancestor where county = ${county} and leaf = any(${sql.param(own)}::text[])`,
  )
  const withAncestors = above.map((row) => row.ancestor)
  if (withAncestors.length === 0) return 0
  await computeMeasures(
    connection,
    computation,
    measuresOfAll(indicators).filter(usesRelation),
    windows,
    { own, withAncestors },
    () => {},
  )
  await run(connection, figureStatement(county, indicators, windows, withAncestors))
  const parents = [...new Set(withAncestors.map(parentDivision).filter((code): code is string => code !== undefined))]
  await run(connection, rankStatement(county, indicators, windows, parents))
  return withAncestors.length
}
