import { addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { monthOf, monthsBetween, quarterOf } from '@kangheng/kernel/period/period.ts'
import type { PeriodChoice } from './cell.ts'

/** Periods told from the day of reading. `closed-…`: up to the last month that has been closed. */
export const relativePeriods = [
  'this-month',
  'last-month',
  'this-year-to-date',
  'closed-month',
  'closed-year-to-date',
  'this-quarter',
  'this-year',
  'last-year',
  'last-12-months',
  'months-of-this-year',
  'last-4-quarters',
] as const

/** The day on which a dashboard is read. */
export interface Clock {
  readonly today: IsoDate
  /** The last month whose figures are final; none has been closed when undefined. */
  readonly closedMonth: string | undefined
}

const monthsBefore = (month: string, count: number) => monthOf(addMonths(`${month}-01`, -count))

/** The periods that are meant on a day, oldest first. */
export function resolvePeriods(choice: PeriodChoice, { today, closedMonth }: Clock): string[] {
  const month = monthOf(today)
  const year = today.slice(0, 4)
  // Before anything has been closed, the month before the present one is the last whole one.
  const closed = closedMonth ?? monthsBefore(month, 1)
  switch (choice.kind) {
    case 'named':
      return [...choice.ids]
    case 'this-month':
      return [month]
    case 'last-month':
      return [monthsBefore(month, 1)]
    case 'this-year-to-date':
      return [`${month}-ytd`]
    case 'closed-month':
      return [closed]
    case 'closed-year-to-date':
      return [`${closed}-ytd`]
    case 'this-quarter':
      return [quarterOf(month)]
    case 'this-year':
      return [year]
    case 'last-year':
      return [String(Number(year) - 1)]
    case 'last-12-months':
      return monthsBetween(monthsBefore(month, 11), month)
    case 'months-of-this-year':
      return monthsBetween(`${year}-01`, month)
    case 'last-4-quarters':
      return [9, 6, 3, 0].map((back) => quarterOf(monthsBefore(month, back)))
  }
}
