import type { Text } from '../text/text.ts'

const ENGLISH: Record<string, string> = {
  人: 'people',
  人次: 'person-times',
  名: 'people',
  户: 'households',
  例: 'cases',
  例次: 'case-times',
  次: 'times',
  个: 'units',
  份: 'copies',
  件: 'items',
  支: 'teams',
  张: 'beds',
  家: 'institutions',
  所: 'institutions',
  天: 'days',
  岁: 'years',
  分钟: 'minutes',
  剂次: 'doses',
  元: 'yuan',
  万元: '10,000 yuan',
  亿元: '100 million yuan',
  '/万': 'per 10,000',
  '/10万': 'per 100,000',
}

/** A unit in both languages; one that is not in the list stays as it is. */
export function unitText(zh: string): Text {
  return { zh, en: ENGLISH[zh] ?? zh }
}

/** 元 printed as 万元, for definitions that say so. */
export const TEN_THOUSAND_YUAN = { places: 4, decimals: 2, unit: unitText('万元') }

const POINTS: Record<string, Text> = {
  '%': { zh: '个百分点', en: 'percentage points' },
  '‰': { zh: '个千分点', en: 'per-mille points' },
  '/万': { zh: '个万分点', en: 'points per 10,000' },
  '/10万': { zh: '个十万分点', en: 'points per 100,000' },
}

/** The unit in which two rates differ (48.39 % − 45.17 % = 3.22 percentage points); undefined for a quantity. */
export function pointsOf(unit: Text): Text | undefined {
  return POINTS[unit.zh]
}
