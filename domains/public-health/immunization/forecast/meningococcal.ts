import { type Case, type Dose, reaches } from './case.ts'
import { after, type Day, monthsAfter } from './day.ts'
import { afterIntervals, enter, newStanding, type Standing, timingFault } from './judge.ts'
import { conclude, givenUntil, limitOf, type Wanted } from './next-dose.ts'
import type { SeriesForecast } from './result.ts'
import type { DoseRule } from './rules.ts'

/** From this age the polysaccharide A is no longer given and A with C takes over. Source: domain-facts § 2.2; 2021 edition, catch-up. */
const TODDLER = 24

/** Conjugate vaccine begun before this age takes three doses by its instructions, later two. */
const THREE_DOSES_BEFORE = 6

const isConjugate = (dose: Dose) => dose.is.series.length === 2

interface Course {
  readonly a: Standing
  readonly ac: Standing
}

/** How many doses of the series A make it complete. */
function neededOfA(person: Case, { valid }: Standing): number {
  const [first] = valid
  return first && isConjugate(first) && first.day < reaches(person, THREE_DOSES_BEFORE) ? 3 : 2
}

/** The rules of the doses of series A; a third dose exists for conjugate vaccine only. */
function ruleOfA(person: Case, position: number): DoseRule {
  const [first, second] = person.schedule.series['MPSV-A'].doses
  return position === 0 ? first! : position === 1 ? second! : { ...second!, id: 'mpsva-3' }
}

function judgeA(person: Case, { a }: Course, dose: Dose): void {
  const series = person.schedule.series['MPSV-A']
  const position = a.valid.length
  if (position >= neededOfA(person, a)) return enter(a, dose, '', 'extra')
  const rule = ruleOfA(person, position)
  const conjugate = isConjugate(dose)
  const from = series.productAges?.[dose.vaccine]?.[position] ?? rule.from
  const notBefore = afterIntervals(conjugate ? { ...rule, interval: { days: 28 } } : rule, a.valid)
  enter(a, dose, rule.id, timingFault(person, dose, { from, until: series.until, notBefore }))
}

/**
 * Minimum age and distance of the first dose of A with C: 3 years and 12 months after a complete series A; with that series incomplete it takes over from
 * 24 months on, 3 months after the single dose of A. Source: domain-facts § 2.2; 2021 edition, catch-up (2).
 */
function firstOfAC(person: Case, a: Standing, byThen: Day): { from: number; notBefore: Day } {
  const last = a.valid.at(-1)
  const takesOver = a.valid.length < neededOfA(person, a) && byThen >= reaches(person, TODDLER)
  const { from } = person.schedule.series['MPSV-AC'].doses[0]!
  if (!last) return { from: takesOver ? TODDLER : from, notBefore: Number.NEGATIVE_INFINITY }
  return takesOver
    ? { from: TODDLER, notBefore: monthsAfter(last.day, 3) }
    : { from, notBefore: monthsAfter(last.day, 12) }
}

function judgeAC(person: Case, { a, ac }: Course, dose: Dose): void {
  const series = person.schedule.series['MPSV-AC']
  const position = ac.valid.length
  const rule = series.doses[position]
  if (!rule) return enter(ac, dose, '', 'extra')
  const limits =
    position === 0
      ? firstOfAC(person, a, dose.day)
      : { from: rule.from, notBefore: after(ac.valid[0]!.day, rule.interval!) }
  enter(ac, dose, rule.id, timingFault(person, dose, { ...limits, until: series.until }))
}

function judge(person: Case): Course {
  const course: Course = { a: newStanding(), ac: newStanding() }
  for (const dose of person.doses) {
    const { series } = dose.is
    const isA = series.includes('MPSV-A') && !(isConjugate(dose) && dose.day >= reaches(person, TODDLER))
    if (!isA && !series.includes('MPSV-AC')) continue
    const standing = isA ? course.a : course.ac
    if (standing.valid.at(-1)?.day === dose.day) enter(standing, dose, '', 'same-day')
    else if (isA) judgeA(person, course, dose)
    else judgeAC(person, course, dose)
  }
  return course
}

/** The next dose of A: what was begun with conjugate vaccine goes on with it, by its ages and 28 days. */
function nextOfA(person: Case, { valid }: Standing): DoseRule {
  const rule = ruleOfA(person, valid.length)
  const [first] = valid
  if (!first || !isConjugate(first)) return rule
  const from = person.schedule.series['MPSV-A'].productAges?.[first.vaccine]?.[valid.length] ?? rule.from
  return { ...rule, from, interval: { days: 28 }, give: first.vaccine }
}

function wantedA(person: Case, { a }: Course): Wanted | null {
  const position = a.valid.length
  if (position >= neededOfA(person, a)) return null
  const series = person.schedule.series['MPSV-A']
  const rule = nextOfA(person, a)
  const until = givenUntil(person, series)
  const earliest = Math.max(reaches(person, rule.from), afterIntervals(rule, a.valid))
  return { rule, earliest, until, limit: limitOf(person, series.doses, Math.min(position, 1), until) }
}

function wantedAC(person: Case, { a, ac }: Course, missedA: boolean): Wanted | null {
  const series = person.schedule.series['MPSV-AC']
  const { doses } = series
  const position = ac.valid.length
  const rule = doses[position]
  if (!rule) return null
  const { from, notBefore } =
    position === 0
      ? firstOfAC(person, a, missedA ? Math.max(person.on, reaches(person, TODDLER)) : Number.NEGATIVE_INFINITY)
      : { from: rule.from, notBefore: after(ac.valid[0]!.day, rule.interval!) }
  const until = givenUntil(person, series)
  const earliest = Math.max(reaches(person, from), notBefore)
  return { rule, earliest, until, limit: limitOf(person, doses, position, until) }
}

/** The series against meningococci of group A, and of groups A and C. Conjugate vaccine counts for A before 24 months, for A and C from then on. */
export function forecastMeningococcal(person: Case): readonly [SeriesForecast, SeriesForecast] {
  const course = judge(person)
  const a = conclude(person, 'MPSV-A', course.a, wantedA(person, course))
  const ac = conclude(person, 'MPSV-AC', course.ac, wantedAC(person, course, a.status === 'aged-out'))
  return [a, ac]
}
