/** ½ ln 2π */
export const HALF_LOG_TWO_PI = 0.918938533204672741780329736406
/** Below this the argument is raised by the recurrence Γ(x+1) = xΓ(x) before Stirling’s series is used. */
const STIRLING_FROM = 12
/** B(2k) / (2k(2k−1)), k = 1…8, the terms of Stirling’s series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]
const ITERATIONS = 100_000
const TINY = 1e-300

/** The correction of Stirling’s formula: ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], for x ≥ 12 to 1e-16. */
export function stirlingCorrection(x: number): number {
  const square = 1 / (x * x)
  let sum = 0
  for (let k = STIRLING.length - 1; k >= 0; k--) sum = sum * square + STIRLING[k]!
  return sum / x
}

/** ln Γ(x) for x > 0. Source: Stirling’s series, Abramowitz & Stegun 6.1.41. */
export function logGamma(x: number): number {
  let shift = 0
  let at = x
  if (at < STIRLING_FROM) {
    let product = 1
    for (; at < STIRLING_FROM; at++) product *= at
    shift = Math.log(product)
  }
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + stirlingCorrection(at) - shift
}

/** ln(1 + x) − x without cancellation near 0. */
export function logOnePlusMinus(x: number): number {
  if (Math.abs(x) > 0.3) return Math.log1p(x) - x
  const ratio = x / (2 + x)
  const square = ratio * ratio
  let sum = 0
  for (let k = 21; k >= 1; k--) sum = sum * square + 2 / (2 * k + 1)
  return ratio * square * sum - ratio * x
}

/**
 * ln(xᵃ e⁻ˣ / Γ(a + 1)): the logarithm of the Poisson probability of `a` events at mean `x`, also for fractional `a`.
 * Large arguments are taken by Loader’s saddle point, so that nothing cancels. Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 */
export function logPoissonTerm(a: number, x: number): number {
  if (a === 0) return -x
  if (a < STIRLING_FROM) return a * Math.log(x) - x - logGamma(a + 1)
  return a * logOnePlusMinus((x - a) / a) - stirlingCorrection(a) - HALF_LOG_TWO_PI - 0.5 * Math.log(a)
}

/** The regularised incomplete gamma function, both tails: P(a, x) and Q(a, x) = 1 − P(a, x), for a > 0 and x ≥ 0. */
export interface Tails {
  readonly lower: number
  readonly upper: number
}

/** Series below the mean, continued fraction (Lentz) above. Source: Abramowitz & Stegun 6.5.29 and 6.5.31. */
export function incompleteGamma(a: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 }
  const term = Math.exp(logPoissonTerm(a, x))
  if (x < a + 1) {
    let sum = 1
    for (let n = 1, factor = 1; n < ITERATIONS; n++) {
      factor *= x / (a + n)
      sum += factor
      if (factor < sum * 1e-17) break
    }
    const lower = Math.min(1, term * sum)
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, term * a * gammaFraction(a, x))
  return { lower: 1 - upper, upper }
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let value = d
  for (let n = 1; n < ITERATIONS; n++) {
    const an = -n * (n - a)
    b += 2
    d = an * d + b
    if (Math.abs(d) < TINY) d = TINY
    c = b + an / c
    if (Math.abs(c) < TINY) c = TINY
    d = 1 / d
    const change = d * c
    value *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return value
}
