import { addDays, addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, type RuleVersion, type ScreeningStanding } from '../chronic-follow-up/index.ts'

interface LungRules {
  /** Score of the questionnaire (COPD-SQ) from which the lungs are tested. */
  readonly score: number
  /** Share breathed out in the first second after a bronchodilator, below which the airways are obstructed. */
  readonly ratio: number
  /** Oxygen saturation in per cent below which a patient is treated and referred at once. */
  readonly saturation: number
  /** Score of the assessment test (CAT) from which symptoms weigh on the patient. */
  readonly burden: number
  /** Local: days until somebody suspected is looked after, months until everybody else is asked again. */
  readonly followDays: number
  readonly againMonths: number
}

/**
 * Source: 慢性阻塞性肺疾病患者健康服务规范（试行）, 2024; COPD-SQ from 16 (Zhou et al. 2013; a Beijing cohort found 15 best, doi 10.2147/COPD.S403603); GOLD report for ratio
 * and CAT; saturation, days and months are local. The sheet of the questionnaire is added up on paper and its total entered: the weights of its items stand in no
 * text that could be read whole.
 */
export const lungRules: readonly [RuleVersion<LungRules>, ...RuleVersion<LungRules>[]] = [
  {
    from: '2024-09-13',
    source: '慢性阻塞性肺疾病患者健康服务规范（试行）',
    value: { score: 16, ratio: 0.7, saturation: 90, burden: 10, followDays: 14, againMonths: 12 },
  },
]

/** One screening: the questionnaire's score, and the ratio where the lungs were tested. */
export interface LungScreening {
  readonly on: IsoDate
  readonly score: number
  readonly ratio: number | null
}

/** What a screening says: 16 and more without a test, or an obstruction, is a suspicion; 16 and more without obstruction is high risk. */
export function screeningStanding({ on, score, ratio }: LungScreening): ScreeningStanding {
  const rule = inForce(lungRules, on)
  const again = addMonths(on, rule.againMonths)
  if (ratio !== null && ratio < rule.ratio) return { finding: 'suspected', dueOn: addDays(on, rule.followDays) }
  if (score < rule.score) return { finding: 'normal', dueOn: again }
  return ratio === null
    ? { finding: 'suspected', dueOn: addDays(on, rule.followDays) }
    : { finding: 'high-risk', dueOn: again }
}

/** How the disease stands at a visit. A mild exacerbation is treated first; a moderate or severe one is referred at once. */
export const exacerbations = {
  none: { zh: '稳定期', en: 'Stable' },
  mild: { zh: '轻度急性加重（仅需短效支气管扩张剂）', en: 'Mild exacerbation (short-acting bronchodilator only)' },
  severe: { zh: '中、重度急性加重', en: 'Moderate or severe exacerbation' },
} as const satisfies Record<string, Text>

/** Whether the disease was stable; null when nobody looked (a check by phone). */
export const isStable = (exacerbation: string | null): boolean | null =>
  exacerbation === null ? null : exacerbation === 'none'

/** Whether a visit asks for treatment and referral at once. */
export function isEmergency(
  { exacerbation, oxygenSaturation }: { exacerbation: string | null; oxygenSaturation: number | null },
  on: IsoDate,
): boolean {
  return (
    exacerbation === 'severe' || (oxygenSaturation !== null && oxygenSaturation < inForce(lungRules, on).saturation)
  )
}

/** Breathlessness by the modified scale of the Medical Research Council (mMRC). */
export const breathlessness = {
  0: { zh: '0级：剧烈活动时气促', en: '0: only on strenuous exercise' },
  1: { zh: '1级：平地快步或上缓坡时气促', en: '1: hurrying or walking up a slight hill' },
  2: { zh: '2级：平地比同龄人走得慢或需停下', en: '2: slower than others of the age on the level' },
  3: { zh: '3级：平地走约100米需停下', en: '3: stops after about 100 metres' },
  4: { zh: '4级：不能离家或穿脱衣服时气促', en: '4: too breathless to leave the house or dress' },
} as const satisfies Record<number, Text>

export const emergencySigns = {
  consciousness: { zh: '意识模糊、嗜睡', en: 'Confused, drowsy' },
  rest: { zh: '静息状态下呼吸困难', en: 'Breathless at rest' },
  blue: { zh: '口唇发绀', en: 'Blue lips' },
  swelling: { zh: '新出现的下肢水肿', en: 'New swelling of the legs' },
  other: { zh: '其他不能处理的情况', en: 'Other that cannot be treated here' },
} as const satisfies Record<string, Text>

export const symptoms = {
  cough: { zh: '慢性咳嗽', en: 'Cough' },
  sputum: { zh: '咳痰', en: 'Sputum' },
  breathless: { zh: '气短或呼吸困难', en: 'Breathlessness' },
  wheeze: { zh: '喘息、胸闷', en: 'Wheeze, chest tightness' },
  weight: { zh: '体重下降', en: 'Loss of weight' },
} as const satisfies Record<string, Text>

export const inhalations = {
  right: { zh: '正确', en: 'Right' },
  taught: { zh: '有误，已指导', en: 'Wrong, shown how' },
  none: { zh: '未使用吸入药物', en: 'Inhales no medicine' },
} as const satisfies Record<string, Text>

export const smokingAdvices = {
  'never-smoked': { zh: '不吸烟', en: 'Does not smoke' },
  stopped: { zh: '已戒烟', en: 'Has stopped' },
  advised: { zh: '仍吸烟，已劝导', en: 'Smokes, advised' },
  referred: { zh: '仍吸烟，转戒烟门诊', en: 'Smokes, referred to a clinic' },
} as const satisfies Record<string, Text>

/** Vaccines advised. Source: 慢性阻塞性肺疾病患者健康服务规范（试行）. */
export const vaccines = {
  influenza: { zh: '流感疫苗', en: 'Influenza' },
  pneumococcal: { zh: '肺炎球菌疫苗', en: 'Pneumococcal' },
} as const satisfies Record<string, Text>
