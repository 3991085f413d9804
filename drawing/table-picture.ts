import { figureKey, finder, noteNumber, type CellData, type Datum, type Language } from './cell-data.ts'
import { noteMark } from './note-mark.ts'
import { rowsThatFit } from './bars.ts'
import type { Mark } from './scene.ts'
import { fitted, textWidth } from './text.ts'
import { shortTitle, valueText, word } from './words.ts'

/** A table as rows and columns: places down where there are several, else indicators; periods across, or indicators where there is one period. */
export interface TableData {
  readonly corner: string
  readonly columns: readonly { readonly title: string; readonly unit: string }[]
  readonly rows: readonly {
    readonly title: string
    readonly unit: string
    readonly data: readonly (Datum | undefined)[]
  }[]
}

/** Arranges a cell as a table. */
export function tableOf(cell: CellData, language: Language): TableData {
  const at = finder(cell)
  const { indicators, places, periods } = cell
  const unitOf = (indicator: (typeof indicators)[number]) => indicator.unit[language]
  const several = indicators.length > 1
  if (places.length > 1)
    return {
      corner: word('place', language),
      columns: indicators.flatMap((indicator) =>
        periods.map((period) => ({
          title: [
            several && indicator.title[language],
            (periods.length > 1 || !several) && shortTitle(period.title, language),
          ]
            .filter(Boolean)
            .join(' '),
          unit: unitOf(indicator),
        })),
      ),
      rows: places.map((place) => ({
        title: place.name,
        unit: '',
        data: indicators.flatMap((indicator) => periods.map((period) => at(indicator.id, place.code, period.id))),
      })),
    }
  const [place] = places
  return {
    corner: word('indicator', language),
    columns: periods.map((period) => ({ title: shortTitle(period.title, language), unit: '' })),
    rows: indicators.map((indicator) => ({
      title: indicator.title[language],
      unit: unitOf(indicator),
      data: periods.map((period) => (place ? at(indicator.id, place.code, period.id) : undefined)),
    })),
  }
}

const TEXT = 11
const ROW = 17

/** The table on paper. Columns that do not fit are left out from the oldest on, and rows from the middle. */
export function drawTable(cell: CellData, width: number, height: number, language: Language): Mark[] {
  const table = tableOf(cell, language)
  if (table.rows.length === 0 || table.rows.every((row) => row.data.every((datum) => !datum))) return []
  const titleOf = ({ title, unit }: { title: string; unit: string }) => (unit ? `${title}（${unit}）` : title)
  const first = Math.min(width * 0.4, Math.max(...table.rows.map((row) => textWidth(titleOf(row), TEXT))) + 10)
  const widths = table.columns.map(
    (column, index) =>
      Math.max(
        Math.min(96, textWidth(titleOf(column), TEXT)),
        ...table.rows.map((row) => textWidth(valueText(row.data[index], language), TEXT) + 16),
      ) + 10,
  )
  let room = width - first
  const shown: number[] = []
  for (let index = widths.length - 1; index >= 0 && room >= widths[index]!; index -= 1) {
    shown.unshift(index)
    room -= widths[index]!
  }
  const ends = new Map<number, number>()
  let x = first
  const spare = shown.length > 0 ? Math.min(60, room / shown.length) : 0
  for (const index of shown) ends.set(index, (x += widths[index]! + spare))
  const rows = rowsThatFit(table.rows, Math.max(1, Math.floor((height - ROW - 4) / ROW)))
  const right = ends.get(shown.at(-1) ?? -1) ?? width
  const marks: Mark[] = [
    { kind: 'text', at: [0, 12], text: table.corner, size: TEXT, ink: 'quiet' },
    ...shown.map((index): Mark => ({
      kind: 'text',
      at: [ends.get(index)!, 12],
      text: fitted(titleOf(table.columns[index]!), TEXT, widths[index]! + spare - 6),
      size: TEXT,
      ink: 'quiet',
      anchor: 'end',
    })),
    {
      kind: 'line',
      points: [
        [0, ROW],
        [right, ROW],
      ],
      ink: 'ink',
      width: 1,
    },
  ]
  rows.forEach((row, position) => {
    const base = ROW * (position + 2) - 4
    if (!row) {
      marks.push({ kind: 'text', at: [0, base], text: '⋮', size: TEXT, ink: 'quiet' })
      return
    }
    marks.push(
      { kind: 'text', at: [0, base], text: fitted(titleOf(row), TEXT, first - 6), size: TEXT, ink: 'ink' },
      {
        kind: 'line',
        points: [
          [0, base + 4],
          [right, base + 4],
        ],
        ink: 'rule',
        width: 0.6,
      },
    )
    for (const index of shown) {
      const datum = row.data[index]
      const number = noteNumber(cell, datum)
      marks.push({
        kind: 'text',
        at: [ends.get(index)! - (number === undefined ? 0 : 16), base],
        text: valueText(datum, language),
        size: TEXT,
        ink: 'ink',
        anchor: 'end',
        ...(datum ? { figure: figureKey(datum) } : {}),
      })
      if (number !== undefined) marks.push(...noteMark(number, [ends.get(index)! - 7, base - 4]))
    }
  })
  return marks
}
