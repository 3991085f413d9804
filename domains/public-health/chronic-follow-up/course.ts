import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { byDay } from './order.ts'
import { inForce, THIRD_EDITION, type RuleVersion } from './rule-versions.ts'

/** How often a patient is seen. */
interface Rhythm {
  /** Months until the next visit of a satisfied patient: four visits a year. */
  readonly routineMonths: number
  /** Days within which an unsatisfied or referred patient is seen again. */
  readonly recheckDays: number
}

/** Source: third edition, 高血压患者健康管理 and 2型糖尿病患者健康管理, 随访评估 and 分类干预. */
export const rhythms: readonly [RuleVersion<Rhythm>, ...RuleVersion<Rhythm>[]] = [
  { ...THIRD_EDITION, value: { routineMonths: 3, recheckDays: 14 } },
]

/** The class of a visit as the follow-up card has it (此次随访分类). */
export const visitClasses = {
  satisfied: { zh: '控制满意', en: 'Satisfied' },
  unsatisfied: { zh: '控制不满意', en: 'Unsatisfied' },
  'adverse-reaction': { zh: '不良反应', en: 'Adverse reaction' },
  complication: { zh: '并发症', en: 'Complication' },
  'not-measured': { zh: '未测量', en: 'Not measured' },
} as const satisfies Record<string, Text>
export type VisitClass = keyof typeof visitClasses

/** What the norm asks to be done after the visit. */
export const visitSteps = {
  routine: { zh: '按期随访', en: 'Next visit in time' },
  adjust: { zh: '调整治疗，2周内随访', en: 'Adjust the treatment, see again within two weeks' },
  refer: { zh: '建议转诊，2周内随访', en: 'Refer, follow up within two weeks' },
  emergency: { zh: '处理后紧急转诊，2周内随访', en: 'Treat and refer at once, follow up within two weeks' },
} as const satisfies Record<string, Text>
export type VisitStep = keyof typeof visitSteps

/** What was found at a visit, as far as its class depends on it. */
export interface VisitFindings {
  readonly id: string
  readonly on: IsoDate
  /** Whether the measured values are at the norm's goal; null when nothing was measured (a check by phone). */
  readonly atGoal: boolean | null
  /** A sign that needs treatment and referral at once. */
  readonly emergency: boolean
  readonly adverse: 'none' | 'present' | 'hard-to-control'
  /** A new complication, or a known one that became worse. */
  readonly complication: boolean
  /** A referral looked after that was not followed: the patient is seen again within two weeks. */
  readonly referralOpen: boolean
  /** An earlier day agreed with the patient. */
  readonly agreedOn: IsoDate | null
}

/** What follows from a visit and those before it. */
export interface VisitStanding {
  readonly id: string
  readonly class: VisitClass
  readonly step: VisitStep
  /** Measured visits off the goal without one at the goal between them, this one included. */
  readonly unsatisfiedInRow: number
  readonly dueOn: IsoDate
  /** The day of the next visit, once there is one. */
  readonly followedOn: IsoDate | null
}

function classOf(visit: VisitFindings): VisitClass {
  if (visit.complication) return 'complication'
  if (visit.adverse !== 'none') return 'adverse-reaction'
  if (visit.atGoal === null) return 'not-measured'
  return visit.atGoal ? 'satisfied' : 'unsatisfied'
}

/** Emergency signs; then what must be referred; then what is adjusted first. A second reaction in a row counts as hard to control. */
function stepOf(visit: VisitFindings, unsatisfied: number, reactions: number): VisitStep {
  if (visit.emergency) return 'emergency'
  const second = visit.atGoal === false && unsatisfied >= 2
  if (visit.complication || visit.adverse === 'hard-to-control' || second || reactions >= 2) return 'refer'
  return visit.atGoal === false || visit.adverse === 'present' || visit.referralOpen ? 'adjust' : 'routine'
}

function nextDue(visit: VisitFindings, step: VisitStep): IsoDate {
  const { routineMonths, recheckDays } = inForce(rhythms, visit.on)
  const asked = step === 'routine' ? addMonths(visit.on, routineMonths) : addDays(visit.on, recheckDays)
  return visit.agreedOn && visit.agreedOn > visit.on && visit.agreedOn < asked ? visit.agreedOn : asked
}

/**
 * Classes, steps and next days of all visits of one patient, in the order of their days. The same visits give the same course, in
 * whatever order they were entered.
 */
export function courseOf(visits: readonly VisitFindings[]): VisitStanding[] {
  const sorted = [...visits].sort(byDay)
  let unsatisfied = 0
  let reactions = 0
  return sorted.map((visit, index) => {
    if (visit.atGoal !== null) unsatisfied = visit.atGoal ? 0 : unsatisfied + 1
    reactions = visit.adverse === 'none' ? (visit.atGoal === null ? reactions : 0) : reactions + 1
    const step = stepOf(visit, unsatisfied, reactions)
    return {
      id: visit.id,
      class: classOf(visit),
      step,
      unsatisfiedInRow: unsatisfied,
      dueOn: nextDue(visit, step),
      followedOn: sorted[index + 1]?.on ?? null,
    }
  })
}

/** When the first visit of a newly registered patient is due at the latest: the rhythm of a satisfied one. */
export function firstDue(registeredOn: IsoDate): IsoDate {
  return addMonths(registeredOn, inForce(rhythms, registeredOn).routineMonths)
}
