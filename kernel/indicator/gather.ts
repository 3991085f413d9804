import type { Connection, Database } from '../store/connection.ts'
import { copyChunks, type CopyValue } from '../store/copy-format.ts'
import { whyNotAdded } from './adds-up.ts'
import { addWeighted, isZero, printAmount, printDigits, readAmount, roundedDigits, type Amount } from './amount.ts'
import type { Computation } from './engine.ts'
import { windowsFrom } from './horizon.ts'
import { standsAtMonthEnd, type Indicator } from './indicator.ts'
import { rank } from './make-figures.ts'

/** A county's own figure as it stands. */
interface CountyFigure {
  readonly county: string
  readonly indicator: string
  readonly period: string
  readonly version: number
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly status: 'provisional' | 'closed' | 'revised'
  readonly completeness: number
  readonly computedAt: string
  readonly closedOn: string | null
}

const FIGURE = [
  ...['county', 'indicator', 'place', 'period', 'definition_version', 'value', 'numerator', 'denominator'],
  ...['rank', 'ranked_of', 'status', 'completeness', 'computed_at', 'closed_on', 'at_month_end'],
]
const PERIOD = ['county', 'indicator', 'period', 'definition_version', 'computed_at', 'closed_on', 'at_month_end']

/** Indicators gathered in one transaction. */
const TOGETHER = 32

/** The figures that each county has of itself. Asked county by county, so that each question goes to the node where the county lies. */
async function readOwn(
  connection: Connection,
  counties: readonly string[],
  indicators: readonly string[],
  periods: readonly string[],
): Promise<CountyFigure[]> {
  const found: CountyFigure[] = []
  for (const county of counties)
    found.push(
      ...(await connection.query<CountyFigure>(
        `select county, indicator, period, definition_version as version, value, numerator, denominator, status, completeness,
           computed_at as "computedAt", closed_on as "closedOn"
         from figure where county = $1 and indicator = any($2::text[]) and period = any($3::text[]) and place = $1`,
        [county, indicators, periods],
      )),
    )
  return found
}

const add = (figures: readonly CountyFigure[], side: 'numerator' | 'denominator'): Amount =>
  figures.reduce<Amount>((sum, each) => addWeighted(sum, readAmount(each[side] ?? '0'), 1), 0)

const latest = (days: readonly (string | null)[]) =>
  days.reduce((one, other) => ((other ?? '') > (one ?? '') ? other : one))

/** What the city has of an indicator in a period: its own figure, where it adds up, and the counties' in their order. */
function rowsOf(
  city: string,
  counties: readonly string[],
  indicator: Indicator,
  figures: readonly CountyFigure[],
): { figures: CopyValue[][]; closedOn: string | null; computedAt: string } {
  const digitsOf = (value: string | null) =>
    value === null ? null : roundedDigits(readAmount(value), 1, 1, indicator.decimals)
  const made = figures.map((each) => ({
    ...{ place: each.county, parent: city, numerator: 0, denominator: null, digits: digitsOf(each.value) },
    ...{ rank: null as number | null, rankedOf: null as number | null },
  }))
  rank(made, indicator.better)
  const { period } = figures[0]!
  const atMonthEnd = standsAtMonthEnd(indicator)
  const below = figures.map((each, index): CopyValue[] => [
    ...[city, indicator.id, each.county, period, each.version, each.value, each.numerator, each.denominator],
    ...[
      made[index]!.rank,
      made[index]!.rankedOf,
      each.status,
      each.completeness,
      each.computedAt,
      each.closedOn,
      atMonthEnd,
    ],
  ])
  const computedAt = latest(figures.map((each) => each.computedAt))!
  const closed = figures.length === counties.length && figures.every((each) => each.status !== 'provisional')
  const closedOn = closed ? latest(figures.map((each) => each.closedOn)) : null
  const counted = figures.filter((each) => each.version === indicator.version)
  if (counted.length === 0 || whyNotAdded(indicator)) return { figures: below, closedOn, computedAt }
  const numerator = add(counted, 'numerator')
  const denominator = indicator.kind === 'ratio' ? add(counted, 'denominator') : null
  const digits =
    denominator === null || indicator.kind !== 'ratio'
      ? roundedDigits(numerator, 1, 1, indicator.decimals)
      : isZero(denominator)
        ? null
        : roundedDigits(numerator, denominator, indicator.scale, indicator.decimals)
  const own: CopyValue[] = [
    ...[city, indicator.id, city, period, indicator.version],
    digits === null ? null : printDigits(digits, indicator.decimals),
    printAmount(numerator),
    denominator === null ? null : printAmount(denominator),
    ...[
      null,
      null,
      closed ? (figures.some((each) => each.status === 'revised') ? 'revised' : 'closed') : 'provisional',
    ],
    ...[Math.floor((100 * counted.length) / counties.length), computedAt, closedOn, atMonthEnd],
  ]
  return { figures: [own, ...below], closedOn, computedAt }
}

