import { finder, figureKey, noteNumber, type CellData, type Datum, type Language } from './cell-data.ts'
import { lightMark } from './light-mark.ts'
import { noteMark } from './note-mark.ts'
import { drawable } from './scale.ts'
import { corners, hatched, type Mark } from './scene.ts'
import { fitted, grouped, shortName, textWidth } from './text.ts'
import { valueText, word } from './words.ts'

const TEXT = 12
const SMALL = 11
const LEGEND = 16

/** One row of a picture of rows: a place, or an indicator of one place. */
interface Row {
  readonly name: string
  readonly unit: string
  readonly datum: Datum
}

/** The rows of a cell at its last period. Many places of one indicator, or many indicators of one place. */
function rowsOf(cell: CellData, language: Language): Row[] {
  const at = finder(cell)
  const period = cell.periods.at(-1)
  if (!period) return []
  const several = cell.indicators.length > 1
  return cell.indicators.flatMap((indicator) =>
    cell.places.flatMap((place) => {
      const datum = at(indicator.id, place.code, period.id)
      const name = [several && indicator.title[language], cell.places.length > 1 && shortName(place.name)]
      return datum
        ? [{ name: name.filter(Boolean).join(' ') || place.name, unit: indicator.unit[language], datum }]
        : []
    }),
  )
}

/** As many rows as there is room for: the first, and of the rest the last, for who lags is the question. Undefined stands for what was left out. */
export function rowsThatFit<Value>(rows: readonly Value[], room: number): (Value | undefined)[] {
  if (rows.length <= room) return [...rows]
  const tail = Math.floor((room - 1) / 2)
  return [...rows.slice(0, Math.max(1, room - 1 - tail)), undefined, ...(tail > 0 ? rows.slice(-tail) : [])]
}

const nameWidth = (rows: readonly Row[], width: number) =>
  Math.min(width * 0.36, Math.max(...rows.map((row) => textWidth(row.name, TEXT))) + 8)

function nameMark(row: Row, width: number, baseline: number): Mark {
  return {
    kind: 'text',
    at: [width - 8, baseline],
    text: fitted(row.name, TEXT, width - 8),
    size: TEXT,
    ink: 'ink',
    anchor: 'end',
  }
}

const leftOut = (width: number, baseline: number): Mark => ({
  kind: 'text',
  at: [width - 8, baseline],
  text: '⋮',
  size: TEXT,
  ink: 'quiet',
  anchor: 'end',
})

/** Signs with their words beside one another, at the foot of a picture. */
function legend(
  entries: readonly { readonly words: string; readonly width: number; sign(x: number): Mark[] }[],
  left: number,
  baseline: number,
): Mark[] {
  let x = left
  return entries.flatMap(({ words, width, sign }) => {
    const marks = [...sign(x), small(x + width + 5, baseline, words)]
    x += width + 19 + textWidth(words, SMALL)
    return marks
  })
}
const small = (x: number, baseline: number, words: string): Mark => ({
  kind: 'text',
  at: [x, baseline],
  text: words,
  size: SMALL,
  ink: 'quiet',
})
/** An upright line, as high as a word. */
const upright = (x: number, baseline: number, width: number, dash: readonly number[] = []): Mark => ({
  kind: 'line',
  points: [
    [x + 1.5, baseline - 10],
    [x + 1.5, baseline + 1],
  ],
  ink: 'ink',
  width,
  dash,
})

/** Which bar is which; only what is drawn is explained. */
function barLegend(rows: readonly Row[], language: Language, left: number, baseline: number, target: string | null) {
  const before = rows.some(({ datum }) => (drawable(datum.lastYear) ?? 0) > 0)
  const own = target === null && rows.some(({ datum }) => datum.due !== null)
  const said = target === null ? word('target', language) : `${word('target', language)} ${grouped(target)}`
  const hatching = (x: number): Mark[] => {
    const box = { x, y: baseline - 8, width: 16, height: 7 }
    return [...hatched(box, 3.5, 'quiet'), { kind: 'shape', points: corners(box), ink: 'quiet', width: 0.8 }]
  }
  return legend(
    [
      ...(before ? [{ words: word('lastYear', language), width: 16, sign: hatching }] : []),
      ...(own || target !== null ? [{ words: said, width: 3, sign: (x: number) => [upright(x, baseline, 1.8)] }] : []),
    ],
    left,
    baseline,
  )
}

