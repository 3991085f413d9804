import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'
import { higher, riskOf, type Risk } from './risk.ts'

interface Period {
  readonly title: Text
  /** Completed weeks from which a visit is one of this period, and the last ones that still are in time. */
  readonly fromWeeks: number
  readonly toWeeks: number
}

/** The five antenatal visits. Source: third edition, 孕产妇健康管理: before 13 weeks (booking), 16–20, 21–24, 28–36 and 37–40 weeks. */
export const periods = {
  first: { title: { zh: '孕早期（13周前）', en: 'Before 13 weeks' }, fromWeeks: 0, toWeeks: 12 },
  'weeks-16': { title: { zh: '孕16—20周', en: '16–20 weeks' }, fromWeeks: 13, toWeeks: 20 },
  'weeks-21': { title: { zh: '孕21—24周', en: '21–24 weeks' }, fromWeeks: 21, toWeeks: 24 },
  'weeks-28': { title: { zh: '孕28—36周', en: '28–36 weeks' }, fromWeeks: 25, toWeeks: 36 },
  'weeks-37': { title: { zh: '孕37—40周', en: '37–40 weeks' }, fromWeeks: 37, toWeeks: 40 },
} as const satisfies Record<string, Period>
export type PeriodId = keyof typeof periods
const periodIds = Object.keys(periods) as PeriodId[]
export const periodTitles = Object.fromEntries(periodIds.map((id) => [id, periods[id].title])) as Record<PeriodId, Text>

/** The steps of a pregnancy in care. */
export const stepTitles = {
  ...periodTitles,
  delivery: { zh: '分娩登记', en: 'Record of the delivery' },
  'postpartum-visit': { zh: '产后访视', en: 'Postpartum visit' },
  'day-42': { zh: '产后42天健康检查', en: '42-day check' },
} as const satisfies Record<string, Text>
export type Step = keyof typeof stepTitles

interface MaternalRule {
  /** Days of a pregnancy, by Naegele's rule. */
  readonly term: number
  /** Booked before so many completed weeks is early. */
  readonly earlyWeeks: number
  /** Antenatal visits of a woman managed systematically. */
  readonly visits: number
  /** Days after discharge within which she is visited, and after the delivery for the return. */
  readonly visitDays: number
  readonly returnDays: number
  /** Days from delivery to discharge where nothing is known of it (local). */
  readonly usualStay: number
  /** The 42-day check: from, and in time until (local). */
  readonly checkFrom: number
  readonly checkUntil: number
  /** Days after the expected day until the delivery is asked for (local). */
  readonly overdue: number
}

/** Source: third edition, 孕产妇健康管理; the systematic management of the return: 妇幼健康统计调查制度. */
export const maternalRules: readonly [RuleVersion<MaternalRule>, ...RuleVersion<MaternalRule>[]] = [
  {
    ...THIRD_EDITION,
    value: {
      ...{ term: 280, earlyWeeks: 13, visits: 5, visitDays: 7, returnDays: 28 },
      ...{ usualStay: 3, checkFrom: 42, checkUntil: 56, overdue: 14 },
    },
  },
]

/** The expected day of birth. */
export function expectedDay(lastPeriodOn: IsoDate): IsoDate {
  return addDays(lastPeriodOn, inForce(maternalRules, lastPeriodOn).term)
}

/** Completed weeks of pregnancy on a day. */
export function weeksOn(lastPeriodOn: IsoDate, on: IsoDate): number {
  return Math.floor(daysBetween(lastPeriodOn, on) / 7)
}

/** The period of the norm that a visit belongs to, by completed weeks. */
export function periodAt(weeks: number): PeriodId {
  return periodIds.findLast((id) => periods[id].fromWeeks <= weeks) ?? 'first'
}

/** An antenatal visit as far as the course depends on it. */
export interface CourseVisit {
  readonly on: IsoDate
  readonly riskFactors: readonly string[]
}

/** Everything the standing of a pregnancy is derived from; any order. */
export interface PregnancyCourse {
  readonly lastPeriodOn: IsoDate
  readonly bookedOn: IsoDate
  readonly visits: readonly CourseVisit[]
  readonly delivery: { readonly on: IsoDate; readonly dischargedOn: IsoDate | null } | null
  /** Home visits after the delivery and 42-day checks. */
  readonly homeVisits: readonly IsoDate[]
  readonly checks: readonly IsoDate[]
}

