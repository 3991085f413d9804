import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { findPeriod, monthOf, samePeriodLastYear, previousPeriod, type Period } from '@kangheng/kernel/period/period.ts'

/** How often a form is sent. */
export type PeriodKind = 'month' | 'year'

/** A period that returns of this kind are made for; undefined for any other text. */
export function returnPeriod(kind: string, id: string): Period | undefined {
  const period = findPeriod(id)
  return period?.kind === kind ? period : undefined
}

/** The last period that is over on a day. */
export function lastPeriod(kind: string, on: IsoDate): string {
  return kind === 'year' ? String(Number(on.slice(0, 4)) - 1) : monthOf(addMonths(`${monthOf(on)}-01`, -1))
}

/** The day by which a return is sent: the form’s day of the first month after the period. */
export const dueOn = (period: Period, dueDay: number): IsoDate => addDays(period.ends, dueDay)

/** The periods a return is compared with: the one before, and the same of last year. */
export function comparedPeriods(period: Period): { readonly previous: string; readonly lastYear: string } {
  return { previous: previousPeriod(period)!.id, lastYear: samePeriodLastYear(period).id }
}

/** The period in which a form of another frequency says the same: what a yearly return has at its end stands in December’s; none the other way round. */
export function alignedPeriod(period: Period, kind: string): string | undefined {
  if (period.kind === kind) return period.id
  return period.kind === 'year' && kind === 'month' ? `${period.id}-12` : undefined
}
