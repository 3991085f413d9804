import { normalQuantile } from './numerics/normal.ts'
import { type CountSeries, type Detection, unknown } from './series.ts'

/** The three methods of the Early Aberration Reporting System. */
export type EarsMethod = 'c1' | 'c2' | 'c3'

/** How EARS is set. Defaults of C1 and C2 are those of R’s surveillance::earsC, those of C3 of the CDC. */
export interface EarsOptions {
  /** One-sided error: C1 and C2 alarm above mean + z(1 − alpha)·sd, alpha 0.001; C3 when its sum exceeds z(1 − alpha), or 2 when alpha is not given. */
  readonly alpha?: number
  /** Steps in the baseline, 7. */
  readonly baseline?: number
  /** Smallest standard deviation that is believed, 0; a floor of 0.2 to 0.5 keeps a single case after a week of zeros from being an alarm. */
  readonly minimumDeviation?: number
}

const DEFAULT_ALPHA = 0.001
const DEFAULT_BASELINE = 7
/** C2 and C3 leave out the two steps before the one judged, so that the beginning of an outbreak is not part of its own norm. */
const LAG = 2
/** C3 adds up what C2 was above 1 on the step itself and the two before. Source: CDC EARS. */
const [SUM_OVER, ABOVE, SUM_LIMIT] = [3, 1, 2]

/**
 * EARS at one point. C1: mean and standard deviation (n − 1) of the seven steps before; C2: of seven steps, two steps earlier; C3: the sum over three
 * steps of max(0, C2 − 1), an alarm above 2.
 *
 * C3 is the definition of the CDC. That of R’s earsC is another: its threshold is built on the count that it judges and never looks at today’s C2.
 * The `upper` of C3 is the largest count with a sum of 2 or less; when the two steps before alone exceed the limit it is 0 and every count is an alarm.
 * Source: Hutwagner et al. (2003), J. Urban Health 80 (2 Suppl 1), i89–i96; Fricker, Hegler, Dunfee (2008), Statist. Med. 27, 3407–3429.
 */
export function ears(series: CountSeries, at: number, method: EarsMethod, options: EarsOptions = {}): Detection {
  const { alpha, baseline = DEFAULT_BASELINE, minimumDeviation = 0 } = options
  const observed = series.counts[at]!
  const spread = (index: number, lag: number) => spreadBefore(series.counts, index - lag, baseline, minimumDeviation)
  if (method !== 'c3') {
    const reference = spread(at, method === 'c1' ? 0 : LAG)
    if (!reference) return unknown(observed)
    const upper = reference.mean + normalQuantile(1 - (alpha ?? DEFAULT_ALPHA)) * reference.deviation
    return { observed, expected: reference.mean, upper, alarm: observed > upper }
  }
  const earliest = spread(at - SUM_OVER + 1, LAG)
  const reference = spread(at, LAG)
  if (!earliest || !reference) return unknown(observed)
  let carried = 0
  for (let index = at - SUM_OVER + 1; index < at; index++) {
    carried += Math.max(0, standardised(series.counts[index]!, spread(index, LAG)!) - ABOVE)
  }
  const limit = alpha === undefined ? SUM_LIMIT : normalQuantile(1 - alpha)
  const sum = carried + Math.max(0, standardised(observed, reference) - ABOVE)
  const upper = carried > limit ? 0 : reference.mean + (ABOVE + limit - carried) * reference.deviation
  return { observed, expected: reference.mean, upper, alarm: sum > limit }
}

/** Deviations from the mean; a count equal to a baseline without any spread is 0, any other infinitely far. */
function standardised(count: number, { mean, deviation }: { mean: number; deviation: number }): number {
  return count === mean ? 0 : (count - mean) / deviation
}

/** Mean and standard deviation of the `length` counts before index `end`; undefined when the series does not reach back that far. */
function spreadBefore(counts: readonly number[], end: number, length: number, minimumDeviation: number) {
  if (end < length) return undefined
  let sum = 0
  for (let index = end - length; index < end; index++) sum += counts[index]!
  const mean = sum / length
  let squares = 0
  for (let index = end - length; index < end; index++) squares += (counts[index]! - mean) ** 2
  return { mean, deviation: Math.max(Math.sqrt(squares / (length - 1)), minimumDeviation) }
}
