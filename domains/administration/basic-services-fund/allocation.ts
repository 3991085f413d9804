import { apportion } from '@kangheng/kernel/exact/apportion.ts'
import { decimalToRational, parseDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { compare, multiply, rational, subtract, type Rational } from '@kangheng/kernel/exact/rational.ts'

/** From which score on which percentage of the entitlement is kept. */
export interface Band {
  readonly from: string
  readonly percent: number
}

/** How a score becomes money: the score's own percentage, or the percentage of its band. */
export type Deduction = { readonly kind: 'proportion' } | { readonly kind: 'bands'; readonly bands: readonly Band[] }

/** The rules of a year. Amounts are whole fen, shares whole percent. */
export interface FundRules {
  readonly total: bigint
  /** Part that goes by workload; the rest goes by residents. */
  readonly workloadShare: number
  /** Part that is paid in advance. */
  readonly advanceShare: number
  readonly deduction: Deduction
  /** Units with this score or more share what was taken from the others. */
  readonly aheadFrom: string
  /** Part of the final amount that belongs to village clinics. */
  readonly villageShare: number
}

/** What a unit's amount is made from. */
export interface FundUnit {
  readonly residents: bigint
  /** Standardised workload in hundredths. */
  readonly workload: bigint
  /** Total of the published appraisal. */
  readonly score: string
}

/** A unit's clearing, in fen. `entitled − cut + reward = final`, `final − advance = clearing`. */
export interface Clearing {
  readonly byResidents: bigint
  readonly byWorkload: bigint
  readonly entitled: bigint
  /** Percentage of the entitlement that the score leaves, as a decimal string. */
  readonly kept: string
  readonly cut: bigint
  readonly reward: bigint
  readonly final: bigint
  readonly forVillages: bigint
  readonly advance: bigint
  readonly clearing: bigint
}

const exact = (text: string): Rational => decimalToRational(parseDecimal(text))
const HUNDRED = rational(100n)
/** Weights are whole numbers; this many per unit of a fraction is finer than any score. */
const FINE = 10_000n

const share = (amount: bigint, percent: number): bigint =>
  roundHalfUp(rational(amount * BigInt(percent), 100n), 0).digits

/** Percent of the entitlement that a score leaves: at most all of it, at least nothing. */
export function keptPercent(deduction: Deduction, score: string): string {
  const value = exact(score)
  if (deduction.kind === 'proportion') return compare(value, HUNDRED) > 0 ? '100' : score
  const sorted = [...deduction.bands].sort((one, other) => compare(exact(other.from), exact(one.from)))
  return String(sorted.find((band) => compare(value, exact(band.from)) >= 0)?.percent ?? 0)
}

/** The money of a year: what a person is worth by the standard of the year, for all residents. Fen. */
export function budgetOf(perHead: string, residents: bigint): bigint {
  return roundHalfUp(multiply(exact(perHead), rational(residents * 100n)), 0).digits
}

/** Advances by residents: their sum is exactly the advance share of the total. */
export function advancesOf(rules: Pick<FundRules, 'total' | 'advanceShare'>, residents: readonly bigint[]): bigint[] {
  return apportion(share(rules.total, rules.advanceShare), residents)
}

/** Who shares what was taken: units at or above the line by how far they are above it; where nobody is, those with the best score. */
function rewardWeights(rules: FundRules, units: readonly FundUnit[], entitled: readonly bigint[]): bigint[] {
  const line = exact(rules.aheadFrom)
  const scores = units.map((unit) => exact(unit.score))
  const best = scores.reduce((most, score) => (compare(score, most) > 0 ? score : most), rational(0n))
  const someAhead = compare(best, line) >= 0
  const ahead = scores.map((score) => compare(score, someAhead ? line : best) >= 0)
  const weights = scores.map((score, index) => {
    if (!ahead[index]) return 0n
    const above = subtract(score, someAhead ? line : best)
    return (entitled[index]! * above.n * FINE) / above.d
  })
  // All of them stand exactly on the line: by what they are entitled to; and where that is nothing, equally.
  if (weights.some((weight) => weight > 0n)) return weights
  const byEntitlement = entitled.map((amount, index) => (ahead[index] ? amount : 0n))
  return byEntitlement.some((amount) => amount > 0n) ? byEntitlement : ahead.map((is) => (is ? 1n : 0n))
}

/**
 * Clears a year by score and workload. Each unit is entitled to its part by residents and by workload; what its score does not keep is cut, rounded half up to the
 * fen; what was cut goes to those ahead. Every division is by largest remainder, so that the final amounts always sum to the total.
 */
export function clear(rules: FundRules, units: readonly FundUnit[], advances: readonly bigint[]): Clearing[] {
  const workloadPart = share(rules.total, rules.workloadShare)
  const byResidents = apportion(
    rules.total - workloadPart,
    units.map((unit) => unit.residents),
  )
  const byWorkload = apportion(
    workloadPart,
    units.map((unit) => unit.workload),
  )
  const entitled = units.map((_, index) => byResidents[index]! + byWorkload[index]!)
  const kept = units.map((unit) => keptPercent(rules.deduction, unit.score))
  const cut = entitled.map((amount, index) => {
    const lost = subtract(HUNDRED, exact(kept[index]!))
    return roundHalfUp(rational(amount * lost.n, lost.d * 100n), 0).digits
  })
  const pool = cut.reduce((sum, amount) => sum + amount, 0n)
  const reward = apportion(pool, rewardWeights(rules, units, entitled))
  return units.map((_, index) => {
    const final = entitled[index]! - cut[index]! + reward[index]!
    const advance = advances[index]!
    return {
      byResidents: byResidents[index]!,
      byWorkload: byWorkload[index]!,
      entitled: entitled[index]!,
      kept: kept[index]!,
      cut: cut[index]!,
      reward: reward[index]!,
      final,
      forVillages: share(final, rules.villageShare),
      advance,
      clearing: final - advance,
    }
  })
}
