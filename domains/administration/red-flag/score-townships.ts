import { and, eq, isNull } from 'drizzle-orm'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { refuse } from '@kangheng/kernel/text/refusal.ts'
import {
  appraisalRound,
  appraisalRounds,
  appraisalSheet,
  appraisalSheets,
  indicatorsOf,
  previewRuleSet,
  type RuleSet,
  type UnitKind,
} from '../appraisal/index.ts'
import type { Basis, ScoredUnit } from './ranking.ts'

/** A township’s score with its place. */
export interface TownshipScore extends ScoredUnit {
  readonly name: string
  readonly division: string
}

/** What a quarter’s scores were taken from. */
export interface QuarterScores {
  readonly basis: Basis
  readonly units: readonly TownshipScore[]
}

interface Query {
  readonly ruleSet: string
  readonly unitKind: UnitKind
  readonly rules: RuleSet
  /** Codes of the items that count; none: all. */
  readonly items: readonly string[]
  readonly quarter: string
}
type Line = { readonly item: string; readonly score: string | null }

const itemsOf = (rules: RuleSet, lines: readonly Line[]) =>
  rules.items.map(({ code, title, full }) => ({
    title: title.zh,
    full,
    score: lines.find(({ item }) => item === code)?.score ?? null,
  }))

/** The totals of the quarter’s own appraisal, where one was published by this rule set: objections have been decided there. */
async function published(
  { find, findAll }: Pick<ActionContext, 'find' | 'findAll'>,
  { ruleSet, rules, quarter }: Query,
): Promise<QuarterScores | undefined> {
  const round = await find(
    appraisalRound,
    and(
      eq(appraisalRounds.ruleSet, ruleSet),
      eq(appraisalRounds.period, quarter),
      eq(appraisalRounds.state, 'published'),
      isNull(appraisalRounds.voidedAt),
    ),
  )
  if (!round) return undefined
  const sheets = await findAll(
    appraisalSheet,
    and(eq(appraisalSheets.round, round.id), isNull(appraisalSheets.voidedAt)),
  )
  return {
    basis: 'appraisal',
    units: sheets.map((sheet) => ({
      ...{ unit: sheet.unit, name: sheet.unitName, division: sheet.division, score: sheet.total! },
      items: itemsOf(rules, sheet.lines),
    })),
  }
}

/**
 * The scores of all townships in a quarter: of the published appraisal of that quarter, or else computed by the rule set’s items from the quarter’s closed figures.
 * @throws Refusal when a figure is missing or not closed, or when somebody would have to find something out first.
 */
export async function scoreTownships(
  context: Pick<ActionContext, 'connection' | 'house' | 'county' | 'find' | 'findAll'>,
  query: Query,
): Promise<QuarterScores> {
  const { connection, house, county } = context
  const { unitKind, items, quarter } = query
  const ready = items.length === 0 ? await published(context, query) : undefined
  if (ready) return ready
  // A veto outweighs the whole sheet; where only some items are compared it does not arise.
  const rules =
    items.length === 0
      ? query.rules
      : { ...query.rules, items: query.rules.items.filter(({ code }) => items.includes(code)), vetoes: [] }
  const indicators = [...(await indicatorsOf(context)).values()]
  const preview = await previewRuleSet(connection, { county, house, indicators, unitKind, rules, period: quarter })
  const [open] = preview.open
  if (open)
    return refuse('quarter', {
      zh: `只能按已关账的数评比：${open.unit}的指标 ${open.indicator} ${open.fault === 'missing' ? '没有数' : '尚未关账'}（共${preview.open.length}处）`,
      en: `Flags are awarded by closed figures only: ${open.indicator} of ${open.unit} is ${open.fault} (${preview.open.length} in all)`,
    })
  return {
    basis: items.length === 0 ? 'figures' : 'items',
    units: preview.units.map(({ unit, name, division, sheet }) => ({
      ...{ unit, name, division },
      score:
        sheet.total ??
        refuse('quarter', {
          zh: `${name}还有未查实的项目（${sheet.awaiting.join('、')}）；请先公布本季度考核，或只选按指标计分的项目`,
          en: `${name} waits for findings (${sheet.awaiting.join(', ')}): publish the quarter’s appraisal first, or choose items that figures decide`,
        }),
      items: itemsOf(rules, sheet.lines),
    })),
  }
}
