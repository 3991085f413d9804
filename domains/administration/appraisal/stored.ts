import { eq } from 'drizzle-orm'
import { loadUserIndicators } from '@kangheng/kernel/indicator/user-indicator.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import { round, ruleSet, sheet } from './records.ts'
import { ruleSetSchema, type RuleSet } from './rules.ts'
import { rounds, ruleSets, sheets } from './tables.ts'

type Rules = typeof ruleSets.$inferSelect
type Round = typeof rounds.$inferSelect
type Sheet = typeof sheets.$inferSelect

/** The rules of a stored rule set. @throws Refusal when what is stored is no rule set (of a version this house no longer reads). */
export function rulesOf(row: Pick<Rules, 'content'>): RuleSet {
  const read = ruleSetSchema.safeParse(row.content)
  return read.success
    ? read.data
    : refuse('ruleSet', { zh: '细则内容不完整，请先完善细则', en: 'The rule set is not complete' })
}

type Finder = Pick<ActionContext, 'find'>

/** A rule set within sight. @throws Refusal when there is none. */
export async function getRuleSet({ find }: Finder, id: string): Promise<Rules> {
  return (await find(ruleSet, eq(ruleSets.id, id))) ?? refuse('ruleSet', { zh: '没有这份细则', en: 'No such rule set' })
}

/** An appraisal within sight. @throws Refusal when there is none. */
export async function getRound({ find }: Finder, id: string): Promise<Round> {
  return (await find(round, eq(rounds.id, id))) ?? refuse('round', { zh: '没有这次考核', en: 'No such appraisal' })
}

/** A sheet within sight. @throws Refusal when there is none. */
export async function getSheet({ find }: Finder, id: string): Promise<Sheet> {
  return (
    (await find(sheet, eq(sheets.id, id))) ??
    refuse('sheet', { zh: '没有这张评分表，或不在您的管辖范围内', en: 'No such sheet within your scope' })
  )
}

/** Declared indicators and those defined at run time, by id. */
export async function indicatorsOf({
  connection,
  house,
  county,
}: Pick<ActionContext, 'connection' | 'house' | 'county'>): Promise<ReadonlyMap<string, Indicator>> {
  const added = await loadUserIndicators(connection, house, county)
  return new Map([...house.indicators, ...added.map((indicator) => [indicator.id, indicator] as const)])
}
