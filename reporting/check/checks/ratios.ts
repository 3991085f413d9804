import { type Rational, compare, divide, rational } from '@kangheng/kernel/exact/rational.ts'
import { truncate } from '@kangheng/kernel/exact/decimal.ts'
import type { Node, Summary } from '../relate/nodes.ts'
import { nameOfRate, pairsFor, poolOf, type RatePair } from '../relate/pairs.ts'
import { couldPrint, divideIntervals, intervalOf, relativeDifference } from './precision.ts'
import { inUnitOf, type Outcome, printedText, shareFactor, term } from './report.ts'
import { findSlips, type Slip } from './slips.ts'

/** Rates that can be compared with numerator and denominator; goals and changes state no fact about them. */
export const isCheckableRate = (node: Node): boolean =>
  node.family === 'share' && node.kind === 'rate' && !node.approximate && node.valueMax === null && !node.chinese

const NEAR = rational(1n, 10n)

/** Printed rate against the numerator and denominator in the same part of the sentence. */
export function checkRatios(summary: Summary): Outcome[] {
  const outcomes = summary.nodes.filter(isCheckableRate).flatMap((rate) => checkRate(rate, summary) ?? [])
  const explained = new Set(outcomes.filter(({ holds }) => holds).map(pairKey))
  // 任务186家，完成183家，完结率100%，任务完成率98.4%: the pair belongs to the rate that it gives
  return outcomes.filter((outcome) => outcome.holds || !explained.has(pairKey(outcome)))
}

const pairKey = ({ others }: Outcome): string => others.map((node) => node.id).join('/')

export function gives(rate: Node, part: Node, whole: Node): boolean {
  const quotient = divideIntervals(intervalOf(part), intervalOf(whole))
  return quotient !== null && couldPrint(rate, quotient)
}

function checkRate(rate: Node, summary: Summary): Outcome | null {
  const pairs = pairsFor(rate, poolOf(summary, rate))
  const fitting = pairs.find(({ part, whole }) => gives(rate, part, whole))
  if (fitting !== undefined) return ratioOutcome(rate, fitting, true, summary)
  const pair = pairs.find(({ sure }) => sure)
  return pair !== undefined && contradicts(rate, pair) ? ratioOutcome(rate, pair, false, summary) : null
}

/**
 * The pair belongs to the rate by its words. It contradicts the rate when one slip explains the difference or the two are
 * close; numbers far apart more likely belong to something else.
 */
function contradicts(rate: Node, { part, whole }: RatePair): boolean {
  if (whole.exact.n === 0n) return false
  const near = relativeDifference(divide(part.exact, whole.exact), rate.exact)
  if (near !== null && compare(near, NEAR) <= 0) return true
  if (part.unit !== whole.unit) return false
  return ratioSlips(rate, part, whole).some(({ kind }) => kind !== 'point')
}

export function ratioSlips(rate: Node, part: Node, whole: Node): Slip[] {
  return findSlips(
    [part, whole, rate],
    ([a, b, c]) =>
      a !== undefined && b !== undefined && c !== undefined && compare(b.exact, rational(0n)) > 0 && gives(c, a, b),
  )
}

export function ratioOutcome(
  rate: Node,
  { part, whole }: Pick<RatePair, 'part' | 'whole'>,
  holds: boolean,
  summary: Summary,
  basis: Outcome['basis'] = 'direct',
): Outcome {
  const value: Rational = divide(part.exact, whole.exact)
  const computed = inUnitOf(rate, value)
  const completion = /完成/.test(nameOfRate(rate)) && whole.kind === 'target'
  const cut = isTruncation(rate, value)
  const names = `${printedText(part, summary)}÷${printedText(whole, summary)}`
  return {
    type: completion ? 'completion' : 'ratio',
    basis,
    claim: rate,
    others: [part, whole],
    holds,
    computed,
    formula: `${term(part)}/${term(whole)}*${shareFactor(rate.baseUnit)}`,
    says: {
      zh: holds
        ? `${names}与“${printedText(rate, summary)}”一致。`
        : `${names}=${computed}${rate.unit}，文中写“${printedText(rate, summary)}”。${cut ? '按四舍五入不符，应是截尾所致。' : ''}`,
      en: holds
        ? `${names} agrees with ${printedText(rate, summary)}.`
        : `${names} = ${computed}${rate.unit}, but the text says ${printedText(rate, summary)}.${cut ? ' It was cut off instead of rounded half up.' : ''}`,
    },
    slips: holds || cut ? [] : ratioSlips(rate, part, whole),
  }
}

function isTruncation(rate: Node, value: Rational): boolean {
  const scaled = divide(value, rational(1n, shareFactor(rate.baseUnit)))
  return truncate(scaled, rate.decimals).digits === (rate.value.n * 10n ** BigInt(rate.decimals)) / rate.value.d
}
