import { decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { compare, subtract, sum, ZERO, type Rational } from '@kangheng/kernel/exact/rational.ts'

/** The score of a standard without faults. */
export const FULL = '100'
const exact = (text: string): Rational => decimalToRational(parseDecimal(text))
const print = (value: Rational) => printDecimal(roundHalfUp(value, 1))

/** An item as far as scoring needs it; points with at most one decimal. */
export interface Item {
  readonly code: string
  readonly points: string
  readonly decisive: boolean
}

/** Points lost at a check. */
export interface Loss {
  readonly code: string
  readonly points: string
}

/** Why losses cannot be scored: an item that the standard does not have, one named twice, more points than it has. */
export type LossFault = { readonly fault: 'unknown' | 'twice' | 'too-many'; readonly code: string }

export interface Judgement {
  readonly score: string
  /** Decisive items at which points were lost. */
  readonly decisive: readonly string[]
  readonly passed: boolean
}

/** The points of all items. */
export const totalOf = (items: readonly Pick<Item, 'points'>[]): string =>
  print(sum(items.map(({ points }) => exact(points))))

/** The first loss that cannot be scored. */
export function faultOf(items: readonly Item[], losses: readonly Loss[]): LossFault | undefined {
  const byCode = new Map(items.map((item) => [item.code, item]))
  for (const [index, { code, points }] of losses.entries()) {
    const item = byCode.get(code)
    if (!item) return { fault: 'unknown', code }
    if (losses.findIndex((other) => other.code === code) !== index) return { fault: 'twice', code }
    if (compare(exact(points), exact(item.points)) > 0) return { fault: 'too-many', code }
  }
  return undefined
}

/**
 * Judges a check: all points less those lost. Passed from the standard’s least score on, unless points were lost at a decisive item.
 * Source: the standard that is applied; scores and decisive items are those of the paper it names, or LOCAL.
 */
export function judge(items: readonly Item[], losses: readonly Loss[], passFrom: string): Judgement {
  const lost = sum(losses.map(({ points }) => exact(points)))
  const score = subtract(sum(items.map(({ points }) => exact(points))), lost)
  const missed = new Set(losses.filter(({ points }) => compare(exact(points), ZERO) > 0).map(({ code }) => code))
  const decisive = items.filter((item) => item.decisive && missed.has(item.code)).map(({ code }) => code)
  return { score: print(score), decisive, passed: decisive.length === 0 && compare(score, exact(passFrom)) >= 0 }
}