/** A month is closed for the city when every county has closed it. */
async function gatherMonths(connection: Connection, city: string, counties: readonly string[]): Promise<void> {
  await connection.query('delete from closed_period where county = $1', [city])
  const months: { period: string; at: string }[][] = []
  for (const county of counties)
    months.push(await connection.query('select period, closed_at as at from closed_period where county = $1', [county]))
  const closed = months[0]!.flatMap(({ period }) => {
    const days = months.map((rows) => rows.find((row) => row.period === period)?.at)
    return days.includes(undefined) ? [] : [[city, period, latest(days as string[])]]
  })
  await connection.copyIn('closed_period', ['county', 'period', 'closed_at'], copyChunks(closed))
}

/**
 * Gathers a city's figures from those of its counties, as they stand: each county's is repeated under the city and ranked among the counties, the city's own has
 * the sums of numerators and denominators, divided and rounded once, half up. Where counties do not add up (`whyNotAdded`) the city has none.
 * Completeness of the city's own is the share of counties with a figure by the present definition; it is closed when it is closed in all of them.
 * Returns the number of figures.
 */
export async function gatherFigures(
  database: Database,
  { county: city, indicators, horizon }: Computation,
  counties: readonly string[],
): Promise<number> {
  const periods = windowsFrom(horizon).map(({ period }) => period)
  let gathered = 0
  for (let from = 0; from < indicators.length; from += TOGETHER) {
    const group = indicators.slice(from, from + TOGETHER)
    const ids = group.map(({ id }) => id)
    await database.transaction(async (connection) => {
      const found = Map.groupBy(
        await readOwn(connection, counties, ids, periods),
        ({ indicator, period }) => `${indicator}|${period}`,
      )
      const figures: CopyValue[][] = []
      const made: CopyValue[][] = []
      for (const indicator of group)
        for (const period of periods) {
          const known = found.get(`${indicator.id}|${period}`)
          if (!known) continue
          const rows = rowsOf(city, counties, indicator, known)
          figures.push(...rows.figures)
          const { computedAt, closedOn } = rows
          made.push([city, indicator.id, period, indicator.version, computedAt, closedOn, standsAtMonthEnd(indicator)])
        }
      await connection.query('delete from figure where county = $1 and indicator = any($2::text[])', [city, ids])
      await connection.query('delete from figure_period where county = $1 and indicator = any($2::text[])', [city, ids])
      await connection.copyIn('figure', FIGURE, copyChunks(figures))
      await connection.copyIn('figure_period', PERIOD, copyChunks(made))
      gathered += figures.length
    })
  }
  await database.transaction((connection) => gatherMonths(connection, city, counties))
  return gathered
}

/**
 * What tells whether figures of counties have changed since they were gathered: when those of the present month were made, what was closed and what was revised.
 * Every write is counted in the present month, so that none is missed.
 */
export async function stateOfCounties(
  database: Database,
  { indicators, horizon }: Computation,
  counties: readonly string[],
): Promise<string> {
  const now = [horizon.lastMonth, `${horizon.lastMonth}-ytd`]
  const states: string[] = []
  for (const county of counties) {
    const [row] = await database.query<{ state: string }>(
      `select concat_ws('|', (select max(computed_at) from figure where county = $1 and indicator = any($2::text[]) and period = any($3::text[]) and place = $1),
         (select count(*) from figure_period where county = $1), (select count(*) from closed_period where county = $1),
         (select max(seq) from figure_revision where county = $1)) as state`,
      [county, indicators.map(({ id }) => id), now],
    )
    states.push(`${county} ${row!.state}`)
  }
  return states.join('\n')
}
