/**
 * Exact decimal numbers: `digits / 10^scale`. Figures travel as decimal strings and are never turned into floating
 * point on the way to a sentence, so that a printed digit is the digit that was computed.
 */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** Reads `-12.50`; throws on anything that is not a plain decimal. */
export function decimal(text: string): Decimal {
  const match = PATTERN.exec(text.trim())
  if (!match) throw new TypeError(`not a decimal number: “${text}”`)
  const fraction = match[3] ?? ''
  const digits = BigInt(`${match[2]}${fraction}`)
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length }
}

/** A whole number as a decimal. */
export function whole(value: number | bigint): Decimal {
  return { digits: BigInt(value), scale: 0 }
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent)

function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale)
  return [a.digits * power(scale - a.scale), b.digits * power(scale - b.scale), scale]
}

/** a + b, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  const [left, right, scale] = align(a, b)
  return { digits: left + right, scale }
}

/** −a. */
function negate(a: Decimal): Decimal {
  return { digits: -a.digits, scale: a.scale }
}

/** a − b, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

/** |a|. */
export function absolute(a: Decimal): Decimal {
  return a.digits < 0n ? negate(a) : a
}

/** −1, 0 or 1. */
export function signOf(a: Decimal): -1 | 0 | 1 {
  return a.digits < 0n ? -1 : a.digits > 0n ? 1 : 0
}

/** −1, 0 or 1 as a is less than, equal to or greater than b; 1.50 equals 1.5. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return signOf(subtract(a, b))
}

/** a ÷ 10^places, exact: 元 to 万元 is four places. */
export function shift(a: Decimal, places: number): Decimal {
  return { digits: a.digits, scale: a.scale + places }
}

/** Half away from zero (四舍五入), which for positive numbers is half up. */
function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const [top, bottom] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator]
  const quotient = (2n * top + bottom) / (2n * bottom)
  return negative ? -quotient : quotient
}

/** Rounded to `decimals` places, half up; padded with zeros when it has fewer. */
export function round(a: Decimal, decimals: number): Decimal {
  if (a.scale <= decimals) return { digits: a.digits * power(decimals - a.scale), scale: decimals }
  return { digits: divideRounded(a.digits, power(a.scale - decimals)), scale: decimals }
}

/** numerator ÷ denominator × factor, rounded once, half up, at the end; throws when the denominator is zero. */
export function ratio(numerator: Decimal, denominator: Decimal, factor: number, decimals: number): Decimal {
  if (denominator.digits === 0n) throw new RangeError('division by zero')
  const [top, bottom] = align(numerator, denominator)
  return { digits: divideRounded(top * BigInt(factor) * power(decimals), bottom), scale: decimals }
}

/** The plain decimal string, all its places kept: `-12.50`. */
export function text(a: Decimal): string {
  const digits = String(a.digits < 0n ? -a.digits : a.digits).padStart(a.scale + 1, '0')
  const body = a.scale === 0 ? digits : `${digits.slice(0, -a.scale)}.${digits.slice(-a.scale)}`
  return a.digits < 0n ? `-${body}` : body
}

/** The string with the whole part in groups of three: `1,234,567.80`. */
export function grouped(a: Decimal): string {
  const [whole = '', fraction] = text(a).split('.')
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? commas : `${commas}.${fraction}`
}
