import { addDays, daysBetween, type IsoDate, isoDate } from '@kangheng/kernel/period/date.ts'
import type { CountSeries } from './series.ts'

/**
 * How “the same week of an earlier year” is found. `position`: as many steps back as a year has (52, 365, 12), whatever the calendar says; this is how
 * R’s surveillance treats a series numbered by year and week. `date`: the same day of the earlier year, for weeks moved to the nearest same
 * weekday; how it treats a series with dates (epochAsDate). Over five years of weeks the two differ by one week at most.
 */
export type ReferenceBy = 'position' | 'date'

/**
 * The indices of the point itself one, two … `years` years before index `at`, newest first. An index below 0 or undefined lies before the series.
 * `date` needs the dates of the series and is the same as `position` for months.
 */
export function referencePoints(
  series: CountSeries,
  at: number,
  years: number,
  by: ReferenceBy,
): (number | undefined)[] {
  const { frequency, dates } = series
  const back = Array.from({ length: years }, (_, index) => index + 1)
  if (by === 'position' || frequency === 12 || !dates) return back.map((year) => at - frequency * year)
  const first = dates[0]!
  return back.map((year) => {
    const day = yearsBefore(dates[at]!, year)
    const wanted = frequency === 52 ? nearestWeekday(day, dates[at]!) : day
    const steps = daysBetween(first, wanted) / (frequency === 52 ? 7 : 1)
    return Number.isInteger(steps) && steps >= 0 ? steps : undefined
  })
}

/** 29 February becomes 1 March of a common year, as in R. */
function yearsBefore(day: IsoDate, years: number): IsoDate {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number]
  return addDays(isoDate(year - years, month, 1), dayOfMonth - 1)
}

/** The day nearest to `day` that falls on the weekday of `like`. */
function nearestWeekday(day: IsoDate, like: IsoDate): IsoDate {
  const forward = ((daysBetween(day, like) % 7) + 7) % 7
  return addDays(day, forward <= 3 ? forward : forward - 7)
}