/** Ordered bars: the largest on top and solid, last year's below it hatched, the target as a line; the value stands behind its bar. */
export function drawBars(cell: CellData, width: number, height: number, language: Language): Mark[] {
  const rows = rowsOf(cell, language).toSorted(
    (one, other) => (drawable(other.datum.value) ?? -Infinity) - (drawable(one.datum.value) ?? -Infinity),
  )
  if (rows.length === 0) return []
  const room = Math.max(1, Math.floor((height - LEGEND) / 15))
  const shown = rowsThatFit(rows, room)
  const step = Math.min(34, (height - LEGEND) / shown.length)
  const left = nameWidth(rows, width)
  const right = Math.max(...rows.map((row) => textWidth(valueText(row.datum, language), TEXT))) + 24
  const dues = rows.map((row) => row.datum.due)
  // One line for all where all have the same to reach; otherwise each its own.
  const common = dues.every((due) => due !== null && due === dues[0]) ? dues[0]! : null
  const most = Math.max(
    ...rows.flatMap(({ datum }) => [
      drawable(datum.value) ?? 0,
      drawable(datum.lastYear) ?? 0,
      drawable(datum.due) ?? 0,
    ]),
    0,
  )
  const x = (value: number) => left + (Math.max(0, value) / (most || 1)) * Math.max(20, width - left - right)
  const thick = Math.max(5, Math.min(14, step * 0.46))
  const thin = Math.max(2.5, Math.min(6, step * 0.2))
  const marks: Mark[] = []
  shown.forEach((row, index) => {
    const top = index * step + (step - thick - thin - 1) / 2
    if (!row) {
      marks.push(leftOut(left, top + thick))
      return
    }
    const { datum } = row
    const value = drawable(datum.value)
    const before = drawable(datum.lastYear)
    const about = { figure: figureKey(datum), label: `${row.name} ${valueText(datum, language)}${row.unit}` }
    marks.push(nameMark(row, left, top + thick / 2 + 4.5))
    if (value !== null)
      marks.push({
        kind: 'shape',
        points: corners({ x: left, y: top, width: Math.max(1, x(value) - left), height: thick }),
        fill: 'accent',
        ...about,
      })
    if (before !== null && before > 0) {
      const box = { x: left, y: top + thick + 1, width: x(before) - left, height: thin }
      marks.push(...hatched(box, 3.5, 'quiet', 0.7), { kind: 'shape', points: corners(box), ink: 'quiet', width: 0.7 })
    }
    const due = drawable(datum.due)
    if (due !== null)
      marks.push({
        kind: 'line',
        points: [
          [x(due), common ? index * step : top - 1.5],
          [x(due), common ? (index + 1) * step : top + thick + 1.5],
        ],
        ink: 'ink',
        width: 1.8,
      })
    const after = Math.max(x(value ?? 0), due === null ? 0 : x(due)) + 6
    marks.push({
      kind: 'text',
      at: [after, top + thick / 2 + 4.5],
      text: valueText(datum, language),
      size: TEXT,
      ink: 'ink',
      ...about,
    })
    const behind = after + textWidth(valueText(datum, language), TEXT) + 10
    if (datum.light) marks.push(...lightMark(datum.light, [behind, top + thick / 2], 4))
    const number = noteNumber(cell, datum)
    if (number !== undefined) marks.push(...noteMark(number, [Math.min(behind + 16, width - 8), top + thick / 2]))
  })
  return [...marks, ...barLegend(rows, language, left, Math.min(height - 3, shown.length * step + 14), common)]
}

/**
 * Bullets: how far each has come (solid), where it should be by now (thin line), where it has to arrive (thick line), last year (open triangle). Every row has
 * a scale of its own, so that rates and quantities stand together.
 */
