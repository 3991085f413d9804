import type { Text } from '@kangheng/kernel/text/text.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** What health supervision assistants look after. Source: 国家基本公共卫生服务规范（第三版）卫生计生监督协管服务规范. */
export const fields = {
  'drinking-water': { zh: '饮用水卫生安全', en: 'Drinking water' },
  school: { zh: '学校卫生', en: 'School health' },
  practice: { zh: '非法行医和非法采供血', en: 'Illegal practice and blood collection' },
  'food-borne': { zh: '食源性疾病信息', en: 'Food-borne disease' },
  'family-planning': { zh: '计划生育服务机构', en: 'Family planning services' },
} as const satisfies Record<string, Text>

/** A finding is reported upward within so many days (local; the norm says: at once). */
export const REPORT_WITHIN_DAYS = 1
/** The county answers within so many days (local). */
export const ANSWER_WITHIN_DAYS = 30

/** The half-year of a day: its first and last day. Every site is patrolled twice a year, at least once in each half. */
export function halfYearOf(day: IsoDate): { from: IsoDate; to: IsoDate } {
  const year = day.slice(0, 4)
  return day.slice(5, 7) <= '06'
    ? { from: `${year}-01-01`, to: `${year}-06-30` }
    : { from: `${year}-07-01`, to: `${year}-12-31` }
}
