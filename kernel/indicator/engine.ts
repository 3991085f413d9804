import { sql, type SQL } from 'drizzle-orm'
import { parentDivision } from '../place/code.ts'
import type { Connection, Database } from '../store/connection.ts'
import { copyChunks, type CopyValue } from '../store/copy-format.ts'
import { renderSql, runSql, textArray } from '../store/orm.ts'
import { baseRows, baseStatement, hasBase, inPlaces, scanKey, windowStatement } from './compile.ts'
import { deriveFigures } from './derive-figures.ts'
import { dropStatement, placeStatement, rankStatement } from './figure-sql.ts'
import { monthEnd, windowsFrom, type Horizon, type Window } from './horizon.ts'
import { measuresOf, measuresOfAll, type Indicator } from './indicator.ts'
import { addsOverPlaces, type AggregateMeasure, type CohortMeasure, type FlowMeasure, type Measure } from './measure.ts'
import { stateFigures } from './state-figures.ts'

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
const ids = (measures: readonly Measure[]) => textArray(measures.map((measure) => measure.id))
const places = (list: readonly string[] | undefined) => inPlaces(sql`place`, list)

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

/** A part of the work that stands by itself. */
type Step = (connection: Connection) => Promise<void>

/** What computes measures: one step for each scan, and one for each measure that is computed anew for every window. */
function measureSteps(
  { county, horizon }: Computation,
  measures: readonly Measure[],
  windows: readonly Window[],
  touched?: Touched,
): { title: string; step: Step }[] {
  const periods = sql`${sql.param(windows.map((window) => window.period))}::text[]`
  const forget = (connection: Connection, stored: readonly Measure[]) =>
    run(
      connection,
      sql`delete from measure_value where county = ${county} and measure = any(${ids(stored)}) and period = any(${periods})${places(touched?.withAncestors)}`,
    )
  const scans = groupBy(measures.filter(hasBase), scanKey).map((scan) => ({
    title: scan[0]!.relation.title.zh,
    step: async (connection: Connection) => {
      // Different persons of several places are counted for each ancestor; all other bases belong to the place itself.
      const own = touched && (addsOverPlaces(scan[0]!) ? touched.own : touched.withAncestors)
      await run(
        connection,
        sql`delete from measure_base where county = ${county} and measure = any(${ids(scan)})${places(own)}`,
      )
      const restriction = { county, ...bounds(horizon), ...(own ? { places: own } : {}) }
      if (own || connection.engine === 'pglite') await run(connection, baseStatement(scan, restriction))
      else await storeBase(connection, county, baseRows(scan, restriction))
    },
  }))
  const windowed = measures
    .filter((measure): measure is FlowMeasure | CohortMeasure => measure.kind !== 'aggregate' && !hasBase(measure))
    .map((measure) => ({
      title: measure.relation.title.zh,
      step: async (connection: Connection) => {
        await forget(connection, [measure])
        await run(connection, windowStatement(measure, county, windows, touched?.withAncestors))
      },
    }))
  const aggregates = measures.filter((measure) => measure.kind === 'aggregate')
  if (aggregates.length === 0 || touched) return [...scans, ...windowed]
  const step = async (connection: Connection) => {
    await forget(connection, aggregates)
    await run(connection, aggregateStatement(aggregates, county, windows))
  }
  return [...scans, ...windowed, { title: '汇总数', step }]
}

/** Indicators whose figures are made in one statement. */
const TOGETHER = 16
/** The same while others are at work: the embedded database answers them between two statements. */
const TOGETHER_AMONG_OTHERS = 3

/** What makes the figures of all places: one step for a few indicators each, whole or not at all. */
function figureSteps(
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  together: number,
): Step[] {
  const groups = Array.from({ length: Math.ceil(indicators.length / together) }, (_, index) =>
    indicators.slice(index * together, (index + 1) * together),
  )
  return groups.map((group) => async (connection) => {
    const named = sql`county = ${county} and indicator = any(${sql.param(group.map((each) => each.id))}::text[])`
    await run(connection, sql`delete from figure where status = 'provisional' and ${named}`)
    await stateFigures(connection, county, group, windows)
    const derived = await deriveFigures(connection, county, group, windows)
    if (derived.length > 0) await run(connection, rankStatement(county, derived, windows))
  })
}

/** How many steps go on at the same time: one connection of PostgreSQL uses one processor. */
const AT_ONCE = { postgres: 2, pglite: 1 } as const

/** Does the steps, each in a transaction of its own; `stop` leaves out those that have not begun. */
async function take(
  database: Database,
  steps: readonly Step[],
  done: (index: number) => void,
  stop?: AbortSignal,
): Promise<void> {
  let next = 0
  const taker = async () => {
    for (let index = next++; index < steps.length && !stop?.aborted; index = next++) {
      await database.transaction(steps[index]!)
      done(index)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE[database.engine] }, taker))
}

const COMPUTING = 'select pg_advisory_xact_lock(7205310, hashtext($1))'

/** Keeps others from computing meanwhile; the embedded database has one connection, so that nobody else can. */
function alone<Result>(database: Database, county: string, work: () => Promise<Result>): Promise<Result> {
  if (database.engine === 'pglite') return work()
  return database.transaction(async (connection) => {
    await connection.query(COMPUTING, [county])
    return work()
  })
}

