import type { Text } from '@kangheng/kernel/text/text.ts'

/** Who is called to an examination. */
export const examinedGroups = {
  older: { zh: '65岁及以上老年人', en: 'From 65' },
  hypertension: { zh: '高血压患者', en: 'Hypertension' },
  diabetes: { zh: '2型糖尿病患者', en: 'Type 2 diabetes' },
  farmer: { zh: '农村居民两年一检', en: 'Rural residents, every second year' },
} as const satisfies Record<string, Text>

export type ExaminedGroup = keyof typeof examinedGroups

/** Age from which rural residents are called every second year (local: adults). */
export const FARMERS_FROM = 18

/** What is known of a resident of the village when a day's list is drawn up. */
export interface Candidate {
  /** Completed years at the end of the year. */
  readonly ageAtYearEnd: number
  readonly rural: boolean
  readonly hypertension: boolean
  readonly diabetes: boolean
  /** The year of the last examination; null when there was none. */
  readonly lastExamined: number | null
}

/**
 * The groups for which somebody is due in a year: older people and patients once a year, rural residents when there was no examination in this year
 * or the one before. Sources: 国家基本公共卫生服务规范（第三版）老年人, 高血压, 2型糖尿病患者健康管理; two years for farmers: local.
 */
export function groupsDue(candidate: Candidate, year: number): ExaminedGroup[] {
  const { lastExamined, ageAtYearEnd, rural } = candidate
  if (lastExamined !== null && lastExamined >= year) return []
  const due: ExaminedGroup[] = []
  if (ageAtYearEnd >= 65) due.push('older')
  if (candidate.hypertension) due.push('hypertension')
  if (candidate.diabetes) due.push('diabetes')
  const recently = lastExamined !== null && lastExamined >= year - 1
  if (due.length === 0 && rural && ageAtYearEnd >= FARMERS_FROM && !recently) due.push('farmer')
  return due
}
