import { type Case, type Dose, reaches } from './case.ts'
import { after, type Day } from './day.ts'
import type { JudgedDose, Reason } from './result.ts'
import type { DoseRule, SeriesRule } from './rules.ts'
import { spacingFault } from './spacing.ts'

/** What is known of a series after its doses have been judged one by one. */
export interface Standing {
  readonly judged: JudgedDose[]
  /** The doses that count, in order. */
  readonly valid: Dose[]
}

export const newStanding = (): Standing => ({ judged: [], valid: [] })

/** Enters a dose with its verdict. */
export function enter({ judged, valid }: Standing, dose: Dose, id: string, reason: Reason | null): void {
  const { vaccine, date } = dose
  judged.push({ vaccine, id: reason === null ? id : null, date, valid: reason === null, reason })
  if (reason === null) valid.push(dose)
}

/** The course that the product of the first dose begins. */
export function courseOf({ doses, dosesBegunWith }: SeriesRule, first: Dose | undefined): readonly DoseRule[] {
  return (first && dosesBegunWith?.[first.vaccine]) ?? doses
}

/** The first day that the intervals of a dose allow, given the valid doses before it. */
export function afterIntervals(rule: DoseRule, valid: readonly Dose[]): Day {
  const [first, last] = [valid[0], valid.at(-1)]
  if (!first || !last) return Number.NEGATIVE_INFINITY
  const afterLast = rule.interval ? after(last.day, rule.interval) : last.day + 1
  return rule.sinceFirst ? Math.max(afterLast, after(first.day, rule.sinceFirst)) : afterLast
}

/** The window of ages a dose must lie in, and the first day its intervals allow. */
export interface Limits {
  /** Months of age. */
  readonly from: number
  /** Months of age, excluded; none for vaccines without an upper age. */
  readonly until: number | undefined
  readonly notBefore: Day
}

/** The first rule that a dose breaks: age, then intervals of its series, then distance from other vaccines. */
export function timingFault(person: Case, dose: Dose, limits: Limits): Reason | null {
  if (dose.day < reaches(person, limits.from)) return 'too-young'
  if (limits.until !== undefined && dose.day >= reaches(person, limits.until)) return 'too-old'
  if (dose.day < limits.notBefore) return 'interval'
  return spacingFault(person, dose)
}

/** What a series judges in its own way. */
export interface OwnRules {
  /** Months of age from which a dose counts; undefined leaves it to product and schedule. */
  minimumAge?(dose: Dose, position: number, valid: readonly Dose[]): number | undefined
  /** A reason that has nothing to do with time. */
  fault?(dose: Dose, position: number, valid: readonly Dose[]): Reason | null
}

/** Judges the doses of a series in order: each is the next one of the course, or has a reason why not. */
export function judgeSeries(person: Case, rule: SeriesRule, doses: readonly Dose[], own: OwnRules = {}): Standing {
  const standing = newStanding()
  const { valid } = standing
  for (const dose of doses) {
    const position = valid.length
    const doseRule = courseOf(rule, valid[0] ?? dose)[position]
    const reason = valid.at(-1)?.day === dose.day ? 'same-day' : (own.fault?.(dose, position, valid) ?? null)
    if (reason || !doseRule) enter(standing, dose, '', reason ?? 'extra')
    else {
      const from =
        own.minimumAge?.(dose, position, valid) ?? rule.productAges?.[dose.vaccine]?.[position] ?? doseRule.from
      const notBefore = afterIntervals(doseRule, valid)
      enter(standing, dose, doseRule.id, timingFault(person, dose, { from, until: rule.until, notBefore }))
    }
  }
  return standing
}
