import { notifiableOn } from '@kangheng/domains/public-health/communicable-disease/notifiable/list.ts'
import { choicesFor, type WatchLevel } from '@kangheng/domains/public-health/communicable-disease/warning/choose.ts'
import { detect, METHODS } from '@kangheng/domains/public-health/communicable-disease/warning/detect.ts'
import { eventThresholds } from '@kangheng/domains/public-health/communicable-disease/warning/event-thresholds.ts'
import {
  type ClusterCase,
  counts as isCounted,
  findThresholdAlarms,
} from '@kangheng/domains/public-health/communicable-disease/warning/sliding-window.ts'
import { type DailySeries, watchSeries } from '@kangheng/domains/public-health/communicable-disease/warning/watch.ts'
import { addDays, type IsoDate } from '@kangheng/kernel/period/date.ts'
import { judge, type BenchResult, type Measurement, percentile } from './measure.ts'

const PLACES = 120
const TOWNSHIPS = 16
const DAYS = 1826
const START = '2021-12-01'
const SEED = 20260501
const LONGEST_WINDOW = 30
/** Cases of a county in five years, over all diseases: a large county, so that the claim holds for most. */
const CASES = 100_000
/** Frequent diseases take more than their share. */
const FREQUENT = [
  'influenza',
  'hand-foot-mouth',
  'infectious-diarrhoea',
  'tuberculosis',
  'viral-hepatitis',
  'syphilis',
  'covid-19',
]

/** A small generator of even numbers in [0, 1), the same on every machine (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Watched {
  readonly disease: string
  readonly level: WatchLevel
  readonly series: DailySeries
}

/** Series of every disease in county, townships and villages; a case counts in its village, its township and the county. */
function generate(): { watched: Watched[]; cases: ClusterCase[] } {
  const random = seeded(SEED)
  const dates: IsoDate[] = Array.from({ length: DAYS }, (_, day) => addDays(START, day))
  const diseases = notifiableOn('2026-11-23').map((disease) => disease.id)
  const counts = diseases.map(() => Array.from({ length: PLACES }, () => Array.from({ length: DAYS }, () => 0)))
  const cases: ClusterCase[] = []
  while (cases.length < CASES) {
    const frequent = random() < 0.9
    const disease = diseases.indexOf(
      frequent ? FREQUENT[Math.floor(random() * FREQUENT.length)]! : diseases[Math.floor(random() * diseases.length)]!,
    )
    const day = Math.floor(random() * DAYS)
    if (random() > 0.6 + 0.4 * Math.sin((2 * Math.PI * (day + 40 * disease)) / 365.25)) continue
    const village = 1 + TOWNSHIPS + Math.floor(random() * (PLACES - TOWNSHIPS - 1))
    const township = 1 + (village % TOWNSHIPS)
    for (const place of [0, township, village]) counts[disease]![place]![day]! += 1
    cases.push({
      id: String(cases.length),
      on: dates[day]!,
      disease: diseases[disease]!,
      places: { county: '0', township: String(township), village: String(village) },
    })
  }
  const watched = counts.flatMap((places, disease) =>
    places.map((list, place): Watched => ({
      disease: diseases[disease]!,
      level: place === 0 ? 'county' : place <= TOWNSHIPS ? 'township' : 'village',
      series: { frequency: 365, counts: list, dates },
    })),
  )
  return { watched, cases }
}

/** Everything a county watches, evaluated anew; and what one new case sets in motion. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const { watched, cases } = generate()
  let alarms = 0
  const begun = performance.now()
  for (const { disease, level, series } of watched) alarms += watchSeries(series, choicesFor(disease, level)).length
  for (const threshold of eventThresholds) alarms += findThresholdAlarms(cases, threshold).length
  const all = performance.now() - begun
  const single: number[] = []
  const newest = addDays(START, DAYS - 1)
  // A county keeps its cases by day; the longest window of a fixed threshold is thirty days.
  const earliest = addDays(newest, -LONGEST_WINDOW)
  const recent = cases.filter((each) => each.on >= earliest)
  for (const frequent of quick ? FREQUENT.slice(0, 2) : FREQUENT) {
    const started = performance.now()
    for (const level of ['county', 'township', 'village'] as const) {
      const one = watched.find((each) => each.disease === frequent && each.level === level)!
      watchSeries(one.series, choicesFor(frequent, level), newest)
    }
    for (const threshold of eventThresholds) {
      if (!isCounted(threshold, { id: '', on: newest, disease: frequent, places: {} })) continue
      findThresholdAlarms(recent, threshold)
    }
    single.push(performance.now() - started)
  }
  const county = watched.find((each) => each.disease === 'influenza' && each.level === 'county')!.series
  const measurements: Measurement[] = [
    {
      name: 'all diseases and places, five years of days',
      value: all / 1000,
      unit: 's',
      basis: `${watched.length} series of ${DAYS} days with ${cases.length} cases, one core; ${alarms} alarms`,
    },
    {
      name: 'one new case, its series in village, township and county',
      value: Math.max(...single),
      unit: 'ms',
      basis: `slowest of ${single.length}; median ${percentile(single, 50).toFixed(1)} ms`,
    },
    ...METHODS.map((method): Measurement => {
      const weekly = { frequency: 52 as const, counts: weekSums(county.counts) }
      const started = performance.now()
      const judged = detect(weekly, method, { years: 3 }).filter((point) => point.alarm !== null).length
      return {
        name: `${method}, one week of a frequent disease`,
        value: (performance.now() - started) / judged,
        unit: 'ms',
        basis: `${judged} weeks`,
      }
    }),
  ]
  return judge('detect', measurements, quick)
}

function weekSums(counts: readonly number[]): number[] {
  return Array.from({ length: Math.floor(counts.length / 7) }, (_, week) =>
    counts.slice(7 * week, 7 * week + 7).reduce((sum, count) => sum + count, 0),
  )
}
