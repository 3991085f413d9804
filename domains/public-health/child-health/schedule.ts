import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'

/** One age at which the norm has a child examined. */
interface CheckUpAge {
  readonly title: Text
  /** The age it is due at. */
  readonly months: number
  /** From this age on (months) a check-up is the one of this age, until that of the next one (local: the norm gives the age only). */
  readonly fromMonths: number
  /** Days after the age within which it is in time (local). */
  readonly graceDays: number
  /** What else belongs to it. */
  readonly haemoglobin?: true
  readonly hearing?: true
  readonly vision?: true
}

/**
 * The check-ups of children 0–6. Source: third edition, 0～6岁儿童健康管理: 满月 (with the second dose of hepatitis B), 3, 6, 8, 12, 18, 24, 30 and 36
 * months, 4, 5 and 6 years; haemoglobin at 6–8, 18 and 30 months and yearly from four years, hearing at 6, 12, 24 and 36 months, vision from four years.
 */
export const checkUpAges = {
  'month-1': { title: { zh: '满月', en: '1 month' }, months: 1, fromMonths: 0.85, graceDays: 15 },
  'month-3': { title: { zh: '3月龄', en: '3 months' }, months: 3, fromMonths: 2, graceDays: 30 },
  'month-6': {
    ...{ title: { zh: '6月龄', en: '6 months' }, months: 6, fromMonths: 5, graceDays: 30 },
    ...{ haemoglobin: true, hearing: true },
  },
  'month-8': { title: { zh: '8月龄', en: '8 months' }, months: 8, fromMonths: 7.5, graceDays: 30 },
  'month-12': { title: { zh: '12月龄', en: '12 months' }, months: 12, fromMonths: 11, graceDays: 30, hearing: true },
  'month-18': {
    title: { zh: '18月龄', en: '18 months' },
    months: 18,
    fromMonths: 16,
    graceDays: 60,
    haemoglobin: true,
  },
  'month-24': { title: { zh: '24月龄', en: '24 months' }, months: 24, fromMonths: 22, graceDays: 60, hearing: true },
  'month-30': {
    title: { zh: '30月龄', en: '30 months' },
    months: 30,
    fromMonths: 28,
    graceDays: 60,
    haemoglobin: true,
  },
  'month-36': { title: { zh: '3岁', en: '3 years' }, months: 36, fromMonths: 34, graceDays: 60, hearing: true },
  'year-4': {
    ...{ title: { zh: '4岁', en: '4 years' }, months: 48, fromMonths: 42, graceDays: 90 },
    ...{ haemoglobin: true, vision: true },
  },
  'year-5': {
    ...{ title: { zh: '5岁', en: '5 years' }, months: 60, fromMonths: 54, graceDays: 90 },
    ...{ haemoglobin: true, vision: true },
  },
  'year-6': {
    ...{ title: { zh: '6岁', en: '6 years' }, months: 72, fromMonths: 66, graceDays: 90 },
    ...{ haemoglobin: true, vision: true },
  },
} as const satisfies Record<string, CheckUpAge>
export type CheckUpId = keyof typeof checkUpAges

/** The ages in their order. */
export const checkUpIds = Object.keys(checkUpAges) as CheckUpId[]
/** The ages at which haemoglobin is measured. */
export const anaemiaTests: readonly CheckUpId[] = checkUpIds.filter((id) => 'haemoglobin' in checkUpAges[id])
/** Titles by id, for lists and forms. */
export const checkUpTitles = Object.fromEntries(checkUpIds.map((id) => [id, checkUpAges[id].title])) as Record<
  CheckUpId,
  Text
>

/** The steps of the course: the home visit of the newborn, then the check-ups. */
export const stepTitles = {
  newborn: { zh: '新生儿访视', en: 'Visit of the newborn' },
  ...checkUpTitles,
} as const satisfies Record<string, Text>
export type Step = keyof typeof stepTitles

/** The norm serves children under seven. */
export const UNTIL_YEARS = 7
/** Days after birth in which a child is a newborn. */
export const NEWBORN_DAYS = 28

/** Days after discharge within which a newborn is visited at home. */
interface NewbornRule {
  readonly days: number
  /** Of high risk. */
  readonly highRiskDays: number
  /** Days from birth to discharge where nothing is known of it. */
  readonly usualStay: number
}

/** Source: third edition, 新生儿家庭访视: within a week of discharge; 新生儿访视技术规范 (2012): three days for high risk. The usual stay is local. */
export const newbornRules: readonly [RuleVersion<NewbornRule>, ...RuleVersion<NewbornRule>[]] = [
  { ...THIRD_EDITION, value: { days: 7, highRiskDays: 3, usualStay: 3 } },
]

/** The last day on which the home visit of a newborn is in time. */
export function newbornVisitDue(birth: IsoDate, dischargedOn: IsoDate | null, highRisk: boolean): IsoDate {
  const { days, highRiskDays, usualStay } = inForce(newbornRules, birth)
  return addDays(dischargedOn ?? addDays(birth, usualStay), highRisk ? highRiskDays : days)
}

/** What is known of a child's birth. */
export interface BirthFacts {
  /** Grams. */
  readonly birthWeight: number | null
  readonly gestationalWeeks: number | null
  readonly plurality: number
  readonly riskFactors: readonly string[]
}

/** Whether a newborn is one of high risk. Source: 新生儿访视技术规范 (2012): preterm, below 2,500 g, a twin, asphyxia, defect, illness. */
export function isHighRisk({ birthWeight, gestationalWeeks, plurality, riskFactors }: BirthFacts): boolean {
  const light = birthWeight !== null && birthWeight < 2500
  const early = gestationalWeeks !== null && gestationalWeeks < 37
  return light || early || plurality > 1 || riskFactors.length > 0
}

/** The check-up that an age in months belongs to; undefined before the first one. */
export function checkUpAt(months: number): CheckUpId | undefined {
  return checkUpIds.findLast((id) => checkUpAges[id].fromMonths <= months)
}

/** The last day on which a check-up is in time. */
export function checkUpDue(birth: IsoDate, id: CheckUpId): IsoDate {
  const { months, graceDays } = checkUpAges[id]
  return addDays(addMonths(birth, months), graceDays)
}
