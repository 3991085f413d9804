import { addMonths, daysInMonth, isoDate, type IsoDate } from './date.ts'
import { Refusal } from '../text/refusal.ts'
import type { Text } from '../text/text.ts'

/**
 * A statistical period. The month is the smallest grain. Identifiers:
 * `2025-11` month, `2025-Q4` quarter, `2025` year, `2025-11-ytd` January to November of 2025,
 * `FP2025` family-planning year (October 2024 to September 2025).
 */
export type PeriodKind = 'month' | 'quarter' | 'year' | 'year-to-date' | 'family-planning-year'

/** A parsed period: both days belong to it. */
export interface Period {
  readonly id: string
  readonly kind: PeriodKind
  readonly starts: IsoDate
  readonly ends: IsoDate
}

const pad = (month: number) => String(month).padStart(2, '0')

function monthSpan(id: string, kind: PeriodKind, year: number, first: number, last: number): Period {
  return { id, kind, starts: isoDate(year, first, 1), ends: isoDate(year, last, daysInMonth(year, last)) }
}

/** Reads a period identifier; undefined when it is not one. */
export function findPeriod(id: string): Period | undefined {
  const match = /^(FP)?(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])(-ytd)?))?$/.exec(id)
  if (!match) return undefined
  const [, familyPlanning, yearText, quarter, month, toDate] = match
  const year = Number(yearText)
  if (year < 1900) return undefined
  if (familyPlanning) {
    if (quarter || month) return undefined
    return { id, kind: 'family-planning-year', starts: isoDate(year - 1, 10, 1), ends: isoDate(year, 9, 30) }
  }
  if (quarter) return monthSpan(id, 'quarter', year, Number(quarter) * 3 - 2, Number(quarter) * 3)
  if (month && toDate) return monthSpan(id, 'year-to-date', year, 1, Number(month))
  if (month) return monthSpan(id, 'month', year, Number(month), Number(month))
  return monthSpan(id, 'year', year, 1, 12)
}

/** Reads a period identifier; refuses anything else and names the forms that are understood. */
export function getPeriod(id: string): Period {
  const period = findPeriod(id)
  if (period) return period
  throw new Refusal(
    'invalid',
    {
      zh: `时期“${id}”无法识别，请写成 2025（年）、2025-Q4（季）、2025-11（月）或 2025-11-ytd（年初至当月）`,
      en: `“${id}” is not a period; write 2025 (year), 2025-Q4 (quarter), 2025-11 (month) or 2025-11-ytd (year to date)`,
    },
    { field: 'period' },
  )
}

/** The month a day belongs to, as a period identifier. */
export function monthOf(date: IsoDate): string {
  return date.slice(0, 7)
}

/** The quarter a month belongs to. */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
}

/** Months from the first to the last, both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let day = `${first}-01`; day.slice(0, 7) <= last; day = addMonths(day, 1)) months.push(day.slice(0, 7))
  return months
}

/** Every period that ends with one of these months or contains one: months, year-to-dates, quarters, years, family-planning years. */
export function periodsTouching(months: readonly string[]): Period[] {
  const ids = new Set<string>()
  for (const month of months) {
    const year = Number(month.slice(0, 4))
    const number = Number(month.slice(5, 7))
    ids.add(month)
    for (let later = number; later <= 12; later += 1) ids.add(`${year}-${pad(later)}-ytd`)
    ids
      .add(quarterOf(month))
      .add(String(year))
      .add(`FP${number >= 10 ? year + 1 : year}`)
  }
  return [...ids].map(getPeriod)
}

/** The period of the same kind just before (环比 base); a year-to-date has none. */
export function previousPeriod(period: Period): Period | undefined {
  switch (period.kind) {
    case 'month':
      return getPeriod(monthOf(addMonths(period.starts, -1)))
    case 'quarter':
      return getPeriod(quarterOf(monthOf(addMonths(period.starts, -3))))
    case 'year':
      return getPeriod(String(Number(period.id) - 1))
    case 'family-planning-year':
      return getPeriod(`FP${Number(period.id.slice(2)) - 1}`)
    case 'year-to-date':
      return undefined
  }
}

/** The same period of last year (同比 base). */
export function samePeriodLastYear(period: Period): Period {
  const year = /\d{4}/.exec(period.id)![0]
  return getPeriod(period.id.replace(year, String(Number(year) - 1)))
}

/** The months of a period, in order. */
export function monthsOf(period: Period): string[] {
  return monthsBetween(monthOf(period.starts), monthOf(period.ends))
}

/** How the period is called in a table or sentence. */
export function periodTitle(period: Period): Text {
  const year = /\d{4}/.exec(period.id)![0]
  const month = Number(period.ends.slice(5, 7))
  switch (period.kind) {
    case 'month':
      return { zh: `${year}年${month}月`, en: period.id }
    case 'quarter':
      return { zh: `${year}年第${['一', '二', '三', '四'][month / 3 - 1]}季度`, en: `${year} Q${month / 3}` }
    case 'year':
      return { zh: `${year}年`, en: year }
    case 'year-to-date':
      return { zh: month === 1 ? `${year}年1月` : `${year}年1—${month}月`, en: `${year} Jan–${pad(month)}` }
    case 'family-planning-year':
      return { zh: `${year}计生年度`, en: `family-planning year ${year}` }
  }
}
