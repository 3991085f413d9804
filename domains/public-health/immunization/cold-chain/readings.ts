import { minutesBetween, momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'

/** A temperature at a moment, degrees Celsius. */
export interface Reading {
  readonly at: Moment
  readonly celsius: number
}

/** Vaccine of the programme is kept between these, both included. Source: 疫苗储存和运输管理规范（2017年版）: 2—8℃. */
export const RANGE = { from: 2, to: 8 } as const

/** Minutes out of range after which an alarm is raised: opening a door is none. A rule of the county; below zero it is raised at once. */
export const PATIENCE = 30

/** A gap between readings counts as out of range no longer than this. */
const LONGEST_STEP = 30

/** Whether a temperature is outside, and on which side. */
export const sideOf = (celsius: number): 'cold' | 'warm' | null =>
  celsius < RANGE.from ? 'cold' : celsius > RANGE.to ? 'warm' : null

/** Readings of a day as they are stored: `0810+4.2 0820+4.1`. */
export function writeReadings(readings: readonly Reading[]): string {
  return readings
    .map(
      ({ at, celsius }) => `${at.slice(11).replace(':', '')}${celsius < 0 ? '-' : '+'}${Math.abs(celsius).toFixed(1)}`,
    )
    .join(' ')
}

/** The opposite of `writeReadings`. */
export function readReadings(text: string | null, day: IsoDate): Reading[] {
  if (!text) return []
  return text.split(' ').map((each) => ({
    at: momentOf(day, `${each.slice(0, 2)}:${each.slice(2, 4)}`),
    celsius: Number(each.slice(4)),
  }))
}

/** Readings with others added, in order of time; of two of one minute the later one said holds. */
export function mergeReadings(known: readonly Reading[], added: readonly Reading[]): Reading[] {
  const byMinute = new Map([...known, ...added].map((each) => [each.at, each]))
  return [...byMinute.values()].sort((one, other) => (one.at < other.at ? -1 : 1))
}

/** What a day's readings come to. */
export interface DaySummary {
  readonly count: number
  readonly lowest: number | null
  readonly highest: number | null
  readonly mean: number | null
  readonly minutesOut: number
  readonly complete: boolean
}

const round = (value: number) => Math.round(value * 10) / 10

/** Readings a logger gives a day, one each 10 minutes, and the share of them that makes a day complete: a rule of the county. */
const LOGGER_READINGS = 144
const LOGGER_SHARE = 0.9
/** By hand: in the morning and in the afternoon, at least so many minutes apart. Source: 疫苗储存和运输管理规范（2017年版）. */
const APART = 360

function isComplete(readings: readonly Reading[], byLogger: boolean): boolean {
  if (byLogger) return readings.length >= LOGGER_READINGS * LOGGER_SHARE
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return false
  return first.at.slice(11) < '12:00' && last.at.slice(11) >= '12:00' && minutesBetween(first.at, last.at) >= APART
}

/** The summary of one day: `readings` in order of time. */
export function summaryOf(readings: readonly Reading[], byLogger: boolean): DaySummary {
  const values = readings.map(({ celsius }) => celsius)
  const minutesOut = readings.reduce((sum, { at, celsius }, index) => {
    const next = readings[index + 1]
    return next && sideOf(celsius) ? sum + Math.min(LONGEST_STEP, minutesBetween(at, next.at)) : sum
  }, 0)
  return {
    count: values.length,
    lowest: values.length > 0 ? round(Math.min(...values)) : null,
    highest: values.length > 0 ? round(Math.max(...values)) : null,
    mean: values.length > 0 ? round(values.reduce((sum, value) => sum + value, 0) / values.length) : null,
    minutesOut,
    complete: isComplete(readings, byLogger),
  }
}

/** A time out of range that is worth an alarm. */
export interface Excursion {
  readonly kind: 'cold' | 'warm'
  readonly startedAt: Moment
  /** The first reading back in range; null while there is none. */
  readonly endedAt: Moment | null
  /** The worst of it. */
  readonly extreme: number
}

/** Excursions in readings in order of time: out of range on one side for the county's patience, or below zero at all, since frozen vaccine is lost. */
export function excursionsOf(readings: readonly Reading[]): Excursion[] {
  const found: Excursion[] = []
  let run: Reading[] = []
  const end = (endedAt: Moment | null) => {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) return
    const values = run.map(({ celsius }) => celsius)
    const kind = sideOf(first.celsius)!
    const extreme = kind === 'warm' ? Math.max(...values) : Math.min(...values)
    const lasted = minutesBetween(first.at, endedAt ?? last.at)
    if (extreme < 0 || lasted >= PATIENCE) found.push({ kind, startedAt: first.at, endedAt, extreme })
    run = []
  }
  for (const reading of readings) {
    const side = sideOf(reading.celsius)
    if (run[0] && sideOf(run[0].celsius) !== side) end(reading.at)
    if (side) run.push(reading)
  }
  end(null)
  return found
}
