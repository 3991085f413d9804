import { and, eq, isNull } from 'drizzle-orm'
import type { ActionContext } from '@kangheng/kernel/record/define-action.ts'
import { entry, objection, sample } from './records.ts'
import type { SampleCount } from './scoring/score-clause.ts'
import type { ReadyRuleSet } from './scoring/score-sheet.ts'
import { countSample } from './sample-count.ts'
import { readingsOf } from './score-unit.ts'
import { entries, objections, samples, type sheets } from './tables.ts'

type Sheet = typeof sheets.$inferSelect

/** The signed entries, judged samples and decided objections of some sheets, by sheet. */
export async function evidenceOf({ findAll }: Pick<ActionContext, 'findAll'>, sheet?: string) {
  const of = (column: typeof entries.sheet | typeof samples.sheet | typeof objections.sheet) =>
    sheet ? eq(column, sheet) : undefined
  const [signed, drawn, upheld] = [
    await findAll(entry, and(of(entries.sheet), eq(entries.state, 'signed'), isNull(entries.voidedAt))),
    await findAll(sample, and(of(samples.sheet), isNull(samples.voidedAt))),
    await findAll(objection, and(of(objections.sheet), eq(objections.state, 'upheld'), isNull(objections.voidedAt))),
  ]
  const bySheet = new Map<
    string,
    { facts: Record<string, string>; samples: Record<string, SampleCount>; decided: Record<string, string> }
  >()
  const at = (id: string) => {
    const known = bySheet.get(id) ?? { facts: {}, samples: {}, decided: {} }
    bySheet.set(id, known)
    return known
  }
  for (const row of signed) at(row.sheet).facts[row.fact] = row.value
  for (const row of drawn) countSample(at(row.sheet).samples, row)
  for (const row of upheld) if (row.points !== null) at(row.sheet).decided[row.item] = row.points
  return (id: string) => bySheet.get(id) ?? { facts: {}, samples: {}, decided: {} }
}

/** What a sheet says once its evidence has been weighed: the columns that scoring fills. */
export function scoredColumns(
  ready: ReadyRuleSet,
  row: Pick<Sheet, 'readings'>,
  evidence: { facts: Record<string, string>; samples: Record<string, SampleCount>; decided: Record<string, string> },
) {
  const readings = readingsOf({ figures: row.readings, facts: evidence.facts, samples: evidence.samples })
  const { lines, base, bonus, reachable, veto, total, grade, awaiting } = ready.score({
    ...readings,
    decided: (item) => evidence.decided[item],
  })
  return { lines: [...lines], base, bonus, reachable, veto, total, grade, awaiting: [...awaiting] }
}
