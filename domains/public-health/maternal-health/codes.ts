import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** How a pregnancy ended, or why care of it did. No reason is asked for one that ended early: it is the woman's own affair. */
export const outcomes = {
  completed: { zh: '产后42天检查后结案', en: 'Completed after the 42-day check' },
  'ended-early': { zh: '流产或终止妊娠', en: 'Ended early' },
  'moved-away': { zh: '迁出', en: 'Moved away' },
  died: { zh: '死亡', en: 'Died' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

/** Where a child was born. */
export const places = {
  hospital: { zh: '县级及以上医疗机构', en: 'County hospital or above' },
  township: { zh: '乡镇卫生院', en: 'Township health centre' },
  home: { zh: '家中', en: 'At home' },
  way: { zh: '途中及其他', en: 'On the way, elsewhere' },
} as const satisfies Codes

/** How. */
export const modes = {
  vaginal: { zh: '自然分娩', en: 'Vaginal' },
  assisted: { zh: '阴道助产', en: 'Assisted vaginal' },
  caesarean: { zh: '剖宫产', en: 'Caesarean' },
} as const satisfies Codes

export const sexes = {
  male: { zh: '男', en: 'Boy' },
  female: { zh: '女', en: 'Girl' },
} as const satisfies Codes

/** Guidance at antenatal and postpartum visits. Source: third edition, 产前检查服务记录表, 产后访视记录表. */
export const guidance = {
  living: { zh: '生活方式', en: 'Way of living' },
  nutrition: { zh: '营养', en: 'Nutrition' },
  mind: { zh: '心理', en: 'Mind' },
  exercise: { zh: '运动', en: 'Exercise' },
  screening: { zh: '产前筛查宣传告知', en: 'Prenatal screening' },
  'self-monitoring': { zh: '自我监护', en: 'Self-monitoring' },
  delivery: { zh: '分娩准备', en: 'Preparing for delivery' },
  'breast-feeding': { zh: '母乳喂养', en: 'Breast feeding' },
  newborn: { zh: '新生儿护理', en: 'Care of the newborn' },
} as const satisfies Codes

export const urineProtein = {
  negative: { zh: '－', en: '−' },
  trace: { zh: '±', en: '±' },
  'plus-1': { zh: '＋', en: '+' },
  'plus-2': { zh: '＋＋', en: '++' },
  'plus-3': { zh: '＋＋＋及以上', en: '+++ or more' },
} as const satisfies Codes

/** The two postpartum visits of the norm. */
export const postpartumKinds = {
  home: { zh: '产后访视', en: 'Postpartum visit' },
  'day-42': { zh: '产后42天健康检查', en: '42-day check' },
} as const satisfies Codes

export const condition = {
  normal: { zh: '未见异常', en: 'Normal' },
  abnormal: { zh: '异常', en: 'Abnormal' },
} as const satisfies Codes

/** What became of a special case at a follow-up. */
export const caseOutcomes = {
  stable: { zh: '病情稳定', en: 'Stable' },
  better: { zh: '好转', en: 'Better' },
  worse: { zh: '加重', en: 'Worse' },
  admitted: { zh: '已住院', en: 'Admitted' },
} as const satisfies Codes

/** Whose death is reviewed. */
export const deathKinds = {
  maternal: { zh: '孕产妇死亡', en: 'Maternal death' },
  'under-five': { zh: '5岁以下儿童死亡', en: 'Death of a child under five' },
} as const satisfies Codes

/** Where somebody died. */
export const deathPlaces = {
  hospital: { zh: '医疗机构', en: 'Medical institution' },
  way: { zh: '转运途中', en: 'On the way' },
  home: { zh: '家中', en: 'At home' },
  elsewhere: { zh: '其他', en: 'Elsewhere' },
} as const satisfies Codes

/** Groups of causes. Source: 全国妇幼卫生监测, 孕产妇死亡报告卡 and 儿童死亡报告卡. */
export const deathCauses = {
  haemorrhage: { zh: '产科出血', en: 'Obstetric haemorrhage' },
  hypertension: { zh: '妊娠期高血压疾病', en: 'Hypertensive disorder of pregnancy' },
  embolism: { zh: '羊水栓塞', en: 'Amniotic fluid embolism' },
  sepsis: { zh: '产褥感染', en: 'Puerperal infection' },
  'medical-disease': { zh: '妊娠合并内科疾病', en: 'Medical disease in pregnancy' },
  preterm: { zh: '早产或低出生体重', en: 'Preterm birth or low birth weight' },
  asphyxia: { zh: '出生窒息', en: 'Birth asphyxia' },
  pneumonia: { zh: '肺炎', en: 'Pneumonia' },
  defect: { zh: '先天异常', en: 'Congenital anomaly' },
  injury: { zh: '意外伤害', en: 'Injury' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes

/** Evidence that the investigation gathers. Source: 孕产妇死亡评审规范. */
export const evidence = {
  'medical-record': { zh: '病历复印件', en: 'Copy of the medical record' },
  'survey-form': { zh: '死亡调查表', en: 'Form of the investigation' },
  certificate: { zh: '死亡医学证明', en: 'Death certificate' },
  'care-handbook': { zh: '保健手册', en: 'Care handbook' },
  interview: { zh: '家属和医务人员访谈', en: 'Interviews' },
} as const satisfies Codes

export const reviewLevels = {
  county: { zh: '县级', en: 'County' },
  prefecture: { zh: '市级', en: 'Prefecture' },
  province: { zh: '省级', en: 'Province' },
} as const satisfies Codes
export type ReviewLevel = keyof typeof reviewLevels

/** What the review concludes. Source: 孕产妇死亡评审规范, 评审结论. */
export const avoidability = {
  avoidable: { zh: '可避免死亡', en: 'Avoidable' },
  'create-conditions': { zh: '创造条件可避免死亡', en: 'Avoidable under better conditions' },
  unavoidable: { zh: '不可避免死亡', en: 'Not avoidable' },
} as const satisfies Codes

/** Links of the chain in which something failed. Source: as above, 三个环节四个问题. */
export const failures = {
  family: { zh: '个人、家庭：知识技能、态度、资源', en: 'Woman and family' },
  'primary-care': { zh: '基层医疗保健机构：知识技能、管理、资源', en: 'Primary care' },
  hospital: { zh: '县级及以上医疗保健机构：知识技能、管理、资源', en: 'Hospitals' },
  society: { zh: '社会及其他部门：管理、资源', en: 'Society and other departments' },
} as const satisfies Codes
