import { figureKey, type CellData, type Datum, type DrawnIndicator, type Note } from '@kangheng/drawing/cell-data.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { readFigures, type FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'
import { lightOf } from '@kangheng/kernel/indicator/targets.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { getPeriod, periodTitle } from '@kangheng/kernel/period/period.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { changeOf } from '../cockpit/change.ts'
import type { Cell } from './cell.ts'
import { findNotes } from './notes.ts'
import { resolvePeriods } from './periods.ts'
import { planReads, type Wanted } from './plan-reads.ts'
import { readPlaces } from './read-places.ts'

/** Whose page is read, on which day. */
export interface Reading {
  readonly house: House
  readonly county: string
  readonly indicators: readonly Indicator[]
  readonly cells: readonly Cell[]
  /** The reader's own place, or the one looked at instead. */
  readonly own: string
  readonly today: IsoDate
}

/** A page with everything that is drawn on it. */
export interface DashboardData {
  readonly cells: readonly CellData[]
  /** When the newest of its figures was computed. */
  readonly computedAt: string | null
}

async function closedMonth(connection: Connection, county: string): Promise<string | undefined> {
  const [row] = await connection.query<{ month: string | null }>(
    'select max(period) as month from closed_period where county = $1',
    [county],
  )
  return row?.month ?? undefined
}

const drawnIndicator = ({ id, title, unit, better, kind }: Indicator): DrawnIndicator => ({
  id,
  title,
  unit,
  better,
  rate: kind === 'ratio',
})

function datumOf(indicator: Indicator, figure: FigureReading): Datum {
  return {
    indicator: figure.indicator,
    place: figure.place,
    period: figure.period,
    value: figure.value,
    notApplicable: figure.value === null && figure.denominator !== null && Number(figure.denominator) === 0,
    withheld: figure.withheld,
    provisional: figure.status === 'provisional',
    due: figure.due,
    target: figure.target,
    lastYear: figure.lastYear,
    change: changeOf(indicator, figure.value, figure.lastYear) ?? null,
    light: lightOf(figure.value, figure.due, indicator.better),
    rank: figure.rank,
    rankedOf: figure.rankedOf,
  }
}

/**
 * Reads all views of a page: places and periods of the reader and the day, the figures in as few statements as is sensible, the notes in one. Row-level security
 * decides which figures and notes exist; a place without any is left out, unless nothing is there at all.
 */
export async function readDashboard(connection: Connection, reading: Reading): Promise<DashboardData> {
  const { county, cells } = reading
  const known = new Map(reading.indicators.map((indicator) => [indicator.id, indicator]))
  const clock = { today: reading.today, closedMonth: await closedMonth(connection, county) }
  const places = await readPlaces(
    connection,
    county,
    reading.own,
    cells.map((cell) => cell.places),
  )
  const asked = cells.map((cell) => ({
    cell,
    indicators: cell.indicators.flatMap((id) => known.get(id) ?? []),
    places: places.of(cell.places),
    periods: resolvePeriods(cell.periods, clock),
  }))
  const wanted = asked.map((each): Wanted => ({
    indicators: each.indicators.map((indicator) => indicator.id),
    places: each.places.map((place) => place.code),
    periods: each.periods,
  }))
  const plan = planReads(wanted)
  const figures: FigureReading[] = []
  for (const read of plan) figures.push(...(await readFigures(connection, { county, ...read })))
  const byKey = new Map(figures.map((figure) => [figureKey(figure), figure]))
  const noted = await notesOf(connection, reading, wanted, byKey)
  return {
    cells: asked.map(({ cell, ...each }, index) => {
      const data = wanted[index]!.indicators.flatMap((id) =>
        wanted[index]!.places.flatMap((place) =>
          each.periods.flatMap((period) => {
            const figure = byKey.get(figureKey({ indicator: id, place, period }))
            return figure ? [datumOf(known.get(id)!, figure)] : []
          }),
        ),
      )
      const filled = new Set(data.map((datum) => datum.place))
      const keys = new Set(data.map(figureKey))
      return {
        id: cell.id,
        view: cell.view,
        title: cell.title && (cell.title.zh || cell.title.en) ? cell.title : titleOf(each.indicators),
        width: cell.width,
        height: cell.height,
        indicators: each.indicators.map(drawnIndicator),
        places: each.places.filter((place) => filled.size === 0 || filled.has(place.code)),
        periods: each.periods.map((id) => ({ id, title: periodTitle(getPeriod(id)) })),
        data,
        notes: noted.filter((note) => keys.has(figureKey(note))),
      }
    }),
    computedAt: figures.reduce<string | null>(
      (latest, { computedAt }) => (latest === null || computedAt > latest ? computedAt : latest),
      null,
    ),
  }
}

function titleOf(indicators: readonly Indicator[]) {
  return {
    zh: indicators.map((indicator) => indicator.title.zh).join('、'),
    en: indicators.map((indicator) => indicator.title.en).join(', '),
  }
}

/** The notes on the page, numbered through from its first view to its last; several on one figure share its number. */
async function notesOf(
  connection: Connection,
  { house, county }: Pick<Reading, 'house' | 'county'>,
  wanted: readonly Wanted[],
  figures: ReadonlyMap<string, FigureReading>,
): Promise<Note[]> {
  const all = (pick: (each: Wanted) => readonly string[]) => [...new Set(wanted.flatMap(pick))]
  const kept = await findNotes(connection, house, county, {
    indicators: all((each) => each.indicators),
    places: all((each) => each.places),
    periods: all((each) => each.periods),
  })
  const numbers = new Map<string, number>()
  return kept
    .filter((note) => figures.has(figureKey(note)))
    .map(({ version: _version, office: _office, ...note }) => {
      const key = figureKey(note)
      if (!numbers.has(key)) numbers.set(key, numbers.size + 1)
      return { ...note, number: numbers.get(key)! }
    })
}
