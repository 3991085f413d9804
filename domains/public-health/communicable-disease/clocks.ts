import type { NotifiableDisease } from './notifiable/disease.ts'
import { addHours, dayOfMoment, type Moment } from '@kangheng/kernel/period/moment.ts'

/** Hours for what is reported at once, and for everything else. Source: 传染病防治法 (2025) art. 45. */
const [AT_ONCE, ORDINARY] = [2, 24] as const
/** A signal is verified by telephone within this. Source: 国家传染病自动预警信息系统工作规范 (CIDARS). */
const VERIFY_WITHIN_HOURS = 2

/** Hours within which a case is reported: 2 for class A and what is managed as class A, otherwise 24. */
export function reportingHours(disease: NotifiableDisease, subtype?: string | null): 2 | 24 {
  const { twoHours } = disease
  const urgent = typeof twoHours === 'boolean' ? twoHours : twoHours.includes(subtype ?? '')
  return urgent ? AT_ONCE : ORDINARY
}

/** The moment until which a case is to be reported, from the moment of diagnosis. */
export function reportDue(disease: NotifiableDisease, subtype: string | null | undefined, diagnosedAt: Moment): Moment {
  return addHours(diagnosedAt, reportingHours(disease, subtype))
}

/** The moment until which the county reviews a card: the same number of hours after it came in. Source: domain notes § 3.2. */
export function reviewDue(disease: NotifiableDisease, subtype: string | null | undefined, reportedAt: Moment): Moment {
  return addHours(reportedAt, reportingHours(disease, subtype))
}

/** When a signal was raised, and until when it is to be verified. */
export function signalClock(raisedAt: Moment) {
  const verifyDueAt = addHours(raisedAt, VERIFY_WITHIN_HOURS)
  return { raisedAt, verifyDueAt, verifyDueOn: dayOfMoment(verifyDueAt) }
}
