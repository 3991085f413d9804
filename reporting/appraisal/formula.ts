import type { Clause, Expression, Item } from '@kangheng/domains/administration/appraisal/index.ts'
import { isDeduction, parseExpression, termKey } from '@kangheng/domains/administration/appraisal/index.ts'

/** The cell that holds what a formula reads: a figure, a fact, or the samples of an item. */
export interface Cells {
  term(key: string): string
  samples(item: string): { readonly drawn: string; readonly qualified: string }
}

/** What stands in a score that does not apply. */
export const NOT_APPLICABLE = '—'

const COMPARISONS = ['<', '<=', '>', '>=', '=', '<>']

/** A formula of a rule as a formula of a spreadsheet. A cell with words in it makes an error, which the clause around it turns into “does not apply”. */
export function excelExpression(expression: Expression, cells: Cells): string {
  const say = (each: Expression) => excelExpression(each, cells)
  switch (expression.kind) {
    case 'number':
      return expression.text
    case 'figure':
    case 'fact':
      // An arithmetic operation, so that words are an error and not skipped.
      return `(0+${cells.term(termKey(expression))})`
    case 'negated':
      return `(-${say(expression.of)})`
    case 'operation': {
      const text = `${say(expression.left)}${expression.operator}${say(expression.right)}`
      return COMPARISONS.includes(expression.operator) ? `IF(${text},1,0)` : `(${text})`
    }
    case 'call':
      return call(expression, say)
  }
}

function call(expression: Extract<Expression, { kind: 'call' }>, say: (each: Expression) => string): string {
  const given = expression.arguments.map(say)
  const true_ = given.map((each) => `${each}<>0`).join(',')
  switch (expression.name) {
    case 'min':
      return `MIN(${given.join(',')})`
    case 'max':
      return `MAX(${given.join(',')})`
    case 'if':
      return `IF(${given[0]}<>0,${given[1]},${given[2]})`
    case 'and':
      return `IF(AND(${true_}),1,0)`
    case 'or':
      return `IF(OR(${true_}),1,0)`
    case 'not':
      return `IF(${given[0]}=0,1,0)`
  }
}

/** Binary fractions of a quotient such as 7.1 ÷ 0.1 lie a hair beside the whole number; nine decimals bring it back. */
const steps = (quotient: string, counts: 'complete' | 'started') =>
  `ROUND${counts === 'complete' ? 'DOWN' : 'UP'}(ROUND(${quotient},9),0)`

/** The points a clause gives or takes away. */
function excelClause(clause: Clause, item: string, cells: Cells): string {
  const say = (text: string) => excelExpression(parseExpression(text), cells)
  const capped = (amount: string, most: string | undefined) => (most === undefined ? amount : `MIN(${most},${amount})`)
  switch (clause.kind) {
    case 'ratio': {
      const [value, baseline] = [say(clause.value), say(clause.baseline)]
      return clause.better === 'higher'
        ? `${clause.points}*MIN(1,MAX(0,${value}/${baseline}))`
        : `${clause.points}*IF(${value}=0,1,MIN(1,MAX(0,${baseline}/${value})))`
    }
    case 'met':
    case 'deduct-when':
      return `IF(${say(clause.when)}<>0,${clause.points},0)`
    case 'each':
    case 'deduct-each':
      return capped(`${clause.points}*MAX(0,${say(clause.count)})`, clause.most)
    case 'deduct-steps': {
      const [value, baseline] = [say(clause.value), say(clause.baseline)]
      const short = clause.better === 'higher' ? `${baseline}-${value}` : `${value}-${baseline}`
      return capped(`${clause.points}*${steps(`MAX(0,${short})/${clause.step}`, clause.counts)}`, clause.most)
    }
    case 'samples': {
      const { drawn, qualified } = cells.samples(item)
      return `${clause.points}*${qualified}/${drawn}`
    }
  }
}

/** The score of an item: what the engine computes, written as a spreadsheet would. */
export function excelItem(item: Item, decimals: number, cells: Cells): string {
  const gives = item.clauses.filter((clause) => !isDeduction(clause))
  const takes = item.clauses
    .filter((clause) => isDeduction(clause))
    .map((clause) => excelClause(clause, item.code, cells))
  const credit = gives.map((clause) => excelClause(clause, item.code, cells)).join('+')
  const sum = `${gives.length > 0 ? credit : item.full}${takes.map((each) => `-IFERROR(${each},0)`).join('')}`
  const score = `ROUND(MAX(0,MIN(${item.full},${sum})),${decimals})`
  const absent = gives.length > 0 ? undefined : `AND(${takes.map((each) => `ISERROR(${each})`).join(',')})`
  const judged = absent ? `IF(${absent},"${NOT_APPLICABLE}",${score})` : score
  const asked =
    item.appliesWhen === undefined
      ? judged
      : `IF(${excelExpression(parseExpression(item.appliesWhen), cells)}<>0,${judged},"${NOT_APPLICABLE}")`
  return `IFERROR(${asked},"${NOT_APPLICABLE}")`
}
