/** An exact fraction in lowest terms; the denominator is always positive. */
export type Rational = { readonly n: bigint; readonly d: bigint }

/** A printed decimal: `digits` shifted right by `decimals` places, so 4.30 is `{ digits: 430n, decimals: 2 }`. */
export type Decimal = { readonly digits: bigint; readonly decimals: number }

export const ZERO: Rational = { n: 0n, d: 1n }

/** Builds a fraction in lowest terms. Throws a RangeError when the denominator is zero. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new RangeError('The denominator of a fraction must not be zero.')
  if (d === 1n) return { n, d }
  const sign = d < 0n ? -1n : 1n
  const shared = greatestCommonDivisor(n, d)
  return shared === 0n ? ZERO : { n: (sign * n) / shared, d: (sign * d) / shared }
}

// Sums of equal denominators, the common case of figures with the same decimals, stay small.
export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n - b.n, a.d) : rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d)
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n)
export const sum = (terms: readonly Rational[]): Rational => terms.reduce(add, ZERO)

/** Negative, zero or positive as `a` is smaller than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const equal = (a: Rational, b: Rational): boolean => a.n === b.n && a.d === b.d

export const absolute = (a: Rational): Rational => (a.n < 0n ? { n: -a.n, d: a.d } : a)

/** The nearest JavaScript number, for display and for the `value` of a claim; never for arithmetic. */
export function toNumber(a: Rational): number {
  const whole = a.n / a.d
  const rest = a.n % a.d
  const scale = 10n ** 17n
  return Number(whole) + Number((rest * scale) / a.d) / 1e17
}

export function floor(a: Rational): bigint {
  const quotient = a.n / a.d
  return a.n % a.d !== 0n && a.n < 0n ? quotient - 1n : quotient
}

export const ceiling = (a: Rational): bigint => -floor({ n: -a.n, d: a.d })

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  // Most fractions are small; plain numbers divide several times faster.
  if (x <= SAFE && y <= SAFE) {
    let [p, q] = [Number(x), Number(y)]
    while (q !== 0) [p, q] = [q, p % q]
    return BigInt(p)
  }
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
