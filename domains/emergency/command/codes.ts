import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

/** Kinds of events, as the plans are made by. Source: 突发公共卫生事件应对法 (2025); 突发事件应对法 art. 3. */
export const eventKinds = {
  infectious: { zh: '传染病疫情', en: 'Outbreak of infectious disease' },
  unexplained: { zh: '群体性不明原因疾病', en: 'Cluster of unexplained disease' },
  'food-poisoning': { zh: '食物中毒', en: 'Food poisoning' },
  'occupational-poisoning': { zh: '急性职业中毒', en: 'Acute occupational poisoning' },
  'vaccination-reaction': { zh: '预防接种或群体服药反应', en: 'Reaction to vaccination or mass medication' },
  disaster: { zh: '自然灾害', en: 'Natural disaster' },
  'mass-casualty': { zh: '事故灾难（伤病员救援）', en: 'Accident with casualties' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Codes
export type EventKind = keyof typeof eventKinds

/** Levels of response, from the gravest. */
export const levels = {
  I: { zh: 'Ⅰ级响应', en: 'Response level I' },
  II: { zh: 'Ⅱ级响应', en: 'Response level II' },
  III: { zh: 'Ⅲ级响应', en: 'Response level III' },
  IV: { zh: 'Ⅳ级响应', en: 'Response level IV' },
} as const satisfies Codes

/** Reports of an event (初报、续报、终报). */
export const reportKinds = {
  first: { zh: '初次报告', en: 'First report' },
  progress: { zh: '进程报告', en: 'Progress report' },
  final: { zh: '结案报告', en: 'Final report' },
} as const satisfies Codes
export type ReportKind = keyof typeof reportKinds

export const receivers = {
  government: { zh: '县人民政府', en: 'County government' },
  'bureau-above': { zh: '上级卫生健康部门', en: 'Health department above' },
  'control-above': { zh: '上级疾控机构', en: 'Centre for disease control above' },
  partners: { zh: '教育、市场监管、公安等部门', en: 'Education, market regulation, police and others' },
} as const satisfies Codes

export const teamKinds = {
  epidemic: { zh: '传染病防控队', en: 'Epidemic control' },
  rescue: { zh: '紧急医学救援队', en: 'Medical rescue' },
  poisoning: { zh: '中毒处置队', en: 'Poisoning' },
  disinfection: { zh: '消杀队', en: 'Disinfection' },
  mental: { zh: '心理援助队', en: 'Psychological support' },
  supervision: { zh: '卫生监督队', en: 'Health supervision' },
  experts: { zh: '专家组', en: 'Expert group' },
} as const satisfies Codes

export const stockKinds = {
  protection: { zh: '防护用品', en: 'Protection' },
  disinfectant: { zh: '消杀药械', en: 'Disinfectants and sprayers' },
  medicine: { zh: '药品和疫苗', en: 'Medicines and vaccines' },
  test: { zh: '检测试剂和采样器材', en: 'Tests and sampling' },
  equipment: { zh: '救援装备', en: 'Rescue equipment' },
  vehicle: { zh: '车辆', en: 'Vehicles' },
} as const satisfies Codes

/** What is sent to an event. */
export const resourceKinds = {
  stock: { zh: '物资', en: 'Supplies' },
  team: { zh: '队伍', en: 'Team' },
} as const satisfies Codes

/** Lines of the situation log. */
export const entryKinds = {
  decision: { zh: '指挥决定', en: 'Decision' },
  field: { zh: '现场情况', en: 'From the field' },
  information: { zh: '信息通报', en: 'Information' },
} as const satisfies Codes

export const supportKinds = {
  festival: { zh: '节庆和群众活动', en: 'Festival or mass event' },
  examination: { zh: '考试', en: 'Examination' },
  congress: { zh: '会议', en: 'Congress' },
  visit: { zh: '重要来访', en: 'Important visit' },
  sport: { zh: '体育赛事', en: 'Sports event' },
} as const satisfies Codes

export const dismissals = {
  'not-confirmed': { zh: '核实后不成立', en: 'Not confirmed' },
  'below-threshold': { zh: '未达事件标准', en: 'Below the threshold of an event' },
  duplicate: { zh: '重复上报', en: 'Reported twice' },
} as const satisfies Codes
