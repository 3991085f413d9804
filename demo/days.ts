import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** Days since 1 January 1970; generators reckon in numbers, which is much faster than in texts. */
export type Day = number

const MILLISECONDS = 86_400_000
const texts = new Map<Day, IsoDate>()

/** The text of a day. */
export function isoOf(day: Day): IsoDate {
  let text = texts.get(day)
  if (text === undefined) {
    text = new Date(day * MILLISECONDS).toISOString().slice(0, 10)
    texts.set(day, text)
  }
  return text
}

/** The text of a day that may not be there. */
export const isoOrNull = (day: Day | null): IsoDate | null => (day === null ? null : isoOf(day))

/** The day of a text. */
export function dayOf(text: IsoDate): Day {
  return Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / MILLISECONDS
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return Number(isoOf(day).slice(0, 4))
}

/** Completed years between two days, near enough for generating. */
export function yearsBetween(from: Day, to: Day): number {
  return Math.floor((to - from) / 365.25)
}

/** The demo's time: records of two years up to the business date. */
export const TODAY = dayOf('2025-12-31')
export const RECORDS_FROM = dayOf('2024-01-01')
/** The census from which residence is known. */
export const CENSUS = dayOf('2020-11-01')
