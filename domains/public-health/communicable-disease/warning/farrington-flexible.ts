import { enoughCases, type FarringtonOptions, TREND_YEARS } from './farrington.ts'
import { fitHistory, type History, type HistoryModel, trendProbability } from './farrington-fit.ts'
import { normalQuantile } from './numerics/normal.ts'
import { dispersionOf, predictLinear } from './numerics/quasi-poisson.ts'
import { referencePoints } from './reference-points.ts'
import { seasonBlocks } from './season-blocks.ts'
import { type CountSeries, type Detection, unknown } from './series.ts'
import { negativeBinomialThreshold, transformedThreshold } from './threshold.ts'

/** How the flexible method is set. Defaults are those of R’s surveillance. */
export interface FlexibleOptions extends FarringtonOptions {
  /** Residual above which a past count loses weight, 2.58. */
  readonly weightsThreshold?: number
  /** The trend is kept when its p-value is below this, 0.05; 1 keeps it whenever the other two conditions hold. */
  readonly trendProbability?: number
  /** Parts of the year in the model; 1 takes the windows around the same week only. Noufaily et al. use 10. */
  readonly periods?: number
  /** Steps before the present one that are left out, so that an outbreak that has begun does not become the norm: the half width. Noufaily et al. use 26. */
  readonly recentLeftOut?: number
  /** `delta`: ⅔ power; `nb-plugin`: negative binomial at the fitted mean; `muan`: at the upper end of the fitted mean (Salmon et al. 2016). */
  readonly threshold?: 'delta' | 'nb-plugin' | 'muan'
  /** Models rates: the population of the series enters as an offset. */
  readonly populationOffset?: boolean
}

/**
 * Farrington’s method as improved by Noufaily et al. at one point: all weeks of the past years with a factor for the part of the year, recent weeks left
 * out, only clear outbreaks reweighted, one-sided threshold.
 *
 * The standard error of the prediction uses Σ ω r² / (n − p) with ω the outbreak weights and r the working residuals, as the package does, because
 * that is what thresholds of other institutes were computed with. Without enough recent cases there is no threshold (null) and no alarm.
 * Source: Noufaily et al. (2013), Statist. Med. 32, 1206–1222; Salmon, Schumacher, Höhle (2016), J. Statist. Softw. 70(10), § 3.2; agrees with R
 * surveillance::farringtonFlexible.
 */
export function farringtonFlexible(series: CountSeries, at: number, options: FlexibleOptions = {}): Detection {
  const { years = 5, alpha = 0.05, trend = true, reweight = true, weightsThreshold = 2.58, periods = 1 } = options
  const observed = series.counts[at]!
  const silent = !enoughCases(series.counts, at, options.enough)
  const prepared = historyOf(series, at, options)
  if (!prepared) return unknown(observed)
  const { history, seasons } = prepared
  const settings = { trend, reweight, weightsThreshold, unconverged: 'give-up' } as const
  const now = series.population && options.populationOffset ? Math.log(series.population[at]!) : 0
  const row = (withTrend: boolean) => [
    1,
    ...(withTrend ? [at] : []),
    ...seasons.slice(1).map((season) => (season === periods ? 1 : 0)),
  ]
  let model = fitHistory(history, settings)
  if (model?.trend) {
    const keep =
      years >= TREND_YEARS &&
      trendProbability(model, residualScale(model)) < (options.trendProbability ?? 0.05) &&
      Math.exp(predictLinear(model.fit, row(true), now).value) <= Math.max(...history.response)
    if (!keep) model = fitHistory(history, { ...settings, trend: false })
  }
  if (!model) return unknown(observed)
  if (silent) return { observed, expected: null, upper: null, alarm: false }
  const { value, unitError } = predictLinear(model.fit, row(model.trend), now)
  const mean = Math.max(Math.exp(value), Number.EPSILON)
  const upper = thresholdOf(
    { value, mean, error: Math.sqrt(residualScale(model)) * unitError, phi: model.phi },
    alpha,
    options,
  )
  // A mean that may be infinite has no threshold; the package then raises no alarm either.
  if (upper === null || !Number.isFinite(upper)) return { observed, expected: null, upper: null, alarm: false }
  return { observed, expected: mean, upper, alarm: observed > upper && observed !== 0 }
}

/** What the package takes for the dispersion after it has put the outbreak weights in the place of the working weights. */
const residualScale = ({ fit, omega }: HistoryModel) => dispersionOf(fit, omega ?? fit.workingWeights)

/** `error` is the standard error of the linear predictor. */
function thresholdOf(
  { value, mean, error, phi }: { value: number; mean: number; error: number; phi: number },
  alpha: number,
  { threshold = 'delta', transform = '2/3' }: FlexibleOptions,
): number | null {
  const z = normalQuantile(1 - alpha)
  if (threshold === 'delta') return transformedThreshold({ mean, error: error * mean, phi }, z, transform)
  return negativeBinomialThreshold(threshold === 'muan' ? Math.exp(value + z * error) : mean, phi, 1 - alpha)
}

/** The points of the history with their part of the year; undefined when the series does not reach back far enough. */
function historyOf(
  series: CountSeries,
  at: number,
  options: FlexibleOptions,
): { history: History; seasons: readonly number[] } | undefined {
  const { years = 5, halfWidth = 3, periods = 1, populationOffset = false } = options
  const references = [at, ...referencePoints(series, at, years, options.reference ?? 'position')]
  if (!references.every((index): index is number => index !== undefined && index >= 0)) return undefined
  const blocks = seasonBlocks(references, halfWidth, periods)
  if (!blocks) return undefined
  blocks.fill(0, Math.max(0, at - (options.recentLeftOut ?? halfWidth)))
  const indices: number[] = []
  blocks.forEach((block, index) => {
    if (block !== 0) indices.push(index)
  })
  if (indices.length === 0) return undefined
  const seasons = periods === 1 ? [] : [...new Set(indices.map((index) => blocks[index]!))].sort((a, b) => a - b)
  const { population } = series
  return {
    seasons,
    history: {
      response: Float64Array.from(indices, (index) => series.counts[index]!),
      time: Float64Array.from(indices),
      season: seasons
        .slice(1)
        .map((season) => Float64Array.from(indices, (index) => (blocks[index] === season ? 1 : 0))),
      ...(populationOffset && population
        ? { offset: Float64Array.from(indices, (index) => Math.log(population[index]!)) }
        : {}),
    },
  }
}
