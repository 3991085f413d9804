import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** Items of the permission, of institutions and staff alike. Source: 母婴保健法实施办法 art. 35; 母婴保健专项技术服务许可及人员资格管理办法. */
export const items = {
  midwifery: { zh: '助产技术', en: 'Midwifery' },
  sterilisation: { zh: '结扎手术', en: 'Sterilisation' },
  termination: { zh: '终止妊娠手术', en: 'Termination of pregnancy' },
  premarital: { zh: '婚前医学检查', en: 'Premarital examination' },
  'prenatal-screening': { zh: '产前筛查', en: 'Prenatal screening' },
  'prenatal-diagnosis': { zh: '产前诊断', en: 'Prenatal diagnosis' },
  'genetic-diagnosis': { zh: '遗传病诊断', en: 'Genetic diagnosis' },
} as const satisfies Codes
export type ItemId = keyof typeof items

/** Who permits. */
export const authorities = {
  county: { zh: '县级卫生健康行政部门', en: 'County' },
  province: { zh: '省级卫生健康行政部门', en: 'Province' },
} as const satisfies Codes

export const professions = {
  doctor: { zh: '执业医师', en: 'Doctor' },
  assistant: { zh: '执业助理医师', en: 'Assistant doctor' },
  midwife: { zh: '助产士（护士）', en: 'Midwife' },
  technician: { zh: '技师', en: 'Technician' },
} as const satisfies Codes

/** What is wrong at a unit. */
export const findingKinds = {
  'no-permit': { zh: '无有效执业许可开展助产', en: 'Deliveries without a valid permit' },
  'no-staff': { zh: '无有效合格证人员开展助产', en: 'Deliveries without certified staff' },
} as const satisfies Codes
export type FindingKind = keyof typeof findingKinds

export const scenarios = {
  haemorrhage: { zh: '产后出血', en: 'Postpartum haemorrhage' },
  eclampsia: { zh: '子痫', en: 'Eclampsia' },
  embolism: { zh: '羊水栓塞', en: 'Amniotic fluid embolism' },
  dystocia: { zh: '肩难产', en: 'Shoulder dystocia' },
  asphyxia: { zh: '新生儿窒息复苏', en: 'Resuscitation of a newborn' },
  transfer: { zh: '危急重症转运', en: 'Transfer of a critical case' },
} as const satisfies Codes

export const rescueOutcomes = {
  saved: { zh: '抢救成功', en: 'Saved' },
  'passed-on': { zh: '转上级机构', en: 'Passed on' },
  died: { zh: '死亡', en: 'Died' },
} as const satisfies Codes
