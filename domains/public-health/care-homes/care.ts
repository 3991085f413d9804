import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { inForce, type RuleVersion } from '../chronic-follow-up/index.ts'
import type { PlanRow, RoundRow } from './tables.ts'

interface CareRule {
  /** Days between rounds: of people who need much help, and of the others. */
  readonly dependentDays: number
  readonly otherDays: number
  /** Months after which a plan is made anew. */
  readonly planMonths: number
  /** Days after moving in within which there is a plan. */
  readonly firstPlanDays: number
  /** Days after a referral within which its result is asked for. */
  readonly referralDays: number
}

/** What is asked for is in the guide of 2019; how often is LOCAL: the guide gives no intervals that bind. */
export const careRules: readonly [RuleVersion<CareRule>, ...RuleVersion<CareRule>[]] = [
  {
    from: '2019-12-26',
    source: '医养结合机构服务指南（试行），国卫办老龄发〔2019〕24号；间隔为县级参数',
    value: { dependentDays: 7, otherDays: 30, planMonths: 6, firstPlanDays: 7, referralDays: 14 },
  },
]

/** Grades of self-care that need much help. Source: 老年人生活自理能力评估表. */
const DEPENDENT = ['medium', 'dependent']

/** The last day on which a round after this one, or after moving in, is in time. */
export function roundDue(on: IsoDate, selfCareGrade: string): IsoDate {
  const { dependentDays, otherDays } = inForce(careRules, on)
  return addDays(on, DEPENDENT.includes(selfCareGrade) ? dependentDays : otherDays)
}

/** The last day of a plan. */
export const planEnd = (madeOn: IsoDate): IsoDate =>
  addDays(addMonths(madeOn, inForce(careRules, madeOn).planMonths), -1)

/** How things stand with somebody living in a home: the same plans and rounds give the same, in whatever order they were entered. */
export function standingOf(
  stay: { readonly happenedOn: IsoDate; readonly selfCareGrade: string },
  plans: readonly Pick<PlanRow, 'validUntil'>[],
  rounds: readonly Pick<RoundRow, 'happenedOn'>[],
): { planUntil: IsoDate | null; lastRoundOn: IsoDate | null; roundDueOn: IsoDate } {
  const latest = (days: readonly IsoDate[]) => [...days].sort().at(-1) ?? null
  const lastRoundOn = latest(rounds.map(({ happenedOn }) => happenedOn))
  return {
    planUntil: latest(plans.map(({ validUntil }) => validUntil)),
    lastRoundOn,
    roundDueOn: roundDue(lastRoundOn ?? stay.happenedOn, stay.selfCareGrade),
  }
}
