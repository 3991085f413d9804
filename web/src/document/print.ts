import type { FigureRef, Inline } from '../api/document-types.ts'
import { grouped } from '../parts/number.ts'

/** Moves the decimal point left and rounds half up, on strings, so that nothing is lost: 19324400, 4, 2 → 1932.44. */
export function scaled(value: string, places: number, decimals: number): string {
  const negative = value.startsWith('-')
  const [whole = '0', fraction = ''] = value.replace(/^-/, '').split('.')
  const point = whole.length - places
  const digits = (whole + fraction).padStart(Math.max(1 - point, 0) + whole.length + fraction.length, '0')
  const at = Math.max(point, 1)
  const kept = BigInt(digits.slice(0, at + decimals).padEnd(at + decimals, '0'))
  const rounded = Number(digits[at + decimals] ?? '0') >= 5 ? kept + 1n : kept
  const text = rounded.toString().padStart(decimals + 1, '0')
  const number = decimals > 0 ? `${text.slice(0, -decimals)}.${text.slice(-decimals)}` : text
  return negative && rounded !== 0n ? `-${number}` : number
}

/** A figure in a table cell: digits only, the unit stands in the head. */
export function cellText(figure: FigureRef): string | null {
  if (figure.value === null) return null
  return grouped(figure.scale ? scaled(figure.value, figure.scale.places, figure.scale.decimals) : figure.value)
}

/** The words of a paragraph. */
export function inlineText(part: Inline): string {
  return part.kind === 'phrase' ? part.parts.map((each) => each.text).join('') : part.text
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as the numerals of official headings. */
export function numeral(value: number): string {
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[value % 10]}`
}

/** The number before a heading: 一、 （一） 1. （1）, GB/T 9704-2012 §7.3.3. */
export function headingNumber(level: 1 | 2 | 3 | 4, position: number): string {
  if (level === 1) return `${numeral(position)}、`
  if (level === 2) return `（${numeral(position)}）`
  return level === 3 ? `${position}.` : `（${position}）`
}
