import type { Text } from '@kangheng/kernel/text/text.ts'

/** Codes of the personal basic information form. Source: 国家基本公共卫生服务规范（第三版）个人基本信息表; WS 365-2011. */
export const bloodTypes = {
  A: { zh: 'A型', en: 'A' },
  B: { zh: 'B型', en: 'B' },
  O: { zh: 'O型', en: 'O' },
  AB: { zh: 'AB型', en: 'AB' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Text>

export const rhesusTypes = {
  positive: { zh: 'RH阳性', en: 'Rh positive' },
  negative: { zh: 'RH阴性', en: 'Rh negative' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Text>

export const educations = {
  postgraduate: { zh: '研究生', en: 'Postgraduate' },
  university: { zh: '大学本科', en: 'University' },
  college: { zh: '大学专科和专科学校', en: 'College' },
  vocational: { zh: '中等专业学校', en: 'Vocational school' },
  technical: { zh: '技工学校', en: 'Technical school' },
  'senior-high': { zh: '高中', en: 'Senior high school' },
  'junior-high': { zh: '初中', en: 'Junior high school' },
  primary: { zh: '小学', en: 'Primary school' },
  illiterate: { zh: '文盲或半文盲', en: 'Illiterate' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Text>

export const occupations = {
  leader: { zh: '国家机关、党群组织、企业、事业单位负责人', en: 'Leaders of organisations' },
  professional: { zh: '专业技术人员', en: 'Professionals' },
  clerk: { zh: '办事人员和有关人员', en: 'Clerks' },
  service: { zh: '商业、服务业人员', en: 'Trade and services' },
  farmer: { zh: '农、林、牧、渔、水利业生产人员', en: 'Farming, forestry, husbandry, fishery' },
  worker: { zh: '生产、运输设备操作人员及有关人员', en: 'Production and transport' },
  military: { zh: '军人', en: 'Military' },
  other: { zh: '不便分类的其他从业人员', en: 'Other occupations' },
  none: { zh: '无职业', en: 'No occupation' },
} as const satisfies Record<string, Text>

export const marriages = {
  single: { zh: '未婚', en: 'Single' },
  married: { zh: '已婚', en: 'Married' },
  widowed: { zh: '丧偶', en: 'Widowed' },
  divorced: { zh: '离婚', en: 'Divorced' },
  unknown: { zh: '未说明的婚姻状况', en: 'Not stated' },
} as const satisfies Record<string, Text>

export const payments = {
  employee: { zh: '城镇职工基本医疗保险', en: 'Employee insurance' },
  resident: { zh: '城乡居民基本医疗保险', en: 'Resident insurance' },
  assistance: { zh: '贫困救助', en: 'Medical assistance' },
  commercial: { zh: '商业医疗保险', en: 'Commercial insurance' },
  public: { zh: '全公费', en: 'Public funds' },
  self: { zh: '全自费', en: 'Self-paid' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const allergies = {
  penicillin: { zh: '青霉素', en: 'Penicillin' },
  sulfonamide: { zh: '磺胺', en: 'Sulfonamides' },
  streptomycin: { zh: '链霉素', en: 'Streptomycin' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const exposures = {
  chemical: { zh: '化学品', en: 'Chemicals' },
  poison: { zh: '毒物', en: 'Poisons' },
  radiation: { zh: '射线', en: 'Radiation' },
} as const satisfies Record<string, Text>

/**
 * Diseases asked for in personal and family history, in the order of the form. Its seventh, severe mental disorder, is left out: many read this form, and that
 * diagnosis, of the person or of a relative, is kept by the line of business that named roles alone see. Source: 精神卫生法 art. 4 and 23.
 */
export const diseases = {
  hypertension: { zh: '高血压', en: 'Hypertension' },
  diabetes: { zh: '糖尿病', en: 'Diabetes' },
  'coronary-disease': { zh: '冠心病', en: 'Coronary disease' },
  copd: { zh: '慢性阻塞性肺疾病', en: 'COPD' },
  tumour: { zh: '恶性肿瘤', en: 'Malignant tumour' },
  stroke: { zh: '脑卒中', en: 'Stroke' },
  tuberculosis: { zh: '结核病', en: 'Tuberculosis' },
  hepatitis: { zh: '肝炎', en: 'Hepatitis' },
  'other-notifiable': { zh: '其他法定传染病', en: 'Other notifiable disease' },
  occupational: { zh: '职业病', en: 'Occupational disease' },
  congenital: { zh: '先天畸形', en: 'Congenital malformation' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const disabilities = {
  sight: { zh: '视力残疾', en: 'Sight' },
  hearing: { zh: '听力残疾', en: 'Hearing' },
  speech: { zh: '言语残疾', en: 'Speech' },
  limbs: { zh: '肢体残疾', en: 'Limbs' },
  intellect: { zh: '智力残疾', en: 'Intellect' },
  mind: { zh: '精神残疾', en: 'Mind' },
  other: { zh: '其他残疾', en: 'Other' },
} as const satisfies Record<string, Text>

export const kitchenVents = {
  none: { zh: '无', en: 'None' },
  hood: { zh: '油烟机', en: 'Range hood' },
  fan: { zh: '换气扇', en: 'Fan' },
  chimney: { zh: '烟囱', en: 'Chimney' },
} as const satisfies Record<string, Text>

export const fuels = {
  'liquid-gas': { zh: '液化气', en: 'Liquefied gas' },
  coal: { zh: '煤', en: 'Coal' },
  'natural-gas': { zh: '天然气', en: 'Natural gas' },
  biogas: { zh: '沼气', en: 'Biogas' },
  wood: { zh: '柴火', en: 'Wood' },
  electricity: { zh: '电', en: 'Electricity' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const waters = {
  tap: { zh: '自来水', en: 'Tap water' },
  purified: { zh: '经净化过滤的水', en: 'Purified water' },
  well: { zh: '井水', en: 'Well' },
  surface: { zh: '河湖水', en: 'River or lake' },
  pond: { zh: '塘水', en: 'Pond' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const toilets = {
  sanitary: { zh: '卫生厕所', en: 'Sanitary toilet' },
  compost: { zh: '一格或二格粪池式', en: 'One or two pits' },
  bucket: { zh: '马桶', en: 'Bucket' },
  open: { zh: '露天粪坑', en: 'Open pit' },
  shed: { zh: '简易棚厕', en: 'Shed' },
} as const satisfies Record<string, Text>

export const livestockPens = {
  none: { zh: '无', en: 'None' },
  separate: { zh: '单设', en: 'Separate' },
  indoor: { zh: '室内', en: 'Indoors' },
  outdoor: { zh: '室外', en: 'Outdoors' },
} as const satisfies Record<string, Text>

/** A disease in the personal history, with the month it was confirmed (YYYY-MM) if known. */
export interface PastDisease {
  readonly disease: keyof typeof diseases
  readonly note?: string | undefined
  readonly since?: string | undefined
}

/** An operation, injury or transfusion, with its month if known. */
export interface PastEvent {
  readonly name: string
  readonly on?: string | undefined
}

/** Diseases of the family; an empty list says there are none. */
export interface FamilyHistory {
  readonly father: readonly (keyof typeof diseases)[]
  readonly mother: readonly (keyof typeof diseases)[]
  readonly siblings: readonly (keyof typeof diseases)[]
  readonly children: readonly (keyof typeof diseases)[]
}
