import type { Text } from '@kangheng/kernel/text/text.ts'
import { inRanges } from './icd/code.ts'

/** A group of causes as the ranking of causes of death has it. */
interface CauseGroup {
  readonly title: Text
  readonly ranges: readonly string[]
}

/**
 * Groups of causes, each code in exactly one: the first whose ranges hold it. Source: 中国卫生健康统计年鉴, 居民病伤死亡原因 (ICD-10), the groups of its ranking.
 */
export const causeGroups = {
  'heart-disease': { title: { zh: '心脏病', en: 'Heart disease' }, ranges: ['I00-I15', 'I20-I28', 'I30-I52'] },
  'cerebrovascular-disease': { title: { zh: '脑血管病', en: 'Cerebrovascular disease' }, ranges: ['I60-I69'] },
  'malignant-neoplasm': { title: { zh: '恶性肿瘤', en: 'Malignant neoplasms' }, ranges: ['C00-C97'] },
  'respiratory-disease': { title: { zh: '呼吸系统疾病', en: 'Respiratory diseases' }, ranges: ['J00-J99', 'U04-U10'] },
  injury: { title: { zh: '损伤和中毒外部原因', en: 'External causes' }, ranges: ['V01-Y89'] },
  endocrine: { title: { zh: '内分泌、营养和代谢疾病', en: 'Endocrine and metabolic diseases' }, ranges: ['E00-E90'] },
  digestive: { title: { zh: '消化系统疾病', en: 'Digestive diseases' }, ranges: ['K00-K93'] },
  infectious: { title: { zh: '传染病和寄生虫病', en: 'Infectious diseases' }, ranges: ['A00-B99'] },
  nervous: { title: { zh: '神经系统疾病', en: 'Nervous diseases' }, ranges: ['G00-G99'] },
  mental: { title: { zh: '精神障碍', en: 'Mental disorders' }, ranges: ['F00-F99'] },
  genitourinary: { title: { zh: '泌尿生殖系统疾病', en: 'Genitourinary diseases' }, ranges: ['N00-N99'] },
  blood: { title: { zh: '血液、造血器官和免疫疾病', en: 'Diseases of blood and immunity' }, ranges: ['D50-D89'] },
  'other-neoplasm': { title: { zh: '其他肿瘤', en: 'Other neoplasms' }, ranges: ['D00-D48'] },
  musculoskeletal: { title: { zh: '肌肉骨骼和结缔组织疾病', en: 'Musculoskeletal diseases' }, ranges: ['M00-M99'] },
  obstetric: { title: { zh: '妊娠、分娩和产褥期', en: 'Pregnancy, birth and puerperium' }, ranges: ['O00-O99'] },
  perinatal: { title: { zh: '围生期疾病', en: 'Perinatal conditions' }, ranges: ['P00-P96'] },
  congenital: { title: { zh: '先天畸形和染色体异常', en: 'Congenital anomalies' }, ranges: ['Q00-Q99'] },
  'ill-defined': { title: { zh: '诊断不明', en: 'Ill-defined causes' }, ranges: ['R00-R99'] },
  other: { title: { zh: '其他疾病', en: 'Other diseases' }, ranges: ['A00-Z99'] },
} as const satisfies Record<string, CauseGroup>
export type CauseGroupId = keyof typeof causeGroups

const groups = Object.entries(causeGroups) as [CauseGroupId, CauseGroup][]

/** Titles of the groups, as coded fields take them. */
export const causeGroupTitles = Object.fromEntries(groups.map(([id, { title }]) => [id, title])) as Record<
  CauseGroupId,
  Text
>

/** The group of an underlying cause. */
export function causeGroupOf(code: string): CauseGroupId {
  return groups.find(([, { ranges }]) => inRanges(code, ranges))?.[0] ?? 'other'
}

/**
 * Whether a cause is one of the four chronic diseases whose premature mortality is published: cardio- and cerebrovascular diseases, cancer, chronic respiratory diseases, diabetes.
 * Source: 中国防治慢性病中长期规划（2017—2025年）; 健康中国行动 (2019): I00–I99, C00–C97, J30–J98, E10–E14.
 */
export function isMajorChronic(code: string): boolean {
  return inRanges(code, ['I00-I99', 'C00-C97', 'J30-J98', 'E10-E14'])
}
