import type { View } from '@kangheng/drawing/cell-data.ts'
import type { SavedView } from '../api/figure-types.ts'
import type { Cell, PeriodChoice, PlaceChoice } from './types.ts'

/** Periods that a view may be given: one for a state, several for a course. */
export const singlePeriods = [
  'this-year-to-date',
  'closed-year-to-date',
  'this-month',
  'last-month',
  'closed-month',
  'this-quarter',
  'this-year',
  'last-year',
] as const
export const manyPeriods = ['last-12-months', 'months-of-this-year', 'last-4-quarters'] as const

/** Sizes in which views are read well: columns and rows. */
const SIZES: Readonly<Record<View, { width: number; height: number }>> = {
  number: { width: 1, height: 1 },
  line: { width: 2, height: 2 },
  bar: { width: 2, height: 2 },
  map: { width: 2, height: 2 },
  table: { width: 2, height: 2 },
  bullet: { width: 2, height: 2 },
}

/** A name for a new view that no other on the page has. */
export function freeId(cells: readonly Cell[]): string {
  const taken = new Set(cells.map((cell) => cell.id))
  for (let number = cells.length + 1; ; number += 1) if (!taken.has(`v${number}`)) return `v${number}`
}

/** A view as it is begun: of this kind, for the places and periods that suit it. */
export function newCell(view: View, indicators: readonly string[], cells: readonly Cell[]): Cell {
  const below = view === 'bar' || view === 'map'
  return {
    id: freeId(cells),
    view,
    indicators: [...indicators],
    places: { kind: below ? 'below-own' : view === 'table' ? 'own-and-below' : 'own' },
    periods: { kind: view === 'line' ? 'last-12-months' : 'this-year-to-date' },
    ...SIZES[view],
  }
}

/** A saved view of the explorer as a view of the page. What was chosen for the reader's own area follows the reader; periods stay as they were chosen. */
export function cellOfView(saved: SavedView, own: string, cells: readonly Cell[]): Cell[] {
  const { indicators, places, under, periods, chart } = saved.state
  const view: View = chart === 'line' || chart === 'bar' || chart === 'map' ? chart : 'table'
  const alone = view === 'map'
  const below = view === 'bar' || view === 'map'
  const chosen = (): PlaceChoice => {
    if (under === undefined) return { kind: 'named', codes: places }
    if (under === own) return { kind: below ? 'below-own' : 'own-and-below' }
    return { kind: below ? 'below' : 'with-below', code: under }
  }
  const when: PeriodChoice = { kind: 'named', ids: below ? periods.slice(-1) : periods.slice(-36) }
  return (alone ? indicators.slice(0, 1) : indicators.slice(0, 12)).length > 0
    ? [
        {
          id: freeId(cells),
          view,
          title: { zh: saved.title, en: saved.title },
          indicators: alone ? indicators.slice(0, 1) : indicators.slice(0, 12),
          places: chosen(),
          periods: when,
          ...SIZES[view],
        },
      ]
    : []
}

const within = (value: number, most: number) => Math.max(1, Math.min(most, value))

/** The view that many places earlier (negative) or later in the order of reading. */
export function moveCell(cells: readonly Cell[], id: string, by: number): Cell[] {
  const from = cells.findIndex((cell) => cell.id === id)
  const to = Math.max(0, Math.min(cells.length - 1, from + by))
  const rest = cells.filter((cell) => cell.id !== id)
  return from < 0 ? [...cells] : [...rest.slice(0, to), cells[from]!, ...rest.slice(to)]
}

/** A view wider or higher by so many columns and rows, within what a page can hold. */
export function resizeCell(cells: readonly Cell[], id: string, columns: number, rows: number): Cell[] {
  return cells.map((cell) =>
    cell.id === id ? { ...cell, width: within(cell.width + columns, 4), height: within(cell.height + rows, 3) } : cell,
  )
}
