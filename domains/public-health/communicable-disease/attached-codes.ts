import type { Text } from '@kangheng/kernel/text/text.ts'

/** HBsAg 阳性时间. */
export const antigenTimes = {
  'over-six-months': { zh: '大于6个月', en: 'Longer than six months' },
  'within-six-months': { zh: '6个月内由阴性转为阳性', en: 'Turned positive within six months' },
  'never-tested': { zh: '既往未检测或结果不详', en: 'Not tested before or unknown' },
} as const satisfies Record<string, Text>

export const tested = {
  positive: { zh: '阳性', en: 'Positive' },
  negative: { zh: '阴性', en: 'Negative' },
  'not-tested': { zh: '未检测', en: 'Not tested' },
} as const satisfies Record<string, Text>

/** Histology of the liver (肝组织穿刺). */
export const biopsies = {
  acute: { zh: '急性病变', en: 'Acute' },
  chronic: { zh: '慢性病变', en: 'Chronic' },
  'not-done': { zh: '未检测', en: 'Not done' },
} as const satisfies Record<string, Text>

/** 恢复期血清 HBsAg 阴转、抗 HBs 阳转. */
export const conversions = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  'not-tested': { zh: '未检测', en: 'Not tested' },
} as const satisfies Record<string, Text>

export const resistances = {
  sensitive: { zh: '利福平敏感', en: 'Sensitive to rifampicin' },
  resistant: { zh: '利福平耐药', en: 'Resistant to rifampicin' },
  'not-tested': { zh: '未检测', en: 'Not tested' },
} as const satisfies Record<string, Text>

export const treatmentHistories = {
  new: { zh: '初治', en: 'New' },
  retreated: { zh: '复治', en: 'Treated before' },
} as const satisfies Record<string, Text>

/** How a case of tuberculosis was found. */
export const findings = {
  symptoms: { zh: '因症就诊', en: 'Came with symptoms' },
  referral: { zh: '转诊', en: 'Referred' },
  tracing: { zh: '追踪', en: 'Traced' },
  contact: { zh: '接触者检查', en: 'Contact examined' },
  screening: { zh: '主动筛查或体检', en: 'Screening' },
} as const satisfies Record<string, Text>