interface Mark {
  relation: string
  place: string
  from_month: string
  marked_at: string
}

const marksOf = (connection: Connection, county: string) =>
  runSql<Mark>(
    connection,
    sql`select relation, place, from_month, marked_at::text as marked_at from stale_place where county = ${county}`,
  )

/**
 * Takes marks off; one that was set again meanwhile stays, since its write may have come too late. They are locked in the order in which writes set theirs, so
 * that neither waits for the other.
 */
async function forgetMarks(connection: Connection, county: string, marks: readonly Mark[]): Promise<void> {
  const column = (name: keyof Mark) => sql.param(marks.map((mark) => mark[name]))
  await run(
    connection,
    sql`with read as (
        select s.relation, s.place, s.from_month, s.marked_at from stale_place s
        join unnest(${column('relation')}::text[], ${column('place')}::text[], ${column('from_month')}::text[], ${column('marked_at')}::timestamptz[])
          as m (relation, place, from_month, marked_at) using (relation, place, from_month, marked_at)
        where s.county = ${county} order by s.relation, s.place, s.from_month for update of s)
      delete from stale_place s using read
      where s.county = ${county} and (s.relation, s.place, s.from_month, s.marked_at) = (read.relation, read.place, read.from_month, read.marked_at)`,
  )
}

/** Measures and figures of these indicators, for all places and periods of the horizon. */
async function computeAll(
  database: Database,
  computation: Computation,
  indicators: readonly Indicator[],
  together: number,
  progress: Progress,
  stop?: AbortSignal,
): Promise<void> {
  const windows = windowsFrom(computation.horizon)
  await database.transaction((connection) => run(connection, placeStatement(computation.county)))
  const measuring = measureSteps(computation, measuresOfAll(indicators), windows)
  const making = figureSteps(computation.county, indicators, windows, together)
  let done = 0
  const tell = (title: string) => progress(title, (done += 1), measuring.length + making.length)
  await take(
    database,
    measuring.map(({ step }) => step),
    (index) => tell(measuring[index]!.title),
    stop,
  )
  if (!stop?.aborted) await database.execute('analyze measure_base; analyze measure_value')
  await take(database, making, () => tell('指标数据'), stop)
}

/** Computes every figure of the horizon anew. Closed figures keep their values. Returns the number of figures of the county. */
export async function buildFigures(
  database: Database,
  computation: Computation,
  progress: Progress = () => {},
): Promise<number> {
  const { county, indicators } = computation
  return alone(database, county, async () => {
    const marks = await marksOf(database, county)
    await computeAll(database, computation, indicators, TOGETHER, progress)
    await database.execute('analyze figure')
    const known = sql.param(indicators.map((each) => each.id))
    const unknown = sql`county = ${county} and not indicator = any(${known}::text[])`
    await run(database, sql`delete from figure where status = 'provisional' and ${unknown}`)
    await run(database, sql`delete from figure_period where closed_on is null and ${unknown}`)
    await forgetMarks(database, county, marks)
    const [count] = await runSql<{ figures: number }>(
      database,
      sql`select count(*) as figures from figure where county = ${county}`,
    )
    return count!.figures
  })
}

/**
 * Computes the figures of these indicators and leaves the others as they are; what writes made stale stays marked. Others are answered meanwhile.
 * `stop` ends it between two statements: it is then to be done again.
 */
export async function buildFiguresOf(
  database: Database,
  computation: Computation,
  only: readonly string[],
  { progress = () => {}, stop }: { progress?: Progress; stop?: AbortSignal } = {},
): Promise<void> {
  const indicators = computation.indicators.filter((each) => only.includes(each.id))
  await alone(database, computation.county, () =>
    computeAll(database, computation, indicators, TOGETHER_AMONG_OTHERS, progress, stop),
  )
}

/**
 * Computes again what writes have made stale: the same statements as the full build, limited to the places touched and the periods from the earliest change on.
 * Returns the number of places whose figures were computed again.
 */
export async function refreshFigures(database: Database, computation: Computation): Promise<number> {
  return database.transaction(async (connection) => {
    const { county, horizon } = computation
    if (connection.engine === 'postgres') await connection.query(COMPUTING, [county])
    // Marks are taken off last: a write that sets one of them again would wait as long as it is held.
    const marks = await marksOf(connection, county)
    if (marks.length === 0) return 0
    let refreshed = 0
    for (const group of groupBy(marks, (mark) => mark.relation)) {
      refreshed += await refreshRelation(connection, { county, horizon, indicators: computation.indicators }, group)
    }
    await forgetMarks(connection, county, marks)
    return refreshed
  })
}

async function refreshRelation(
  connection: Connection,
  computation: Computation,
  marks: readonly Mark[],
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
  const measures = measuresOfAll(indicators).filter(usesRelation)
  for (const { step } of measureSteps(computation, measures, windows, { own, withAncestors })) await step(connection)
  await stateFigures(connection, county, indicators, windows, { places: withAncestors })
  await deriveFigures(connection, county, indicators, windows, withAncestors)
  const parents = [...new Set(withAncestors.map(parentDivision).filter((code): code is string => code !== undefined))]
  await run(connection, rankStatement(county, indicators, windows, parents))
  await run(connection, dropStatement(county, indicators, windows, withAncestors))
  return withAncestors.length
}
