import type { Text } from '@kangheng/kernel/text/text.ts'
import { addMonths, type IsoDate } from '@kangheng/kernel/period/date.ts'

/** Techniques taught to parents. */
export const techniques = {
  'belly-spine': { zh: '摩腹、捏脊', en: 'Rubbing the belly, kneading the spine' },
  'welcome-fragrance': { zh: '按揉迎香、足三里', en: 'Pressing Yingxiang and Zusanli' },
  'four-spirits': { zh: '按揉四神聪', en: 'Pressing Sishencong' },
} as const satisfies Record<string, Text>
export type Technique = keyof typeof techniques

/** The stages in months, with what is taught at each. Source: 0～36个月儿童中医药健康管理服务技术规范. */
export const stages = {
  6: 'belly-spine',
  12: 'belly-spine',
  18: 'welcome-fragrance',
  24: 'welcome-fragrance',
  30: 'four-spirits',
  36: 'four-spirits',
} as const satisfies Record<number, Technique>
export type Stage = keyof typeof stages

export const stageMonths = Object.keys(stages).map(Number) as Stage[]
/** A service of a stage may be given until the next stage begins; the last one so many months long. */
const LAST_STAGE_MONTHS = 6

/** The stage a child is in on a day; undefined before six months and after the last stage. */
export function stageOn(birth: IsoDate, on: IsoDate): Stage | undefined {
  if (on >= addMonths(birth, stageMonths.at(-1)! + LAST_STAGE_MONTHS)) return undefined
  return stageMonths.findLast((months) => addMonths(birth, months) <= on)
}

export const stageTitles = Object.fromEntries(
  stageMonths.map((months) => [String(months), { zh: `${months}月龄`, en: `${months} months` }]),
) as Record<`${Stage}`, Text>
