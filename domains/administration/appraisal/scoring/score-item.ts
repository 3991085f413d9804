import { add, compare, subtract, ZERO, type Rational } from '@kangheng/kernel/exact/rational.ts'
import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { evaluate, holds, isValue, type Outcome, type Read } from '@kangheng/kernel/expression/evaluate.ts'
import { parseExpression, termKey, termsOf } from '@kangheng/kernel/expression/parse.ts'
import { isDeduction, type Item } from '../rules.ts'
import { readyClause, type SampleCount } from './score-clause.ts'

/** What a unit is judged by: values by the keys that formulas use, and the samples of items that are judged on evidence. */
export interface Readings {
  readonly read: Read
  readonly samples: (item: string) => SampleCount | undefined
  /** The score of an item by the decision on an objection: it stands, whatever the formulas say. */
  readonly decided?: (item: string) => string | undefined
}

/** A line of a unit's sheet. Scores are decimal strings with the rule set's decimals. */
export interface ScoredItem {
  readonly item: string
  readonly state: 'scored' | 'not-applicable' | 'awaiting'
  /** Null until the item can be scored; of an item that does not apply, null as well. */
  readonly score: string | null
  /** What each clause gave or took away before rounding and limits, rounded for display; null where it did not apply. */
  readonly clauses: readonly (string | null)[]
}

/** An item made ready to be applied to any number of units. */
export interface ReadyItem {
  readonly item: Item
  /** Keys of everything its formulas read. */
  readonly terms: readonly string[]
  score(readings: Readings): ScoredItem
}

/** Digits in which the part of a clause is shown. */
const SHOWN = 4

const exact = (text: string): Rational => decimalToRational(parseDecimal(text))

/**
 * Makes an item ready. Its score starts from nothing when any clause gives points, otherwise from the full score; clauses add or take away what their own limits
 * allow; the sum lies between nothing and the full score and is rounded half up, once.
 *
 * An item does not apply where `appliesWhen` is false, where a clause that gives points has no value, or where none of its deductions has one; a single deduction
 * without value takes nothing away.
 */
export function readyItem(item: Item, decimals: number): ReadyItem {
  const clauses = item.clauses.map(readyClause)
  const condition = item.appliesWhen === undefined ? undefined : parseExpression(item.appliesWhen)
  const full = exact(item.full)
  const gives = item.clauses.some((clause) => !isDeduction(clause))
  const conditionTerms = condition ? termsOf(condition).map(termKey) : []

  function stateOf(outcomes: readonly Outcome[]): ScoredItem['state'] {
    if (outcomes.includes('awaiting')) return 'awaiting'
    const absent = outcomes.map((outcome) => outcome === 'not-applicable')
    const creditAbsent = absent.some((is, index) => is && !isDeduction(item.clauses[index]!))
    return creditAbsent || absent.every(Boolean) ? 'not-applicable' : 'scored'
  }

  return {
    item,
    terms: [...new Set([...conditionTerms, ...clauses.flatMap((clause) => clause.terms)])],
    score(readings) {
      const none = (state: ScoredItem['state'], decided?: string): ScoredItem => ({
        item: item.code,
        state,
        score: decided === undefined ? null : printDecimal(roundHalfUp(exact(decided), decimals)),
        clauses: item.clauses.map(() => null),
      })
      const decided = readings.decided?.(item.code)
      if (decided !== undefined) return none('scored', decided)
      if (condition) {
        const applies = evaluate(condition, readings.read)
        if (!isValue(applies)) return none(applies)
        if (!holds(applies)) return none('not-applicable')
      }
      const samples = readings.samples(item.code)
      const outcomes = clauses.map((clause) => clause.score(readings.read, samples))
      const state = stateOf(outcomes)
      const shown = outcomes.map((each) => (isValue(each) ? printDecimal(roundHalfUp(each, SHOWN)) : null))
      if (state !== 'scored') return { ...none(state), clauses: shown }
      const sum = outcomes.reduce<Rational>(
        (all, outcome, index) => {
          if (!isValue(outcome)) return all
          return isDeduction(item.clauses[index]!) ? subtract(all, outcome) : add(all, outcome)
        },
        gives ? ZERO : full,
      )
      const limited = sum.n < 0n ? ZERO : compare(sum, full) > 0 ? full : sum
      return { item: item.code, state, score: printDecimal(roundHalfUp(limited, decimals)), clauses: shown }
    },
  }
}
