import { figureKey, finder, noteNumber, type CellData, type Datum, type Language } from './cell-data.ts'
import { lightMark } from './light-mark.ts'
import { noteMark } from './note-mark.ts'
import type { Mark } from './scene.ts'
import { fitted, grouped, textWidth } from './text.ts'
import { changeText, lightWord, valueText, word } from './words.ts'

/** One figure, large, with its comparison, target and light. */
export function drawNumber(cell: CellData, width: number, height: number, language: Language): Mark[] {
  const [indicator] = cell.indicators
  const period = cell.periods.at(-1)
  const [place] = cell.places
  const datum = indicator && period && place && finder(cell)(indicator.id, place.code, period.id)
  if (!datum) return []
  const value = valueText(datum, language)
  const size = Math.max(20, Math.min(46, height * 0.42, (width * 0.8) / Math.max(4, value.length * 0.6)))
  const base = size * 0.95
  const marks: Mark[] = [
    { kind: 'text', at: [0, base], text: value, size, ink: 'ink', bold: true, figure: figureKey(datum) },
  ]
  let end = textWidth(value, size, true) + 4
  if (datum.value !== null) {
    const unit = indicator.unit[language]
    marks.push({ kind: 'text', at: [end, base], text: unit, size: 13, ink: 'quiet' })
    end += textWidth(unit, 13) + 14
  }
  const number = noteNumber(cell, datum)
  if (number !== undefined) {
    marks.push(...noteMark(number, [Math.min(width - 8, end), base - size * 0.6]))
    end += 22
  }
  const lines = [
    `${word('onLastYear', language)} ${changeText(datum.change, indicator.unit, language)}`,
    datum.target === null ? '' : targetText(datum, datum.target, language),
  ].filter((line) => line !== '')
  const room = Math.max(0, Math.floor((height - base - 4) / LINE))
  lines.slice(0, room).forEach((line, index) => {
    marks.push({
      kind: 'text',
      at: [0, base + 4 + (index + 0.85) * LINE],
      text: fitted(line, 12, width),
      size: 12,
      ink: 'quiet',
    })
  })
  if (!datum.light) return marks
  // The light has a line of its own where there is room, with its word; otherwise its sign stands beside the value.
  if (room <= lines.length)
    return [...marks, ...lightMark(datum.light, [Math.min(width - 6, end), base - size * 0.3], 5)]
  const y = base + 4 + (lines.length + 0.85) * LINE
  return [
    ...marks,
    ...lightMark(datum.light, [5, y - 4], 5),
    { kind: 'text', at: [15, y], text: lightWord(datum.light, language), size: 12, ink: 'ink' },
  ]
}

const LINE = 17

function targetText(datum: Datum, target: string, language: Language): string {
  const due = datum.due !== null && datum.due !== target ? ` · ${word('due', language)} ${grouped(datum.due)}` : ''
  return `${word('target', language)} ${grouped(target)}${due}`
}
