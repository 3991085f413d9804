import type { Language, Text } from '../text/text.ts'
import { absolute, compare, decimal, grouped, round, shift, text, whole, type Decimal } from './decimal.ts'
import type { Absence, FigureRef } from './model.ts'
import { unitText } from './units.ts'

/** In a sentence: words, so that nobody takes a missing number for zero. */
const ABSENT_WORDS: Record<Absence, Text> = {
  missing: { zh: '暂无数据', en: 'no data' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
}

/** In a table: signs, explained under the table when they occur. */
export const ABSENT_SIGNS: Record<Absence, string> = { missing: '…', 'not-applicable': '—' }

/** Why the figure has no value. */
export function absenceOf(figure: FigureRef): Absence {
  return figure.absence ?? 'missing'
}

/** The value as it is printed: in the definition's scale, rounded once. Null when there is none. */
export function printedValue(figure: FigureRef): Decimal | null {
  if (figure.value === null) return null
  const value = decimal(figure.value)
  return figure.scale ? round(shift(value, figure.scale.places), figure.scale.decimals) : round(value, figure.decimals)
}

/** The unit that stands behind the printed value. */
export function printedUnit(figure: FigureRef): Text {
  const unit = figure.scale?.unit ?? figure.unit
  return unit.zh === unit.en ? unitText(unit.zh) : unit
}

/**
 * 100 % and 0 % are said without decimals when they are exact: all, and none. A rate that merely rounds to 100.00
 * keeps its decimals.
 */
function isExactlyAllOrNone(figure: FigureRef, value: Decimal): boolean {
  if (figure.unit.zh !== '%' || figure.scale) return false
  const [numerator, denominator] = [figure.numerator?.value, figure.denominator?.value]
  if (numerator == null || denominator == null) return false
  if (compare(value, whole(100)) === 0) return compare(decimal(numerator), decimal(denominator)) === 0
  return compare(value, whole(0)) === 0 && compare(decimal(numerator), whole(0)) === 0
}

const JOINED = /^[%‰/]/

/**
 * A figure in a sentence: `106351人`, `48.39%`, `1932.44万元`; in English `106,351 people`. Chinese running text
 * writes digits ungrouped, as official documents do; tables and English pages group them.
 * `unsigned` leaves the sign to the words around it (`下降` 1.2 %).
 */
export function printFigure(figure: FigureRef, language: Language, options: { unsigned?: boolean } = {}): string {
  const value = printedValue(figure)
  if (value === null) return ABSENT_WORDS[absenceOf(figure)][language]
  const shown = options.unsigned ? absolute(value) : value
  const digits = isExactlyAllOrNone(figure, value) ? round(shown, 0) : shown
  const unit = printedUnit(figure)[language]
  if (language === 'zh') return `${text(digits)}${unit}`
  return unit === '' || JOINED.test(unit) ? `${grouped(digits)}${unit}` : `${grouped(digits)} ${unit}`
}

/** A figure in a table cell: grouped digits at the definition's decimals, no unit; a sign when there is no value. */
export function printCell(figure: FigureRef): string {
  const value = printedValue(figure)
  return value === null ? ABSENT_SIGNS[absenceOf(figure)] : grouped(value)
}
