import { ageOn, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'

/** A blood pressure in mmHg. */
export interface Pressure {
  readonly systolic: number
  readonly diastolic: number
}

/** Goals of an indicator or of treatment: both values lie below. */
interface Goals {
  /** People from this age have a goal of their own. */
  readonly olderFrom: number
  readonly general: Pressure
  readonly older: Pressure
}

/**
 * The goal that classes and control rate are judged by. Age is age on the day of the visit. Source: third edition, 高血压患者健康管理:
 * 一般 <140/90, 65岁及以上 <150/90. Clinical goals may be tighter (WS/T 872-2025): see `clinicalGoals`.
 */
export const indicatorGoals: readonly [RuleVersion<Goals>, ...RuleVersion<Goals>[]] = [
  {
    ...THIRD_EDITION,
    value: { olderFrom: 65, general: { systolic: 140, diastolic: 90 }, older: { systolic: 150, diastolic: 90 } },
  },
]

/** What treatment aims at beside the indicator: below 140/90 at every age when tolerated. A county may set its own. */
export const clinicalGoals: readonly [RuleVersion<Pressure>, ...RuleVersion<Pressure>[]] = [
  { ...THIRD_EDITION, value: { systolic: 140, diastolic: 90 } },
]

/** From here on, treat and refer at once. Source: third edition, 随访评估. */
export const emergencyPressure: readonly [RuleVersion<Pressure>, ...RuleVersion<Pressure>[]] = [
  { ...THIRD_EDITION, value: { systolic: 180, diastolic: 110 } },
]

/** Whether a pressure is at the goal of the norm in force: both values below. */
export function isAtGoal({ systolic, diastolic }: Pressure, birth: IsoDate, on: IsoDate): boolean {
  const { olderFrom, general, older } = inForce(indicatorGoals, on)
  const goal = ageOn(birth, on) >= olderFrom ? older : general
  return systolic < goal.systolic && diastolic < goal.diastolic
}

/** Whether a pressure alone asks for treatment and referral at once. */
export function isEmergency({ systolic, diastolic }: Pressure, on: IsoDate): boolean {
  const limit = inForce(emergencyPressure, on)
  return systolic >= limit.systolic || diastolic >= limit.diastolic
}

/** Symptoms of the follow-up card. Source: third edition, 高血压患者随访服务记录表. */
export const symptoms = {
  headache: { zh: '头痛头晕', en: 'Headache, dizziness' },
  nausea: { zh: '恶心呕吐', en: 'Nausea, vomiting' },
  'blurred-vision': { zh: '眼花耳鸣', en: 'Blurred vision, ringing ears' },
  breathless: { zh: '呼吸困难', en: 'Breathlessness' },
  palpitation: { zh: '心悸胸闷', en: 'Palpitation, chest tightness' },
  nosebleed: { zh: '鼻衄出血不止', en: 'Nosebleed' },
  numbness: { zh: '四肢发麻', en: 'Numb limbs' },
  swelling: { zh: '下肢水肿', en: 'Swollen legs' },
} as const satisfies Record<string, Text>

/** Signs that ask for treatment and referral at once. Source: third edition, 随访评估 (1). */
export const emergencySigns = {
  consciousness: { zh: '意识改变', en: 'Altered mind' },
  headache: { zh: '剧烈头痛或头晕', en: 'Violent headache or dizziness' },
  vomiting: { zh: '恶心呕吐', en: 'Vomiting' },
  vision: { zh: '视力模糊、眼痛', en: 'Blurred vision, eye pain' },
  chest: { zh: '心悸、胸闷', en: 'Palpitation, chest tightness' },
  orthopnoea: { zh: '喘憋不能平卧', en: 'Cannot lie flat for breathlessness' },
  pregnancy: { zh: '妊娠期或哺乳期血压高于正常', en: 'Raised in pregnancy or lactation' },
  other: { zh: '其他不能处理的疾病', en: 'Other that cannot be treated here' },
} as const satisfies Record<string, Text>
