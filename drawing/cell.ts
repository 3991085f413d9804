import { drawBars, drawBullets } from './bars.ts'
import type { CellData, Language, View } from './cell-data.ts'
import { drawLines } from './line-chart.ts'
import { drawMap } from './map.ts'
import { drawNumber } from './number-card.ts'
import type { Mark, Scene } from './scene.ts'
import { drawTable } from './table-picture.ts'
import { word } from './words.ts'

type Draw = (cell: CellData, width: number, height: number, language: Language) => Mark[]

const drawings: Readonly<Record<View, Draw>> = {
  number: drawNumber,
  line: drawLines,
  bar: drawBars,
  map: drawMap,
  table: drawTable,
  bullet: drawBullets,
}

/** The picture of a cell, without its title. Where the reader has no figures it says so. */
export function drawCell(cell: CellData, width: number, height: number, language: Language): Scene {
  const marks = drawings[cell.view](cell, width, height, language)
  if (marks.length > 0) return marks
  const at = [width / 2, height / 2] as const
  return [{ kind: 'text', at, text: word('nothing', language), size: 12, ink: 'quiet', anchor: 'middle' }]
}

/** Periods, places and units of a cell in words: what stands below its title, so that a copy of the picture can be trusted. */
export function aboutCell(cell: CellData, language: Language): string {
  const [first, last] = [cell.periods[0], cell.periods.at(-1)]
  const span =
    first && last && first.id !== last.id && (cell.view === 'line' || cell.view === 'table')
      ? `${first.title[language]}—${last.title[language]}`
      : (last?.title[language] ?? '')
  const units = [...new Set(cell.indicators.map((indicator) => indicator.unit[language]))]
  return [
    cell.places.length === 1 ? cell.places[0]!.name : '',
    span,
    units.length === 1 && cell.view !== 'number' ? units[0]! : '',
    cell.data.some((datum) => datum.provisional) ? word('provisional', language) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
