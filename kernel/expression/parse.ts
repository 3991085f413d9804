import { decimalToRational, parseDecimal } from '../exact/decimal.ts'
import type { Rational } from '../exact/rational.ts'

/** Operators of two operands; comparisons give 1 or 0. */
export type Operator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '=' | '<>'

/** Which value of an indicator is meant: this period's, the same period's a year before, or the year's target. */
export type FigureValue = 'value' | 'last-year' | 'target'

/** Functions of the grammar, with how many arguments they take. */
export const FUNCTIONS = { min: [1, 9], max: [1, 9], if: [3, 3], and: [1, 9], or: [1, 9], not: [1, 1] } as const
export type FunctionName = keyof typeof FUNCTIONS

/** A formula, read. It can only reckon: there is nothing in it that could be run. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Rational; readonly text: string }
  | { readonly kind: 'figure'; readonly indicator: string; readonly of: FigureValue }
  | { readonly kind: 'fact'; readonly name: string }
  | { readonly kind: 'negated'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly arguments: readonly Expression[] }

/** A formula that does not follow the grammar; `at` is the character where reading stopped. */
export class FormulaError extends Error {
  readonly at: number

  constructor(message: string, at: number) {
    super(message)
    this.name = 'FormulaError'
    this.at = at
  }
}

/** No formula needs more; a longer text or deeper nesting is a mistake or an attack. */
const LONGEST = 500
const DEEPEST = 20

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|\[([a-z0-9][a-z0-9.-]*)(?:@(last-year|target))?\]|\{([a-z][a-z0-9-]*)\}|([a-z]+)|(<=|>=|<>|[-+*/<>=(),]))/y

type Token =
  | { readonly kind: 'operand'; readonly expression: Expression; readonly at: number }
  | { readonly kind: 'name' | 'sign'; readonly text: string; readonly at: number }

function tokens(text: string): Token[] {
  const found: Token[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) throw new FormulaError(`“${text.slice(at).trim().slice(0, 12)}”`, at)
    const [, number, indicator, of, fact, name, sign] = match
    if (number !== undefined)
      found.push({
        kind: 'operand',
        at,
        expression: { kind: 'number', value: decimalToRational(parseDecimal(number)), text: number },
      })
    else if (indicator !== undefined)
      found.push({
        kind: 'operand',
        at,
        expression: { kind: 'figure', indicator, of: (of as FigureValue | undefined) ?? 'value' },
      })
    else if (fact !== undefined) found.push({ kind: 'operand', at, expression: { kind: 'fact', name: fact } })
    else found.push(name !== undefined ? { kind: 'name', text: name, at } : { kind: 'sign', text: sign!, at })
    at = TOKEN.lastIndex
  }
  return found
}

/** Operators from the loosest to the tightest. */
const LEVELS: readonly (readonly string[])[] = [
  ['<', '<=', '>', '>=', '=', '<>'],
  ['+', '-'],
  ['*', '/'],
]

/**
 * Reads a formula: numbers, `[indicator]`, `[indicator@last-year]`, `[indicator@target]`, `{fact}`, the four operations, comparisons, brackets, and
 * `min max if and or not`. @throws FormulaError where the text leaves the grammar.
 */
export function parseExpression(text: string): Expression {
  if (text.length > LONGEST) throw new FormulaError(`> ${LONGEST}`, LONGEST)
  const all = tokens(text)
  let next = 0
  const fail = (): never => {
    const token = all[next]
    throw new FormulaError(token ? `“${text.slice(token.at).trim().slice(0, 12)}”` : '…', token?.at ?? text.length)
  }
  const isSign = (sign: string) => all[next]?.kind === 'sign' && (all[next] as { text: string }).text === sign
  const take = (sign: string) => (isSign(sign) ? void (next += 1) : fail())

  function call(name: string, depth: number): Expression {
    if (!Object.hasOwn(FUNCTIONS, name)) return fail()
    const [least, most] = FUNCTIONS[name as FunctionName]
    next += 1
    take('(')
    const given = [level(0, depth + 1)]
    while (isSign(',')) {
      next += 1
      given.push(level(0, depth + 1))
    }
    take(')')
    if (given.length < least || given.length > most) return fail()
    return { kind: 'call', name: name as FunctionName, arguments: given }
  }

  function operand(depth: number): Expression {
    if (depth > DEEPEST) return fail()
    const token = all[next]
    if (token?.kind === 'operand') {
      next += 1
      return token.expression
    }
    if (token?.kind === 'name') return call(token.text, depth)
    if (isSign('-')) {
      next += 1
      return { kind: 'negated', of: operand(depth + 1) }
    }
    take('(')
    const inner = level(0, depth + 1)
    take(')')
    return inner
  }

  function level(number: number, depth: number): Expression {
    const operators = LEVELS[number]
    if (!operators) return operand(depth)
    let left = level(number + 1, depth)
    for (;;) {
      const token = all[next]
      if (token?.kind !== 'sign' || !operators.includes(token.text)) return left
      next += 1
      left = { kind: 'operation', operator: token.text as Operator, left, right: level(number + 1, depth) }
      // 1 < 2 < 3 says something else than it seems to; it is not read on.
      if (number === 0) return left
    }
  }

  const whole = level(0, 0)
  return next === all.length ? whole : fail()
}

/** The indicators and facts a formula reads, each once. */
export function termsOf(expression: Expression): Extract<Expression, { kind: 'figure' | 'fact' }>[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'figure':
    case 'fact':
      return [expression]
    case 'negated':
      return termsOf(expression.of)
    case 'operation':
      return [...termsOf(expression.left), ...termsOf(expression.right)]
    case 'call':
      return expression.arguments.flatMap(termsOf)
  }
}

/** How a formula names what it reads: the key of a reading. */
export function termKey(term: Extract<Expression, { kind: 'figure' | 'fact' }>): string {
  if (term.kind === 'fact') return `{${term.name}}`
  return term.of === 'value' ? `[${term.indicator}]` : `[${term.indicator}@${term.of}]`
}
