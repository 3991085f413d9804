import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** The six diagnoses that are reported and managed. Source: 严重精神障碍发病报告管理办法（试行）, 国卫疾控发〔2013〕8号. */
export const diagnoses = {
  schizophrenia: { zh: '精神分裂症', en: 'Schizophrenia' },
  schizoaffective: { zh: '分裂情感性障碍', en: 'Schizoaffective disorder' },
  paranoid: { zh: '偏执性精神病', en: 'Paranoid psychosis' },
  bipolar: { zh: '双相（情感）障碍', en: 'Bipolar disorder' },
  epileptic: { zh: '癫痫所致精神障碍', en: 'Mental disorder due to epilepsy' },
  retardation: { zh: '精神发育迟滞伴发精神障碍', en: 'Mental retardation with mental disorder' },
} as const satisfies Codes

/** How the register learned of the patient. */
export const sources = {
  report: { zh: '精神专科机构发病报告', en: 'Report by a specialist institution' },
  discharge: { zh: '出院信息单', en: 'Discharge form' },
  transfer: { zh: '外地转入', en: 'Transfer from elsewhere' },
  screening: { zh: '线索调查复核诊断', en: 'Found by survey, diagnosis confirmed' },
} as const satisfies Codes

/** Who agreed to management in the community, or refused it. */
export const consentGivers = {
  patient: { zh: '本人', en: 'The patient' },
  guardian: { zh: '监护人', en: 'The guardian' },
  both: { zh: '本人和监护人', en: 'Both' },
} as const satisfies Codes

export const consents = {
  agreed: { zh: '同意参加社区管理', en: 'Agrees to management' },
  refused: { zh: '不同意参加社区管理', en: 'Refuses management' },
} as const satisfies Codes

export const guardianRelations = {
  spouse: { zh: '配偶', en: 'Spouse' },
  parent: { zh: '父母', en: 'Parent' },
  child: { zh: '成年子女', en: 'Grown child' },
  relative: { zh: '其他近亲属', en: 'Other relative' },
  committee: { zh: '居（村）民委员会或民政部门', en: 'Village committee or civil affairs' },
  other: { zh: '其他愿意担任监护人的个人或组织', en: 'Other person or organisation' },
} as const satisfies Codes

/** Why somebody cannot be found. Source: third edition, 严重精神障碍患者随访服务记录表, 失访原因. */
export const lossReasons = {
  work: { zh: '外出打工', en: 'Works elsewhere' },
  moved: { zh: '迁居他处', en: 'Lives elsewhere' },
  missing: { zh: '走失', en: 'Missing' },
  'not-met': { zh: '连续3次未到访', en: 'Not met three times in a row' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

export const symptoms = {
  hallucination: { zh: '幻觉', en: 'Hallucination' },
  communication: { zh: '交流困难', en: 'Hard to talk to' },
  suspicion: { zh: '猜疑', en: 'Suspicion' },
  elation: { zh: '喜怒无常或兴奋话多', en: 'Moods, elation' },
  odd: { zh: '行为怪异', en: 'Odd behaviour' },
  hurting: { zh: '伤人毁物', en: 'Hurts or destroys' },
  pessimism: { zh: '悲观厌世', en: 'Pessimism' },
  wandering: { zh: '无故外走', en: 'Wandering' },
  'self-talk': { zh: '自语自笑', en: 'Talks or laughs alone' },
  withdrawn: { zh: '孤僻懒散', en: 'Withdrawn' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

export const symptomStates = {
  gone: { zh: '基本消失', en: 'Almost gone' },
  some: { zh: '部分存在', en: 'Some' },
  marked: { zh: '明显', en: 'Marked' },
} as const satisfies Codes

export const insights = {
  full: { zh: '自知力完全', en: 'Full' },
  partial: { zh: '自知力不全', en: 'Partial' },
  none: { zh: '自知力缺失', en: 'None' },
} as const satisfies Codes

export const functions = {
  good: { zh: '良好', en: 'Good' },
  fair: { zh: '一般', en: 'Fair' },
  poor: { zh: '较差', en: 'Poor' },
} as const satisfies Codes

export const somaticStates = {
  none: { zh: '无', en: 'None' },
  stable: { zh: '有，病情稳定', en: 'Present, stable' },
  severe: { zh: '有，严重', en: 'Severe' },
} as const satisfies Codes

export const reactions = {
  none: { zh: '无', en: 'None' },
  present: { zh: '有', en: 'Present' },
  severe: { zh: '有，严重', en: 'Severe' },
  'no-medicine': { zh: '此项不适用', en: 'Takes no medicine' },
} as const satisfies Codes

export const compliances = {
  regular: { zh: '按医嘱规律服药', en: 'Regular' },
  irregular: { zh: '间断服药', en: 'Irregular' },
  none: { zh: '不服药', en: 'Takes none' },
  'not-needed': { zh: '医嘱勿需用药', en: 'None prescribed' },
} as const satisfies Codes

export const effects = {
  recovered: { zh: '痊愈', en: 'Recovered' },
  better: { zh: '好转', en: 'Better' },
  same: { zh: '无变化', en: 'The same' },
  worse: { zh: '加重', en: 'Worse' },
} as const satisfies Codes

/** Locked up at home: never allowed, and to be ended (解锁). */
export const confinements = {
  none: { zh: '无关锁', en: 'Not locked up' },
  'locked-up': { zh: '关锁', en: 'Locked up' },
  freed: { zh: '关锁已解除', en: 'Freed' },
} as const satisfies Codes

export const rehabilitation = {
  living: { zh: '生活劳动能力', en: 'Daily living and work' },
  occupation: { zh: '职业训练', en: 'Occupational training' },
  learning: { zh: '学习能力', en: 'Learning' },
  social: { zh: '社会交往', en: 'Social contact' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

/** Why the yearly examination was not made although it was offered. */
export const examinationAnswers = {
  agreed: { zh: '同意', en: 'Agreed' },
  declined: { zh: '本人或监护人不同意', en: 'Declined' },
  'not-fit': { zh: '病情不许可', en: 'Not fit for it' },
} as const satisfies Codes

/** What an emergency was about. Source: 严重精神障碍管理治疗工作规范（2018年版）, 应急处置. */
export const emergencyKinds = {
  'self-harm': { zh: '自伤、自杀行为或危险', en: 'Self-harm or suicide' },
  danger: { zh: '危害公共安全或他人安全的行为或危险', en: 'Danger to others' },
  relapse: { zh: '病情复发，精神状况明显恶化', en: 'Relapse' },
  reaction: { zh: '急性或严重药物不良反应', en: 'Acute or severe adverse reaction' },
} as const satisfies Codes

export const disposals = {
  'on-the-spot': { zh: '现场临时性处置', en: 'On the spot' },
  observation: { zh: '精神科门诊或急诊留观', en: 'Observation' },
  admission: { zh: '精神科紧急住院', en: 'Emergency admission' },
  consultation: { zh: '会诊', en: 'Consultation' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

export const admissions = {
  voluntary: { zh: '自愿住院', en: 'Voluntary' },
  involuntary: { zh: '非自愿住院（精神卫生法第三十条）', en: 'Involuntary (Mental Health Law, art. 30)' },
} as const satisfies Codes
