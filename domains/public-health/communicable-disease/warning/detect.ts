import { ears, type EarsOptions } from './ears.ts'
import { farrington } from './farrington.ts'
import { farringtonFlexible, type FlexibleOptions } from './farrington-flexible.ts'
import { movingPercentile, type MovingPercentileOptions } from './moving-percentile.ts'
import { type CountSeries, type Detection, unknown } from './series.ts'

/** The methods that judge a series of counts. */
export const METHODS = [
  'farrington',
  'farrington-flexible',
  'ears-c1',
  'ears-c2',
  'ears-c3',
  'moving-percentile',
] as const
export type Method = (typeof METHODS)[number]

/** Settings of all methods; each takes its own. */
export type DetectOptions = FlexibleOptions & EarsOptions & MovingPercentileOptions

/** First and last index that are judged, both included. */
export interface IndexRange {
  readonly from: number
  readonly to: number
}

/**
 * Judges every point of a series by one method; null outside `range` and where the history is too short. Within a range that is given,
 * Farrington’s method of 1996 also judges points for which part of the history lies before the series, as R’s surveillance does.
 */
export function detect(
  series: CountSeries,
  method: Method,
  options: DetectOptions = {},
  range?: IndexRange,
): Detection[] {
  return series.counts.map((count, at) =>
    range && (at < range.from || at > range.to)
      ? unknown(count)
      : judgePoint(series, at, method, options, range !== undefined),
  )
}

/** Judges one point of a series by one method. */
export function judgePoint(
  series: CountSeries,
  at: number,
  method: Method,
  options: DetectOptions = {},
  partial = false,
): Detection {
  switch (method) {
    case 'farrington':
      return farrington(series, at, options, { partial })
    case 'farrington-flexible':
      return farringtonFlexible(series, at, options)
    case 'ears-c1':
      return ears(series, at, 'c1', options)
    case 'ears-c2':
      return ears(series, at, 'c2', options)
    case 'ears-c3':
      return ears(series, at, 'c3', options)
    case 'moving-percentile':
      return movingPercentile(series, at, options)
  }
}
