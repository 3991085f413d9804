import { sql, type SQL } from 'drizzle-orm'
import { getPeriod, monthsOf } from '../period/period.ts'
import type { Connection } from '../store/connection.ts'
import { binaryCopyChunks } from '../store/copy-binary.ts'
import type { CopyValue } from '../store/copy-format.ts'
import { runSql, textArray } from '../store/orm.ts'
import { printAmount, printDigits } from './amount.ts'
import { inPlaces } from './compile.ts'
import { COMPUTED_NOW } from './figure-sql.ts'
import { isMonth, type Window } from './horizon.ts'
import { standsAtMonthEnd, statedMeasuresOfAll, type Indicator } from './indicator.ts'
import { figuresOf, isDivision, isEmpty, rank } from './make-figures.ts'
import { readValues } from './read-values.ts'

/** What figures are made for. */
interface FigureExtent {
  /** All places, when not given. */
  readonly places?: readonly string[]
  /** Which figures of those places are written; all when not given. Those of institutions always are. */
  readonly concerns?: (indicator: string, place: string) => boolean
  /** Closed periods too, of figures that have been opened for a revision. */
  readonly revising?: boolean
}

/** The day on which the last month of each period was closed; null while one is open. */
async function readClosing(
  connection: Connection,
  county: string,
  windows: readonly Window[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await runSql<{ period: string; closed_on: string }>(
    connection,
    sql`select period, (closed_at at time zone 'Asia/Shanghai')::date::text as closed_on from closed_period where county = ${county}`,
  )
  const closed = new Map(rows.map((row) => [row.period, row.closed_on]))
  return new Map(
    windows.map(({ period }) => {
      const days = monthsOf(getPeriod(period)).map((month) => closed.get(month))
      return [period, days.includes(undefined) ? null : (days.sort().at(-1) ?? null)]
    }),
  )
}

const keyOf = (indicator: string, period: string) => `${indicator}|${period}`

/** Indicators and periods whose figures are closed and stay as they are. */
async function readClosed(
  connection: Connection,
  county: string,
  indicators: readonly Indicator[],
): Promise<ReadonlySet<string>> {
  const rows = await runSql<{ indicator: string; period: string }>(
    connection,
    sql`select indicator, period from figure_period where county = ${county} and indicator = any(${textArray(indicators.map((each) => each.id))})
      and closed_on is not null`,
  )
  return new Set(rows.map((row) => keyOf(row.indicator, row.period)))
}

const placeKey = (indicator: string, period: string, place: string) => `${keyOf(indicator, period)}|${place}`

/** Figures that stand already, of periods that are to be made: a month may be closed before all places have the figures of an indicator, those then stay. */
async function readStanding(
  connection: Connection,
  county: string,
  indicators: readonly Indicator[],
  periods: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await runSql<{ indicator: string; period: string; place: string }>(
    connection,
    sql`select indicator, period, place from figure where county = ${county} and indicator = any(${textArray(indicators.map((each) => each.id))})
      and period = any(${textArray(periods)})`,
  )
  return new Set(rows.map((row) => placeKey(row.indicator, row.period, row.place)))
}

/** Columns of `figure`, with their types. */
const FIGURE = {
  county: 'text',
  indicator: 'text',
  place: 'text',
  period: 'text',
  definition_version: 'integer',
  value: 'numeric',
  numerator: 'numeric',
  denominator: 'numeric',
  rank: 'integer',
  ranked_of: 'integer',
  status: 'text',
  closed_on: 'date',
  computed_at: 'timestamp with time zone',
  at_month_end: 'boolean',
}
/** Columns of `figure_period`. */
const PERIOD = {
  county: 'text',
  indicator: 'text',
  period: 'text',
  definition_version: 'integer',
  empty_value: 'numeric',
  empty_denominator: 'numeric',
  closed_on: 'date',
  computed_at: 'timestamp with time zone',
  at_month_end: 'boolean',
}

type Columns = Readonly<Record<string, string>>
type Rows = readonly (readonly CopyValue[])[]

/** `insert into … select …` of rows that are given as one array for each column. */
function insertion(table: string, columns: Columns, rows: Rows): SQL {
  const arrays = Object.values(columns).map(
    (type, column) => sql`${sql.param(rows.map((row) => row[column] ?? null))}::${sql.raw(type)}[]`,
  )
  const names = sql.raw(`${table} (${Object.keys(columns).join(', ')})`)
  return sql`insert into ${names} select * from unnest(${sql.join(arrays, sql`, `)})`
}

/** An institution where nothing is counted any more has no figure. */
async function forgetInstitutions(
  connection: Connection,
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  places: readonly string[],
): Promise<void> {
  const institutions = places.filter((place) => !isDivision(place))
  if (institutions.length === 0) return
  await runSql(
    connection,
    sql`delete from figure where county = ${county} and indicator = any(${textArray(indicators.map((each) => each.id))})
      and period = any(${textArray(windows.map((window) => window.period))}) and place = any(${textArray(institutions)}) and status = 'provisional'`,
  )
}

/** Writes figures where some may be already: those that are provisional are replaced, all others stay. */
async function replaceProvisional(connection: Connection, rows: Rows): Promise<void> {
  await runSql(
    connection,
    sql`${insertion('figure', FIGURE, rows)}
      on conflict (county, indicator, period, place) do update set definition_version = excluded.definition_version, value = excluded.value,
        numerator = excluded.numerator, denominator = excluded.denominator, computed_at = excluded.computed_at, at_month_end = excluded.at_month_end
        where figure.status = 'provisional'`,
  )
}

/** Says that figures have been made in all places, and what an empty one is. */
async function replacePeriods(connection: Connection, rows: Rows): Promise<void> {
  await runSql(
    connection,
    sql`${insertion('figure_period', PERIOD, rows)}
      on conflict (county, indicator, period) do update set definition_version = excluded.definition_version, empty_value = excluded.empty_value,
        empty_denominator = excluded.empty_denominator, closed_on = excluded.closed_on, computed_at = excluded.computed_at, at_month_end = excluded.at_month_end`,
  )
}

/**
 * Makes figures from what measures have stored: every division has one for every period, institutions where something was counted; what stands at the end of a
 * period has them for months only. Of villages only what is not empty is stored, unless places are given: those are written as they are, for `dropStatement` to
 * tidy up.
 * Exact decimal arithmetic; rounded half up once, at the indicator's decimals. Closed figures are left as they are; figures that are made for the first time
 * for closed months are closed at once.
 * Figures of all places are ranked in the same stroke (the indicators then have no figures but closed ones); those of some places are ranked by `rankStatement`.
 * That they have been made for all places is noted in `figure_period`. Derived figures get their values afterwards, by `deriveFigures`.
 */
export async function stateFigures(
  connection: Connection,
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  { places, concerns, revising = false }: FigureExtent = {},
): Promise<void> {
  const values = await readValues(connection, { county, measures: statedMeasuresOfAll(indicators), windows, places })
  const closing = await readClosing(connection, county, windows)
  const closed = revising ? new Set<string>() : await readClosed(connection, county, indicators)
  const divisions = await runSql<{ code: string; parent: string | null; now: string }>(
    connection,
    sql`select code, nullif(parent, left(${county}::text, 4)) as parent, ${COMPUTED_NOW}::text as now from division where code >= ${county} and code < ${county} || '~'${inPlaces(sql`code`, places)} order by code`,
  )
  const sorted = [...indicators].sort((one, other) => (one.id < other.id ? -1 : 1))
  const ordered = [...windows].sort((one, other) => (one.period < other.period ? -1 : 1))
  const moment = divisions[0]?.now ?? null
  const isClosed = (indicator: Indicator, period: string) => closed.has(keyOf(indicator.id, period))
  const standing = places
    ? new Set<string>()
    : await readStanding(
        connection,
        county,
        indicators,
        ordered.map(({ period }) => period).filter((period) => !sorted.every((each) => isClosed(each, period))),
      )

  /** What is made: indicators with their windows. */
  const pairs = sorted.flatMap((indicator) =>
    ordered
      .filter((window) => (isMonth(window) || !standsAtMonthEnd(indicator)) && !isClosed(indicator, window.period))
      .map((window) => ({ indicator, window, closedOn: closing.get(window.period) ?? null })),
  )

  function* rows(): Generator<CopyValue[]> {
    for (const { indicator, window, closedOn } of pairs) {
      const { period } = window
      const made = figuresOf(indicator, window, values, divisions)
      if (!places) rank(made, indicator.better)
      for (const figure of made) {
        if (concerns && isDivision(figure.place) && !concerns(indicator.id, figure.place)) continue
        if (!places && (isEmpty(figure) || standing.has(placeKey(indicator.id, period, figure.place)))) continue
        const { numerator, denominator, digits } = figure
        yield [
          ...[county, indicator.id, figure.place, period, indicator.version],
          digits === null ? null : printDigits(digits, indicator.decimals),
          printAmount(numerator),
          denominator === null ? null : printAmount(denominator),
          ...[figure.rank, figure.rankedOf, closedOn ? 'closed' : 'provisional', closedOn, moment],
          standsAtMonthEnd(indicator),
        ]
      }
    }
  }

  if (places) {
    await forgetInstitutions(connection, county, indicators, windows, places)
    return replaceProvisional(connection, [...rows()])
  }
  const chunks = function* () {
    for (const { bytes } of binaryCopyChunks(Object.values(FIGURE), rows())) yield bytes
  }
  await connection.copyIn('figure', Object.keys(FIGURE), chunks(), 'binary')
  await replacePeriods(
    connection,
    pairs.map(({ indicator, window, closedOn }) => [
      ...[county, indicator.id, window.period, indicator.version],
      indicator.kind === 'quantity' ? printDigits(0, indicator.decimals) : null,
      indicator.kind === 'ratio' ? '0' : null,
      ...[closedOn, moment, standsAtMonthEnd(indicator)],
    ]),
  )
}
