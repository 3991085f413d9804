import { type ReferenceBy, referencePoints } from './reference-points.ts'
import { type CountSeries, type Detection, unknown } from './series.ts'

/** How the moving percentile is set. */
export interface MovingPercentileOptions {
  /** Past years in the baseline, 3. */
  readonly years?: number
  /** Blocks before and after the same block of a past year, 2. */
  readonly halfWidth?: number
  /** The percentile that must be exceeded, 80. CIDARS sets it by disease (75 for varicella, 80 for mumps, 45 for rubella …). */
  readonly percentile?: number
  /** A signal needs at least so many cases, 1. */
  readonly atLeast?: number
  readonly reference?: ReferenceBy
}

const DAYS = 7

/**
 * Moving percentile (CIDARS) at one point: the present block of seven days against the same block and two blocks before and after it in each of
 * the past three years, 15 values. A signal when it exceeds their P80. For a daily series the block is the day and the six before it.
 *
 * Percentiles interpolate between order statistics (Hyndman & Fan type 7, as Excel’s PERCENTILE.INC). `expected` is the median of the 15.
 * Source: Yang et al. (2011), Chinese J. Epidemiol. 32, 431–435; Yang et al. (2017), BMC Public Health 17, 570; blocks: domain notes § 3.7.
 */
export function movingPercentile(series: CountSeries, at: number, options: MovingPercentileOptions = {}): Detection {
  const { years = 3, halfWidth = 2, percentile = 80, atLeast = 1 } = options
  const length = series.frequency === 365 ? DAYS : 1
  const observed = at < length - 1 ? Number.NaN : blockSum(series.counts, at, length)
  if (Number.isNaN(observed)) return unknown(series.counts[at]!)
  const values: number[] = []
  const by = options.reference ?? (length === DAYS ? 'date' : 'position')
  for (const centre of referencePoints(series, at, years, by)) {
    for (let block = -halfWidth; block <= halfWidth; block++) {
      const end = (centre ?? Number.NaN) + block * length
      if (!(end >= length - 1 && end < at)) return unknown(observed)
      values.push(blockSum(series.counts, end, length))
    }
  }
  values.sort((one, other) => one - other)
  const upper = quantile(values, percentile / 100)
  return { observed, expected: quantile(values, 0.5), upper, alarm: observed > upper && observed >= atLeast }
}

function blockSum(counts: readonly number[], end: number, length: number): number {
  let sum = 0
  for (let index = end - length + 1; index <= end; index++) sum += counts[index]!
  return sum
}

/** The p-quantile (0–1) of sorted values by linear interpolation. Source: Hyndman & Fan (1996), Amer. Statist. 50, 361–365, definition 7. */
export function quantile(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p
  // A place that is whole but for its rounding is whole: 14 × 0.8 and the like must not be moved off their value.
  const below = Math.floor(place + 4 * Number.EPSILON)
  const share = Math.max(0, place - below)
  return share < 1e-12 ? sorted[below]! : sorted[below]! + share * (sorted[below + 1]! - sorted[below]!)
}
