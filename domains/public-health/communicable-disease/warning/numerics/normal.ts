import { incompleteGamma, type Tails } from './gamma.ts'

const SQRT_TWO_PI = 2.50662827463100050241576528481

/** Both tails of the standard normal distribution at `z`: Φ(z) and 1 − Φ(z), each to its own precision. */
export function normalTails(z: number): Tails {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2)
  const tail = upper / 2
  const body = 0.5 + lower / 2
  return z < 0 ? { lower: tail, upper: body } : { lower: body, upper: tail }
}

/**
 * The standard normal quantile: z with Φ(z) = p, for 0 < p < 1 (−∞ and ∞ at the ends). Abramowitz & Stegun 26.2.23 to begin with, then
 * Halley’s steps on the tail that is the smaller one, until they no longer move.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  if (tail === 0) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const t = Math.sqrt(-2 * Math.log(tail))
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 5; step++) {
    const excess = (normalTails(z).upper - tail) * SQRT_TWO_PI * Math.exp((z * z) / 2)
    const move = excess / (1 - (z * excess) / 2)
    z += move
    if (Math.abs(move) <= 1e-16 * Math.abs(z)) break
  }
  return p < 0.5 ? -z : z
}
