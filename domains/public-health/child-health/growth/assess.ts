import { addMonths, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { boysBodyMassIndexForAge, girlsBodyMassIndexForAge } from './body-mass-index-for-age.ts'
import { boysHeadCircumferenceForAge, girlsHeadCircumferenceForAge } from './head-circumference-for-age.ts'
import { boysHeightForAge, girlsHeightForAge } from './height-for-age.ts'
import { linesAt, zScore, type StandardTable } from './standard-table.ts'
import { boysWeightForAge, girlsWeightForAge } from './weight-for-age.ts'
import { boysWeightForHeight, girlsWeightForHeight } from './weight-for-height.ts'
import { boysWeightForLength, girlsWeightForLength } from './weight-for-length.ts'

type Codes = Readonly<Record<string, Text>>
type BySex = Readonly<Record<'male' | 'female', StandardTable>>

/** The tables of the standard. Source: WS/T 423—2022, annex B. */
export const growthStandard = {
  weightForAge: { male: boysWeightForAge, female: girlsWeightForAge },
  heightForAge: { male: boysHeightForAge, female: girlsHeightForAge },
  weightForLength: { male: boysWeightForLength, female: girlsWeightForLength },
  weightForHeight: { male: boysWeightForHeight, female: girlsWeightForHeight },
  bodyMassIndexForAge: { male: boysBodyMassIndexForAge, female: girlsBodyMassIndexForAge },
  headCircumferenceForAge: { male: boysHeadCircumferenceForAge, female: girlsHeadCircumferenceForAge },
} as const satisfies Record<string, BySex>

/** Below this age (months) a child is measured lying (身长), from it on standing (身高). Source: WS/T 423—2022, 3.2 and 3.3. */
const STANDING_FROM = 24
/** Months after the last published one for which it stands: the standard is for children under seven. */
const BEYOND_LAST = 3

/** Weeks of a full-term pregnancy, and below which the age of a preterm child is corrected. Source: 早产儿保健工作规范 (2017). */
const TERM = 40
const PRETERM_BELOW = 37
/** Months up to which the age is corrected. Source: as above. */
const CORRECTED_UNTIL = 24

/** Age in months on a day: completed ones and the share of the one begun, so that 12 months are 12 on the birthday. */
export function ageInMonths(birth: IsoDate, on: IsoDate): number {
  let months =
    (Number(on.slice(0, 4)) - Number(birth.slice(0, 4))) * 12 + Number(on.slice(5, 7)) - Number(birth.slice(5, 7))
  if (addMonths(birth, months) > on) months -= 1
  const begun = addMonths(birth, months)
  return months + daysBetween(begun, on) / daysBetween(begun, addMonths(birth, months + 1))
}

/**
 * The age in months by which growth is judged: that of a preterm child is reckoned from the day on which it would have been born at term,
 * up to two years. Never below zero.
 */
export function growthAge(age: number, gestationalWeeks: number | null): number {
  if (gestationalWeeks === null || gestationalWeeks >= PRETERM_BELOW || age >= CORRECTED_UNTIL) return age
  return Math.max(0, age - ((TERM - gestationalWeeks) * 7) / 30.4375)
}

/** What was measured; kilograms and centimetres. */
export interface Measurements {
  readonly weight: number | null
  /** Length below two years, height from then on. */
  readonly height: number | null
  readonly headCircumference: number | null
}

/** Z-scores in standard deviations; null where nothing was measured or the standard has no value. */
export interface GrowthScores {
  readonly weightForAge: number | null
  readonly heightForAge: number | null
  readonly weightForHeight: number | null
  readonly bodyMassIndexForAge: number | null
  readonly headForAge: number | null
}

/** Z-scores in hundredths, as WHO keeps and judges them, of a child at an age in months by which growth is judged. */
export function growthScores(sex: 'male' | 'female', age: number, measured: Measurements): GrowthScores {
  const { weight, height, headCircumference } = measured
  const score = (table: BySex, key: number, value: number | null, beyond = 0) => {
    const lines = value === null ? undefined : linesAt(table[sex], key, beyond)
    return value === null || lines === undefined ? null : Math.round(zScore(value, lines) * 100) / 100
  }
  const byHeight = age < STANDING_FROM ? growthStandard.weightForLength : growthStandard.weightForHeight
  const index = weight !== null && height !== null ? weight / (height / 100) ** 2 : null
  return {
    weightForAge: score(growthStandard.weightForAge, age, weight, BEYOND_LAST),
    heightForAge: score(growthStandard.heightForAge, age, height, BEYOND_LAST),
    weightForHeight: height === null ? null : score(byHeight, height, weight),
    bodyMassIndexForAge: score(growthStandard.bodyMassIndexForAge, age, index, BEYOND_LAST),
    headForAge: score(growthStandard.headCircumferenceForAge, age, headCircumference),
  }
}

export const weightGrades = {
  'severely-underweight': { zh: '重度低体重', en: 'Severely underweight' },
  underweight: { zh: '低体重', en: 'Underweight' },
  normal: { zh: '正常', en: 'Normal' },
} as const satisfies Codes

export const heightGrades = {
  'severely-stunted': { zh: '重度生长迟缓', en: 'Severely stunted' },
  stunted: { zh: '生长迟缓', en: 'Stunted' },
  normal: { zh: '正常', en: 'Normal' },
} as const satisfies Codes

export const buildGrades = {
  'severely-wasted': { zh: '重度消瘦', en: 'Severely wasted' },
  wasted: { zh: '消瘦', en: 'Wasted' },
  normal: { zh: '正常', en: 'Normal' },
  overweight: { zh: '超重', en: 'Overweight' },
  obese: { zh: '肥胖', en: 'Obese' },
  'severely-obese': { zh: '重度肥胖', en: 'Severely obese' },
} as const satisfies Codes

/** What the scores say; null where the measurement is missing. */
export interface GrowthGrades {
  readonly weightGrade: keyof typeof weightGrades | null
  readonly heightGrade: keyof typeof heightGrades | null
  readonly buildGrade: keyof typeof buildGrades | null
}

/**
 * Nutritional state by standard deviations. Source: WS/T 423—2022, 4.3, table 3: below −2 SD (−3 SD: severe) underweight by weight for age,
 * stunted by length or height for age, wasted by weight for length or height or BMI for age; from +1 SD overweight, +2 SD obese, +3 SD
 * severely obese by BMI for age. Wasting goes by weight for length or height where the table has a value.
 */
export function growthGrades(scores: GrowthScores): GrowthGrades {
  const { weightForAge, heightForAge, weightForHeight, bodyMassIndexForAge: index } = scores
  const low = weightForHeight ?? index
  const build =
    low === null && index === null
      ? null
      : low !== null && low < -2
        ? low < -3
          ? 'severely-wasted'
          : 'wasted'
        : index !== null && index >= 1
          ? index >= 3
            ? 'severely-obese'
            : index >= 2
              ? 'obese'
              : 'overweight'
          : 'normal'
  return {
    weightGrade:
      weightForAge === null
        ? null
        : weightForAge < -3
          ? 'severely-underweight'
          : weightForAge < -2
            ? 'underweight'
            : 'normal',
    heightGrade:
      heightForAge === null ? null : heightForAge < -3 ? 'severely-stunted' : heightForAge < -2 ? 'stunted' : 'normal',
    buildGrade: build,
  }
}