export function drawBullets(cell: CellData, width: number, height: number, language: Language): Mark[] {
  const rows = rowsOf(cell, language)
  if (rows.length === 0) return []
  const room = Math.max(1, Math.floor((height - LEGEND) / 30))
  const shown = rowsThatFit(rows, room)
  const step = Math.min(58, (height - LEGEND) / shown.length)
  const left = nameWidth(rows, width)
  const marks: Mark[] = []
  shown.forEach((row, index) => {
    const top = index * step
    if (!row) {
      marks.push(leftOut(left, top + 14))
      return
    }
    const { datum } = row
    const [value, target, due, before] = [datum.value, datum.target, datum.due, datum.lastYear].map(drawable)
    const full = Math.max(value ?? 0, target ?? 0, due ?? 0, before ?? 0) * 1.02 || 1
    const x = (amount: number) => left + (Math.max(0, amount) / full) * (width - left - 12)
    const track = { x: left, y: top + 15, width: width - left - 12, height: Math.max(8, Math.min(18, step - 22)) }
    const about = { figure: figureKey(datum), label: `${row.name} ${valueText(datum, language)}${row.unit}` }
    const said = `${valueText(datum, language)}${datum.value === null ? '' : row.unit}`
    marks.push(
      nameMark(row, left, track.y + track.height / 2 + 4.5),
      { kind: 'text', at: [left, top + 11], text: said, size: TEXT, ink: 'ink', bold: true, ...about },
      { kind: 'shape', points: corners(track), fill: 'sunken', ink: 'rule', width: 0.8 },
    )
    if (value !== null && value !== undefined)
      marks.push({
        kind: 'shape',
        points: corners({
          ...track,
          y: track.y + track.height * 0.22,
          height: track.height * 0.56,
          width: x(value) - left,
        }),
        fill: 'accent',
        ...about,
      })
    if (before !== null && before !== undefined) {
      const at = track.y + track.height
      marks.push({
        kind: 'shape',
        points: [
          [x(before), at - 1],
          [x(before) + 4, at + 6],
          [x(before) - 4, at + 6],
        ],
        fill: 'surface',
        ink: 'quiet',
        width: 1.2,
      })
    }
    if (due !== null && due !== undefined && due !== target)
      marks.push({
        kind: 'line',
        points: [
          [x(due), track.y - 1],
          [x(due), track.y + track.height + 1],
        ],
        ink: 'ink',
        width: 1,
        dash: [2, 2],
      })
    if (target !== null && target !== undefined)
      marks.push({
        kind: 'line',
        points: [
          [x(target), track.y - 3],
          [x(target), track.y + track.height + 3],
        ],
        ink: 'ink',
        width: 2.6,
      })
    const words = datum.target === null ? '' : `${word('target', language)} ${grouped(datum.target)}`
    marks.push({ kind: 'text', at: [width - 12, top + 11], text: words, size: SMALL, ink: 'quiet', anchor: 'end' })
    const behind = left + textWidth(said, TEXT, true) + 16
    if (datum.light) marks.push(...lightMark(datum.light, [behind, top + 7], 4))
    const number = noteNumber(cell, datum)
    if (number !== undefined) marks.push(...noteMark(number, [behind + 16, top + 7]))
  })
  return [...marks, ...bulletLegend(rows, language, left, Math.min(height - 3, shown.length * step + 14))]
}

function bulletLegend(rows: readonly Row[], language: Language, left: number, baseline: number): Mark[] {
  const some = (drawn: (datum: Datum) => boolean) => rows.some(({ datum }) => drawn(datum))
  const triangle = (x: number): Mark[] => [
    {
      kind: 'shape',
      points: [
        [x + 4, baseline - 8],
        [x + 8, baseline - 1],
        [x, baseline - 1],
      ],
      fill: 'surface',
      ink: 'quiet',
      width: 1.2,
    },
  ]
  return legend(
    [
      ...(some((datum) => datum.target !== null)
        ? [{ words: word('target', language), width: 3, sign: (x: number) => [upright(x, baseline, 2.6)] }]
        : []),
      ...(some((datum) => datum.due !== null && datum.due !== datum.target)
        ? [{ words: word('due', language), width: 3, sign: (x: number) => [upright(x, baseline, 1, [2, 2])] }]
        : []),
      ...(some((datum) => datum.lastYear !== null)
        ? [{ words: word('lastYear', language), width: 8, sign: triangle }]
        : []),
    ],
    left,
    baseline,
  )
}
