import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { notifiableOn } from './notifiable/list.ts'
import { choicesFor } from './warning/choose.ts'
import { type DailySeries, type SeriesAlarm, watchSeries } from './warning/watch.ts'

/** Cases of a disease with onset on a day in a village. */
export interface DailyCount {
  readonly disease: string
  readonly division: string
  readonly on: IsoDate
  readonly cases: number
}

/** An alarm of a series, with where and what. */
export interface PlaceAlarm extends SeriesAlarm {
  readonly disease: string
  readonly level: 'county' | 'township'
  readonly place: string
}

const [TOWNSHIP, COUNTY] = [9, 6]

/**
 * Judges the series of every disease in the county and its townships, and gives the alarms from `since` on. `first` and `last` are the first and last day of
 * the records, so that a day without cases is a zero and not a gap.
 */
export function watchPlaces(
  counts: readonly DailyCount[],
  { first, last, since }: { first: IsoDate; last: IsoDate; since: IsoDate },
): PlaceAlarm[] {
  const days = daysBetween(first, last) + 1
  const dates = Array.from({ length: days }, (_, day) => addDays(first, day))
  const series = new Map<string, number[]>()
  for (const { disease, division, on, cases } of counts) {
    const day = daysBetween(first, on)
    if (day < 0 || day >= days) continue
    for (const length of [COUNTY, TOWNSHIP]) {
      if (division.length < length) continue
      const key = `${disease} ${division.slice(0, length)}`
      const list = series.get(key) ?? series.set(key, new Array<number>(days).fill(0)).get(key)!
      list[day]! += cases
    }
  }
  const listed = new Set(notifiableOn(last).map((disease) => disease.id))
  return [...series].flatMap(([key, list]) => {
    const [disease, place] = key.split(' ') as [string, string]
    if (!listed.has(disease)) return []
    const level = place.length === COUNTY ? ('county' as const) : ('township' as const)
    const daily: DailySeries = { frequency: 365, counts: list, dates }
    return watchSeries(daily, choicesFor(disease, level), since).map((alarm) => ({ ...alarm, disease, level, place }))
  })
}
