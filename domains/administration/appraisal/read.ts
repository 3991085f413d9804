import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { missing } from '@kangheng/kernel/text/refusal.ts'
import type { RuleSet } from './rules.ts'
import type { SampleCount } from './scoring/score-clause.ts'
import { countSample } from './sample-count.ts'
import { rulesOf } from './stored.ts'
import { entries, objections, rounds, ruleSets, samples, sheets } from './tables.ts'

type Round = typeof rounds.$inferSelect
type Sheet = typeof sheets.$inferSelect

const first = <Row>(rows: readonly Row[]): Row =>
  rows[0] ?? missing({ zh: '记录不存在或不在您的管辖范围内', en: 'No such record within your scope' })

/** A rule set as it is stored, with its rules. @throws Refusal when it is not in sight. */
export async function readRuleSet(connection: Connection, county: string, id: string) {
  const row = first(
    await ormOf(connection)
      .select()
      .from(ruleSets)
      .where(and(eq(ruleSets.county, county), eq(ruleSets.id, id))),
  )
  return { row, rules: rulesOf(row) }
}

/** An appraisal with its rules and the sheets that are in sight, in order of rank. */
export async function readRound(
  connection: Connection,
  county: string,
  id: string,
): Promise<{ round: Round; rules: RuleSet; sheets: Sheet[] }> {
  const orm = ormOf(connection)
  const round = first(
    await orm
      .select()
      .from(rounds)
      .where(and(eq(rounds.county, county), eq(rounds.id, id))),
  )
  const { rules } = await readRuleSet(connection, county, round.ruleSet)
  const rows = await orm
    .select()
    .from(sheets)
    .where(and(eq(sheets.county, county), eq(sheets.round, id), isNull(sheets.voidedAt)))
    .orderBy(asc(sheets.rank), asc(sheets.unit))
  return { round, rules, sheets: rows }
}

/** Everything a sheet was scored from, besides its figures. */
export interface SheetFindings {
  readonly facts: Readonly<Record<string, { value: string; evidence: string; state: string }>>
  readonly samples: Readonly<Record<string, SampleCount>>
  readonly decided: Readonly<Record<string, string>>
}

/** Findings, samples and decisions of some sheets, by sheet. */
export async function readFindings(
  connection: Connection,
  county: string,
  ids: readonly string[],
): Promise<(sheet: string) => SheetFindings> {
  const wanted = new Set(ids)
  const orm = ormOf(connection)
  const found = new Map<
    string,
    {
      facts: Record<string, { value: string; evidence: string; state: string }>
      samples: Record<string, SampleCount>
      decided: Record<string, string>
    }
  >()
  const at = (sheet: string) => {
    const known = found.get(sheet) ?? { facts: {}, samples: {}, decided: {} }
    found.set(sheet, known)
    return known
  }
  // A signed entry stands before one that waits for its signature.
  const entered = await orm
    .select()
    .from(entries)
    .where(and(eq(entries.county, county), isNull(entries.voidedAt)))
    .orderBy(asc(entries.state))
  for (const row of entered)
    if (wanted.has(row.sheet) && row.state !== 'withdrawn')
      at(row.sheet).facts[row.fact] = { value: row.value, evidence: row.evidence, state: row.state }
  for (const row of await orm
    .select()
    .from(samples)
    .where(and(eq(samples.county, county), isNull(samples.voidedAt))))
    if (wanted.has(row.sheet)) countSample(at(row.sheet).samples, row)
  for (const row of await orm
    .select()
    .from(objections)
    .where(and(eq(objections.county, county), eq(objections.state, 'upheld'))))
    if (wanted.has(row.sheet) && row.points !== null) at(row.sheet).decided[row.item] = row.points
  return (sheet) => found.get(sheet) ?? { facts: {}, samples: {}, decided: {} }
}

/** A sheet with the rules it was scored by and what was found for it. */
export async function readSheet(connection: Connection, county: string, id: string) {
  const sheet = first(
    await ormOf(connection)
      .select()
      .from(sheets)
      .where(and(eq(sheets.county, county), eq(sheets.id, id))),
  )
  // Rules and the sheet's appraisal stand at the county; while it is being scored a township does not see them, but its own sheet.
  const { round, rules } = await readRound(connection, county, sheet.round)
  return { sheet, round, rules, findings: (await readFindings(connection, county, [id]))(id) }
}
