import { finder, figureKey, noteNumber, type CellData, type Datum, type Language } from './cell-data.ts'
import { drawable, niceTicks, scaled } from './scale.ts'
import type { Mark, Point } from './scene.ts'
import { marker, seriesStyles } from './series-style.ts'
import { fitted, grouped, shortName, textWidth } from './text.ts'
import { noteMark } from './note-mark.ts'
import { shortTitle, valueText, word } from './words.ts'

const TEXT = 11
const LINE = 14

/** What one line is of. */
interface Series {
  readonly name: string
  readonly data: readonly (Datum | undefined)[]
}

/** The lines of a cell: its places, or its indicators where there is one place; no more than can be told apart. */
function seriesOf(cell: CellData, language: Language): Series[] {
  const at = finder(cell)
  const unit = cell.indicators[0]?.unit.zh
  const comparable = cell.indicators.filter((indicator) => indicator.unit.zh === unit)
  const several = comparable.length > 1
  const all = comparable.flatMap((indicator) =>
    cell.places.map((place) => ({
      name: [cell.places.length > 1 && shortName(place.name), several && indicator.title[language]]
        .filter(Boolean)
        .join(' '),
      data: cell.periods.map((period) => at(indicator.id, place.code, period.id)),
    })),
  )
  return all
    .filter((series) => series.data.some((datum) => drawable(datum?.value) !== null))
    .slice(0, seriesStyles.length)
}

/** Labels of one column moved apart so that none lies on another, each as near to its place as it can be. */
export function apart(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((one, other) => one.y - other.y)
  let previous = low - gap
  for (const label of order) {
    label.y = Math.max(label.y, previous + gap)
    previous = label.y
  }
  let next = high + gap
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, next - gap)
    next = label.y
  }
  const placed: number[] = []
  for (const { y, index } of order) placed[index] = y
  return placed
}

/**
 * Lines with their names at their ends, dashes and markers of their own; the level due as a thin line. One line alone has last year's in grey behind it.
 */
