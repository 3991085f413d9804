import { incompleteBeta } from './beta.ts'

/** The two-sided p-value of Student’s t with `freedom` degrees of freedom: P(|T| > |t|). */
export function studentTwoSided(t: number, freedom: number): number {
  if (Number.isNaN(t) || !(freedom > 0)) return Number.NaN
  const square = t * t
  if (square === Number.POSITIVE_INFINITY) return 0
  return incompleteBeta(freedom / (freedom + square), square / (freedom + square), freedom / 2, 0.5).lower
}
