import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { inForce, THIRD_EDITION, type RuleVersion } from '../chronic-follow-up/index.ts'
import type { anaemia, Finding, Outcome } from './codes.ts'
import type { GrowthGrades } from './growth/assess.ts'

interface AnaemiaRule {
  /** Haemoglobin in g/L below which a child is anaemic, moderately, severely. */
  readonly mild: number
  readonly moderate: number
  readonly severe: number
}

/** Source: 儿童营养性疾病管理技术规范 (2012), 营养性缺铁性贫血: six months to six years below 110 g/L; 90–109 mild, 60–89 moderate, below 60 severe. */
export const anaemiaRules: readonly [RuleVersion<AnaemiaRule>, ...RuleVersion<AnaemiaRule>[]] = [
  {
    from: '2012-04-20',
    source: '儿童营养性疾病管理技术规范，卫办妇社发〔2012〕49号',
    value: { mild: 110, moderate: 90, severe: 60 },
  },
]

/** Severity of anaemia by haemoglobin in g/L on a day. No correction for altitude: the norm counts below 110 everywhere. */
export function anaemiaOf(haemoglobin: number, on: IsoDate): keyof typeof anaemia {
  const { mild, moderate, severe } = inForce(anaemiaRules, on)
  if (haemoglobin >= mild) return 'none'
  if (haemoglobin >= moderate) return 'mild'
  return haemoglobin >= severe ? 'moderate' : 'severe'
}

/** The lines of the chart of vision in decimals. */
export const visionLines = [0.1, 0.12, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.2, 1.5] as const

/**
 * Whether vision is low for the age in completed years: at four below 0.6, from five below 0.8, or two lines or more between the eyes.
 * Source: 0～6岁儿童眼保健及视力检查服务规范（试行）, 国卫办妇幼发〔2021〕11号.
 */
export function isVisionLow(left: number, right: number, years: number): boolean {
  const least = years < 5 ? 0.6 : 0.8
  const line = (value: number) => visionLines.findLastIndex((each) => each <= value + 1e-9)
  return Math.min(left, right) < least || Math.abs(line(left) - line(right)) >= 2
}

/** What a check-up measured and saw, as far as its findings depend on it. */
export interface CheckUpResults extends GrowthGrades {
  readonly faltering: boolean
  readonly haemoglobin: number | null
  readonly warningSigns: readonly string[]
  readonly visionLow: boolean
  readonly hearing: string | null
  readonly cariousTeeth: number | null
  readonly abnormal: string | null
}

/** The findings of a check-up, in the order of the codes. */
export function findingsOf(results: CheckUpResults, on: IsoDate): Finding[] {
  const { weightGrade, heightGrade, buildGrade } = results
  const found: Partial<Record<Finding, boolean>> = {
    underweight: weightGrade !== null && weightGrade !== 'normal',
    stunting: heightGrade !== null && heightGrade !== 'normal',
    wasting: buildGrade === 'wasted' || buildGrade === 'severely-wasted',
    obesity: buildGrade === 'obese' || buildGrade === 'severely-obese',
    faltering: results.faltering,
    anaemia: results.haemoglobin !== null && anaemiaOf(results.haemoglobin, on) !== 'none',
    development: results.warningSigns.length > 0,
    vision: results.visionLow,
    hearing: results.hearing === 'failed',
    teeth: (results.cariousTeeth ?? 0) > 0,
    other: Boolean(results.abnormal),
  }
  return (Object.keys(found) as Finding[]).filter((finding) => found[finding])
}

/** Whether weight fell behind: its score for age dropped by one standard deviation or more since the check-up before. Local: the norm says 生长偏离. */
export function isFaltering(before: number | null, now: number | null): boolean {
  return before !== null && now !== null && before - now >= 1
}

interface FollowUpRule {
  /** Days until the result of a referral is looked after. */
  readonly referralDays: number
  /** Months until a child that gets guidance is seen again. */
  readonly guidanceMonths: number
}

/**
 * Source: third edition, 0～6岁儿童健康管理, 健康问题处理: development, teeth, vision and hearing are referred at once and followed up; malnutrition, anaemia and
 * obesity are treated with guidance or referred (儿童营养性疾病管理技术规范: monthly). The days after a referral are local.
 */
export const followUpRules: readonly [RuleVersion<FollowUpRule>, ...RuleVersion<FollowUpRule>[]] = [
  { ...THIRD_EDITION, value: { referralDays: 14, guidanceMonths: 1 } },
]

const referred: readonly Finding[] = ['development', 'vision', 'hearing', 'teeth', 'other']

/** Whether the norm has a child with these findings referred; severe malnutrition and anaemia beyond mild are as well. */
export function asksReferral(found: readonly Finding[], severe: boolean): boolean {
  return severe || found.some((each) => referred.includes(each))
}

/** When a child with findings is looked after next. */
export function nextFollowUp(on: IsoDate, referral: boolean): IsoDate {
  const { referralDays, guidanceMonths } = inForce(followUpRules, on)
  return referral ? addDays(on, referralDays) : addMonths(on, guidanceMonths)
}

/** Outcomes after which a child with findings needs no more following up here. */
export function closes(outcome: Outcome): boolean {
  return outcome === 'recovered' || outcome === 'diagnosed' || outcome === 'excluded'
}
