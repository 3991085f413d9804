import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** Points in a year: days, weeks or months. */
export type Frequency = 365 | 52 | 12

/** Counts at equal steps, oldest first, without gaps; whole numbers of 0 or more. */
export interface CountSeries {
  readonly frequency: Frequency
  readonly counts: readonly number[]
  /** The first day of each step, where the calendar is known. */
  readonly dates?: readonly IsoDate[]
  /** The population under surveillance at each step, where rates and not counts are to be compared. */
  readonly population?: readonly number[]
}

/** What a method says of one point; null where the history before it is too short for the method. */
export interface Detection {
  /** The number that is judged: the count of the step (moving percentile of a daily series: of the last seven days). */
  readonly observed: number
  readonly expected: number | null
  /** The largest number that is no alarm. 0 from Farrington’s method when too few cases were reported lately to say anything. */
  readonly upper: number | null
  readonly alarm: boolean | null
}

/** A point about which nothing can be said. */
export function unknown(observed: number): Detection {
  return { observed, expected: null, upper: null, alarm: null }
}
