import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { addHours, type Moment } from '@kangheng/kernel/period/moment.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { byDay, inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'
import type { Supervisor } from './codes.ts'

interface Rhythm {
  /** Hours from the notice to the first visit at home, around the clock. */
  readonly firstVisitHours: number
  /** Visits in vain within these hours after which the county is told. */
  readonly failedVisits: number
  /** Days between visits in the intensive phase when no health worker looks on; months in all other cases. */
  readonly intensiveDays: number
  readonly months: number
  /** Days within which a referred patient is seen again. */
  readonly recheckDays: number
  /** Days within which a referred suspect is looked after. */
  readonly suspectDays: number
  /** Share of the due doses, in per cent, from which treatment was regular. */
  readonly regularPercent: number
}

/** Source: third edition, 肺结核患者健康管理. */
export const rhythms: readonly [RuleVersion<Rhythm>, ...RuleVersion<Rhythm>[]] = [
  {
    ...THIRD_EDITION,
    value: {
      firstVisitHours: 72,
      failedVisits: 2,
      intensiveDays: 10,
      months: 1,
      recheckDays: 14,
      suspectDays: 7,
      regularPercent: 90,
    },
  },
]

interface Course {
  readonly intensive: number
  readonly whole: number
}

/** Months of treatment of tuberculosis that is not resistant: 2HRZE/4HR, 3HRZE/6HRE. Source: 中国结核病预防控制工作技术规范（2020年版）. */
export const courses: readonly [
  RuleVersion<Readonly<Record<'new' | 'retreatment', Course>>>,
  ...RuleVersion<Readonly<Record<'new' | 'retreatment', Course>>>[],
] = [
  {
    from: '2020-04-01',
    source: '中国结核病预防控制工作技术规范（2020年版）',
    value: { new: { intensive: 2, whole: 6 }, retreatment: { intensive: 3, whole: 9 } },
  },
]

/** By when the first visit is to be made. */
export const firstVisitDue = (notifiedAt: Moment): Moment =>
  addHours(notifiedAt, inForce(rhythms, notifiedAt.slice(0, 10)).firstVisitHours)

/** Whether so many visits in vain within the hours of the first visit are to be reported up. */
export function asksReportUp(notifiedAt: Moment, failedAt: readonly Moment[]): boolean {
  const within = failedAt.filter((at) => at <= firstVisitDue(notifiedAt))
  return within.length >= inForce(rhythms, notifiedAt.slice(0, 10)).failedVisits
}

/** What the treatment of a patient is to be. */
export interface Plan {
  readonly startedOn: IsoDate
  readonly kind: 'new' | 'retreatment'
  readonly supervisor: Supervisor
}

export const phases = {
  intensive: { zh: '强化期', en: 'Intensive' },
  continuation: { zh: '继续期', en: 'Continuation' },
} as const satisfies Record<string, Text>

/** The phase of treatment on a day. */
export function phaseOn({ startedOn, kind }: Pick<Plan, 'startedOn' | 'kind'>, on: IsoDate): keyof typeof phases {
  const { intensive } = inForce(courses, startedOn)[kind]
  return on < addMonths(startedOn, intensive) ? 'intensive' : 'continuation'
}

/** The day on which treatment is to be over. */
export const plannedEnd = ({ startedOn, kind }: Pick<Plan, 'startedOn' | 'kind'>): IsoDate =>
  addMonths(startedOn, inForce(courses, startedOn)[kind].whole)

/** When a patient seen on a day is to be seen again, when nothing was found. */
export function routineDue(plan: Plan, on: IsoDate): IsoDate {
  const { intensiveDays, months } = inForce(rhythms, on)
  const often = plan.supervisor !== 'health-worker' && phaseOn(plan, on) === 'intensive'
  return often ? addDays(on, intensiveDays) : addMonths(on, months)
}

export const steps = {
  routine: { zh: '按期随访', en: 'Next visit in time' },
  refer: { zh: '转诊，2周内随访', en: 'Refer, follow up within two weeks' },
} as const satisfies Record<string, Text>

/** What was found at a visit. */
export interface VisitFindings {
  readonly id: string
  readonly on: IsoDate
  readonly adverse: boolean
  readonly complication: boolean
  readonly missedDoses: number
}

/** What follows from a visit. */
export interface VisitStanding {
  readonly id: string
  readonly phase: keyof typeof phases
  readonly step: keyof typeof steps
  readonly dueOn: IsoDate
  readonly followedOn: IsoDate | null
}

/** Steps and next days of all visits of one patient, in the order of their days, whatever the order of entry. */
export function courseOf(plan: Plan, visits: readonly VisitFindings[]): VisitStanding[] {
  const sorted = [...visits].sort(byDay)
  return sorted.map((visit, index) => {
    const refer = visit.adverse || visit.complication
    return {
      id: visit.id,
      phase: phaseOn(plan, visit.on),
      step: refer ? 'refer' : 'routine',
      dueOn: refer ? addDays(visit.on, inForce(rhythms, visit.on).recheckDays) : routineDue(plan, visit.on),
      followedOn: sorted[index + 1]?.on ?? null,
    }
  })
}

/** Whether a course of treatment was regular: so many of the due doses were taken. */
export function isRegular(dosesDue: number, dosesTaken: number, on: IsoDate): boolean {
  return dosesTaken * 100 >= dosesDue * inForce(rhythms, on).regularPercent
}
