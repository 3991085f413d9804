import { addDays, daysBetween, type IsoDate } from '@kangheng/kernel/period/date.ts'
import type { ClusterLevel, EventThreshold } from './event-thresholds.ts'

/** A case as the fixed thresholds see it. */
export interface ClusterCase {
  readonly id: string
  /** Day of onset. */
  readonly on: IsoDate
  readonly diedOn?: IsoDate | null
  readonly disease: string
  readonly subtype?: string | null
  /** Where it counts at each level; left out where it counts nowhere. */
  readonly places: Partial<Record<ClusterLevel, string>>
}

/** A window that reached a threshold: the first of an unbroken run of them. */
export interface ThresholdAlarm {
  readonly threshold: EventThreshold
  readonly level: ClusterLevel
  readonly place: string
  /** First and last day of the window that first reached it. */
  readonly from: IsoDate
  readonly reachedOn: IsoDate
  /** Everybody in the run, from the first window to the last. */
  readonly cases: readonly string[]
  readonly until: IsoDate
}

/** Whether a rule counts this case. */
export function counts(threshold: EventThreshold, { disease, subtype, on }: ClusterCase): boolean {
  return (
    on >= threshold.from &&
    threshold.diseases.some((each) => each === disease || (subtype ? each === `${disease}/${subtype}` : false))
  )
}

/**
 * Finds where a fixed threshold was reached. Windows slide day by day; they are not calendar weeks, so that five cases from Friday to Tuesday are found. Windows that
 * follow each other without a break are one alarm.
 */
export function findThresholdAlarms(cases: readonly ClusterCase[], threshold: EventThreshold): ThresholdAlarm[] {
  const relevant = cases.filter((each) => counts(threshold, each))
  return threshold.levels.flatMap((level) => {
    const byPlace = Map.groupBy(
      relevant.filter((each) => each.places[level]),
      (each) => each.places[level]!,
    )
    return [...byPlace].flatMap(([place, list]) =>
      runsIn(list, threshold).map((run) => ({ threshold, level, place, ...run })),
    )
  })
}

type Run = Pick<ThresholdAlarm, 'from' | 'reachedOn' | 'cases' | 'until'>

function runsIn(cases: readonly ClusterCase[], { days, cases: least, deaths }: EventThreshold): Run[] {
  const reached = [
    ...windows(cases, (each) => each.on, days, least),
    ...windows(
      cases.filter((each) => each.diedOn),
      (each) => each.diedOn!,
      days,
      deaths,
    ),
  ].sort((one, other) => (one.reachedOn < other.reachedOn ? -1 : 1))
  const runs: Run[] = []
  for (const window of reached) {
    const last = runs.at(-1)
    if (last && window.from <= last.until) {
      const until = window.reachedOn > last.until ? window.reachedOn : last.until
      runs[runs.length - 1] = { ...last, until, cases: [...new Set([...last.cases, ...window.cases])] }
    } else runs.push({ ...window, until: window.reachedOn })
  }
  return runs
}

function windows(
  cases: readonly ClusterCase[],
  dayOf: (each: ClusterCase) => IsoDate,
  days: number,
  least: number | undefined,
): Omit<Run, 'until'>[] {
  if (least === undefined) return []
  const sorted = [...cases].sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
  const found: Omit<Run, 'until'>[] = []
  let first = 0
  for (let last = 0; last < sorted.length; last++) {
    const end = dayOf(sorted[last]!)
    while (daysBetween(dayOf(sorted[first]!), end) >= days) first++
    if (last + 1 < sorted.length && dayOf(sorted[last + 1]!) === end) continue
    if (last - first + 1 < least) continue
    found.push({
      from: addDays(end, 1 - days),
      reachedOn: end,
      cases: sorted.slice(first, last + 1).map((each) => each.id),
    })
  }
  return found
}
