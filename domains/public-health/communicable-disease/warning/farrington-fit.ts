import type { Columns } from './numerics/least-squares.ts'
import { leverage } from './numerics/least-squares.ts'
import { dispersionOf, fitQuasiPoisson, leverages, type QuasiPoissonFit } from './numerics/quasi-poisson.ts'
import { studentTwoSided } from './numerics/student.ts'

/** The history a point is compared with: one entry per reference point. */
export interface History {
  readonly response: Float64Array
  readonly time: Float64Array
  /** Columns for the season, none when it is not modelled. */
  readonly season: Columns
  readonly offset?: Float64Array
}

/** A model of the history, with the weights that past outbreaks lost. */
export interface HistoryModel {
  readonly fit: QuasiPoissonFit
  readonly design: Columns
  readonly trend: boolean
  /** Overdispersion, at least 1. */
  readonly phi: number
  readonly omega: Float64Array | undefined
}

/** How the history is modelled. */
export interface HistoryOptions {
  readonly trend: boolean
  readonly reweight: boolean
  /** Standardised residual above which a past count is taken for an outbreak and loses weight. */
  readonly weightsThreshold: number
  /** What happens to a model that does not converge even without trend: ‘use’ it as it stopped, or ‘give-up’. */
  readonly unconverged: 'use' | 'give-up'
}

/**
 * Fits log μ = α (+ βt) (+ season) to the history, then once more with less weight for past outbreaks. Undefined when nothing can be fitted.
 * Source: Farrington et al. (1996) § 3.3–3.5; Noufaily et al. (2013) § 3.
 */
export function fitHistory(history: History, options: HistoryOptions): HistoryModel | undefined {
  const { response, offset } = history
  let { trend } = options
  let design = designOf(history, trend)
  let fit = fitQuasiPoisson({ response, design, offset })
  if (fit && !fit.converged && trend) {
    trend = false
    design = designOf(history, false)
    fit = fitQuasiPoisson({ response, design, offset })
  }
  if (!fit || (!fit.converged && options.unconverged === 'give-up')) return undefined
  let phi = atLeastOne(dispersionOf(fit, fit.workingWeights))
  if (!options.reweight) return { fit, design, trend, phi, omega: undefined }
  const omega = reweighted(anscombeResiduals(fit, design, response, phi), options.weightsThreshold)
  if (!omega.every(Number.isFinite)) return undefined
  fit = fitQuasiPoisson({ response, design, offset, weights: omega })
  if (!fit) return undefined
  phi = atLeastOne(dispersionOf(fit, fit.workingWeights))
  return { fit, design, trend, phi, omega }
}

/** Less than Poisson spread is not believed: φ is 1 or more. NaN stays NaN. */
const atLeastOne = (phi: number) => Math.max(phi, 1)

function designOf({ response, time, season }: History, trend: boolean): Columns {
  const intercept = new Float64Array(response.length).fill(1)
  return trend ? [intercept, time, ...season] : [intercept, ...season]
}

/**
 * Standardised Anscombe residuals: 3/2 (y^⅔ μ^−⅙ − μ^½) / √(φ(1 − h)), h the leverage. Source: Farrington et al. (1996), § 3.4.
 */
function anscombeResiduals(fit: QuasiPoissonFit, design: Columns, response: Float64Array, phi: number): Float64Array {
  const hat = leverages(fit, design)
  return fit.fitted.map((mu, row) => {
    const raw = 1.5 * (response[row]! ** (2 / 3) * mu ** (-1 / 6) - Math.sqrt(mu))
    return raw / Math.sqrt(phi * (1 - hat[row]!))
  })
}

/** Weight s⁻² above the threshold and 1 elsewhere, scaled so that all weights sum to their number. Source: Farrington et al. (1996), § 3.4. */
function reweighted(residuals: Float64Array, threshold: number): Float64Array {
  const raw = residuals.map((s) => (s > threshold ? s ** -2 : Number.isNaN(s) ? Number.NaN : 1))
  const scale = residuals.length / raw.reduce((sum, weight) => sum + weight, 0)
  return raw.map((weight) => weight * scale)
}

/** The two-sided p-value of the trend, with `dispersion` as the variance of a unit of weight. NaN when time is no independent column. */
export function trendProbability({ fit, design }: HistoryModel, dispersion: number): number {
  const TIME = 1
  if (!fit.independent[TIME]) return Number.NaN
  const unit = new Float64Array(design.length)
  unit[TIME] = 1
  const error = Math.sqrt(dispersion * leverage(fit.decomposition, unit))
  return studentTwoSided(fit.coefficients[TIME]! / error, fit.freedom)
}