/** How things stand with a pregnancy. */
export interface PregnancyStanding {
  /** Booked and examined for the first time before 13 weeks. */
  readonly early: boolean
  /** Antenatal visits on different days. */
  readonly visits: number
  /** The risk of the latest assessment, and the highest there has been. */
  readonly risk: Risk
  readonly highest: Risk
  readonly lastSeenOn: IsoDate | null
  readonly nextStep: Step | null
  readonly dueOn: IsoDate | null
  /** The first home visit after the delivery, and whether it was in time after discharge and within the days of the return. */
  readonly postpartumOn: IsoDate | null
  readonly postpartumTimely: boolean
  readonly postpartumOfReturn: boolean
  readonly checkedOn: IsoDate | null
}

/** The last day of the 16 to 40 weeks' visits: the end of the period's last week. */
const lastDayOf = (lastPeriodOn: IsoDate, id: PeriodId) => addDays(lastPeriodOn, periods[id].toWeeks * 7 + 6)

function nextOf(
  course: PregnancyCourse,
  homeVisits: number,
  checks: number,
): Pick<PregnancyStanding, 'nextStep' | 'dueOn'> {
  const { lastPeriodOn, delivery, visits } = course
  const rule = inForce(maternalRules, lastPeriodOn)
  if (delivery) {
    const discharge = delivery.dischargedOn ?? addDays(delivery.on, rule.usualStay)
    if (checks > 0) return { nextStep: null, dueOn: null }
    return homeVisits > 0
      ? { nextStep: 'day-42', dueOn: addDays(delivery.on, rule.checkUntil) }
      : { nextStep: 'postpartum-visit', dueOn: addDays(discharge, rule.visitDays) }
  }
  const last = visits
    .map(({ on }) => on)
    .sort()
    .at(-1)
  const next =
    last === undefined
      ? periodAt(weeksOn(lastPeriodOn, course.bookedOn))
      : periodIds[periodIds.indexOf(periodAt(weeksOn(lastPeriodOn, last))) + 1]
  return next === undefined
    ? { nextStep: 'delivery', dueOn: addDays(lastPeriodOn, rule.term + rule.overdue) }
    : { nextStep: next, dueOn: lastDayOf(lastPeriodOn, next) }
}

/** How things stand: the same visits give the same, in whatever order they were entered. */
export function standingOf(course: PregnancyCourse): PregnancyStanding {
  const { lastPeriodOn, bookedOn, delivery } = course
  const rule = inForce(maternalRules, lastPeriodOn)
  const visits = [...course.visits].sort((one, other) => (one.on < other.on ? -1 : 1))
  const homeVisits = [...course.homeVisits].sort()
  const risks = visits.map(({ riskFactors }) => riskOf(riskFactors))
  const isEarly = (on: IsoDate) => weeksOn(lastPeriodOn, on) < rule.earlyWeeks
  const first = homeVisits[0] ?? null
  const discharge = delivery && (delivery.dischargedOn ?? addDays(delivery.on, rule.usualStay))
  return {
    early: isEarly(bookedOn) && visits.some(({ on }) => isEarly(on)),
    visits: new Set(visits.map(({ on }) => on)).size,
    risk: risks.at(-1) ?? riskOf([]),
    highest: risks.reduce(higher, riskOf([])),
    lastSeenOn: [...visits.map(({ on }) => on), ...homeVisits, ...course.checks].sort().at(-1) ?? null,
    ...nextOf(course, homeVisits.length, course.checks.length),
    postpartumOn: first,
    postpartumTimely: first !== null && discharge !== null && first <= addDays(discharge, rule.visitDays),
    postpartumOfReturn: first !== null && delivery !== null && first <= addDays(delivery.on, rule.returnDays),
    checkedOn: [...course.checks].sort()[0] ?? null,
  }
}

/** Whether a 42-day check lies where one can. */
export function isCheckDay(deliveredOn: IsoDate, on: IsoDate): boolean {
  return on >= addDays(deliveredOn, inForce(maternalRules, deliveredOn).checkFrom - 7)
}
