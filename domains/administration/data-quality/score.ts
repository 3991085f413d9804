import { printDecimal, roundHalfUp } from '@kangheng/kernel/exact/decimal.ts'
import { rational } from '@kangheng/kernel/exact/rational.ts'

/** A warning weighs a third of an error. LOCAL. */
const WARNING_WEIGHT = 3n

/**
 * The month’s score of 100, one decimal: the share of rows without fault, warnings counted by a third; more faults than rows are all rows. LOCAL.
 * @returns null where there was nothing to look at.
 */
export function scoreOf(looked: number, errors: number, warnings: number): string | null {
  if (looked === 0) return null
  const [rows, wrong] = [BigInt(looked) * WARNING_WEIGHT, BigInt(errors) * WARNING_WEIGHT + BigInt(warnings)]
  const right = rows > wrong ? rows - wrong : 0n
  return printDecimal(roundHalfUp(rational(right * 100n, rows), 1))
}
