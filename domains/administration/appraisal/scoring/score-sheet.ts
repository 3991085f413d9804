import { add, compare, rational, sum, ZERO, type Rational } from '@kangheng/kernel/exact/rational.ts'
import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { evaluate, holds, isValue } from '@kangheng/kernel/expression/evaluate.ts'
import { parseExpression, termKey, termsOf } from '@kangheng/kernel/expression/parse.ts'
import type { RuleSet } from '../rules.ts'
import { readyItem, type Readings, type ReadyItem, type ScoredItem } from './score-item.ts'

/** A unit's whole sheet. All numbers are decimal strings with the rule set's decimals. */
export interface ScoredSheet {
  readonly lines: readonly ScoredItem[]
  /** Points of the sheet without bonus, after items that do not apply were dealt with. */
  readonly base: string | null
  readonly bonus: string
  /** Points the unit could reach without bonus: less than the full score when items were left out without scaling. */
  readonly reachable: string
  /** The code of the veto that limits the total. */
  readonly veto: string | null
  /** Null while anything is still to be entered, signed or judged. */
  readonly total: string | null
  readonly grade: string | null
  /** Items (and vetoes) that wait for somebody. */
  readonly awaiting: readonly string[]
}

/** A rule set made ready to be applied to any number of units. */
export interface ReadyRuleSet {
  readonly ruleSet: RuleSet
  readonly items: readonly ReadyItem[]
  /** Keys of everything any formula reads, vetoes included. */
  readonly terms: readonly string[]
  score(readings: Readings): ScoredSheet
}

const exact = (text: string): Rational => decimalToRational(parseDecimal(text))

/** `12.5` as 1250. */
function hundredths(text: string): bigint {
  const [digits, fraction = ''] = text.split('.')
  return BigInt(`${digits}${fraction.padEnd(2, '0')}`)
}

/** Reads all formulas of a rule set once. */
export function readyRuleSet(ruleSet: RuleSet): ReadyRuleSet {
  const { decimals } = ruleSet
  const items = ruleSet.items.map((item) => readyItem(item, decimals))
  const vetoes = ruleSet.vetoes.map((veto) => ({ veto, when: parseExpression(veto.when) }))
  const grades = ruleSet.grades.map(({ from, title }) => ({ from: exact(from), title: title.zh }))
  // Full scores and item scores have two decimals at most: whole hundredths add up faster than fractions.
  const fulls = ruleSet.items.map((item) => hundredths(item.full))
  const fullPoints = fulls.reduce((all, full, index) => (ruleSet.items[index]!.bonus ? all : all + full), 0n)
  const print = (value: Rational) => printDecimal(roundHalfUp(value, decimals))

  function vetoOf(readings: Readings) {
    const found: { code: string; most: Rational }[] = []
    const awaiting: string[] = []
    for (const { veto, when } of vetoes) {
      const outcome = evaluate(when, readings.read)
      if (outcome === 'awaiting') awaiting.push(veto.code)
      else if (isValue(outcome) && holds(outcome)) found.push({ code: veto.code, most: exact(veto.most) })
    }
    const [worst] = found.sort((one, other) => compare(one.most, other.most))
    return { worst, awaiting }
  }

  return {
    ruleSet,
    items,
    terms: [
      ...new Set([...items.flatMap((item) => item.terms), ...vetoes.flatMap(({ when }) => termsOf(when).map(termKey))]),
    ],
    score(readings) {
      const lines = items.map((item) => item.score(readings))
      const at = (index: number) => ruleSet.items[index]!
      let [reachable, asked, got, bonus] = [fullPoints, fullPoints, 0n, 0n]
      lines.forEach((line, index) => {
        const { bonus: isBonus, notApplicable } = at(index)
        if (line.score !== null) {
          if (isBonus) bonus += hundredths(line.score)
          else got += hundredths(line.score)
        } else if (line.state === 'not-applicable' && !isBonus) {
          const full = fulls[index]!
          if (notApplicable === 'full') got += full
          else asked -= full
          if (notApplicable === 'exclude') reachable -= full
        }
      })
      const { worst, awaiting: vetoAwaiting } = vetoOf(readings)
      const awaiting = [...lines.filter((line) => line.state === 'awaiting').map((line) => line.item), ...vetoAwaiting]
      const base = asked === 0n ? undefined : exact(print(rational(got * reachable, asked * 100n)))
      const complete = base !== undefined && awaiting.length === 0
      const before = base ? add(base, rational(bonus, 100n)) : ZERO
      const total = worst && compare(before, worst.most) > 0 ? worst.most : before
      return {
        lines,
        base: base ? print(base) : null,
        bonus: print(rational(bonus, 100n)),
        reachable: print(rational(reachable, 100n)),
        veto: worst?.code ?? null,
        total: complete ? print(total) : null,
        grade: complete ? (grades.find(({ from }) => compare(total, from) >= 0)?.title ?? null) : null,
        awaiting,
      }
    },
  }
}

/** Ranks by total, best first: equal totals share the better rank, units without a total have none. */
export function ranksOf(totals: readonly (string | null)[]): (number | null)[] {
  const values = totals.map((total) => (total === null ? null : exact(total)))
  const sorted = values.filter((value) => value !== null).sort((one, other) => compare(other, one))
  const first = new Map<string, number>()
  sorted.forEach((value, index) => {
    const key = `${value.n}/${value.d}`
    if (!first.has(key)) first.set(key, index + 1)
  })
  return values.map((value) => (value === null ? null : first.get(`${value.n}/${value.d}`)!))
}

/** The full score of a rule set without bonus. */
export function fullScore(ruleSet: RuleSet): string {
  const full = sum(ruleSet.items.filter((item) => !item.bonus).map((item) => exact(item.full)))
  return printDecimal(roundHalfUp(full, rational(full.n, full.d).d === 1n ? 0 : ruleSet.decimals))
}
