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

/** The demo's time: its business date, the years of its records up to that date, and their first day. */
export const TODAY = dayOf('2025-12-31')
export let RECORD_YEARS: readonly number[] = [2024, 2025]
export let RECORDS_FROM: Day = dayOf('2024-01-01')

/** Years of records a demo can have: with fewer nothing can be compared with last year, and before 2021 nobody's residence is known. */
export const LEAST_YEARS = 2
export const MOST_YEARS = 5

/**
 * Says of how many years records are made, from here on and for everything that asks: the model that is made next, and its rows. A model of other years must have been written
 * out before.
 */
export function keepYears(years: number): void {
  const last = Number(isoOf(TODAY).slice(0, 4))
  RECORD_YEARS = Array.from({ length: years }, (_, index) => last - years + 1 + index)
  RECORDS_FROM = dayOf(`${RECORD_YEARS[0]}-01-01`)
}
/** The census from which residence is known. */
export const CENSUS = dayOf('2020-11-01')
