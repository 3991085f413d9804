import type { Text } from '@kangheng/kernel/text/text.ts'

/** What a case is asked (个案调查表). */
export const questionnaires = {
  respiratory: { zh: '呼吸道和接触传播', en: 'Respiratory and contact' },
  enteric: { zh: '肠道传播', en: 'Enteric' },
  zoonotic: { zh: '人畜共患和虫媒传播', en: 'Animals and vectors' },
  'blood-sexual': { zh: '血液和性传播', en: 'Blood and sexual' },
} as const satisfies Record<string, Text>

export const severities = {
  mild: { zh: '轻症', en: 'Mild' },
  hospitalised: { zh: '住院', en: 'In hospital' },
  severe: { zh: '重症', en: 'Severe' },
  dead: { zh: '死亡', en: 'Died' },
} as const satisfies Record<string, Text>

/** Where the infection came from (感染来源). */
export const origins = {
  local: { zh: '本地感染', en: 'Infected here' },
  imported: { zh: '输入', en: 'Imported' },
  'import-related': { zh: '输入继发', en: 'Infected by an imported case' },
  unknown: { zh: '不明', en: 'Unknown' },
} as const satisfies Record<string, Text>

export const vaccinationStates = {
  yes: { zh: '已接种', en: 'Vaccinated' },
  no: { zh: '未接种', en: 'Not vaccinated' },
  unknown: { zh: '不详', en: 'Unknown' },
  'not-applicable': { zh: '无疫苗', en: 'No vaccine' },
} as const satisfies Record<string, Text>

export const relations = {
  household: { zh: '共同居住', en: 'Same household' },
  classmate: { zh: '同班同学', en: 'Same class' },
  colleague: { zh: '同事', en: 'Colleague' },
  ward: { zh: '同病房或诊疗接触', en: 'Same ward or care' },
  meal: { zh: '共同就餐', en: 'Same meal' },
  travel: { zh: '同乘交通工具', en: 'Same journey' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

export const observationSites = {
  home: { zh: '居家观察', en: 'At home' },
  school: { zh: '学校晨午检', en: 'At school' },
  central: { zh: '集中观察', en: 'At a central place' },
  hospital: { zh: '医院', en: 'In hospital' },
} as const satisfies Record<string, Text>

export const linkBases = {
  epidemiological: { zh: '流行病学调查', en: 'By investigation' },
  household: { zh: '家庭内传播', en: 'Within a household' },
  genomic: { zh: '基因测序', en: 'By sequencing' },
} as const satisfies Record<string, Text>

export const clusterKinds = {
  school: { zh: '学校或托幼机构', en: 'School or kindergarten' },
  village: { zh: '村（社区）', en: 'Village' },
  household: { zh: '家庭', en: 'Household' },
  workplace: { zh: '单位', en: 'Workplace' },
  event: { zh: '聚餐、集会等活动', en: 'Meal or gathering' },
  area: { zh: '跨村或跨乡镇', en: 'Several villages' },
} as const satisfies Record<string, Text>
export type ClusterKind = keyof typeof clusterKinds

/** Kinds whose place is known by name and not only by division. */
export const namedKinds: readonly ClusterKind[] = ['school', 'workplace', 'event']

export const routes = {
  droplet: { zh: '飞沫或空气', en: 'Droplets or air' },
  contact: { zh: '接触', en: 'Contact' },
  food: { zh: '食物', en: 'Food' },
  water: { zh: '水', en: 'Water' },
  vector: { zh: '虫媒', en: 'Vectors' },
  animal: { zh: '动物', en: 'Animals' },
  unknown: { zh: '不明', en: 'Unknown' },
} as const satisfies Record<string, Text>
