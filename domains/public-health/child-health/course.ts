import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { isFaltering } from './findings.ts'
import { ageInMonths } from './growth/assess.ts'
import {
  checkUpAges,
  checkUpDue,
  checkUpIds,
  NEWBORN_DAYS,
  newbornVisitDue,
  UNTIL_YEARS,
  type Step,
} from './schedule.ts'

/** A check-up as far as the course depends on it. */
export interface CourseCheckUp {
  readonly id: string
  readonly on: IsoDate
  /** Score of weight for age; null when the child was not weighed. */
  readonly weightScore: number | null
  /** Whether weight or height was measured. */
  readonly measured: boolean
}

/** What follows for a check-up from those around it. */
export interface CheckUpStanding {
  readonly id: string
  /** The day of the next check-up with a measurement. */
  readonly followedOn: IsoDate | null
  readonly faltering: boolean
}

/** Standings of all check-ups of a child. The same check-ups give the same, in whatever order they were entered. */
export function standingsOf(checkUps: readonly CourseCheckUp[]): CheckUpStanding[] {
  const sorted = [...checkUps].sort((one, other) => (`${one.on} ${one.id}` < `${other.on} ${other.id}` ? -1 : 1))
  let before: number | null = null
  return sorted.map(({ id, weightScore }, index) => {
    const faltering = isFaltering(before, weightScore)
    before = weightScore ?? before
    const next = sorted.slice(index + 1).find(({ measured }) => measured)
    return { id, followedOn: next?.on ?? null, faltering }
  })
}

/** What the next step of a child depends on. */
export interface ChildCourse {
  readonly birth: IsoDate
  readonly registeredOn: IsoDate
  readonly dischargedOn: IsoDate | null
  readonly highRisk: boolean
  /** Days of the home visits as a newborn and of the check-ups; any order. */
  readonly newbornVisits: readonly IsoDate[]
  readonly checkUps: readonly IsoDate[]
}

/** The next step of a child and the last day on which it is in time; null after the check-up of six years. */
export interface NextStep {
  readonly nextStep: Step | null
  readonly dueOn: IsoDate | null
}

/**
 * The step after the latest one done; of a child who has had none, the one of the age at registration. What was missed in between is not asked for any more.
 */
export function nextStepOf(course: ChildCourse): NextStep {
  const { birth, registeredOn, dischargedOn, highRisk, newbornVisits, checkUps } = course
  const last = [...checkUps].sort().at(-1)
  if (last === undefined && newbornVisits.length === 0 && registeredOn <= addDays(birth, NEWBORN_DAYS))
    return { nextStep: 'newborn', dueOn: newbornVisitDue(birth, dischargedOn, highRisk) }
  const age = last === undefined ? undefined : ageInMonths(birth, last)
  const next =
    age !== undefined
      ? checkUpIds.find((id) => checkUpAges[id].fromMonths > age)
      : checkUpIds.find((id) => checkUpDue(birth, id) >= registeredOn)
  return next === undefined || addMonths(birth, UNTIL_YEARS * 12) <= registeredOn
    ? { nextStep: null, dueOn: null }
    : { nextStep: next, dueOn: checkUpDue(birth, next) }
}
