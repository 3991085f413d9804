import type { Text } from '@kangheng/kernel/text/text.ts'

type Codes = Readonly<Record<string, Text>>

export const homeKinds = {
  public: { zh: '公办养老机构（敬老院、福利院）', en: 'Public home' },
  private: { zh: '民办养老机构', en: 'Private home' },
  'day-care': { zh: '日间照料中心', en: 'Day care' },
} as const satisfies Codes

/** How medical care comes to a home. Source: 关于深入推进医养结合发展的若干意见, 国卫老龄发〔2019〕60号. */
export const links = {
  none: { zh: '尚未开展', en: 'None yet' },
  contract: { zh: '与医疗卫生机构签约合作', en: 'Agreement with a medical institution' },
  clinic: { zh: '内设医务室、护理站或门诊部', en: 'Medical room of its own' },
  licensed: { zh: '两证齐全的医养结合机构', en: 'Licensed for both' },
} as const satisfies Codes
export type Link = keyof typeof links

export const endReasons = {
  home: { zh: '回家', en: 'Went home' },
  hospital: { zh: '长期住院', en: 'Long stay in hospital' },
  'other-home': { zh: '转其他机构', en: 'Other home' },
  died: { zh: '死亡', en: 'Died' },
} as const satisfies Codes

/** What a plan looks after. Source: 医养结合机构服务指南（试行）, 国卫办老龄发〔2019〕24号. */
export const needs = {
  'chronic-disease': { zh: '慢性病管理', en: 'Chronic disease' },
  medication: { zh: '用药管理', en: 'Medicines' },
  rehabilitation: { zh: '康复', en: 'Rehabilitation' },
  nursing: { zh: '护理（压疮、管路等）', en: 'Nursing' },
  nutrition: { zh: '营养', en: 'Nutrition' },
  mind: { zh: '心理和认知', en: 'Mind and cognition' },
  falls: { zh: '防跌倒', en: 'Falls' },
  palliative: { zh: '安宁疗护', en: 'Palliative care' },
} as const satisfies Codes

/**
 * What a round gives. Source: 新划入基本公共卫生服务相关工作规范（2019年版）, 老年健康与医养结合服务: pressure, glucose from the fingertip, rehabilitation, nursing
 * skills, advice, nutrition. From memory: verify against the text.
 */
export const services = {
  pressure: { zh: '血压测量', en: 'Blood pressure' },
  glucose: { zh: '末梢血血糖检测', en: 'Glucose' },
  rehabilitation: { zh: '康复指导', en: 'Rehabilitation' },
  nursing: { zh: '护理技能指导', en: 'Nursing skills' },
  advice: { zh: '保健咨询', en: 'Advice' },
  nutrition: { zh: '营养改善指导', en: 'Nutrition' },
} as const satisfies Codes
