import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, THIRD_EDITION, type RuleVersion, type ScreeningStanding } from '../chronic-follow-up/index.ts'

interface ScreeningRule {
  /** From here on the person is referred for diagnosis, mmol/L. */
  readonly fasting: number
  readonly random: number
  /** A fasting glucose from here on is impaired: high risk. */
  readonly impaired: number
  readonly referralDays: number
  /** People of high risk are measured at least once a year. */
  readonly months: number
}

/**
 * Source: third edition, 2型糖尿病患者健康管理, 筛查 (high risk: a fasting glucose every year); diagnostic limits
 * WS 397-2012 糖尿病筛查和诊断.
 */
export const screeningRules: readonly [RuleVersion<ScreeningRule>, ...RuleVersion<ScreeningRule>[]] = [
  { ...THIRD_EDITION, value: { fasting: 7.0, random: 11.1, impaired: 6.1, referralDays: 14, months: 12 } },
]

/** Factors of high risk. Source: WS 397-2012. */
export const riskFactors = {
  weight: { zh: '超重或肥胖，或中心性肥胖', en: 'Overweight, or large waist' },
  family: { zh: '一级亲属患2型糖尿病', en: 'Parent, sibling or child with type 2 diabetes' },
  inactive: { zh: '缺乏体力活动', en: 'Inactive' },
  pressure: { zh: '高血压', en: 'Hypertension' },
  gestational: { zh: '妊娠期糖尿病或巨大儿生产史', en: 'Gestational diabetes or a large newborn' },
  impaired: { zh: '曾有血糖偏高', en: 'Raised glucose before' },
} as const satisfies Record<string, Text>

/** One measurement; null where it was not made. */
export interface Measurement {
  readonly id: string
  readonly on: IsoDate
  readonly fasting: number | null
  readonly random: number | null
  readonly factors: readonly string[]
}

/** What a measurement leads to. Each stands for itself: one value from the limit on is enough to refer. */
export function screeningStanding({ on, fasting, random, factors }: Measurement): ScreeningStanding {
  const rule = inForce(screeningRules, on)
  if ((fasting ?? 0) >= rule.fasting || (random ?? 0) >= rule.random)
    return { finding: 'suspected', dueOn: addDays(on, rule.referralDays) }
  const risky = (fasting ?? 0) >= rule.impaired || factors.length > 0
  return { finding: risky ? 'high-risk' : 'normal', dueOn: addMonths(on, rule.months) }
}
