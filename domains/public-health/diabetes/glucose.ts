import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'

interface GlucoseRule {
  /** Fasting glucose below this is at the goal, mmol/L. */
  readonly goal: number
  /** From here on, and down to here, treat and refer at once. */
  readonly emergencyHigh: number
  readonly emergencyLow: number
  readonly emergencySystolic: number
  readonly emergencyDiastolic: number
  /** A resting heart rate above this is an emergency sign. */
  readonly emergencyHeartRate: number
}

/** Source: third edition, 2型糖尿病患者健康管理, 随访评估 and 分类干预. */
export const glucoseRules: readonly [RuleVersion<GlucoseRule>, ...RuleVersion<GlucoseRule>[]] = [
  {
    ...THIRD_EDITION,
    value: {
      goal: 7.0,
      emergencyHigh: 16.7,
      emergencyLow: 3.9,
      emergencySystolic: 180,
      emergencyDiastolic: 110,
      emergencyHeartRate: 100,
    },
  },
]

/** Whether a fasting glucose (mmol/L) is at the goal of the norm in force. */
export function isAtGoal(fasting: number, on: IsoDate): boolean {
  return fasting < inForce(glucoseRules, on).goal
}

/** What a visit measured; null where it did not. */
export interface Measured {
  readonly fasting: number | null
  readonly random: number | null
  readonly systolic: number | null
  readonly diastolic: number | null
  readonly heartRate: number | null
}

/** Whether the values alone ask for treatment and referral at once. */
export function isEmergency({ fasting, random, systolic, diastolic, heartRate }: Measured, on: IsoDate): boolean {
  const rule = inForce(glucoseRules, on)
  const outside = (value: number | null) =>
    value !== null && (value >= rule.emergencyHigh || value <= rule.emergencyLow)
  return (
    outside(fasting) ||
    outside(random) ||
    (systolic ?? 0) >= rule.emergencySystolic ||
    (diastolic ?? 0) >= rule.emergencyDiastolic ||
    (heartRate ?? 0) > rule.emergencyHeartRate
  )
}

/** Symptoms of the follow-up card. Source: third edition, 2型糖尿病患者随访服务记录表. */
export const symptoms = {
  thirst: { zh: '多饮', en: 'Thirst' },
  hunger: { zh: '多食', en: 'Hunger' },
  polyuria: { zh: '多尿', en: 'Polyuria' },
  'blurred-vision': { zh: '视力模糊', en: 'Blurred vision' },
  infection: { zh: '感染', en: 'Infection' },
  numbness: { zh: '手脚麻木', en: 'Numb hands and feet' },
  swelling: { zh: '下肢浮肿', en: 'Swollen legs' },
  'weight-loss': { zh: '体重明显下降', en: 'Marked loss of weight' },
} as const satisfies Record<string, Text>

/** Signs that ask for treatment and referral at once. Source: third edition, 随访评估 (1). */
export const emergencySigns = {
  consciousness: { zh: '意识或行为改变', en: 'Altered mind or conduct' },
  acetone: { zh: '呼气有烂苹果样丙酮味', en: 'Acetone breath' },
  palpitation: { zh: '心悸、出汗', en: 'Palpitation, sweating' },
  vomiting: { zh: '食欲减退、恶心、呕吐、多饮、多尿、腹痛', en: 'No appetite, vomiting, thirst, polyuria, belly pain' },
  breathing: { zh: '深大呼吸、皮肤潮红', en: 'Deep breathing, flushed skin' },
  fever: { zh: '体温超过39℃', en: 'Temperature above 39 ℃' },
  vision: { zh: '视力突然骤降', en: 'Sudden loss of sight' },
  pregnancy: { zh: '妊娠期或哺乳期血糖高于正常', en: 'Raised in pregnancy or lactation' },
  other: { zh: '其他不能处理的疾病', en: 'Other that cannot be treated here' },
} as const satisfies Record<string, Text>
