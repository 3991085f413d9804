import { checkSummary } from './checks/index.ts'
import { findFigures } from './claims/figures.ts'
import { findTableFigures } from './claims/table-figures.ts'
import { codePointOffsets } from './code-points.ts'
import { decimalToRational, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { equal, type Rational } from '@kangheng/kernel/exact/rational.ts'
import type { TextTable } from './read/document-text.ts'
import { findDocuments } from './relate/documents.ts'
import { type Node, placeFigures } from './relate/nodes.ts'
import type { Check, CheckResult, Claim, Figure, Finding } from './types.ts'

export type CheckTextOptions = {
  /** Names the text when it has no title line of its own. */
  title?: string
  /** Tables of the text, as the readers give them. */
  tables?: readonly TextTable[]
}

/**
 * Finds the summaries, claims and findings of a plain text. Deterministic, offline, linear in the length of the text.
 */
export function checkText(text: string, options: CheckTextOptions = {}): CheckResult {
  const found = findFigures(text)
  const figures = withTables(found.figures, findTableFigures(text, options.tables ?? []))
  const { layout } = found
  const ids = figures.map((_, index) => `c${index + 1}`)
  const nodes = placeFigures(layout, figures, ids)
  const summaries = findDocuments(text, options.title ?? '')
  const checks: Check[] = []
  let from = 0
  for (const { start, end } of summaries) {
    let to = from
    while (to < nodes.length && (nodes[to] as Node).start < end) to++
    checks.push(...checkSummary({ layout, text: layout.text, start, end, nodes: nodes.slice(from, to) }))
    from = to
  }
  const point = codePointOffsets(text)
  return {
    documents: summaries.map((summary) => ({ ...summary, start: point(summary.start), end: point(summary.end) })),
    claims: figures.map((figure, index) => toClaim(figure, ids[index] ?? '', text, point)),
    checks,
    findings: checks.filter((check) => !check.holds).map(toFinding),
  }
}

/** A number of a table that the grammar has read by itself (12人 in a cell) gets its heads; plain numbers are added. */
function withTables(figures: readonly Figure[], cells: readonly Figure[]): Figure[] {
  if (cells.length === 0) return [...figures]
  const starts = new Map(cells.map((cell) => [cell.start, cell]))
  return [...figures.filter((figure) => !starts.has(figure.start)), ...cells].sort((a, b) => a.start - b.start)
}

function toClaim(figure: Figure, id: string, text: string, point: (offset: number) => number): Claim {
  return {
    id,
    start: point(figure.start),
    end: point(figure.end),
    text: text.slice(figure.start, figure.end),
    value: printedValue(figure.value),
    ...(figure.valueMax === null ? {} : { valueMax: printedValue(figure.valueMax) }),
    unit: figure.unit,
    kind: figure.kind,
    approximate: figure.approximate,
    status: figure.status,
    subject: figure.subject,
  }
}

/** The nearest number to what is printed; 三分之二 has no finite decimal form and is given as 66.67. */
function printedValue(value: Rational): number {
  const exact = roundHalfUp(value, 9)
  return Number(printDecimal(equal(decimalToRational(exact), value) ? exact : roundHalfUp(value, 2)))
}

function toFinding({ holds: _, ...finding }: Check): Finding {
  return finding
}
