import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** How a patient was found. */
export const sources = {
  'first-visit': { zh: '首诊测量', en: 'First visit' },
  screening: { zh: '筛查', en: 'Screening' },
  examination: { zh: '健康体检', en: 'Health examination' },
  hospital: { zh: '医院确诊', en: 'Hospital diagnosis' },
  survey: { zh: '入户调查', en: 'Household survey' },
} as const satisfies Codes

/** Cardiovascular risk as the physician judged it (低危 to 很高危). */
export const riskLevels = {
  low: { zh: '低危', en: 'Low' },
  medium: { zh: '中危', en: 'Medium' },
  high: { zh: '高危', en: 'High' },
  'very-high': { zh: '很高危', en: 'Very high' },
} as const satisfies Codes

/** Why management ended. Somebody who cannot be found stays in the denominator and has a state of its own. */
export const endReasons = {
  died: { zh: '死亡', en: 'Died' },
  'moved-away': { zh: '迁出', en: 'Moved away' },
  'no-disease': { zh: '排除诊断', en: 'Diagnosis not confirmed' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

/** How a visit was made. Only the first two are face to face. */
export const modes = {
  clinic: { zh: '门诊', en: 'At the clinic' },
  home: { zh: '家庭', en: 'At home' },
  phone: { zh: '电话', en: 'By phone' },
} as const satisfies Codes

export const salt = {
  light: { zh: '轻', en: 'Light' },
  medium: { zh: '中', en: 'Medium' },
  heavy: { zh: '重', en: 'Heavy' },
} as const satisfies Codes

export const judgement = {
  good: { zh: '良好', en: 'Good' },
  fair: { zh: '一般', en: 'Fair' },
  poor: { zh: '差', en: 'Poor' },
} as const satisfies Codes

export const compliance = {
  regular: { zh: '规律', en: 'Regular' },
  irregular: { zh: '间断', en: 'Irregular' },
  none: { zh: '不服药', en: 'Takes none' },
} as const satisfies Codes

export const adverse = {
  none: { zh: '无', en: 'None' },
  present: { zh: '有', en: 'Present' },
  'hard-to-control': { zh: '有，难以控制', en: 'Present, hard to control' },
} as const satisfies Codes

/** What became of a referral. */
export const referralOutcomes = {
  seen: { zh: '已就诊', en: 'Seen' },
  admitted: { zh: '已住院', en: 'Admitted' },
  'not-gone': { zh: '未前往', en: 'Did not go' },
} as const satisfies Codes

export const footPulses = {
  normal: { zh: '触及正常', en: 'Normal' },
  weakened: { zh: '减弱', en: 'Weakened' },
  absent: { zh: '消失', en: 'Absent' },
} as const satisfies Codes

export const hypoglycaemia = {
  none: { zh: '无', en: 'None' },
  occasional: { zh: '偶尔', en: 'Occasional' },
  frequent: { zh: '频繁', en: 'Frequent' },
} as const satisfies Codes

/** What a screening measurement leads to. */
export const findings = {
  normal: { zh: '正常', en: 'Normal' },
  'high-risk': { zh: '高危人群', en: 'High risk' },
  recheck: { zh: '偏高待复查', en: 'High, to be measured again' },
  suspected: { zh: '疑似患者，建议转诊确诊', en: 'Suspected, to be referred for diagnosis' },
} as const satisfies Codes
export type ScreeningFinding = keyof typeof findings
