import { decimalsOf, decimalToRational, parseDecimal, printDecimal, roundHalfUp } from '../exact/decimal.ts'
import { add, multiply, rational, toNumber, type Rational } from '../exact/rational.ts'

/** An exact amount: whole and half numbers of ordinary size as numbers, which is ten times faster; all others as fractions. */
export type Amount = number | Rational

/** Up to here whole and half numbers, and what is made of them below, are exact. */
const LARGEST = 2 ** 40
/** A decimal of no more digits is told from every whole and half number. */
const TELLING = 15
/** A quotient of whole numbers below this is never rounded over a whole number. */
const LARGEST_DIVIDED = 2 ** 50

const isPlain = (value: number) => Number.isInteger(value * 2) && Math.abs(value) <= LARGEST
const fraction = (amount: Amount): Rational => (typeof amount === 'number' ? rational(BigInt(amount * 2), 2n) : amount)

/** Reads an amount as the database prints it. */
export function readAmount(text: string): Amount {
  const value = Number(text)
  return text.length <= TELLING && isPlain(value) ? value : decimalToRational(parseDecimal(text))
}

/** `sum + amount × weight`. */
export function addWeighted(sum: Amount, amount: Amount, weight: number): Amount {
  if (typeof sum === 'number' && typeof amount === 'number') {
    const result = sum + amount * weight
    if (isPlain(weight) && isPlain(result)) return result
  }
  return add(fraction(sum), multiply(fraction(amount), decimalToRational(parseDecimal(String(weight)))))
}

export const isZero = (amount: Amount): boolean => amount === 0 || (typeof amount !== 'number' && amount.n === 0n)

/** `amount × scale ÷ by`, rounded half up (away from zero) to the decimals: the digits without the point. `by` is not zero. */
export function roundedDigits(amount: Amount, by: Amount, scale: number, decimals: number): number | bigint {
  if (typeof amount === 'number' && typeof by === 'number' && by > 0) {
    const [over, under] = [Math.abs(amount) * 2 * scale * 10 ** decimals, by * 2]
    if (2 * over + under < LARGEST_DIVIDED) {
      const magnitude = Math.floor((2 * over + under) / (2 * under))
      return amount < 0 ? -magnitude : magnitude
    }
  }
  const divisor = fraction(by)
  const whole = multiply(fraction(amount), rational(BigInt(scale) * divisor.d, divisor.n))
  return roundHalfUp(whole, decimals).digits
}

/** Digits as a decimal with so many places. */
export function printDigits(digits: number | bigint, decimals: number): string {
  return decimals === 0 ? String(Number(digits) === 0 ? 0 : digits) : printDecimal({ digits: BigInt(digits), decimals })
}

/** An amount in full, without zeros at its end. */
export function printAmount(amount: Amount): string {
  if (typeof amount === 'number') return String(amount === 0 ? 0 : amount)
  return printDecimal(roundHalfUp(amount, decimalsOf(amount, 20)))
}

/** The nearest number, for functions that are computed in double precision. */
export const nearestNumber = (amount: Amount): number => (typeof amount === 'number' ? amount : toNumber(amount))
