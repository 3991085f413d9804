import { sql } from 'drizzle-orm'
import { getPeriod, monthsOf } from '../period/period.ts'
import type { Connection } from '../store/connection.ts'
import { binaryCopyChunks } from '../store/copy-binary.ts'
import type { CopyValue } from '../store/copy-format.ts'
import { runSql } from '../store/orm.ts'
import { addWeighted, isZero, printAmount, printDigits, roundedDigits, type Amount } from './amount.ts'
import { VILLAGE_DIGITS } from './figure-sql.ts'
import { isMonth, lastMonthOf, type Window } from './horizon.ts'
import { standsAtMonthEnd, statedMeasuresOfAll, termsOf, type Indicator, type Term } from './indicator.ts'
import { readValues, type Values } from './read-values.ts'

/** What figures are made for. */
export interface FigureExtent {
  /** All places, when not given. */
  readonly places?: readonly string[]
  /** Closed periods too, of figures that have been opened for a revision. */
  readonly revising?: boolean
}

const NOTHING: ReadonlyMap<string, Amount> = new Map()

interface Division {
  readonly code: string
  readonly parent: string | null
}

/** A figure before it is written. */
interface MadeFigure {
  readonly place: string
  readonly parent: string | null
  readonly numerator: Amount
  /** Of a ratio. */
  readonly denominator: Amount | null
  /** The value without its point; null where there is none. */
  readonly digits: number | bigint | null
  rank: number | null
  rankedOf: number | null
}

/** Codes of divisions are digits; those of institutions begin with a letter. */
const isDivision = (place: string) => place < 'A'

