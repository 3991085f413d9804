import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { inForce, type RuleVersion } from '../chronic-follow-up/index.ts'
import { HIGH_RISK } from './risk.ts'

/** What the guardian of a patient is paid for a year in which the guardian's duty was done (以奖代补). */
interface SubsidyRule {
  /** Yuan a year. */
  readonly amount: number
  /** A patient must have been assessed at this grade or above within so many years before the end of the year. */
  readonly leastRisk: number
  readonly withinYears: number
}

/** Local: every county sets amount and conditions with its police and finance bureaus. A new notice is a version more. */
export const subsidyRules: readonly [RuleVersion<SubsidyRule>, ...RuleVersion<SubsidyRule>[]] = [
  {
    from: '2016-01-01',
    source: '县级参数：参照《关于实施以奖代补政策落实严重精神障碍患者监护责任的意见》',
    value: { amount: 2400, leastRisk: HIGH_RISK, withinYears: 5 },
  },
]

/** Why a guardian is not paid for a year. */
export const refusals = {
  'no-guardian': { zh: '没有登记监护人', en: 'No guardian is registered' },
  'no-agreement': { zh: '年内未签订监护责任协议', en: 'No guardianship agreement was signed by the year’s end' },
  'not-managed': { zh: '患者未参加社区管理', en: 'The patient is not under management' },
  'no-high-risk': { zh: '近年危险性评估未达到3级', en: 'The risk was never assessed at grade 3 in these years' },
  incident: { zh: '年内发生肇事肇祸，监护责任未落实', en: 'There was a serious incident in the year' },
} as const satisfies Record<string, Text>

/** What entitlement depends on. */
export interface Guardianship {
  readonly guardian: string | null
  readonly agreedOn: IsoDate | null
  readonly managedFrom: IsoDate | null
  readonly visits: readonly { readonly on: IsoDate; readonly risk: number; readonly incidents: number }[]
}

/** What is paid for a year: the amount of the rule in force on its last day, or why nothing. */
export function subsidyFor(
  year: number,
  { guardian, agreedOn, managedFrom, visits }: Guardianship,
): { readonly amount: number } | { readonly refused: keyof typeof refusals } {
  const ends = `${year}-12-31`
  const { amount, leastRisk, withinYears } = inForce(subsidyRules, ends)
  if (!guardian) return { refused: 'no-guardian' }
  if (!agreedOn || agreedOn > ends) return { refused: 'no-agreement' }
  if (!managedFrom || managedFrom > ends) return { refused: 'not-managed' }
  const from = `${year - withinYears + 1}-01-01`
  if (!visits.some(({ on, risk }) => risk >= leastRisk && on >= from && on <= ends)) return { refused: 'no-high-risk' }
  if (visits.some(({ on, incidents }) => incidents > 0 && on.startsWith(`${year}-`))) return { refused: 'incident' }
  return { amount }
}
