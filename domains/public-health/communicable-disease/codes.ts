import type { Text } from '@kangheng/kernel/text/text.ts'

/** How sure the diagnosis is (病例分类). */
export const categories = {
  suspected: { zh: '疑似病例', en: 'Suspected' },
  clinical: { zh: '临床诊断病例', en: 'Clinically diagnosed' },
  confirmed: { zh: '确诊病例', en: 'Confirmed' },
  carrier: { zh: '病原携带者', en: 'Carrier' },
} as const satisfies Record<string, Text>
export type Category = keyof typeof categories

/** Categories that count as cases in published rates; suspects and carriers do not. */
export const countedCategories: readonly Category[] = ['clinical', 'confirmed']

export const courses = {
  acute: { zh: '急性', en: 'Acute' },
  chronic: { zh: '慢性', en: 'Chronic' },
} as const satisfies Record<string, Text>

/** Where the patient belongs (病人属于). */
export const origins = {
  county: { zh: '本县区', en: 'This county' },
  city: { zh: '本市其他县区', en: 'Another county of the city' },
  province: { zh: '本省其他地市', en: 'Another city of the province' },
  elsewhere: { zh: '外省', en: 'Another province' },
  'hong-kong-macao-taiwan': { zh: '港澳台', en: 'Hong Kong, Macao, Taiwan' },
  foreign: { zh: '外籍', en: 'Foreigner' },
} as const satisfies Record<string, Text>

/** Groups of people (人群分类), the 18 of the report card of 2019. */
export const groups = {
  nursery: { zh: '幼托儿童', en: 'Child in nursery or kindergarten' },
  'child-at-home': { zh: '散居儿童', en: 'Child at home' },
  pupil: { zh: '学生', en: 'Pupil or student' },
  teacher: { zh: '教师', en: 'Teacher' },
  nurse: { zh: '保育员及保姆', en: 'Nursery nurse or nanny' },
  catering: { zh: '餐饮食品业', en: 'Catering and food' },
  commerce: { zh: '商业服务', en: 'Commerce' },
  health: { zh: '医务人员', en: 'Health worker' },
  worker: { zh: '工人', en: 'Worker' },
  migrant: { zh: '民工', en: 'Migrant worker' },
  farmer: { zh: '农民', en: 'Farmer' },
  herder: { zh: '牧民', en: 'Herder' },
  fisher: { zh: '渔（船）民', en: 'Fisher or boatman' },
  official: { zh: '干部职员', en: 'Official or clerk' },
  retired: { zh: '离退人员', en: 'Retired' },
  household: { zh: '家务及待业', en: 'Household or without work' },
  other: { zh: '其他', en: 'Other' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Text>
export type Group = keyof typeof groups

/** Groups whose school, kindergarten and class the card must name. */
export const schoolGroups: readonly Group[] = ['nursery', 'pupil', 'teacher']

export const returnReasons = {
  incomplete: { zh: '填写不完整', en: 'Incomplete' },
  contradiction: { zh: '逻辑错误', en: 'Contradicts itself' },
  diagnosis: { zh: '诊断依据不足', en: 'Diagnosis not supported' },
  address: { zh: '现住址不详', en: 'Address not exact' },
} as const satisfies Record<string, Text>

/** States in which a signal is alive: it takes further cases in, which a dismissed one does not. */
export const aliveStates = ['raised', 'verified', 'investigating', 'event']

/** Why a signal was no event. */
export const dismissals = {
  expected: { zh: '正常波动', en: 'Within what is usual' },
  'reporting-artefact': { zh: '集中补报或重卡', en: 'Late or double reports' },
  misdiagnosis: { zh: '误诊误报', en: 'Wrong diagnosis' },
  'unrelated-cases': { zh: '病例之间无关联', en: 'Cases are not related' },
  'already-known': { zh: '已有事件包含', en: 'Part of a known event' },
} as const satisfies Record<string, Text>

/** Levels of events (Ⅰ is the gravest). */
export const grades = {
  I: { zh: '特别重大（Ⅰ级）', en: 'Extraordinarily grave (I)' },
  II: { zh: '重大（Ⅱ级）', en: 'Grave (II)' },
  III: { zh: '较大（Ⅲ级）', en: 'Larger (III)' },
  IV: { zh: '一般（Ⅳ级）', en: 'General (IV)' },
  ungraded: { zh: '未达分级标准', en: 'Below the grades' },
} as const satisfies Record<string, Text>
export type Grade = keyof typeof grades

/** How a signal arose. */
export const signalMethods = {
  'fixed-threshold': { zh: '固定阈值', en: 'Fixed threshold' },
  farrington: { zh: 'Farrington', en: 'Farrington' },
  'farrington-flexible': { zh: '灵活 Farrington', en: 'Farrington flexible' },
  'ears-c1': { zh: 'EARS C1', en: 'EARS C1' },
  'ears-c2': { zh: 'EARS C2', en: 'EARS C2' },
  'ears-c3': { zh: 'EARS C3', en: 'EARS C3' },
  'moving-percentile': { zh: '移动百分位数', en: 'Moving percentile' },
  'neighbouring-villages': { zh: '邻近村聚集', en: 'Neighbouring villages' },
  manual: { zh: '人工上报', en: 'Raised by hand' },
} as const satisfies Record<string, Text>

/** Routes of infection on the attached card for sexually transmitted diseases. */
export const infectionRoutes = {
  heterosexual: { zh: '异性性传播', en: 'Heterosexual contact' },
  homosexual: { zh: '同性性传播', en: 'Homosexual contact' },
  injection: { zh: '注射吸毒', en: 'Injecting drugs' },
  'mother-to-child': { zh: '母婴传播', en: 'Mother to child' },
  blood: { zh: '输血/血制品', en: 'Blood or blood products' },
  other: { zh: '其他', en: 'Other' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Text>

export const maritalStates = {
  single: { zh: '未婚', en: 'Single' },
  married: { zh: '已婚有配偶', en: 'Married' },
  parted: { zh: '离异或丧偶', en: 'Divorced or widowed' },
  unknown: { zh: '不详', en: 'Unknown' },
} as const satisfies Record<string, Text>

export const sampleSources = {
  outpatient: { zh: '性病门诊', en: 'STD clinic' },
  surgery: { zh: '术前检测', en: 'Before an operation' },
  pregnancy: { zh: '孕产期检查', en: 'Maternal care' },
  donation: { zh: '献血员检测', en: 'Blood donation' },
  counselling: { zh: '自愿咨询检测', en: 'Voluntary counselling and testing' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
