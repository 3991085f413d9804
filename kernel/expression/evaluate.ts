import { add, compare, divide, multiply, rational, subtract, ZERO, type Rational } from '../exact/rational.ts'
import { termKey, type Expression, type Operator } from './parse.ts'

/** What stands where a value should: the question does not arise (a rate without denominator), or a fact has not been entered and signed yet. */
export type Absence = 'not-applicable' | 'awaiting'

/** A value, or why there is none. */
export type Outcome = Rational | Absence

/** Gives the value of `[indicator]` or `{fact}` by its key. */
export type Read = (key: string) => Outcome

const ONE = rational(1n)

/** Whether there is a value. */
export const isValue = (outcome: Outcome): outcome is Rational => typeof outcome !== 'string'

/** Of several absences the one that can still change is told first. */
function absenceOf(outcomes: readonly Outcome[]): Absence | undefined {
  if (outcomes.includes('awaiting')) return 'awaiting'
  return outcomes.includes('not-applicable') ? 'not-applicable' : undefined
}

function operate(operator: Operator, a: Rational, b: Rational): Outcome {
  const order = compare(a, b)
  const truth = (is: boolean) => (is ? ONE : ZERO)
  switch (operator) {
    case '+':
      return add(a, b)
    case '-':
      return subtract(a, b)
    case '*':
      return multiply(a, b)
    case '/':
      return b.n === 0n ? 'not-applicable' : divide(a, b)
    case '<':
      return truth(order < 0)
    case '<=':
      return truth(order <= 0)
    case '>':
      return truth(order > 0)
    case '>=':
      return truth(order >= 0)
    case '=':
      return truth(order === 0)
    case '<>':
      return truth(order !== 0)
  }
}

/** Whether a condition holds: any value but zero. */
export const holds = (value: Rational): boolean => value.n !== 0n

/**
 * The exact value of a formula. Nothing is rounded. A division by zero and an indicator without denominator are not applicable, which is not zero; a formula
 * in which any part is missing is missing as a whole, except for the branch of `if` that was not taken.
 */
export function evaluate(expression: Expression, read: Read): Outcome {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'figure':
    case 'fact':
      return read(termKey(expression))
    case 'negated': {
      const value = evaluate(expression.of, read)
      return isValue(value) ? subtract(ZERO, value) : value
    }
    case 'operation': {
      const left = evaluate(expression.left, read)
      const right = evaluate(expression.right, read)
      return isValue(left) && isValue(right) ? operate(expression.operator, left, right) : absenceOf([left, right])!
    }
    case 'call':
      return call(expression, read)
  }
}

function call(expression: Extract<Expression, { kind: 'call' }>, read: Read): Outcome {
  const [first, second, third] = expression.arguments
  if (expression.name === 'if') {
    const condition = evaluate(first!, read)
    return isValue(condition) ? evaluate(holds(condition) ? second! : third!, read) : condition
  }
  const outcomes = expression.arguments.map((each) => evaluate(each, read))
  const absence = absenceOf(outcomes)
  if (absence) return absence
  const values = outcomes as Rational[]
  switch (expression.name) {
    case 'min':
      return values.reduce((least, each) => (compare(each, least) < 0 ? each : least))
    case 'max':
      return values.reduce((most, each) => (compare(each, most) > 0 ? each : most))
    case 'and':
      return values.every(holds) ? ONE : ZERO
    case 'or':
      return values.some(holds) ? ONE : ZERO
    case 'not':
      return holds(values[0]!) ? ZERO : ONE
  }
}
