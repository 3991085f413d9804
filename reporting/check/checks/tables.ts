import { type Rational, divide, rational, subtract, sum } from '@kangheng/kernel/exact/rational.ts'
import type { TableFigure } from '../claims/table-figures.ts'
import type { Node, Summary } from '../relate/nodes.ts'
import { groupBy } from '../relate/parts.ts'
import { couldPrint, divideIntervals, intervalOf, sumIntervals } from './precision.ts'
import { inUnitOf, type Outcome, printedText, term } from './report.ts'
import { findSlips } from './slips.ts'

/** A number of a table among the figures of the summary. */
export type TableNode = Node & Pick<TableFigure, 'table' | 'row' | 'column' | 'columnHead' | 'rowHead'>

const TOTAL = /^(?:合计|总计|共计|小计|总数|总体|全[县市区省州](?:合计)?)/
const NOT_ADDITIVE = /率|比|均|%|‰|增长|增幅|排名|位次|次序|年龄/
/** A relation between columns counts as the rule of a table when this many rows obey it, and more than do not. */
const LEAST_ROWS = 3

export const isTableNode = (node: Node): node is TableNode => 'table' in node

/** Totals of rows and columns, and rate columns whose numerator and denominator are columns of the same table. */
export function checkTables(summary: Summary): Outcome[] {
  const nodes = summary.nodes.filter(isTableNode)
  return [...groupBy(nodes, (node) => node.table).values()].flatMap((table) => [
    ...totals(
      table,
      summary,
      (node) => node.row,
      (node) => node.column,
      (node) => TOTAL.test(node.rowHead.trim()),
    ),
    ...totals(
      table,
      summary,
      (node) => node.column,
      (node) => node.row,
      (node) => TOTAL.test(node.columnHead.trim()),
    ),
    ...rateColumns(table, summary),
  ])
}

/** One total line against the sum of all other lines; tables with several total lines are left alone. */
function totals(
  table: readonly TableNode[],
  summary: Summary,
  line: (node: TableNode) => number,
  across: (node: TableNode) => number,
  isTotal: (node: TableNode) => boolean,
): Outcome[] {
  const totalLines = new Set(table.filter(isTotal).map(line))
  if (totalLines.size !== 1) return []
  return [...groupBy(table, across).values()].flatMap((cells) => {
    const whole = cells.find(isTotal)
    const parts = cells.filter((cell) => !isTotal(cell))
    if (
      whole === undefined ||
      parts.length < 2 ||
      whole.family === 'share' ||
      cells.some(
        (cell) =>
          cell.baseUnit !== whole.baseUnit || NOT_ADDITIVE.test(cell.columnHead) || NOT_ADDITIVE.test(cell.rowHead),
      )
    )
      return []
    return [totalOutcome(whole, parts, summary)]
  })
}

function totalOutcome(whole: TableNode, parts: readonly TableNode[], summary: Summary): Outcome {
  const fits = ([a, ...rest]: readonly Node[]) => a !== undefined && couldPrint(a, sumIntervals(rest.map(intervalOf)))
  const nodes = [whole, ...parts]
  const holds = fits(nodes)
  const computed = inUnitOf(whole, sum(parts.map((part) => part.exact)))
  const head = `${whole.rowHead} ${whole.columnHead}`.trim()
  return {
    type: 'sum',
    basis: 'direct',
    claim: whole,
    others: parts,
    holds,
    computed,
    formula: parts.map(term).join('+'),
    says: {
      zh: holds
        ? '合计与各项之和一致。'
        : `表中“${head}”各项相加为${computed}${whole.unit}，合计写“${printedText(whole, summary)}”。`,
      en: holds
        ? 'The total agrees with its items.'
        : `The items of “${head}” add up to ${computed}, but the total says ${printedText(whole, summary)}.`,
    },
    slips: holds ? [] : findSlips(nodes, fits),
  }
}

/** A rate column obeys a/b of two other columns in most rows; the rows that do not are wrong. */
function rateColumns(table: readonly TableNode[], summary: Summary): Outcome[] {
  const columns = groupBy(table, (node) => node.column)
  const counts = [...columns.values()]
    .filter((cells) => cells.every((cell) => cell.family !== 'share'))
    .slice(0, MOST_COLUMNS)
    .map((cells) => new Map(cells.map((cell) => [cell.row, cell])))
  const found: Outcome[] = []
  for (const rates of [...columns.values()].slice(0, 2 * MOST_COLUMNS)) {
    if (rates.some((node) => node.family !== 'share') || rates.length < LEAST_ROWS) continue
    const rule = bestRule(rates, counts)
    if (rule !== null) found.push(...rule.rows.map((row) => rowOutcome(row, rule.growth, summary)))
  }
  return found
}

/** Columns in which numerator and denominator are looked for; every pair of them is tried. */
const MOST_COLUMNS = 16

type Row = { rate: TableNode; a: TableNode; b: TableNode; holds: boolean }

function bestRule(
  rates: readonly TableNode[],
  counts: readonly ReadonlyMap<number, TableNode>[],
): { rows: Row[]; growth: boolean } | null {
  for (const first of counts) {
    for (const second of counts) {
      if (first === second) continue
      for (const growth of [false, true]) {
        const rows = rates.flatMap((rate) => {
          const [a, b] = [first.get(rate.row), second.get(rate.row)]
          return a === undefined || b === undefined || b.exact.n === 0n
            ? []
            : [{ rate, a, b, holds: obeys(rate, a, b, growth) }]
        })
        const obeying = rows.filter((row) => row.holds).length
        if (obeying >= LEAST_ROWS && obeying * 2 > rows.length) return { rows, growth }
      }
    }
  }
  return null
}

function obeys(rate: Node, a: Node, b: Node, growth: boolean): boolean {
  const quotient = divideIntervals(intervalOf(a), intervalOf(b))
  if (quotient === null) return false
  const one = rational(1n)
  return couldPrint(rate, growth ? { low: subtract(quotient.low, one), high: subtract(quotient.high, one) } : quotient)
}

function rowOutcome({ rate, a, b, holds }: Row, growth: boolean, summary: Summary): Outcome {
  const quotient = divide(a.exact, b.exact)
  const value: Rational = growth ? subtract(quotient, rational(1n)) : quotient
  const computed = inUnitOf(rate, value)
  const formula = growth ? `(${term(a)}-${term(b)})/${term(b)}*100` : `${term(a)}/${term(b)}*100`
  const printed = printedText(rate, summary)
  return {
    type: growth ? 'change' : 'ratio',
    basis: 'direct',
    claim: rate,
    others: [a, b],
    holds,
    computed,
    formula,
    says: {
      zh: holds
        ? '与同一行的数字一致。'
        : `表中“${rate.rowHead}”一行，${formula}=${computed}，“${rate.columnHead}”写“${printed}”。`,
      en: holds
        ? 'Agrees with the numbers of its row.'
        : `In the row “${rate.rowHead}”, ${formula} = ${computed}, but “${rate.columnHead}” says ${printed}.`,
    },
    slips: holds
      ? []
      : findSlips(
          [rate, a, b],
          ([x, y, z]) =>
            x !== undefined && y !== undefined && z !== undefined && z.exact.n !== 0n && obeys(x, y, z, growth),
        ),
  }
}
