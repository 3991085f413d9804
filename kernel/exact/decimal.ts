import { type Decimal, type Rational, floor, rational } from './rational.ts'

/** Reads plain digits with an optional point: "4.30" keeps its two decimals. */
export function parseDecimal(text: string): Decimal {
  const [whole = '0', fraction = ''] = text.split('.')
  return { digits: BigInt(whole + fraction), decimals: fraction.length }
}

export const decimalToRational = (value: Decimal): Rational => rational(value.digits, 10n ** BigInt(value.decimals))

/** Rounds half up (away from zero), the rule of published statistics, to the stated decimals. */
export function roundHalfUp(value: Rational, decimals: number): Decimal {
  const scaled = rational(value.n * 10n ** BigInt(decimals), value.d)
  const magnitude = scaled.n < 0n ? { n: -scaled.n, d: scaled.d } : scaled
  const digits = floor(rational(2n * magnitude.n + magnitude.d, 2n * magnitude.d))
  return { digits: scaled.n < 0n ? -digits : digits, decimals }
}

/** Cuts the value off after the stated decimals, the usual slip instead of rounding. */
export function truncate(value: Rational, decimals: number): Decimal {
  return { digits: (value.n * 10n ** BigInt(decimals)) / value.d, decimals }
}

/** The decimals needed to print the value exactly, at most `limit`. */
export function decimalsOf(value: Rational, limit = 6): number {
  for (let decimals = 0; decimals < limit; decimals++)
    if ((value.n * 10n ** BigInt(decimals)) % value.d === 0n) return decimals
  return limit
}

export function printDecimal({ digits, decimals }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0')
  return sign + (decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`)
}

/** Prints a fraction with at most `decimals` places and no trailing zeros. */
export function printRational(value: Rational, decimals = 5): string {
  const text = printDecimal(roundHalfUp(value, decimals))
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}
