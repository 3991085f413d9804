import { decimalToRational, parseDecimal, printRational } from '@kangheng/kernel/exact/decimal.ts'
import { absolute, compare, divide, multiply, rational, subtract, ZERO } from '@kangheng/kernel/exact/rational.ts'
import { evaluate, holds, isValue, type Outcome } from '@kangheng/kernel/expression/evaluate.ts'
import { termKey, termsOf } from '@kangheng/kernel/expression/parse.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { outcomeOf, type Values } from './compute.ts'
import { cellsOf, foreignCell, formulaOf, type Check, type Layout } from './layout.ts'

/** What a return is compared with: other months of the same form, and other forms of the same unit. */
export interface Surroundings {
  readonly form: string
  /** The same unit's return of the period before; undefined when there is none. */
  readonly previous: Values | undefined
  /** Of the same period last year, or the imported baseline. */
  readonly lastYear: Values | undefined
  /** Whether last year's values are a baseline brought along, not a return of this house. */
  readonly lastYearIsBaseline: boolean
  /** The unit's other forms of this period, by code of form. */
  readonly others: Readonly<Record<string, Values>>
}

/** Something a check found. */
export interface Finding {
  readonly check: string
  readonly severity: 'error' | 'warning'
  readonly title: Text
  readonly detail: Text
  readonly remedy: Text
  /** The cells it is about, to be marked. */
  readonly cells: readonly string[]
}

const UNFILLED = 'unfilled'

/** A sum or comparison in numbers: both sides, so that the difference can be looked for. */
function sides(check: Extract<Check, { kind: 'rule' }>, read: (key: string) => Outcome): Text {
  const expression = formulaOf(check.holds)
  if (expression.kind !== 'operation') return check.title
  const [left, right] = [evaluate(expression.left, read), evaluate(expression.right, read)]
  if (!isValue(left) || !isValue(right)) return check.title
  const [a, b, gap] = [left, right, absolute(subtract(left, right))].map((value) => printRational(value, 4))
  return { zh: `左边${a}，右边${b}，相差${gap}`, en: `Left ${a}, right ${b}, difference ${gap}` }
}

function ruleFinding(check: Extract<Check, { kind: 'rule' }>, read: (key: string) => Outcome): Finding | undefined {
  const expression = formulaOf(check.holds)
  const value = evaluate(expression, read)
  // What is missing is told by itself; a rule about it does not arise.
  if (!isValue(value) || holds(value)) return undefined
  const cells = termsOf(expression).flatMap((term) => (term.kind === 'fact' ? [term.name] : []))
  const { severity, title, remedy } = check
  return { check: check.code, severity, title, remedy, detail: sides(check, read), cells }
}

function changeFinding(
  check: Extract<Check, { kind: 'change' }>,
  values: Values,
  around: Surroundings,
): Finding | undefined {
  const before = (check.against === 'previous' ? around.previous : around.lastYear)?.[check.cell]
  const now = values[check.cell]
  if (before === undefined || now === undefined) return undefined
  const [old, present] = [before, now].map((text) => decimalToRational(parseDecimal(text))) as [
    ReturnType<typeof rational>,
    ReturnType<typeof rational>,
  ]
  if (compare(old, ZERO) === 0) return undefined
  const change = multiply(divide(subtract(present, old), absolute(old)), rational(100n))
  if (compare(absolute(change), rational(BigInt(check.most))) <= 0) return undefined
  const baseline = check.against === 'last-year' && around.lastYearIsBaseline
  const [zh, en] =
    check.against === 'previous'
      ? ['上期', 'the period before']
      : baseline
        ? ['上年同期（往年基数）', 'last year (baseline)']
        : ['上年同期', 'last year']
  const percent = printRational(change, 1)
  const { severity, title, remedy } = check
  return {
    ...{ check: check.code, severity, title, remedy, cells: [check.cell] },
    detail: {
      zh: `${zh}${before}，本期${now}，变动${percent}%，限${check.most}%`,
      en: `${before} in ${en}, now ${now}: ${percent}%, limit ${check.most}%`,
    },
  }
}

/**
 * Everything that is wrong with a return, errors first: cells that were not filled, rules that do not hold, changes beyond their limits. `values` have been computed.
 */
export function findingsOf(layout: Layout, values: Values, around: Surroundings): Finding[] {
  const read = (key: string): Outcome => {
    if (key.startsWith('{')) return outcomeOf(values[key.slice(1, -1)])
    const [reference = '', of] = key.slice(1, -1).split('@')
    const named = foreignCell(reference)
    if (!named) return 'awaiting'
    if (of === 'last-year') return named.form === around.form ? outcomeOf(around.lastYear?.[named.cell]) : 'awaiting'
    return outcomeOf((named.form === around.form ? values : around.others[named.form])?.[named.cell])
  }
  const empty = cellsOf(layout).filter(({ code, source }) => source.kind !== 'computed' && values[code] === undefined)
  const unfilled: Finding[] =
    empty.length === 0
      ? []
      : [
          {
            check: UNFILLED,
            severity: 'error',
            title: { zh: '有单元格未填', en: 'Cells are empty' },
            detail: {
              zh: `未填${empty.length}格：${empty
                .slice(0, 5)
                .map((cell) => cell.title.zh)
                .join('、')}${empty.length > 5 ? '等' : ''}`,
              en: `${empty.length} empty: ${empty
                .slice(0, 5)
                .map((cell) => cell.title.en)
                .join(', ')}`,
            },
            remedy: { zh: '逐格填写，确无发生的填0', en: 'Fill each; write 0 where nothing happened' },
            cells: empty.map((cell) => cell.code),
          },
        ]
  const found = layout.checks.flatMap(
    (check) => (check.kind === 'rule' ? ruleFinding(check, read) : changeFinding(check, values, around)) ?? [],
  )
  const order = (finding: Finding) => (finding.severity === 'error' ? 0 : 1)
  return [...unfilled, ...found].sort((a, b) => order(a) - order(b))
}

/** The other forms a layout's checks refer to. */
export function formsNamed(layout: Layout, own: string): string[] {
  const named = layout.checks.flatMap((check) =>
    check.kind === 'rule'
      ? termsOf(formulaOf(check.holds)).flatMap((term) =>
          term.kind === 'figure' ? (foreignCell(termKey(term).slice(1, -1).split('@')[0]!)?.form ?? []) : [],
        )
      : [],
  )
  return [...new Set(named)].filter((form) => form !== own)
}
