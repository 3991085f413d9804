import {
  type Rational,
  absolute,
  add,
  compare,
  divide,
  multiply,
  rational,
  subtract,
  ZERO,
} from '@kangheng/kernel/exact/rational.ts'
import type { Figure } from '../types.ts'

/** What a printed number may stand for: every value from `low` (inclusive) to `high` (exclusive unless equal to low). */
export type Interval = { low: Rational; high: Rational }

const SHARE_BASE: Readonly<Record<string, bigint>> = {
  '%': 100n,
  '‰': 1000n,
  '/万': 10_000n,
  '/10万': 100_000n,
  ':100': 100n,
}

/** What of a figure its precision depends on. */
export type Printed = Pick<Figure, 'exact' | 'decimals' | 'scale' | 'baseUnit'>

/** One step in the last printed place, in the base unit: 0.01% is 0.0001, 0.01万元 is 100. */
export function lastPlace(figure: Omit<Printed, 'exact'>): Rational {
  const step = rational(figure.scale, 10n ** BigInt(figure.decimals))
  return divide(step, rational(SHARE_BASE[figure.baseUnit] ?? 1n))
}

/** Whole counts are exact; everything printed with decimals, 万 or as a share was rounded half up. */
export function isRounded(figure: Omit<Printed, 'exact'>): boolean {
  return figure.decimals > 0 || figure.scale > 1n || SHARE_BASE[figure.baseUnit] !== undefined
}

export function intervalOf(figure: Printed): Interval {
  if (!isRounded(figure)) return { low: figure.exact, high: figure.exact }
  const half = divide(lastPlace(figure), rational(2n))
  return { low: subtract(figure.exact, half), high: add(figure.exact, half) }
}

export const point = (value: Rational): Interval => ({ low: value, high: value })
export const addIntervals = (a: Interval, b: Interval): Interval => ({
  low: add(a.low, b.low),
  high: add(a.high, b.high),
})
export const sumIntervals = (terms: readonly Interval[]): Interval => terms.reduce(addIntervals, point(ZERO))

/** For intervals above zero. */
export const multiplyIntervals = (a: Interval, b: Interval): Interval => ({
  low: multiply(a.low, b.low),
  high: multiply(a.high, b.high),
})

/** For intervals above zero; null when the divisor may be zero. */
export function divideIntervals(a: Interval, b: Interval): Interval | null {
  if (compare(b.low, ZERO) <= 0) return null
  return { low: divide(a.low, b.high), high: divide(a.high, b.low) }
}

/** True when a value inside `computed` would be printed as the figure is, rounding half up. */
export function couldPrint(figure: Printed, computed: Interval): boolean {
  const printed = intervalOf(figure)
  if (compare(printed.low, printed.high) === 0)
    return compare(computed.low, printed.low) <= 0 && compare(computed.high, printed.low) >= 0
  if (compare(computed.high, printed.low) < 0 || compare(computed.low, printed.high) > 0) return false
  // the upper end itself would already be rounded up
  return compare(computed.low, printed.high) < 0
}

/** |a − b| ÷ b, for judging how near a miss is; null when b is zero. */
export function relativeDifference(a: Rational, b: Rational): Rational | null {
  return b.n === 0n ? null : absolute(divide(subtract(a, b), b))
}
