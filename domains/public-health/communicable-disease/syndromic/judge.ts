import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { detect } from '../warning/index.ts'

/** What a place counted on a day. */
export interface DayCount {
  readonly on: IsoDate
  readonly count: number
}

/** Days back from which reports are compared; a place that was silent for long begins anew. */
export const BACK = 28
/** EARS C2: seven steps, two left out. */
const NEEDED = 9
/** Fewer than this are never a signal. Local, can be changed. */
const AT_LEAST = 5

/** How a day stands against the days before it, and the upper limit of what was to be expected; null while they are too few. */
export interface DayStanding {
  readonly alarm: 'none' | 'above' | 'too-short'
  readonly expected: number | null
  readonly upper: number | null
}

/**
 * Judges the last of a place's daily counts by EARS C2 with a floor of one for the deviation. Schools and many clinics do not count on every day: a step is a
 * day that was reported, and a day without a report is left out, never taken for zero. Source: Hutwagner et al. (2003), J. Urban Health 80 (Suppl. 1), i89–i96.
 */
export function judgeDay(before: readonly DayCount[], day: DayCount): DayStanding {
  const since = addDays(day.on, -BACK)
  const counts = before
    .filter(({ on }) => on >= since && on < day.on)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .map(({ count }) => count)
  if (counts.length < NEEDED) return { alarm: 'too-short', expected: null, upper: null }
  const series = { frequency: 365 as const, counts: [...counts, day.count] }
  const { expected, upper, alarm } = detect(series, 'ears-c2', { minimumDeviation: 1 }).at(-1)!
  return { alarm: alarm && day.count >= AT_LEAST ? 'above' : 'none', expected, upper }
}
