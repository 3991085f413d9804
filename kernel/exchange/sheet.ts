import type { IsoDate } from '../period/date.ts'

/**
 * A cell as the file holds it. A formula is its cached value; a number shown as a date is a date (its time of day is dropped);
 * rich text is its joined runs.
 */
export type Cell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly value: IsoDate }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly value: string }

/** One row. `row` is the number the spreadsheet shows (from 1); `cells[0]` is column A, cells after the last are blank. */
export interface SheetRow {
  readonly row: number
  readonly hidden: boolean
  readonly cells: readonly Cell[]
}

/** A merged range; rows count from 1, columns from 0, both ends belong to it. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

/** One sheet. `rows` can be walked again; rows which the file does not mention are left out. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: Iterable<SheetRow>
  readonly merges: readonly Merge[]
  /** The file gives its sheet no name (CSV); `name` is that of the file. */
  readonly unnamed?: true
}

/** Limits of the .xlsx format. */
export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

export const BLANK: Cell = { kind: 'blank' }

/** Column letters of a zero-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  }
  return letters
}

/** Reads a cell reference such as `AB12` from column letters and row number; undefined when it is none. */
function parseReference(reference: string): { column: number; row: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!match) return undefined
  let column = 0
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64
  const row = Number(match[2])
  return column <= MAX_COLUMNS && row >= 1 && row <= MAX_ROWS ? { column: column - 1, row } : undefined
}

/** Reads a range such as `B2:D9`; a single cell is a range of one. Undefined when it is none. */
export function parseRange(range: string): Merge | undefined {
  const [from = '', to = from] = range.split(':')
  const [start, end] = [parseReference(from), parseReference(to)]
  if (!start || !end) return undefined
  return {
    top: Math.min(start.row, end.row),
    bottom: Math.max(start.row, end.row),
    left: Math.min(start.column, end.column),
    right: Math.max(start.column, end.column),
  }
}
