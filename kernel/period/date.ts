/** A calendar day as `YYYY-MM-DD`; compares in date order as a string. Business dates carry no time zone. */
export type IsoDate = string

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** The days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether the text is a real calendar day written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  const match = PATTERN.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Composes a day; the parts must be a real date. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function parts(date: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

const DAY = 86_400_000

function toDayNumber(date: IsoDate): number {
  const { year, month, day } = parts(date)
  return Date.UTC(year, month - 1, day) / DAY
}

/** The day `days` after (or, negative, before) a day. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date((toDayNumber(date) + days) * DAY).toISOString().slice(0, 10)
}

/** The same day of the month `months` later, clamped to the month's end (31 January + 1 month = 28 or 29 February). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = parts(date)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  return isoDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** The same day `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12)
}

/** Whole days from one day to another (negative when the second is earlier). */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Completed years of age on a day; a person born on 29 February completes a year on 28 February of a common year. */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  const years = parts(on).year - parts(birth).year
  return addYears(birth, years) > on ? years - 1 : years
}
