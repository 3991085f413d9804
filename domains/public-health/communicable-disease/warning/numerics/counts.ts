import { incompleteBeta } from './beta.ts'
import { incompleteGamma, type Tails } from './gamma.ts'
import { normalQuantile } from './normal.ts'

/** A probability is met when it falls short by no more than its own rounding: a quantile on a step of the distribution stays on that step. */
const FUZZ = 64 * Number.EPSILON

/** P(Y ≤ y) and P(Y > y) of a Poisson count with this mean; `y` a whole number ≥ 0. */
export function poissonTails(y: number, mean: number): Tails {
  if (y < 0) return { lower: 0, upper: 1 }
  const { lower, upper } = incompleteGamma(y + 1, mean)
  return { lower: upper, upper: lower }
}

/** P(Y ≤ y) and P(Y > y) of a negative binomial count with `size` n and success probability `probability` (mean n(1 − p)/p). */
export function negativeBinomialTails(y: number, size: number, probability: number): Tails {
  if (y < 0) return { lower: 0, upper: 1 }
  return incompleteBeta(probability, 1 - probability, size, y + 1)
}

/** The smallest count y with P(Y ≤ y) ≥ p for a Poisson mean. */
export function poissonQuantile(p: number, mean: number): number {
  if (mean === 0) return 0
  return countQuantile(p, mean, Math.sqrt(mean), 1 / Math.sqrt(mean), (y) => poissonTails(y, mean))
}

/** The smallest count y with P(Y ≤ y) ≥ p for a negative binomial of `size` and `probability`. */
export function negativeBinomialQuantile(p: number, size: number, probability: number): number {
  const mean = (size * (1 - probability)) / probability
  if (mean === 0) return 0
  const deviation = Math.sqrt(mean / probability)
  const skewness = (2 - probability) / Math.sqrt(size * (1 - probability))
  return countQuantile(p, mean, deviation, skewness, (y) => negativeBinomialTails(y, size, probability))
}

/** Cornish–Fisher gives where to look; the step is then found by doubling and halving on the exact distribution. */
function countQuantile(
  p: number,
  mean: number,
  deviation: number,
  skewness: number,
  tails: (y: number) => Tails,
): number {
  if (p <= 0) return 0
  if (p >= 1) return Number.POSITIVE_INFINITY
  const reached = (y: number) => {
    const { lower, upper } = tails(y)
    return p < 0.5 ? lower >= p * (1 - FUZZ) : upper <= (1 - p) * (1 + FUZZ)
  }
  const z = normalQuantile(p)
  const guess = Math.max(0, Math.floor(mean + deviation * (z + (skewness * (z * z - 1)) / 6) + 0.5))
  let [below, at] = [guess, guess]
  let step = 1
  if (reached(guess)) {
    for (below = guess - step; below >= 0 && reached(below); step *= 2, below = guess - step) at = below
    below = Math.max(below, -1)
  } else {
    for (at = guess + step; !reached(at); step *= 2, at = guess + step) below = at
  }
  while (at - below > 1) {
    const middle = Math.floor((below + at) / 2)
    if (reached(middle)) at = middle
    else below = middle
  }
  return at
}
