import { columnLetters, type Cell } from './sheet.ts'
import { serialOfDay } from './workbook-dates.ts'
import { isIsoDate } from '../period/date.ts'

/** What a row may hold in one column. Dates are `YYYY-MM-DD` texts in a date column, or date cells. */
export type CellValue = string | number | boolean | null | undefined | Cell

/**
 * How a column is written. `text` keeps everything as text, so that an identity number loses no digit when the file is edited; `mixed` writes each
 * value as what it is.
 */
export type ColumnKind = 'text' | 'number' | 'date' | 'boolean' | 'mixed'

/** Places in the table of styles: see `stylesXml`. */
export const STYLE = { general: 0, text: 1, date: 2, header: 3, title: 4, firstFormat: 5 } as const

/** The cells of one written column, ready but for value and row. */
export interface ColumnWriter {
  readonly letters: string
  readonly kind: ColumnKind
  /** Style of numbers in this column. */
  readonly numberStyle: number
}

export function columnWriter(column: number, kind: ColumnKind, numberStyle: number): ColumnWriter {
  return { letters: columnLetters(column), kind, numberStyle }
}

/** One cell as XML; nothing for a blank one. */
export function cellXml(value: CellValue, column: ColumnWriter, row: number): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'object')
    return cellXml(plainValue(value), value.kind === 'date' ? { ...column, kind: 'date' } : column, row)
  const place = `<c r="${column.letters}${row}"`
  switch (column.kind) {
    case 'text':
      return textXml(place, typeof value === 'boolean' ? (value ? '是' : '否') : String(value))
    case 'date':
      if (typeof value === 'string' && isIsoDate(value) && value >= '1900-03-01') {
        return `${place} s="${STYLE.date}"><v>${serialOfDay(value)}</v></c>`
      }
  }
  if (typeof value === 'string') return textXml(place, value)
  if (typeof value === 'boolean') return `${place} t="b"><v>${value ? 1 : 0}</v></c>`
  if (!Number.isFinite(value)) return ''
  return `${place} s="${column.numberStyle}"><v>${value}</v></c>`
}

function plainValue(cell: Cell): string | number | boolean | null {
  return cell.kind === 'blank' ? null : cell.value
}

function textXml(place: string, text: string): string {
  return `${place} s="${STYLE.text}" t="inlineStr">${inlineXml(text)}</c>`
}

/** The longest text a cell can hold; the rest of a longer one is cut off, as Excel itself does. */
const LONGEST_TEXT = 32_767

/** An inline string; white space at its ends and line breaks are kept. */
export function inlineXml(text: string): string {
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  const space = /^\s|\s$|[\n\t]| {2}/.test(cut) ? ' xml:space="preserve"' : ''
  return `<is><t${space}>${escapeXml(cut)}</t></is>`
}

const NEEDS_ESCAPE = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_x/
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes a text for an XML part; characters which XML cannot hold are written as `_xHHHH_`. */
export function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
    })
}
