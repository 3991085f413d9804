import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { byDay, inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'
import { classOf, riskOf, type Condition, type PatientClass } from './risk.ts'

/** How often a patient is seen. */
interface Rhythm {
  /** Months until the next visit of a stable patient: four visits a year. */
  readonly routineMonths: number
  /** Days within which an unstable or treated patient is seen again, also after an emergency or a stay in hospital. */
  readonly checkDays: number
  /** Months until somebody is seen again whose treatment a specialist looks after. */
  readonly guidanceMonths: number
}

/** Source: third edition, 严重精神障碍患者管理, 分类干预; the month of specialist guidance: 2011 edition, kept by local practice. */
export const rhythms: readonly [RuleVersion<Rhythm>, ...RuleVersion<Rhythm>[]] = [
  { ...THIRD_EDITION, value: { routineMonths: 3, checkDays: 14, guidanceMonths: 1 } },
]

/** What the norm asks to be done after a visit. */
export const steps = {
  routine: { zh: '按期随访', en: 'Next visit in time' },
  adjust: { zh: '对症处理或调整药物，2周内随访', en: 'Treat or adjust, see again within two weeks' },
  guidance: { zh: '请精神专科医师指导，1个月内随访', en: 'Specialist guidance, see again within a month' },
  refer: { zh: '处理后立即转诊，2周内随访', en: 'Treat and refer at once, see again within two weeks' },
} as const satisfies Record<string, Text>
export type Step = keyof typeof steps

/** What was found at a visit. */
export interface VisitFindings extends Omit<Condition, 'risk'> {
  readonly id: string
  readonly on: IsoDate
  /** Behaviours seen since the last contact; the grade follows from them. */
  readonly behaviours: readonly string[]
  readonly effect: 'recovered' | 'better' | 'same' | 'worse'
  /** An earlier day agreed with the patient. */
  readonly agreedOn: IsoDate | null
}

/** What follows from a visit and what was before it. */
export interface VisitStanding {
  readonly id: string
  readonly risk: number
  readonly class: PatientClass
  readonly step: Step
  readonly dueOn: IsoDate
  /** The first day after it on which the patient was visited or taken into hospital. */
  readonly followedOn: IsoDate | null
}

/** A stay in hospital; from the day of admission to that of discharge. */
export interface Stay {
  readonly from: IsoDate
  readonly to: IsoDate | null
}

/** What the course follows from, besides the visits. */
export interface Events {
  readonly stays: readonly Stay[]
  /** Days on which an emergency was over. */
  readonly emergencies: readonly IsoDate[]
}

/**
 * Unstable: refer. Basically stable: treat and look again in two weeks; when that did not help, a specialist guides; who is better, or goes on unchanged after a
 * routine visit that found the same, keeps the treatment. Stable: routine.
 */
function stepOf(visit: VisitFindings, found: PatientClass, before: VisitStanding | undefined): Step {
  if (found === 'unstable') return 'refer'
  if (found === 'stable') return 'routine'
  const treated = before?.step === 'adjust' || before?.step === 'guidance'
  const helped = visit.effect === 'recovered' || visit.effect === 'better'
  if (treated) return helped ? 'routine' : 'guidance'
  const kept = before?.step === 'routine' && before.class === 'basically-stable'
  return kept && visit.effect !== 'worse' ? 'routine' : 'adjust'
}

function nextDue(visit: VisitFindings, step: Step): IsoDate {
  const { routineMonths, checkDays, guidanceMonths } = inForce(rhythms, visit.on)
  const asked = {
    routine: () => addMonths(visit.on, routineMonths),
    guidance: () => addMonths(visit.on, guidanceMonths),
    adjust: () => addDays(visit.on, checkDays),
    refer: () => addDays(visit.on, checkDays),
  }[step]()
  return visit.agreedOn && visit.agreedOn > visit.on && visit.agreedOn < asked ? visit.agreedOn : asked
}

const earliest = (days: readonly (IsoDate | undefined)[]): IsoDate | null => {
  const known = days.filter((day) => day !== undefined)
  return known.length > 0 ? known.reduce((one, other) => (one < other ? one : other)) : null
}

/**
 * Grades, classes, steps and next days of all visits of one patient, in the order of their days. The same visits and stays give the same course, in whatever
 * order they were entered.
 */
export function courseOf(visits: readonly VisitFindings[], stays: readonly Stay[]): VisitStanding[] {
  const sorted = [...visits].sort(byDay)
  const course: VisitStanding[] = []
  for (const [index, visit] of sorted.entries()) {
    const risk = riskOf(visit.behaviours, visit.on)
    const found = classOf({ ...visit, risk })
    const step = stepOf(visit, found, course.at(-1))
    const admitted = stays.map(({ from }) => from).filter((from) => from >= visit.on)
    const followedOn = earliest([sorted[index + 1]?.on, ...admitted])
    course.push({ id: visit.id, risk, class: found, step, dueOn: nextDue(visit, step), followedOn })
  }
  return course
}

/**
 * When the patient is to be seen next: what the last visit asks for, and within two weeks of a discharge or the end of an emergency that came after it. Nobody
 * is visited in hospital: null until discharge. Without a visit, within the rhythm of an unstable patient from the first day of management.
 */
export function nextVisitOn(
  managedFrom: IsoDate,
  course: readonly VisitStanding[],
  lastVisitOn: IsoDate | null,
  { stays, emergencies }: Events,
): IsoDate | null {
  if (stays.some(({ to }) => to === null)) return null
  const since = lastVisitOn ?? managedFrom
  const { checkDays } = inForce(rhythms, since)
  const after = (days: readonly IsoDate[], since: IsoDate) => days.filter((day) => day > since)
  // A stay takes the place of whatever was asked for before its end.
  const discharged = after(
    stays.map(({ to }) => to!),
    since,
  )
    .sort()
    .at(-1)
  if (discharged) return addDays(discharged, checkDays)
  const asked = course.at(-1)?.dueOn ?? addDays(managedFrom, checkDays)
  return earliest([...after(emergencies, since).map((day) => addDays(day, checkDays)), asked])
}
