import { isIsoDate, isoDate, type IsoDate } from '../period/date.ts'
import { withoutSpaces } from './cell-text.ts'
import type { Cell } from './sheet.ts'
import { dayOfSerial } from './workbook-dates.ts'

/** What a date column says, with its precision. */
export type DateReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'day'; readonly date: IsoDate }
  /** A day whose year has two digits. */
  | { readonly kind: 'short-day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }

const BLANK: DateReading = { kind: 'blank' }
const UNREADABLE: DateReading = { kind: 'unreadable' }

const BLANK_TEXTS = new Set(['', '/', '-', '—', '无', '不详'])
const TIME_AT_END = / +\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/
const DAY = /^(\d{4}|\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日.]?$/
const MONTH = /^(\d{4})[-./年](\d{1,2})月?$/

/**
 * Reads a date column as people fill it in. `text` is T of the cell. Source: rules for resident registers, 1.5.
 */
export function readDate(cell: Cell, text: string): DateReading {
  if (cell.kind === 'date') return { kind: 'day', date: cell.value }
  const plain = withoutSpaces(text.replace(TIME_AT_END, ''))
  if (BLANK_TEXTS.has(plain)) return BLANK
  if (/^\d{5}$/.test(plain)) return readSerial(Number(plain))
  if (/^\d{8}$/.test(plain)) return day(plain.slice(0, 4), plain.slice(4, 6), plain.slice(6))
  const parts = DAY.exec(plain)
  if (parts) {
    const [, year, month, date] = parts
    return year!.length === 4 ? day(year!, month!, date!) : shortDay(Number(year), Number(month), Number(date))
  }
  const month = MONTH.exec(plain)
  if (!month || Number(month[2]) < 1 || Number(month[2]) > 12) return UNREADABLE
  return { kind: 'month', year: Number(month[1]), month: Number(month[2]) }
}

function readSerial(serial: number): DateReading {
  const date = serial >= 10_000 && serial <= 60_000 ? dayOfSerial(serial) : undefined
  return date === undefined ? UNREADABLE : { kind: 'day', date }
}

function day(year: string, month: string, date: string): DateReading {
  const iso = isoDate(Number(year), Number(month), Number(date))
  return isIsoDate(iso) ? { kind: 'day', date: iso } : UNREADABLE
}

function shortDay(year: number, month: number, date: number): DateReading {
  // 29 February exists in a two-digit year when it does in one of the centuries it may mean.
  const exists = [1900, 2000].some((century) => isIsoDate(isoDate(century + year, month, date)))
  return exists ? { kind: 'short-day', year, month, day: date } : UNREADABLE
}

/** The day that was meant: a two-digit year means the latest century in which the day is not after `latest`; a month alone is no day. */
export function dayMeant(reading: DateReading, latest: IsoDate): IsoDate | undefined {
  if (reading.kind === 'day') return reading.date
  if (reading.kind !== 'short-day') return undefined
  const { year, month, day: date } = reading
  const century = Math.floor(Number(latest.slice(0, 4)) / 100) * 100
  return [century, century - 100, century - 200]
    .map((start) => isoDate(start + year, month, date))
    .find((iso) => isIsoDate(iso) && iso <= latest)
}
