import { fitHistory, type History, type HistoryModel, type HistoryOptions, trendProbability } from './farrington-fit.ts'
import { normalQuantile } from './numerics/normal.ts'
import { dispersionOf, predictLinear } from './numerics/quasi-poisson.ts'
import { type ReferenceBy, referencePoints } from './reference-points.ts'
import { type CountSeries, type Detection, unknown } from './series.ts'
import { type PowerTransform, transformedThreshold } from './threshold.ts'

/** What both methods of Farrington’s family are set by. Defaults are those of R’s surveillance. */
export interface FarringtonOptions {
  /** Years of history (b), 5. */
  readonly years?: number
  /** Steps on each side of the same week of an earlier year (w), 3. */
  readonly halfWidth?: number
  /** Error of the prediction interval, 0.05: two-sided in the method of 1996, one-sided in the flexible one. */
  readonly alpha?: number
  readonly reweight?: boolean
  readonly trend?: boolean
  readonly transform?: PowerTransform
  /** Nothing is said when fewer than `cases` were reported in the last `steps` steps: 5 in 4. */
  readonly enough?: { readonly cases: number; readonly steps: number }
  readonly reference?: ReferenceBy
}

const TREND_SIGNIFICANT = 0.05
/** A trend is only believed over at least this many years. */
export const TREND_YEARS = 3

/** Whether enough cases were reported lately to say anything at index `at`. Source: Farrington et al. (1996), § 3.7. */
export function enoughCases(
  counts: readonly number[],
  at: number,
  { cases, steps }: { cases: number; steps: number } = { cases: 5, steps: 4 },
): boolean {
  let sum = 0
  for (let index = Math.max(0, at - steps + 1); index <= at; index++) sum += counts[index]!
  return sum >= cases
}

/**
 * Farrington 1996 at one point: a quasi-Poisson regression with a linear trend on the weeks around the same week of the past years, past outbreaks
 * reweighted, and the upper end of a two-sided prediction interval on the ⅔ power. `partial` also judges points for which part of the
 * history lies before the series; otherwise they are null.
 *
 * The trend is kept when it is significant (p < 0.05), rests on three years or more, and does not predict more than was ever observed.
 * Source: Farrington, Andrews, Beale, Catchpole (1996), J. R. Statist. Soc. A 159, 547–563; agrees with R surveillance::farrington.
 */
export function farrington(
  series: CountSeries,
  at: number,
  options: FarringtonOptions = {},
  { partial = false }: { partial?: boolean } = {},
): Detection {
  const { years = 5, halfWidth = 3, alpha = 0.05, trend = true, reweight = true, transform = '2/3' } = options
  const observed = series.counts[at]!
  const history = historyOf(series, at, years, halfWidth, options.reference ?? 'position', partial)
  if (!history) return unknown(observed)
  const settings = { trend, reweight, weightsThreshold: 1, unconverged: 'use' } as const
  const model = keepTrend(history, fitHistory(history, settings), at, years, settings)
  if (!model) return unknown(observed)
  const { value, unitError } = predictLinear(model.fit, model.trend ? [1, at] : [1])
  const mean = Math.max(Math.exp(value), Number.EPSILON)
  const error = Math.sqrt(model.phi) * unitError * mean
  const upper = transformedThreshold({ mean, error, phi: model.phi }, normalQuantile(1 - alpha / 2), transform)
  if (!Number.isFinite(upper)) return unknown(observed)
  if (!enoughCases(series.counts, at, options.enough)) return { observed, expected: mean, upper: 0, alarm: false }
  return { observed, expected: mean, upper, alarm: (observed - mean) / (upper - mean) > 1 }
}

function historyOf(
  { counts, frequency, dates, ...series }: CountSeries,
  at: number,
  years: number,
  halfWidth: number,
  by: ReferenceBy,
  partial: boolean,
): History | undefined {
  const indices: number[] = []
  let complete = true
  for (const centre of referencePoints({ counts, frequency, dates, ...series }, at, years, by)) {
    for (let index = (centre ?? Number.NaN) - halfWidth; index <= centre! + halfWidth; index++) {
      if (index >= 0 && index < at) indices.push(index)
      else complete = false
    }
    if (centre === undefined) complete = false
  }
  if (indices.length === 0 || (!complete && !partial)) return undefined
  return {
    response: Float64Array.from(indices, (index) => counts[index]!),
    time: Float64Array.from(indices),
    season: [],
  }
}

function keepTrend(
  history: History,
  model: HistoryModel | undefined,
  at: number,
  years: number,
  settings: HistoryOptions,
): HistoryModel | undefined {
  if (!model?.trend) return model
  const significant = trendProbability(model, dispersionOf(model.fit, model.fit.workingWeights)) < TREND_SIGNIFICANT
  const predicted = Math.exp(predictLinear(model.fit, [1, at]).value)
  if (years >= TREND_YEARS && significant && predicted <= Math.max(...history.response)) return model
  return fitHistory(history, { ...settings, trend: false })
}
