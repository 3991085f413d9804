import type { Text } from '@kangheng/kernel/text/text.ts'
import type { UnitKind, WrittenRuleSet } from '../rules.ts'

/** A rule set that ships with the house, as a beginning for the county's own. */
export interface ShippedRuleSet {
  readonly title: Text
  readonly unitKind: UnitKind
  readonly rules: WrittenRuleSet
}

type WrittenItem = WrittenRuleSet['items'][number]

/** A fact that assessors find out. */
export const fact = (name: string, zh: string, en: string, unit = '') => ({ name, title: { zh, en }, unit })

/** Items of one group, so that the group stands once. */
export const group = (zh: string, en: string, items: readonly Omit<WrittenItem, 'group'>[]): WrittenItem[] =>
  items.map((item) => ({ ...item, group: { zh, en } }))

/** A rate against its baseline, in proportion. */
export function rate(
  code: string,
  zh: string,
  en: string,
  indicator: string,
  baseline: string,
  full: string,
  source: string,
): Omit<WrittenItem, 'group'> {
  return {
    code,
    title: { zh, en },
    full,
    clauses: [{ kind: 'ratio', value: `[${indicator}]`, baseline, points: full }],
    source,
  }
}

/** Grades of most counties' papers. LOCAL. */
export const GRADES: WrittenRuleSet['grades'] = [
  { from: '90', title: { zh: '优秀', en: 'Excellent' } },
  { from: '80', title: { zh: '良好', en: 'Good' } },
  { from: '60', title: { zh: '合格', en: 'Passed' } },
  { from: '0', title: { zh: '不合格', en: 'Failed' } },
]