const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`

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

/** Figures that are there already, of periods that are to be made: such as were revised before their period was closed for all. */
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

/** A sum of terms in a window, by place; places where nothing was counted are left out. */
function sumsOf(terms: readonly Term[], window: Window, values: Values): ReadonlyMap<string, Amount> {
  const month = lastMonthOf(window)
  const of = ({ measure }: Term) =>
    values.get(measure.id)?.get(measure.kind === 'stock' ? month : window.period) ?? NOTHING
  const [first] = terms
  if (terms.length === 1 && first!.weight === 1) return of(first!)
  const sums = new Map<string, Amount>()
  for (const term of terms)
    for (const [place, value] of of(term)) sums.set(place, addWeighted(sums.get(place) ?? 0, value, term.weight))
  return sums
}

/** The figures of an indicator in a window: every division has one (zero is a value), institutions where something was counted. */
function figuresOf(indicator: Indicator, window: Window, values: Values, divisions: readonly Division[]): MadeFigure[] {
  const over = sumsOf(termsOf(indicator.numerator), window, values)
  const under = indicator.kind === 'ratio' ? sumsOf(termsOf(indicator.denominator), window, values) : undefined
  const make = ({ code, parent }: Division): MadeFigure => {
    const numerator = over.get(code) ?? 0
    const denominator = under ? (under.get(code) ?? 0) : null
    let digits: number | bigint | null = null
    if (indicator.kind === 'quantity') digits = roundedDigits(numerator, 1, 1, indicator.decimals)
    else if (indicator.kind === 'ratio' && denominator !== null && !isZero(denominator))
      digits = roundedDigits(numerator, denominator, indicator.scale, indicator.decimals)
    return { place: code, parent, numerator, denominator, digits, rank: null, rankedOf: null }
  }
  const institutions = [...new Set([...over.keys(), ...(under?.keys() ?? [])])].filter((code) => !isDivision(code))
  return [...divisions, ...institutions.sort().map((code) => ({ code, parent: null }))].map(make)
}

/** Ranks divisions among their siblings. Equal values share the better rank; a place without value is not ranked. */
function rank(figures: readonly MadeFigure[], better: Indicator['better']): void {
  if (better === 'neither') return
  const families = Map.groupBy(
    figures.filter((figure) => figure.parent !== null),
    (figure) => figure.parent,
  )
  for (const family of families.values()) {
    const ranked = family.filter((figure) => figure.digits !== null)
    ranked.sort((one, other) => {
      const difference = one.digits! < other.digits! ? -1 : one.digits! > other.digits! ? 1 : 0
      return better === 'lower' ? difference : -difference
    })
    ranked.forEach((figure, index) => {
      const before = ranked[index - 1]
      // A number and a bigint of the same value are equal here.
      const tied = before && !(before.digits! < figure.digits!) && !(before.digits! > figure.digits!)
      figure.rank = tied ? before.rank : index + 1
    })
    for (const figure of family) figure.rankedOf = ranked.length
  }
}

/** Whether a village has nothing that its empty figure would not say. */
function isEmpty({ place, numerator, denominator, rank: ranked }: MadeFigure): boolean {
  const nothing = isZero(numerator) && (denominator === null || isZero(denominator))
  return place.length === VILLAGE_DIGITS && isDivision(place) && nothing && ranked === null
}

const COLUMNS = {
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
const NAMES = Object.keys(COLUMNS)

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
async function replaceProvisional(connection: Connection, rows: readonly (readonly CopyValue[])[]): Promise<void> {
  const types = Object.values(COLUMNS)
  const arrays = types.map(
    (type, column) => sql`${sql.param(rows.map((row) => row[column] ?? null))}::${sql.raw(type)}[]`,
  )
  await runSql(
    connection,
    sql`insert into figure (${sql.raw(NAMES.join(', '))}) select * from unnest(${sql.join(arrays, sql`, `)})
      on conflict (county, indicator, period, place) do update set definition_version = excluded.definition_version, value = excluded.value,
        numerator = excluded.numerator, denominator = excluded.denominator, computed_at = excluded.computed_at, at_month_end = excluded.at_month_end
        where figure.status = 'provisional'`,
  )
}

/**
 * Makes figures from what measures have stored: every division has one for every period, institutions where something was counted; what stands at the end of a
 * period has them for months only. Of villages only what is not empty is stored, unless places are given: those are written as they are, for `dropEmpty` to
 * tidy up.
 * Exact decimal arithmetic; rounded half up once, at the indicator's decimals. Closed figures are left as they are; figures that are made for the first time
 * for closed months are closed at once.
 * Figures of all places are ranked in the same stroke (the indicators then have no figures but closed ones); those of some places are ranked by `rankStatement`.
 * Derived figures get their values afterwards, by `deriveFigures`.
 */
export async function stateFigures(
  connection: Connection,
  county: string,
  indicators: readonly Indicator[],
  windows: readonly Window[],
  { places, revising = false }: FigureExtent = {},
): Promise<void> {
  const values = await readValues(connection, { county, measures: statedMeasuresOfAll(indicators), windows, places })
  const closing = await readClosing(connection, county, windows)
  const closed = revising ? new Set<string>() : await readClosed(connection, county, indicators)
  const divisions = await runSql<{ code: string; parent: string | null; now: string }>(
    connection,
    sql`select code, parent, date_trunc('milliseconds', now())::text as now from division where code >= ${county} and code < ${county} || '~'${
      places ? sql` and code = any(${textArray(places)})` : sql``
    } order by code`,
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

  function* rows(): Generator<CopyValue[]> {
    for (const indicator of sorted) {
      const atMonthEnd = standsAtMonthEnd(indicator)
      for (const window of ordered) {
        const { period } = window
        if ((atMonthEnd && !isMonth(window)) || isClosed(indicator, period)) continue
        const made = figuresOf(indicator, window, values, divisions)
        if (!places) rank(made, indicator.better)
        const closedOn = closing.get(period) ?? null
        for (const figure of made) {
          if (!places && (isEmpty(figure) || standing.has(placeKey(indicator.id, period, figure.place)))) continue
          const { numerator, denominator, digits } = figure
          yield [
            ...[county, indicator.id, figure.place, period, indicator.version],
            digits === null ? null : printDigits(digits, indicator.decimals),
            printAmount(numerator),
            denominator === null ? null : printAmount(denominator),
            ...[figure.rank, figure.rankedOf, closedOn ? 'closed' : 'provisional', closedOn, moment, atMonthEnd],
          ]
        }
      }
    }
  }

  if (places) {
    await forgetInstitutions(connection, county, indicators, windows, places)
    return replaceProvisional(connection, [...rows()])
  }
  const chunks = function* () {
    for (const { bytes } of binaryCopyChunks(Object.values(COLUMNS), rows())) yield bytes
  }
  await connection.copyIn('figure', NAMES, chunks(), 'binary')
}
