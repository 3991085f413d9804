import type { Cell } from './sheet.ts'

/**
 * The text of a cell, T(cell): what a reader sees, without the accidents of typing.
 * Full-width forms become ASCII, invisible characters go, every kind of white space becomes a space, both ends are trimmed.
 * Source: rules for resident registers, 1.1.
 */
export function textOf(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cleanText(cell.value)
    case 'number':
      return numberText(cell.value)
    case 'date':
      return cell.value
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'blank':
    case 'error':
      return ''
  }
}

const NOTHING_TO_CLEAN = /^[!-~\u4E00-\u9FFF]*$/
const FULL_WIDTH = /[\uFF01-\uFF5E]/g
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/g
const WHITE_SPACE = /[\s\u0085]/g
/** Error values arrive in a CSV as texts. */
const ERROR_TEXTS = new Set(['#VALUE!', '#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!'])

/** T of a text. */
export function cleanText(text: string): string {
  // Most cells of a register are plain Han, digits and letters: one test spares them five passes.
  if (NOTHING_TO_CLEAN.test(text)) return isErrorText(text) ? '' : text
  const clean = text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(WHITE_SPACE, ' ')
    .trim()
  return isErrorText(clean) ? '' : clean
}

function isErrorText(text: string): boolean {
  return text.startsWith('#') && ERROR_TEXTS.has(text)
}

/** Decimal digits of a whole number, never an exponent; other numbers in their shortest form. */
export function numberText(number: number): string {
  if (!Number.isInteger(number) || Math.abs(number) < 1e21) return String(number)
  return BigInt(number).toString()
}

/** A cleaned text with all its white space removed. */
export function withoutSpaces(text: string): string {
  return text.includes(' ') ? text.replaceAll(' ', '') : text
}

/** Marks with which people fill a cell they leave empty. */
const BLANK_MARKS = new Set(['', '/', '-', '—'])

/** Whether a cleaned text without spaces stands for an empty cell: nothing, `/`, `-` or `—`. */
export function isBlankMark(text: string): boolean {
  return BLANK_MARKS.has(text)
}

/** A text without the bracketed text at its end: 和文军(大) → 和文军. Brackets are ASCII after cleaning. */
export function withoutBracketedEnd(text: string): string {
  let rest = text
  while (rest.endsWith(')')) {
    const shorter = rest.replace(/\s*\([^()]*\)$/, '')
    if (shorter === rest) break
    rest = shorter
  }
  return rest
}
