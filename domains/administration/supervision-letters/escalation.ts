import type { Text } from '@kangheng/kernel/text/text.ts'

/** How grave a letter is. */
export const gravities = {
  yellow: { zh: '黄牌', en: 'Yellow' },
  red: { zh: '红牌', en: 'Red' },
  interview: { zh: '约谈', en: 'Interview' },
} as const satisfies Record<string, Text>
export type Gravity = keyof typeof gravities

/** What a letter is about. */
export const causes = {
  figure: { zh: '指标落后', en: 'A figure is behind' },
  task: { zh: '任务逾期', en: 'A task is overdue' },
  statutory: { zh: '超过法定时限', en: 'A limit of the law was missed' },
  other: { zh: '检查发现', en: 'Found by inspection' },
} as const satisfies Record<string, Text>
export type Cause = keyof typeof causes

/** Days to answer, by gravity, and days for the re-check after the answer. LOCAL. */
export const ANSWER_WITHIN: Readonly<Record<Gravity, number>> = { yellow: 15, red: 10, interview: 5 }
export const RECHECK_WITHIN = 30

/**
 * The gravity of the next letter to a unit about the same matter in the same year: the second yellow is red, after a red comes an interview; a missed limit of the law is
 * red from the first time. Source: domain notes § 9.3 (design aid; bands and numbers LOCAL).
 */
export function nextGravity(asked: Gravity, cause: Cause, before: readonly Gravity[]): Gravity {
  if (asked === 'interview' || before.includes('red') || before.includes('interview')) return 'interview'
  if (asked === 'red' || cause === 'statutory' || before.includes('yellow')) return 'red'
  return 'yellow'
}

/** 督办〔2025〕3号: numbers run through the year without gaps, in the brackets and without the leading zeros of GB/T 9704-2012. */
export const letterNumber = (year: number, serial: number): string => `督办〔${year}〕${serial}号`
