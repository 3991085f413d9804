import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** How a child is fed. Exclusive: breast milk and nothing else, medicines aside. Source: third edition, form of the check-up of children under one. */
export const feedings = {
  exclusive: { zh: '纯母乳', en: 'Breast milk only' },
  mixed: { zh: '混合', en: 'Mixed' },
  artificial: { zh: '人工', en: 'Formula' },
} as const satisfies Codes

/** What makes a newborn one of high risk, beside what birth weight, weeks and plurality say. Source: 新生儿访视技术规范 (2012). */
export const riskFactors = {
  asphyxia: { zh: '新生儿窒息', en: 'Asphyxia' },
  defect: { zh: '出生缺陷', en: 'Birth defect' },
  jaundice: { zh: '病理性黄疸', en: 'Pathological jaundice' },
  illness: { zh: '新生儿期患病', en: 'Illness of the newborn' },
  mother: { zh: '母亲患严重疾病或妊娠并发症', en: 'Severe illness of the mother' },
} as const satisfies Codes

/** Why care of a child ended. */
export const endReasons = {
  'seventh-birthday': { zh: '满7周岁', en: 'Seven years old' },
  'moved-away': { zh: '迁出', en: 'Moved away' },
  died: { zh: '死亡', en: 'Died' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

/** Jaundice of a newborn by the part of the body. Source: third edition, 新生儿家庭访视记录表. */
export const jaundice = {
  none: { zh: '无', en: 'None' },
  face: { zh: '面部', en: 'Face' },
  trunk: { zh: '躯干', en: 'Trunk' },
  limbs: { zh: '四肢', en: 'Limbs' },
  palms: { zh: '手足', en: 'Hands and feet' },
} as const satisfies Codes

/** The navel. Source: as above. */
export const navels = {
  'not-fallen': { zh: '未脱', en: 'Not yet fallen off' },
  fallen: { zh: '脱落', en: 'Fallen off' },
  oozing: { zh: '脐部有渗出', en: 'Oozing' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

/** Results of a screening test: hearing, diseases of the newborn. */
export const screenings = {
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Not passed' },
  'not-done': { zh: '未筛查', en: 'Not done' },
} as const satisfies Codes

/** Illnesses since the last check-up. Source: third edition, 儿童健康检查记录表, 两次随访间患病情况. */
export const illnesses = {
  pneumonia: { zh: '肺炎', en: 'Pneumonia' },
  diarrhoea: { zh: '腹泻', en: 'Diarrhoea' },
  injury: { zh: '外伤', en: 'Injury' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

/** Guidance. Source: third edition, 儿童健康检查记录表, 指导. */
export const guidance = {
  feeding: { zh: '科学喂养', en: 'Feeding' },
  growth: { zh: '生长发育', en: 'Growth and development' },
  illness: { zh: '疾病预防', en: 'Prevention of disease' },
  injury: { zh: '预防伤害', en: 'Prevention of injury' },
  mouth: { zh: '口腔保健', en: 'Care of the mouth' },
  eyes: { zh: '护眼', en: 'Care of the eyes' },
} as const satisfies Codes

/** What a check-up found that asks for more than guidance. */
export const findings = {
  underweight: { zh: '低体重', en: 'Underweight' },
  stunting: { zh: '生长迟缓', en: 'Stunting' },
  wasting: { zh: '消瘦', en: 'Wasting' },
  obesity: { zh: '肥胖', en: 'Obesity' },
  faltering: { zh: '生长偏离', en: 'Growth faltering' },
  anaemia: { zh: '贫血', en: 'Anaemia' },
  development: { zh: '发育预警征象', en: 'Warning sign of development' },
  vision: { zh: '视力低常', en: 'Low vision' },
  hearing: { zh: '听力未通过', en: 'Hearing not passed' },
  teeth: { zh: '龋齿', en: 'Caries' },
  other: { zh: '其他异常', en: 'Other' },
} as const satisfies Codes
export type Finding = keyof typeof findings

/** What became of a child with a finding at a follow-up. */
export const outcomes = {
  recovered: { zh: '已恢复正常', en: 'Recovered' },
  improved: { zh: '好转', en: 'Improved' },
  unchanged: { zh: '无变化', en: 'Unchanged' },
  diagnosed: { zh: '已确诊，由专科管理', en: 'Diagnosed, in specialised care' },
  excluded: { zh: '转诊后排除', en: 'Excluded after referral' },
  'not-gone': { zh: '未按转诊就诊', en: 'Did not go where referred' },
} as const satisfies Codes
export type Outcome = keyof typeof outcomes

/** Severity of anaemia by haemoglobin. */
export const anaemia = {
  none: { zh: '无', en: 'None' },
  mild: { zh: '轻度', en: 'Mild' },
  moderate: { zh: '中度', en: 'Moderate' },
  severe: { zh: '重度', en: 'Severe' },
} as const satisfies Codes
