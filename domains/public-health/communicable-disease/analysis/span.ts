import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import {
  findPeriod,
  periodTitle,
  previousPeriod,
  samePeriodLastYear,
  type Period,
} from '@kangheng/kernel/period/period.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { isoMonday } from '../warning/step-labels.ts'

/** The days of a period that an analysis is about: a statistical period, or a week from Monday to Sunday. */
export interface Span {
  readonly id: string
  readonly title: Text
  readonly from: IsoDate
  readonly until: IsoDate
}

/** A span with what it is compared with: the same time of last year, and the span before. */
export interface ComparedSpan extends Span {
  readonly lastYear: Span
  readonly before: Span | null
}

const spanOfPeriod = (period: Period): Span => ({
  id: period.id,
  title: periodTitle(period),
  from: period.starts,
  until: period.ends,
})

function weekSpan(year: number, week: number): Span {
  const from = isoMonday(year, week)
  const number = String(week).padStart(2, '0')
  const until = addDays(from, 6)
  const days = `${Number(from.slice(5, 7))}月${Number(from.slice(8))}日—${Number(until.slice(5, 7))}月${Number(until.slice(8))}日`
  return {
    id: `${year}-W${number}`,
    title: { zh: `${year}年第${week}周（${days}）`, en: `Week ${week} of ${year}` },
    from,
    until,
  }
}

/** The ISO week (8601) of a day. */
export function weekOf(day: IsoDate): { readonly year: number; readonly week: number } {
  const guess = Number(day.slice(0, 4))
  const year = [guess + 1, guess, guess - 1].find((each) => isoMonday(each, 1) <= day)!
  return { year, week: Math.floor(daysBetween(isoMonday(year, 1), day) / 7) + 1 }
}

/**
 * Reads `2025`, `2025-Q4`, `2025-11`, `2025-11-ytd` or a week `2025-W46`. The week of last year is that of the same number; week 53, which most years lack, is
 * compared with week 52. Refuses anything else.
 */
export function comparedSpan(id: string): ComparedSpan {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(id) ?? []
  if (year && week) {
    const number = Number(week)
    const span = weekSpan(Number(year), number)
    const own = weekOf(span.from)
    if (number >= 1 && own.year === Number(year)) {
      const previous = weekOf(addDays(span.from, -7))
      return {
        ...span,
        lastYear: weekSpan(Number(year) - 1, Math.min(number, 52)),
        before: weekSpan(previous.year, previous.week),
      }
    }
  }
  const period = findPeriod(id)
  if (!period || period.kind === 'family-planning-year')
    return refuse('period', {
      zh: `时期“${id}”无法识别，请写成 2025、2025-Q4、2025-11、2025-11-ytd 或 2025-W46（周）`,
      en: `“${id}” is not understood; write 2025, 2025-Q4, 2025-11, 2025-11-ytd or 2025-W46 (week)`,
    })
  const before = previousPeriod(period)
  return {
    ...spanOfPeriod(period),
    lastYear: spanOfPeriod(samePeriodLastYear(period)),
    before: before ? spanOfPeriod(before) : null,
  }
}
