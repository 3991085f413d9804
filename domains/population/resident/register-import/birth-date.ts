import { withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import type { Cell } from '@kangheng/kernel/exchange/sheet.ts'
import { dayOfSerial } from '@kangheng/kernel/exchange/workbook-dates.ts'
import { isIsoDate, isoDate, type IsoDate } from '@kangheng/kernel/period/date.ts'

/** What the birth date column says, with its precision. */
export type BirthReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'day'; readonly date: IsoDate }
  /** A day whose year has two digits. */
  | { readonly kind: 'short-day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }

const BLANK: BirthReading = { kind: 'blank' }
const UNREADABLE: BirthReading = { kind: 'unreadable' }

const BLANK_TEXTS = new Set(['', '/', '-', '—', '无', '不详'])
const TIME_AT_END = / +\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/
const DAY = /^(\d{4}|\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日.]?$/
const MONTH = /^(\d{4})[-./年](\d{1,2})月?$/

/** Reads the birth date column. `text` is T of the cell. Source: rules 1.5. */
export function readBirthDate(cell: Cell, text: string): BirthReading {
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

function readSerial(serial: number): BirthReading {
  const date = serial >= 10_000 && serial <= 60_000 ? dayOfSerial(serial) : undefined
  return date === undefined ? UNREADABLE : { kind: 'day', date }
}

function day(year: string, month: string, date: string): BirthReading {
  const iso = isoDate(Number(year), Number(month), Number(date))
  return isIsoDate(iso) ? { kind: 'day', date: iso } : UNREADABLE
}

function shortDay(year: number, month: number, date: number): BirthReading {
  // 29 February exists in a two-digit year when it does in one of the centuries it may mean.
  const exists = [1900, 2000].some((century) => isIsoDate(isoDate(century + year, month, date)))
  return exists ? { kind: 'short-day', year, month, day: date } : UNREADABLE
}

/**
 * Whether the column contradicts the birth date in a good number: a day must be equal, of a two-digit year its two digits, of a month year and month.
 */
export function contradictsBirth(reading: BirthReading, birthInNumber: IsoDate): boolean {
  switch (reading.kind) {
    case 'day':
      return reading.date !== birthInNumber
    case 'short-day':
      return isoDate(reading.year, reading.month, reading.day).slice(2) !== birthInNumber.slice(2)
    case 'month':
      return isoDate(reading.year, reading.month, 1).slice(0, 7) !== birthInNumber.slice(0, 7)
    case 'blank':
    case 'unreadable':
      return false
  }
}

/**
 * The day of birth where there is no number to compare with: a two-digit year means the latest century in which the day is not after the day of
 * reporting; a month alone is no day.
 */
export function birthDayAlone(reading: BirthReading, reportedOn: IsoDate): IsoDate | undefined {
  if (reading.kind === 'day') return reading.date
  if (reading.kind !== 'short-day') return undefined
  const { year, month, day: date } = reading
  const century = Math.floor(Number(reportedOn.slice(0, 4)) / 100) * 100
  return [century, century - 100, century - 200]
    .map((start) => isoDate(start + year, month, date))
    .find((iso) => isIsoDate(iso) && iso <= reportedOn)
}
