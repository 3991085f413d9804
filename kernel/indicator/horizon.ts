import { isoDate, daysInMonth, type IsoDate } from '../period/date.ts'
import { monthOf, monthsBetween, periodsTouching, type Period } from '../period/period.ts'

/** The months figures exist for: from the county's first month to the month of today. */
export interface Horizon {
  readonly firstMonth: string
  readonly lastMonth: string
}

/** A period as the engine computes it: a period that is still running ends with the present month. */
export interface Window {
  readonly period: string
  readonly starts: IsoDate
  readonly ends: IsoDate
}

/** The last day of a month. */
export function monthEnd(month: string): IsoDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
  return isoDate(year, number, daysInMonth(year, number))
}

/** The first and the last day of a horizon. */
export const boundsOf = (horizon: Horizon) => ({ first: `${horizon.firstMonth}-01`, last: monthEnd(horizon.lastMonth) })

/** The horizon of a county on a day. */
export function horizonOf(firstMonth: string, today: IsoDate): Horizon {
  return { firstMonth, lastMonth: monthOf(today) }
}

function asWindow(period: Period, horizon: Horizon): Window {
  const last = monthEnd(horizon.lastMonth)
  return { period: period.id, starts: period.starts, ends: period.ends < last ? period.ends : last }
}

/** Every window that a change in or after `fromMonth` can touch, within the horizon. */
export function windowsFrom(horizon: Horizon, fromMonth: string = horizon.firstMonth): Window[] {
  const from = fromMonth > horizon.firstMonth ? fromMonth : horizon.firstMonth
  if (from > horizon.lastMonth) return []
  // Family-planning years are part of the calendar, but no figure of today's law is stated by them.
  return periodsTouching(monthsBetween(from, horizon.lastMonth))
    .filter((period) => period.kind !== 'family-planning-year')
    .filter(
      (period) =>
        monthOf(period.starts) <= horizon.lastMonth &&
        (period.kind !== 'year-to-date' || monthOf(period.ends) <= horizon.lastMonth),
    )
    .map((period) => asWindow(period, horizon))
}

/** The month a window ends with: what stands at its end is what stood at the end of that month. */
export function lastMonthOf(window: Window): string {
  return monthOf(window.ends)
}

/** Whether a window is one calendar month. */
export function isMonth(window: Window): boolean {
  return window.period === lastMonthOf(window)
}

/** The window of one period within a horizon. */
export function windowOf(period: Period, horizon: Horizon): Window {
  return asWindow(period, horizon)
}
