import { sql, type SQL } from 'drizzle-orm'
import type { Connection, Database } from '../store/connection.ts'
import { runSql, textArray } from '../store/orm.ts'
import { baseRows, baseStatement, hasBase, scansOf, windowStatement } from './compile.ts'
import { alone } from './alone.ts'
import { deriveFigures } from './derive-figures.ts'
import { moveRows } from './move-rows.ts'
import { placeStatement, rankStatement } from './figure-sql.ts'
import { boundsOf, windowsFrom, type Horizon, type Window } from './horizon.ts'
import { measuresOfAll, type Indicator } from './indicator.ts'
import type { AggregateMeasure, CohortMeasure, FlowMeasure, Measure } from './measure.ts'
import { forgetMarks, readMarks } from './stale-marks.ts'
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

const ids = (measures: readonly Measure[]) => textArray(measures.map((measure) => measure.id))

/** Approved aggregates, rolled over the windows they are stated for: the value of exactly that place and period. */
function aggregateStatement(measures: readonly AggregateMeasure[], county: string, windows: readonly Window[]): SQL {
  return sql`insert into measure_value (county, measure, place, period, value)
    select ${county}, m.measure, v.place, v.period, v.value from aggregate_value v
    join unnest(${ids(measures)}, ${sql.param(measures.map((measure) => measure.item))}::text[]) as m (measure, item) on m.item = v.item
    where v.county = ${county} and v.state = 'approved' and v.period = any(${sql.param(windows.map((window) => window.period))}::text[])`
}

/** A part of the work that stands by itself. */
type Step = (connection: Connection) => Promise<void>

/** What computes measures: one step for each scan, and one for each measure that is computed anew for every window. */
function measureSteps(
  { county, horizon }: Computation,
  measures: readonly Measure[],
  windows: readonly Window[],
): { title: string; step: Step }[] {
  const periods = sql`${sql.param(windows.map((window) => window.period))}::text[]`
  const forget = (connection: Connection, stored: readonly Measure[]) =>
    run(
      connection,
      sql`delete from measure_value where county = ${county} and measure = any(${ids(stored)}) and period = any(${periods})`,
    )
  const scans = scansOf(measures).map((scan) => ({
    title: scan[0]!.relation.title.zh,
    step: async (connection: Connection) => {
      await run(connection, sql`delete from measure_base where county = ${county} and measure = any(${ids(scan)})`)
      const restriction = { county, ...boundsOf(horizon) }
      if (connection.engine === 'pglite') await run(connection, baseStatement(scan, restriction))
      // A table is scanned by several processes for a query, but not for an INSERT of one: so a few thousand rows come here and go back.
      else await moveRows(connection, connection, county, 'measure_base', baseRows(scan, restriction))
    },
  }))
  const windowed = measures
    .filter((measure): measure is FlowMeasure | CohortMeasure => measure.kind !== 'aggregate' && !hasBase(measure))
    .map((measure) => ({
      title: measure.relation.title.zh,
      step: async (connection: Connection) => {
        await forget(connection, [measure])
        await run(connection, windowStatement(measure, county, windows))
      },
    }))
  const aggregates = measures.filter((measure) => measure.kind === 'aggregate')
  if (aggregates.length === 0) return [...scans, ...windowed]
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
    const marks = await readMarks(database, county)
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