export function drawLines(cell: CellData, width: number, height: number, language: Language): Mark[] {
  const series = seriesOf(cell, language)
  if (series.length === 0) return []
  const [first] = series
  const single = series.length === 1
  const before = single ? first!.data.map((datum) => drawable(datum?.lastYear)) : []
  const hasBefore = before.some((value) => value !== null)
  const level = single && cell.indicators[0]?.rate ? first!.data.findLast((datum) => datum?.due)?.due : undefined
  const values = [
    ...series.flatMap((line) => line.data.map((datum) => drawable(datum?.value))),
    ...before,
    drawable(level),
  ]
  const known = values.filter((value) => value !== null)
  const ticks = niceTicks(Math.min(...known), Math.max(...known), Math.max(2, Math.floor(height / 46)))
  const last = (line: Series) => line.data.findLast((datum) => drawable(datum?.value) !== null)
  const ends = series.map((line) => ({ name: line.name, value: valueText(last(line), language) }))
  // A long name is shortened; the value behind it never.
  const most = width * (width < 420 ? 0.42 : 0.36)
  const labels = ends.map(({ name, value }) => {
    if (!name) return value
    return `${fitted(name, TEXT, most - 16 - textWidth(` ${value}`, TEXT))} ${value}`
  })
  const right = Math.min(most, Math.max(...labels.map((label) => textWidth(label, TEXT)), hasBefore ? 46 : 0) + 12)
  const left = Math.max(...ticks.map((tick) => textWidth(grouped(tick), TEXT))) + 8
  const [top, bottom] = [10, 20]
  const plot = { left, right: width - right, top, bottom: height - bottom }
  const x = scaled([0, Math.max(1, cell.periods.length - 1)], [plot.left + 6, plot.right - 6])
  const y = scaled([ticks[0]!, ticks.at(-1)!], [plot.bottom, plot.top])
  const marks: Mark[] = ticks.flatMap((tick): Mark[] => [
    {
      kind: 'line',
      points: [
        [plot.left, y(tick)],
        [plot.right, y(tick)],
      ],
      ink: 'rule',
      width: 1,
    },
    { kind: 'text', at: [plot.left - 6, y(tick) + 4], text: grouped(tick), size: TEXT, ink: 'quiet', anchor: 'end' },
  ])
  marks.push({
    kind: 'line',
    points: [
      [plot.left, plot.bottom],
      [plot.right, plot.bottom],
    ],
    ink: 'ink',
    width: 1,
  })
  const titles = cell.periods.map((period) => shortTitle(period.title, language))
  const widest = Math.max(...titles.map((title) => textWidth(title, TEXT))) + 16
  const every = Math.max(1, Math.ceil((cell.periods.length * widest) / Math.max(1, plot.right - plot.left + widest)))
  titles.forEach((title, index) => {
    // The newest period is always named; the others every so many before it.
    if ((titles.length - 1 - index) % every !== 0) return
    const half = textWidth(title, TEXT) / 2
    const at = Math.min(Math.max(x(index), half), width - half)
    marks.push({ kind: 'text', at: [at, height - 5], text: title, size: TEXT, ink: 'quiet', anchor: 'middle' })
  })
  if (hasBefore) {
    for (const points of runs(before, (value, index) => [x(index), y(value)]))
      marks.push({ kind: 'line', points, ink: 'last-year', width: 3 })
  }
  if (level) {
    const at = y(Number(level))
    marks.push(
      {
        kind: 'line',
        points: [
          [plot.left, at],
          [plot.right, at],
        ],
        ink: 'ink',
        width: 1.2,
        dash: [1.5, 2.5],
      },
      {
        kind: 'text',
        at: [plot.left + 4, at - 4],
        text: `${word('target', language)} ${grouped(level)}`,
        size: TEXT,
        ink: 'ink',
      },
    )
  }
  series.forEach((line, index) => {
    const style = seriesStyles[index]!
    const points = line.data.map((datum) => drawable(datum?.value))
    for (const run of runs(points, (value, at) => [x(at), y(value)]))
      marks.push({ kind: 'line', points: run, ink: style.ink, width: style.width, dash: style.dash })
    const step = Math.max(1, Math.ceil(points.length / 14))
    line.data.forEach((datum, at) => {
      const value = points[at]
      if (!datum || value === null || value === undefined) return
      const number = noteNumber(cell, datum)
      if (number !== undefined) marks.push(...noteMark(number, [x(at), Math.max(9, y(value) - 14)]))
      if ((points.length - 1 - at) % step !== 0 && number === undefined) return
      marks.push({
        ...marker(style, [x(at), y(value)], 3.2),
        figure: figureKey(datum),
        label: `${line.name} ${titles[at]} ${valueText(datum, language)}`.trim(),
      })
    })
  })
  const heights = series.map((line) => y(drawable(last(line)?.value) ?? ticks[0]!))
  const beforeLast = before.findLast((value) => value !== null)
  const all = apart(
    [...heights, ...(hasBefore ? [y(beforeLast!)] : [])].map((at) => at + 4),
    LINE,
    plot.top + 4,
    plot.bottom + 4,
  )
  series.forEach((line, index) => {
    const datum = last(line)
    marks.push({
      kind: 'text',
      at: [plot.right + 6, all[index]!],
      text: labels[index]!,
      size: TEXT,
      ink: 'ink',
      bold: single,
      ...(datum ? { figure: figureKey(datum) } : {}),
    })
  })
  if (hasBefore)
    marks.push({
      kind: 'text',
      at: [plot.right + 6, all.at(-1)!],
      text: word('lastYear', language),
      size: TEXT,
      ink: 'quiet',
    })
  return marks
}

/** Stretches without a gap: what is missing is not drawn over. A value that stands alone has its marker only. */
function runs(values: readonly (number | null)[], at: (value: number, index: number) => Point): Point[][] {
  const found: Point[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) found.push([])
    else found.at(-1)!.push(at(value, index))
  })
  return found.filter((run) => run.length > 1)
}
