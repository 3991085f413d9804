import {
  ceiling,
  compare,
  divide,
  floor,
  multiply,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '@kangheng/kernel/exact/rational.ts'
import { decimalToRational, parseDecimal } from '@kangheng/kernel/exact/decimal.ts'
import { evaluate, holds, isValue, type Outcome, type Read } from '@kangheng/kernel/expression/evaluate.ts'
import { parseExpression, termKey, termsOf, type Expression } from '@kangheng/kernel/expression/parse.ts'
import type { Clause } from '../rules.ts'

/** How many samples of an item were drawn, judged and found in order. */
export interface SampleCount {
  readonly drawn: number
  readonly judged: number
  readonly qualified: number
}

/** A clause made ready: formulas read, numbers exact. */
export interface ReadyClause {
  readonly clause: Clause
  /** Keys of what its formulas read. */
  readonly terms: readonly string[]
  /** The points it gives (or takes away), before the item's own limits. */
  score(read: Read, samples: SampleCount | undefined): Outcome
}

const exact = (text: string): Rational => decimalToRational(parseDecimal(text))
const ONE = rational(1n)
const least = (a: Rational, b: Rational) => (compare(a, b) <= 0 ? a : b)
const notNegative = (a: Rational) => (a.n < 0n ? ZERO : a)

/** value ÷ baseline, at most 1; where lower is better baseline ÷ value, and 1 for a value of zero. */
function proportion(value: Rational, baseline: Rational, better: 'higher' | 'lower'): Outcome {
  const [top, bottom] = better === 'higher' ? [value, baseline] : [baseline, value]
  if (bottom.n === 0n) return better === 'higher' ? 'not-applicable' : ONE
  return least(ONE, notNegative(divide(top, bottom)))
}

/** Computes with the values of several formulas when all of them have one. */
function withValues(formulas: readonly Expression[], read: Read, compute: (values: Rational[]) => Outcome): Outcome {
  const outcomes = formulas.map((formula) => evaluate(formula, read))
  const absent = outcomes.find((outcome) => outcome === 'awaiting') ?? outcomes.find((outcome) => !isValue(outcome))
  return absent ?? compute(outcomes as Rational[])
}

function ready(clause: Clause, formulas: readonly string[], compute: (values: Rational[]) => Outcome): ReadyClause {
  const read = formulas.map(parseExpression)
  return {
    clause,
    terms: [...new Set(read.flatMap(termsOf).map(termKey))],
    score: (reader) => withValues(read, reader, compute),
  }
}

/** Reads a clause's formulas and numbers once, so that it can be applied to any number of units. */
export function readyClause(clause: Clause): ReadyClause {
  const worth = exact(clause.points)
  const most = 'most' in clause && clause.most !== undefined ? exact(clause.most) : undefined
  const capped = (amount: Rational) => (most ? least(most, amount) : amount)
  switch (clause.kind) {
    case 'ratio':
      return ready(clause, [clause.value, clause.baseline], ([value, baseline]) => {
        const share = proportion(value!, baseline!, clause.better)
        return isValue(share) ? multiply(worth, share) : share
      })
    case 'met':
    case 'deduct-when':
      return ready(clause, [clause.when], ([when]) => (holds(when!) ? worth : ZERO))
    case 'each':
    case 'deduct-each':
      return ready(clause, [clause.count], ([count]) => capped(multiply(worth, notNegative(count!))))
    case 'deduct-steps': {
      const step = exact(clause.step)
      const whole = clause.counts === 'complete' ? floor : ceiling
      return ready(clause, [clause.value, clause.baseline], ([value, baseline]) => {
        if (step.n === 0n) return 'not-applicable'
        const short = clause.better === 'higher' ? subtract(baseline!, value!) : subtract(value!, baseline!)
        return capped(multiply(worth, rational(whole(divide(notNegative(short), step)))))
      })
    }
    case 'samples':
      return {
        clause,
        terms: [],
        score(_read, samples) {
          if (!samples || samples.judged < samples.drawn) return 'awaiting'
          if (samples.drawn === 0) return 'not-applicable'
          return multiply(worth, rational(BigInt(samples.qualified), BigInt(samples.drawn)))
        },
      }
  }
}
