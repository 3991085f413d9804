import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

interface SelfCareItem {
  readonly title: Text
  /** What can be marked, by score. */
  readonly levels: Readonly<Record<number, Text>>
}

/**
 * The five items of the self-care assessment with the scores that can be given.
 * Source: 国家基本公共卫生服务规范（第三版）老年人生活自理能力评估表.
 */
export const selfCareItems = {
  eating: {
    title: { zh: '进餐', en: 'Eating' },
    levels: {
      0: { zh: '独立完成（0分）', en: 'Alone (0)' },
      3: { zh: '需要协助，如切碎、搅拌食物（3分）', en: 'With help, such as cutting (3)' },
      5: { zh: '完全需要帮助（5分）', en: 'Needs full help (5)' },
    },
  },
  grooming: {
    title: { zh: '梳洗', en: 'Grooming' },
    levels: {
      0: { zh: '独立完成（0分）', en: 'Alone (0)' },
      1: { zh: '能独立梳洗，洗澡需要协助（1分）', en: 'Alone, but help with bathing (1)' },
      3: { zh: '在协助下能完成部分梳洗（3分）', en: 'Part of it with help (3)' },
      7: { zh: '完全需要帮助（7分）', en: 'Needs full help (7)' },
    },
  },
  dressing: {
    title: { zh: '穿衣', en: 'Dressing' },
    levels: {
      0: { zh: '独立完成（0分）', en: 'Alone (0)' },
      3: { zh: '需要协助，能完成部分穿衣（3分）', en: 'Part of it with help (3)' },
      5: { zh: '完全需要帮助（5分）', en: 'Needs full help (5)' },
    },
  },
  toileting: {
    title: { zh: '如厕', en: 'Toileting' },
    levels: {
      0: { zh: '不需协助，可自控（0分）', en: 'Alone and continent (0)' },
      1: { zh: '偶尔失禁，基本能如厕（1分）', en: 'Incontinent now and then (1)' },
      5: { zh: '经常失禁，需很多提示和协助（5分）', en: 'Often incontinent, with much help (5)' },
      10: { zh: '完全失禁，完全需要帮助（10分）', en: 'Incontinent, needs full help (10)' },
    },
  },
  moving: {
    title: { zh: '活动', en: 'Moving' },
    levels: {
      0: { zh: '独立完成所有活动（0分）', en: 'Alone (0)' },
      1: { zh: '借助较小外力或辅助装置（1分）', en: 'With little help or an aid (1)' },
      5: { zh: '借助较大外力，不能上下楼梯（5分）', en: 'With much help, no stairs (5)' },
      10: { zh: '卧床不起（10分）', en: 'Bedridden (10)' },
    },
  },
} as const satisfies Record<string, SelfCareItem>
export type SelfCareItemId = keyof typeof selfCareItems

export const selfCareGrades = {
  independent: { zh: '可自理', en: 'Independent' },
  light: { zh: '轻度依赖', en: 'Lightly dependent' },
  medium: { zh: '中度依赖', en: 'Moderately dependent' },
  dependent: { zh: '不能自理', en: 'Dependent' },
} as const satisfies Codes

/** The grade of a self-care score: 0–3, 4–8, 9–18, 19 and more. Source: as above. */
export function selfCareGrade(score: number): keyof typeof selfCareGrades {
  if (score <= 3) return 'independent'
  if (score <= 8) return 'light'
  return score <= 18 ? 'medium' : 'dependent'
}

export const screens = {
  negative: { zh: '粗筛阴性', en: 'Negative' },
  positive: { zh: '粗筛阳性', en: 'Positive' },
} as const satisfies Codes

/** Geriatric Depression Scale, long and short form. */
export const depressionScales = {
  'gds-30': { zh: '老年抑郁量表GDS-30', en: 'GDS-30' },
  'gds-15': { zh: '老年抑郁量表GDS-15', en: 'GDS-15' },
} as const satisfies Codes
export type DepressionScale = keyof typeof depressionScales

export const depressionGrades = {
  none: { zh: '无抑郁', en: 'None' },
  mild: { zh: '轻度', en: 'Mild' },
  moderate: { zh: '中度', en: 'Moderate' },
  severe: { zh: '重度', en: 'Severe' },
} as const satisfies Codes

/** The highest scores of each grade. Source: Yesavage et al. 1983 (GDS-30: 10, 20); Sheikh and Yesavage 1986 (GDS-15: 4, 8, 11). */
const depressionLimits: Record<
  DepressionScale,
  readonly (readonly [most: number, grade: keyof typeof depressionGrades])[]
> = {
  'gds-30': [
    [10, 'none'],
    [20, 'mild'],
    [30, 'severe'],
  ],
  'gds-15': [
    [4, 'none'],
    [8, 'mild'],
    [11, 'moderate'],
    [15, 'severe'],
  ],
}

/** The grade of a depression score; undefined when the scale has no such score. GDS-30 has no grade between mild and severe. */
export function depressionGrade(scale: DepressionScale, score: number): keyof typeof depressionGrades | undefined {
  return depressionLimits[scale].find(([most]) => score <= most)?.[1]
}

/** Schooling, which decides the limit of the Mini-Mental State Examination. */
export const educations = {
  none: { zh: '文盲', en: 'No schooling' },
  primary: { zh: '小学', en: 'Primary school' },
  secondary: { zh: '中学及以上', en: 'Secondary school or more' },
} as const satisfies Codes

/** At or below these scores cognition counts as impaired. Source: 张明园等 1990, 简易智力状态检查 (MMSE) 中国常模: 17, 20, 24. */
const cognitionLimits: Record<keyof typeof educations, number> = { none: 17, primary: 20, secondary: 24 }

/** Whether a Mini-Mental State score (0–30) tells of impaired cognition, given the schooling. */
export function isCognitionImpaired(score: number, education: keyof typeof educations): boolean {
  return score <= cognitionLimits[education]
}

/** How older people judge their health. Source: third edition, 健康体检表, 老年人健康状态自我评估. */
export const ownHealth = {
  satisfied: { zh: '满意', en: 'Satisfied' },
  'mostly-satisfied': { zh: '基本满意', en: 'Mostly satisfied' },
  unsure: { zh: '说不清楚', en: 'Cannot say' },
  'not-quite': { zh: '不太满意', en: 'Not quite satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
} as const satisfies Codes

/** Guidance of the norm. Source: third edition, 老年人健康管理, 健康指导. */
export const guidance = {
  'chronic-disease': { zh: '纳入慢性病患者健康管理', en: 'Taken into chronic disease management' },
  recheck: { zh: '定期复查或转诊', en: 'Regular recheck or referral' },
  lifestyle: { zh: '健康生活方式', en: 'Healthy living' },
  vaccination: { zh: '疫苗接种', en: 'Vaccination' },
  bones: { zh: '骨质疏松预防', en: 'Prevention of osteoporosis' },
  falls: { zh: '防跌倒和意外伤害', en: 'Prevention of falls and injuries' },
  mind: { zh: '认知和情感', en: 'Cognition and mood' },
  'next-date': { zh: '告知下一次健康管理时间', en: 'Told when the next service is' },
} as const satisfies Codes
