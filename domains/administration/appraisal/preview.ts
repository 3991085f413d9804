import { and, eq, inArray, isNull } from 'drizzle-orm'
import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { sum } from '@kangheng/kernel/exact/rational.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { readUnitFigures, type OpenFigure } from './readings.ts'
import type { RuleSet, UnitKind } from './rules.ts'
import { countSample } from './sample-count.ts'
import { readingsOf } from './score-unit.ts'
import { ranksOf, readyRuleSet, type ScoredSheet } from './scoring/score-sheet.ts'
import { entries, rounds, samples, sheets } from './tables.ts'
import { unitsOf } from './units.ts'

/** What a unit would get by a rule set. */
export interface PreviewedUnit {
  readonly unit: string
  readonly name: string
  readonly division: string
  readonly sheet: ScoredSheet
  /** Points of what can be scored already, and how many of them there are in full. */
  readonly scored: string
  readonly outOf: string
  /** Rank by `scored`; equal values share the better rank. */
  readonly rank: number | null
}

/** A rule set tried on a period: nothing is written, and figures that are not closed are told, not refused. */
export interface Preview {
  readonly units: readonly PreviewedUnit[]
  readonly open: readonly OpenFigure[]
}

const exact = (text: string) => decimalToRational(parseDecimal(text))

/** What was found out by hand for the same units and the same period, where there was an appraisal: a preview takes it over. */
async function knownEvidence(connection: Connection, county: string, kind: UnitKind, period: string) {
  const orm = ormOf(connection)
  const rows = await orm
    .select({ id: sheets.id, unit: sheets.unit })
    .from(sheets)
    .innerJoin(rounds, and(eq(rounds.county, sheets.county), eq(rounds.id, sheets.round)))
    .where(
      and(eq(sheets.county, county), eq(rounds.unitKind, kind), eq(rounds.period, period), isNull(sheets.voidedAt)),
    )
  const unitOf = new Map(rows.map((row) => [row.id, row.unit]))
  const ids = [...unitOf.keys()]
  const facts = new Map<string, Record<string, string>>()
  const counts = new Map<string, Record<string, { drawn: number; judged: number; qualified: number }>>()
  if (ids.length === 0) return { facts, counts }
  const signed = await orm
    .select()
    .from(entries)
    .where(and(eq(entries.county, county), inArray(entries.sheet, ids), eq(entries.state, 'signed')))
  for (const row of signed) {
    const unit = unitOf.get(row.sheet)!
    facts.set(unit, { ...facts.get(unit), [row.fact]: row.value })
  }
  const drawn = await orm
    .select()
    .from(samples)
    .where(and(eq(samples.county, county), inArray(samples.sheet, ids), isNull(samples.voidedAt)))
  for (const row of drawn) {
    const unit = unitOf.get(row.sheet)!
    const known = counts.get(unit) ?? {}
    countSample(known, row)
    counts.set(unit, known)
  }
  return { facts, counts }
}

/** Applies a rule set to all units of its kind for a period, as far as figures and earlier findings go. */
export async function previewRuleSet(
  connection: Connection,
  query: {
    county: string
    house: House
    indicators: readonly Indicator[]
    unitKind: UnitKind
    rules: RuleSet
    period: string
  },
): Promise<Preview> {
  const { county, house, unitKind, rules, period } = query
  const units = await unitsOf(connection, unitKind, { county, house, on: getPeriod(period).ends })
  const ready = readyRuleSet(rules)
  const indicators = new Map(query.indicators.map((indicator) => [indicator.id, indicator]))
  const terms = ready.terms.filter((term) => indicators.has(term.slice(1, -1).split('@')[0]!))
  const { byUnit, open } = await readUnitFigures(connection, { county, period, units, terms, indicators })
  const { facts, counts } = await knownEvidence(connection, county, unitKind, period)
  const previewed = units.map((unit) => {
    const sheet = ready.score(
      readingsOf({
        figures: byUnit.get(unit.key) ?? {},
        facts: facts.get(unit.key) ?? {},
        samples: counts.get(unit.key) ?? {},
      }),
    )
    const done = sheet.lines.flatMap((line, index) =>
      line.score !== null && !rules.items[index]!.bonus ? [[line.score, rules.items[index]!.full] as const] : [],
    )
    const print = (texts: readonly string[]) => printDecimal(roundHalfUp(sum(texts.map(exact)), rules.decimals))
    return {
      unit: unit.key,
      name: unit.name,
      division: unit.division,
      sheet,
      scored: print(done.map(([score]) => score)),
      outOf: print(done.map(([, full]) => full)),
    }
  })
  const ranks = ranksOf(previewed.map(({ scored }) => scored))
  return { units: previewed.map((unit, index) => ({ ...unit, rank: ranks[index]! })), open }
}
