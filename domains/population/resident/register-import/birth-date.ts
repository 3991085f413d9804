import type { DateReading } from '@kangheng/kernel/exchange/date-cell.ts'
import { isoDate, type IsoDate } from '@kangheng/kernel/period/date.ts'

/**
 * Whether the column contradicts the birth date in a good number: a day must be equal, of a two-digit year its two digits, of a month year and month.
 */
export function contradictsBirth(reading: DateReading, birthInNumber: IsoDate): boolean {
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
