import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** How a child with a defect was born. */
export const outcomes = {
  live: { zh: '活产', en: 'Live birth' },
  'died-early': { zh: '活产，7天内死亡', en: 'Live birth, died within 7 days' },
  stillborn: { zh: '死胎死产', en: 'Stillbirth' },
  terminated: { zh: '产前诊断后终止妊娠', en: 'Terminated after prenatal diagnosis' },
} as const satisfies Codes
export type Outcome = keyof typeof outcomes

export const sexes = {
  male: { zh: '男', en: 'Boy' },
  female: { zh: '女', en: 'Girl' },
  ambiguous: { zh: '两性畸形', en: 'Ambiguous' },
  unknown: { zh: '不明', en: 'Unknown' },
} as const satisfies Codes

/** What the diagnosis rests on. Source: 出生缺陷儿登记卡, 诊断依据. */
export const bases = {
  clinical: { zh: '临床', en: 'Clinical' },
  ultrasound: { zh: '超声', en: 'Ultrasound' },
  autopsy: { zh: '尸解', en: 'Autopsy' },
  biochemical: { zh: '生化检查', en: 'Biochemical test' },
  chromosome: { zh: '染色体', en: 'Chromosomes' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

export const certainties = {
  suspected: { zh: '疑似', en: 'Suspected' },
  confirmed: { zh: '确诊', en: 'Confirmed' },
} as const satisfies Codes

/** When the defect was found. */
export const times = {
  prenatal: { zh: '产前', en: 'Before birth' },
  'seven-days': { zh: '产后7天内', en: 'Within 7 days of birth' },
  later: { zh: '产后7天以后', en: 'Later' },
} as const satisfies Codes
export type DiagnosisTime = keyof typeof times

export const returnReasons = {
  incomplete: { zh: '填写不完整', en: 'Incomplete' },
  contradictory: { zh: '逻辑错误', en: 'Contradictory' },
  undiagnosed: { zh: '诊断不明确', en: 'Diagnosis not clear' },
} as const satisfies Codes

/** When folic acid is taken. */
export const stages = {
  before: { zh: '孕前', en: 'Before pregnancy' },
  early: { zh: '孕早期', en: 'Early pregnancy' },
} as const satisfies Codes

export const takings = {
  regular: { zh: '规范服用', en: 'Regularly' },
  irregular: { zh: '不规范服用', en: 'Irregularly' },
  none: { zh: '未服用', en: 'Not taken' },
} as const satisfies Codes

/** The answer to an offer. No reason is asked for a refusal. */
export const answers = {
  accepted: { zh: '同意', en: 'Accepted' },
  declined: { zh: '不同意', en: 'Declined' },
} as const satisfies Codes

export const screeningResults = {
  low: { zh: '低风险', en: 'Low risk' },
  critical: { zh: '临界风险', en: 'Borderline' },
  high: { zh: '高风险或异常', en: 'High risk or abnormal' },
} as const satisfies Codes

export const diagnosisMethods = {
  chorion: { zh: '绒毛取材', en: 'Chorionic villi' },
  amniocentesis: { zh: '羊膜腔穿刺', en: 'Amniocentesis' },
  'cord-blood': { zh: '脐血管穿刺', en: 'Cord blood' },
  imaging: { zh: '诊断性超声或磁共振', en: 'Diagnostic imaging' },
} as const satisfies Codes

export const diagnosisResults = {
  normal: { zh: '未见异常', en: 'Nothing abnormal' },
  abnormal: { zh: '异常，已遗传咨询', en: 'Abnormal, counselled' },
} as const satisfies Codes
