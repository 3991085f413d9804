import { type Case, type Dose, reaches } from './case.ts'
import { type Day, dayOf, monthsAfter } from './day.ts'
import { afterIntervals, enter, newStanding, type Standing, timingFault } from './judge.ts'
import { conclude, givenUntil, limitOf, notApplicable, type Wanted } from './next-dose.ts'
import type { Reason, SeriesForecast } from './result.ts'
import type { DoseRule } from './rules.ts'
import { schedule2021 } from './schedule-2021.ts'
import { schedule2025 } from './schedule-2025.ts'

/** From this age a fourth or later dose ends the series. Source: 2021 edition, DT, catch-up from 6 years; kept by the changes of 2025. */
const SCHOOL_AGE = 72

/** The first day of the ages 2, 4, 6, 18 months and 6 years. */
const CHANGED = dayOf(schedule2025.effectiveFrom)

const oldAges = schedule2021.series.DTaP.doses

/** DTaP and DT complete each other, so that they are judged together. */
interface Course {
  readonly pertussis: Standing
  readonly tetanus: Standing
  /** Valid doses of both, in order. */
  readonly all: Dose[]
  /** A dose from six years on, with two before it, or the whole course. */
  closed: boolean
}

/**
 * Whether the child was served by the ages 3, 4, 5 and 18 months: begun before 2025, and not earlier than these allow. Such a history is judged
 * by them up to the change; one begun at 2 months by the new ages throughout.
 */
const begunByOldAges = (person: Case, first: Dose) =>
  first.day < CHANGED && first.day >= reaches(person, oldAges[0]!.from)

/** The age from which a dose of DTaP counts, in months. */
function minimumAge(person: Case, dose: Dose, rule: DoseRule, position: number, first: Dose): number {
  const byProduct = person.schedule.series.DTaP.productAges?.[dose.vaccine]?.[position]
  if (byProduct !== undefined) return byProduct
  const old = oldAges[position]
  return old && dose.day < CHANGED && begunByOldAges(person, first) ? Math.min(old.from, rule.from) : rule.from
}

function judgePertussis(person: Case, course: Course, dose: Dose): void {
  const rule = person.schedule.series.DTaP
  const position = course.all.length
  const doseRule = rule.doses[position]
  if (course.closed || !doseRule) return enter(course.pertussis, dose, '', 'extra')
  const from = minimumAge(person, dose, doseRule, position, course.all[0] ?? dose)
  const notBefore = afterIntervals(doseRule, course.all)
  const reason = timingFault(person, dose, { from, until: rule.until, notBefore })
  enter(course.pertussis, dose, doseRule.id, reason)
  if (reason) return
  course.all.push(dose)
  const five = rule.doses.length === 5
  course.closed = five && (position === 4 || (position >= 2 && dose.day >= reaches(person, SCHOOL_AGE)))
}

/**
 * The first day for a dose of DT after the doses of both vaccines: second after 28 days, third after 6 months (to complete three); after three of DTaP
 * 6 months, after four 12 months. Source: domain-facts § 2.2; 2021 edition, DT, catch-up.
 */
function afterDoses(all: readonly Dose[]): Day {
  const last = all.at(-1)
  if (!last) return Number.NEGATIVE_INFINITY
  return all.length === 1 ? last.day + 28 : monthsAfter(last.day, all.length >= 4 ? 12 : 6)
}

function judgeTetanus(person: Case, course: Course, dose: Dose): void {
  const { schedule } = person
  const rule = schedule.series.DT.doses[course.tetanus.valid.length]
  if (course.closed || !rule) return enter(course.tetanus, dose, '', 'extra')
  // Until the end of 2024 six years was the age of the routine dose.
  const from = dose.day < CHANGED ? schedule2021.diphtheriaTetanusFrom : schedule.diphtheriaTetanusFrom
  const limits = { from, until: schedule.series.DT.until, notBefore: afterDoses(course.all) }
  const reason = timingFault(person, dose, limits)
  enter(course.tetanus, dose, rule.id, reason)
  if (reason) return
  course.all.push(dose)
  course.closed = course.all.length >= 3
}

function judge(person: Case): Course {
  const course: Course = { pertussis: newStanding(), tetanus: newStanding(), all: [], closed: false }
  for (const dose of person.doses) {
    const { series } = dose.is
    const pertussis = series.includes('DTaP')
    if (!pertussis && !series.includes('DT')) continue
    const sameDay: Reason | null = course.all.at(-1)?.day === dose.day ? 'same-day' : null
    if (sameDay) enter(pertussis ? course.pertussis : course.tetanus, dose, '', sameDay)
    else if (pertussis) judgePertussis(person, course, dose)
    else judgeTetanus(person, course, dose)
  }
  return course
}

function wantedPertussis(person: Case, { all, closed }: Course): Wanted | null {
  const rule = person.schedule.series.DTaP
  const { doses } = rule
  const doseRule = doses[all.length]
  if (closed || !doseRule) return null
  const until = givenUntil(person, rule)
  const earliest = Math.max(reaches(person, doseRule.from), afterIntervals(doseRule, all))
  return { rule: doseRule, earliest, until, limit: limitOf(person, doses, all.length, until) }
}

function wantedTetanus(person: Case, { all, tetanus }: Course): Wanted | null {
  const { schedule } = person
  const rule = schedule.series.DT
  const { doses } = rule
  const position = tetanus.valid.length
  const doseRule = doses[position]
  if (!doseRule) return null
  const until = givenUntil(person, rule)
  const earliest = Math.max(reaches(person, schedule.diphtheriaTetanusFrom), afterDoses(all))
  return { rule: doseRule, earliest, until, limit: limitOf(person, doses, position, until) }
}

/** The series DTaP and DT. DT is forecast where it is routine, or once DTaP can no longer be given. */
export function forecastDiphtheria(person: Case): readonly [SeriesForecast, SeriesForecast] {
  const course = judge(person)
  const pertussis = conclude(person, 'DTaP', course.pertussis, wantedPertussis(person, course))
  const wanted = course.closed ? null : wantedTetanus(person, course)
  const needed = person.schedule.diphtheriaTetanusRoutine || pertussis.status === 'aged-out'
  if (!course.closed && !needed) return [pertussis, notApplicable('DT', course.tetanus.judged)]
  const without = course.tetanus.valid.length > 0 ? 'complete' : 'not-applicable'
  return [pertussis, conclude(person, 'DT', course.tetanus, wanted, without)]
}
