import type { Text } from '@kangheng/kernel/text/text.ts'
import { decimalsOf, printDecimal, printRational, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { type Rational, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import type { Node, Summary } from '../relate/nodes.ts'
import type { Check, CheckBasis, CheckType } from '../types.ts'
import { describeSlips, type Slip } from './slips.ts'

/** What a rule found out; `report` turns it into a check with formula and explanation in words. */
export type Outcome = {
  type: CheckType
  basis: CheckBasis
  claim: Node
  others: readonly Node[]
  holds: boolean
  /** The value the other numbers lead to, as printed for the reader. */
  computed: string
  formula: string
  says: Text
  slips?: readonly Slip[]
}

const SHARE_FACTOR: Readonly<Record<string, bigint>> = {
  '%': 100n,
  '‰': 1000n,
  '/万': 10_000n,
  '/10万': 100_000n,
  ':100': 100n,
}

export const shareFactor = (unit: string): bigint => SHARE_FACTOR[unit] ?? 1n

/** The number as printed, without its unit: 48.39, 1.65. */
export const printedNumber = (node: Node): string =>
  printDecimal({ digits: (node.value.n * 10n ** BigInt(node.decimals)) / node.value.d, decimals: node.decimals })

export const printedText = (node: Pick<Node, 'start' | 'end'>, summary: Summary): string =>
  summary.text.slice(node.start, node.end)

/** An exact base-unit value written in the unit of `node`, a little finer than it is printed there. */
export function inUnitOf(node: Node, value: Rational, extra = 3): string {
  const scaled = multiply(value, rational(shareFactor(node.baseUnit), node.scale))
  return printRational(scaled, node.decimals + extra)
}

/** The value rounded as `node` is printed. */
export function roundedLike(node: Node, value: Rational): string {
  return printDecimal(roundHalfUp(multiply(value, rational(shareFactor(node.baseUnit), node.scale)), node.decimals))
}

/** A number inside a formula, in plain digits of the base unit or, for shares, with its sign. */
export function term(node: Node): string {
  if (node.family === 'share') return printedNumber(node) + node.unit
  return String(node.scale > 1n ? printDecimal(roundHalfUp(node.exact, decimalsOf(node.exact))) : printedNumber(node))
}

export function report(outcome: Outcome, summary: Summary): Check {
  const { claim, others, slips = [] } = outcome
  const cause = outcome.holds ? null : describeSlips(slips, (figure) => printedText(figure, summary))
  return {
    claim: claim.id,
    others: others.map((node) => node.id),
    type: outcome.type,
    basis: outcome.basis,
    holds: outcome.holds,
    printed: printedText(claim, summary),
    computed: outcome.computed,
    formula: outcome.formula,
    explanation: {
      zh: cause === null ? outcome.says.zh : `${outcome.says.zh}${cause.zh}。`,
      en: cause === null ? outcome.says.en : `${outcome.says.en} ${cause.en}.`,
    },
  }
}
