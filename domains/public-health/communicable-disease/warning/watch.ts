import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { MethodChoice } from './choose.ts'
import { judgePoint, type Method } from './detect.ts'
import { enoughCases } from './farrington.ts'
import type { CountSeries, Detection } from './series.ts'

/** A daily series of one disease in one place. */
export interface DailySeries extends CountSeries {
  readonly frequency: 365
  readonly dates: readonly IsoDate[]
}

/** A step at which a method alarmed. */
export interface SeriesAlarm {
  readonly method: Method
  /** First and last day of what was counted. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly detection: Detection
}

const WEEK = 7
const MONDAY = '2024-01-01'

/** The ISO weeks that a daily series holds from Monday to Sunday; what is left over at the ends is dropped. */
export function weeksOf({ counts, dates }: DailySeries): CountSeries & { readonly dates: readonly IsoDate[] } {
  const first = dates.length === 0 ? 0 : (WEEK - (((daysBetween(MONDAY, dates[0]!) % WEEK) + WEEK) % WEEK)) % WEEK
  const weeks: number[] = []
  const mondays: IsoDate[] = []
  for (let start = first; start + WEEK <= counts.length; start += WEEK) {
    let sum = 0
    for (let day = start; day < start + WEEK; day++) sum += counts[day]!
    weeks.push(sum)
    mondays.push(dates[start]!)
  }
  return { frequency: 52, counts: weeks, dates: mondays }
}

/**
 * Evaluates a daily series by the methods chosen for it and gives its alarms. Only steps with cases of their own are judged: a day on which nothing was reported
 * raises nothing that the day before did not. With `since`, only steps that a case on that day can have changed: itself and later ones.
 */
export function watchSeries(
  series: DailySeries,
  choices: readonly MethodChoice[],
  since: IsoDate = series.dates[0] ?? '',
): SeriesAlarm[] {
  const weeks = choices.some((choice) => choice.step === 'week') ? weeksOf(series) : undefined
  return choices.flatMap(({ method, options, step, atLeast }) => {
    const judged = step === 'week' ? weeks! : series
    const length = step === 'week' ? WEEK : 1
    const alarms: SeriesAlarm[] = []
    for (let at = 0; at < judged.counts.length; at++) {
      const count = judged.counts[at]!
      if (count === 0 || count < atLeast) continue
      const from = judged.dates![at]!
      const to = addDays(from, length - 1)
      if (to < since || (step === 'week' && !enoughCases(judged.counts, at))) continue
      const detection = judgePoint(judged, at, method, options)
      if (detection.alarm) alarms.push({ method, from, to, detection })
    }
    return alarms
  })
}
