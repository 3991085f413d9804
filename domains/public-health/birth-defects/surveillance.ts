import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { DiagnosisTime } from './codes.ts'

/** Days after birth in which a defect counts. Source: 全国妇幼卫生监测实施方案, 医院监测: 孕满28周至产后7天. */
const DAYS_AFTER = 7
const LEAST_WEEKS = 28
/** Days after the diagnosis within which the card is reported, and the county reviews it. LOCAL. */
export const REPORT_WITHIN = 7
export const REVIEW_WITHIN = 15

/** What the surveillance asks of a card. */
export interface Finding {
  readonly bornOn: IsoDate
  readonly diagnosedOn: IsoDate
  /** Completed weeks at birth. */
  readonly weeks: number
  readonly place: string
}

/** When a defect was found. */
export function diagnosisTime({ bornOn, diagnosedOn }: Pick<Finding, 'bornOn' | 'diagnosedOn'>): DiagnosisTime {
  if (diagnosedOn < bornOn) return 'prenatal'
  return diagnosedOn <= addDays(bornOn, DAYS_AFTER) ? 'seven-days' : 'later'
}

/** Whether a card is a case of the hospital-based surveillance: born in an institution from 28 weeks on, found by the seventh day. */
export function isCounted(finding: Finding): boolean {
  const inInstitution = finding.place === 'hospital' || finding.place === 'township'
  return inInstitution && finding.weeks >= LEAST_WEEKS && diagnosisTime(finding) !== 'later'
}

/** Bottles of one month each that a woman is given free within a year: three months before and three of pregnancy. Source: 增补叶酸预防神经管缺陷项目管理方案 (2010). */
export const MOST_BOTTLES = 6
/** Days after which a woman is asked whether she takes it. LOCAL. */
export const ASK_AFTER = 90

/**
 * Completed weeks (and days) of pregnancy in which each screening is done. Sources: WS 322.1-2010 (serum: 早孕期 10–13+6, 中孕期 15–20+6); 国卫办妇幼发〔2016〕45号 (NIPT 12–22+6); 产前超声 20–24.
 */
export const screenings = {
  'serum-early': { title: { zh: '早孕期血清学筛查', en: 'Serum, first trimester' }, weeks: [10, 13] },
  'serum-mid': { title: { zh: '中孕期血清学筛查', en: 'Serum, second trimester' }, weeks: [15, 20] },
  nipt: { title: { zh: '孕妇外周血胎儿游离DNA检测', en: 'Cell-free DNA' }, weeks: [12, 22] },
  ultrasound: { title: { zh: '系统超声筛查', en: 'Anomaly scan' }, weeks: [20, 24] },
} as const
export type ScreeningId = keyof typeof screenings

export const screeningTitles = Object.fromEntries(
  Object.entries(screenings).map(([id, { title }]) => [id, title]),
) as Record<ScreeningId, (typeof screenings)[ScreeningId]['title']>

/** Days after an offer within which the result is recorded, and after a high risk within which diagnosis is offered. LOCAL. */
export const RESULT_WITHIN = 28
export const DIAGNOSIS_WITHIN = 14
