import { negativeBinomialQuantile, poissonQuantile } from './numerics/counts.ts'

/** The power to which counts are taken so that they spread evenly; ‘none’ leaves them as they are. */
export type PowerTransform = '2/3' | '1/2' | 'none'

/**
 * The largest count that is no surprise, by the variance of the transformed count. With τ = φ + Var(μ₀)/μ₀ and transform 2/3:
 * U = μ₀ (1 + ⅔ z √(τ/μ₀))^(3/2). `error` is the standard error of μ₀.
 * Source: Farrington et al. (1996), A statistical algorithm for the early detection of outbreaks, J. R. Statist. Soc. A 159, 547–563, § 3.6.
 */
export function transformedThreshold(
  { mean, error, phi }: { mean: number; error: number; phi: number },
  z: number,
  transform: PowerTransform,
): number {
  const tau = phi + (error * error) / mean
  const [exponent, deviation] =
    transform === 'none'
      ? [1, Math.sqrt(mean * tau)]
      : transform === '1/2'
        ? [1 / 2, Math.sqrt(tau / 4)]
        : [2 / 3, Math.sqrt((4 / 9) * Math.cbrt(mean) * tau)]
  return (mean ** exponent + Math.abs(z) * deviation) ** (1 / exponent)
}

/**
 * The largest count that is no surprise, as a quantile of the negative binomial with mean `mean` and variance φ·mean (of the Poisson when φ is 1).
 * Source: Noufaily et al. (2013), An improved algorithm for outbreak detection in multiple surveillance systems, Statist. Med. 32, 1206–1222.
 */
export function negativeBinomialThreshold(mean: number, phi: number, probability: number): number | null {
  if (!Number.isFinite(mean) || Number.isNaN(phi)) return null
  return phi > 1 ? negativeBinomialQuantile(probability, mean / (phi - 1), 1 / phi) : poissonQuantile(probability, mean)
}
