import { type IsoDate, isoDate } from '@kangheng/kernel/period/date.ts'

/** A calendar day as the number of days since 1970-01-01: forecasts compare and add days by the million. */
export type Day = number

/** A length of time as the norms write it: days, or calendar months (a year is twelve). */
export interface Span {
  readonly days?: number
  readonly months?: number
}

const DAYS_IN_400_YEARS = 146_097
const DAYS_TO_1970 = 719_468

/** The day of a year, month (1–12) and day of the month (proleptic Gregorian; the year begins in March, so that February’s end is last). */
function toDay(year: number, month: number, date: number): Day {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_TO_1970
}

/** A day as year, month (1–12) and day of the month. */
export interface DateParts {
  readonly year: number
  readonly month: number
  readonly date: number
}

/** Takes a day apart. */
export function partsOf(day: Day): DateParts {
  const shifted = day + DAYS_TO_1970
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : DAYS_IN_MONTH[month - 1]!
}

/** The number written in two digits at a place of a text. */
const twoDigits = (text: string, at: number) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48

/** The day of a date written `YYYY-MM-DD`; the date must be real. */
export function dayOf(date: IsoDate): Day {
  return toDay(twoDigits(date, 0) * 100 + twoDigits(date, 2), twoDigits(date, 5), twoDigits(date, 8))
}

/** Dates written before; forecasts of a county name few thousand different days. */
const written = new Map<Day, IsoDate>()

/** A day written `YYYY-MM-DD`. */
export function dateOf(day: Day): IsoDate {
  const known = written.get(day)
  if (known !== undefined) return known
  const { year, month, date } = partsOf(day)
  const text = isoDate(year, month, date)
  written.set(day, text)
  return text
}

/** The same day of the month, `months` later, no later than that month’s end (31 January + 1 month = 28 or 29 February). */
export function monthsAfter(day: Day, months: number): Day {
  return months === 0 ? day : monthsAfterDate(partsOf(day), months)
}

/** As `monthsAfter`, for a day whose parts are at hand. */
export function monthsAfterDate({ year, month, date }: DateParts, months: number): Day {
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return toDay(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** The day a span after another. */
export function after(day: Day, span: Span): Day {
  return monthsAfter(day, span.months ?? 0) + (span.days ?? 0)
}
