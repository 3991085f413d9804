import { HALF_LOG_TWO_PI, logGamma, logOnePlusMinus, stirlingCorrection, type Tails } from './gamma.ts'

const ITERATIONS = 100_000
const TINY = 1e-300
/** From here on ln B(a, b) is taken by Stirling’s series, in which the large terms cancel on paper instead of in the computer. */
const LARGE = 20

/**
 * The regularised incomplete beta function, both tails: I_x(a, b) and 1 − I_x(a, b), for a, b > 0. `y` is 1 − x, given apart so that it keeps
 * its digits when x is near 1. Continued fraction (Lentz). Source: Abramowitz & Stegun 26.5.8.
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  if (y <= 0) return { lower: 1, upper: 0 }
  const front = Math.exp(logFront(x, y, a, b))
  if (x < (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, (front * betaFraction(x, a, b)) / a)
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, (front * betaFraction(y, b, a)) / b)
  return { lower: 1 - upper, upper }
}

/** ln(xᵃ yᵇ / B(a, b)). */
function logFront(x: number, y: number, a: number, b: number): number {
  const sum = a + b
  if (Math.min(a, b) < LARGE) return a * Math.log(x) + b * Math.log(y) + logGamma(sum) - logGamma(a) - logGamma(b)
  // a ln(x / x₀) + b ln(y / y₀) with x₀ = a/(a+b), y₀ = b/(a+b); the linear parts cancel because the deviations sum to zero.
  const deviation = x * sum - a
  const exponent = a * logOnePlusMinus(deviation / a) + b * logOnePlusMinus(-deviation / b)
  const correction = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b) - HALF_LOG_TWO_PI
  return exponent + 0.5 * (Math.log(a) + Math.log(b) - Math.log(sum)) + correction
}

function betaFraction(x: number, a: number, b: number): number {
  const [sum, above, below] = [a + b, a + 1, a - 1]
  let c = 1
  let d = 1 - (sum * x) / above
  if (Math.abs(d) < TINY) d = TINY
  d = 1 / d
  let value = d
  for (let m = 1; m < ITERATIONS; m++) {
    const twice = 2 * m
    for (const term of [
      (m * (b - m) * x) / ((below + twice) * (a + twice)),
      (-(a + m) * (sum + m) * x) / ((a + twice) * (above + twice)),
    ]) {
      d = 1 + term * d
      if (Math.abs(d) < TINY) d = TINY
      c = 1 + term / c
      if (Math.abs(c) < TINY) c = TINY
      d = 1 / d
      value *= d * c
    }
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return value
}
