import { addDays, addMonths, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, THIRD_EDITION, type RuleVersion, type ScreeningStanding } from '../chronic-follow-up/index.ts'
import type { Pressure } from './pressure.ts'

interface ScreeningRule {
  /** From here on a measurement is high. */
  readonly high: Pressure
  /** From here on a measurement that is not high makes a person of high risk. */
  readonly elevated: Pressure
  /** So many different days with a high measurement make a preliminary diagnosis. */
  readonly days: number
  /** Days within which these lie (local: the norm gives none). */
  readonly within: number
  /** Days until a high measurement is repeated (local) and until a referral is looked after. */
  readonly recheckDays: number
  readonly highRiskMonths: number
  readonly normalMonths: number
}

/** Source: third edition, 高血压患者健康管理, 筛查: 非同日3次 ≥140 and/or ≥90; 高危 every half year, others once a year. */
export const screeningRules: readonly [RuleVersion<ScreeningRule>, ...RuleVersion<ScreeningRule>[]] = [
  {
    ...THIRD_EDITION,
    value: {
      high: { systolic: 140, diastolic: 90 },
      elevated: { systolic: 130, diastolic: 85 },
      days: 3,
      within: 90,
      recheckDays: 14,
      highRiskMonths: 6,
      normalMonths: 12,
    },
  },
]

/** Factors of high risk: any one is enough. Source: third edition, 筛查 (3). */
export const riskFactors = {
  weight: { zh: '超重或肥胖，或中心性肥胖', en: 'Overweight, or large waist' },
  family: { zh: '高血压家族史', en: 'Family history' },
  salt: { zh: '长期高盐膳食', en: 'Salty diet' },
  drink: { zh: '长期过量饮酒', en: 'Drinks too much' },
  age: { zh: '年龄≥55岁', en: 'Aged 55 or over' },
} as const satisfies Record<string, Text>

/** One measurement of somebody who is not a patient. */
export interface Measurement extends Pressure {
  readonly id: string
  readonly on: IsoDate
  readonly factors: readonly string[]
}

/** What each measurement leads to, by id, from all of the person; their order does not matter. */
export function screeningStandings(measurements: readonly Measurement[]): Map<string, ScreeningStanding> {
  const isHigh = ({ systolic, diastolic, on }: Measurement) => {
    const { high } = inForce(screeningRules, on)
    return systolic >= high.systolic || diastolic >= high.diastolic
  }
  const highDays = [...new Set(measurements.filter(isHigh).map((each) => each.on))].sort()
  return new Map(
    measurements.map((each): [string, ScreeningStanding] => {
      const rule = inForce(screeningRules, each.on)
      if (isHigh(each)) {
        const before = highDays.filter((day) => day <= each.on && daysBetween(day, each.on) < rule.within)
        const finding = before.length >= rule.days ? 'suspected' : 'recheck'
        return [each.id, { finding, dueOn: addDays(each.on, rule.recheckDays) }]
      }
      const elevated = each.systolic >= rule.elevated.systolic || each.diastolic >= rule.elevated.diastolic
      return elevated || each.factors.length > 0
        ? [each.id, { finding: 'high-risk', dueOn: addMonths(each.on, rule.highRiskMonths) }]
        : [each.id, { finding: 'normal', dueOn: addMonths(each.on, rule.normalMonths) }]
    }),
  )
}
