import type { DetectOptions, Method } from './detect.ts'

/** A method for a disease at a level of places. */
export interface MethodChoice {
  readonly method: Method
  readonly options: DetectOptions
  /** Counts are judged day by day or, summed, week by week. */
  readonly step: 'day' | 'week'
  /** Fewer cases than this are never a signal. */
  readonly atLeast: number
}

/** Places at which series are watched. */
export type WatchLevel = 'county' | 'township' | 'village'

/** Percentile by disease; 80 where none is given. Source: CIDARS evaluation of one district, BMC Public Health 2017, 17:570; domain notes § 3.7. */
const PERCENTILES: Readonly<Record<string, number>> = {
  mumps: 80,
  'hand-foot-mouth': 75,
  influenza: 75,
  rubella: 45,
  'scarlet-fever': 80,
}

/** Diseases frequent enough for a week to have an expectation from past years. */
const COMMON: ReadonlySet<string> = new Set([
  'influenza',
  'hand-foot-mouth',
  'infectious-diarrhoea',
  'tuberculosis',
  'viral-hepatitis',
  'syphilis',
  'gonorrhoea',
  'brucellosis',
  'mumps',
  'scarlet-fever',
  'dysentery',
  'pertussis',
  'rubella',
  'hemorrhagic-conjunctivitis',
  'covid-19',
  'typhus',
])

const SEASONAL: MethodChoice = {
  method: 'farrington-flexible',
  options: { years: 3, alpha: 0.01, periods: 10, recentLeftOut: 26, trendProbability: 0.05 },
  step: 'week',
  atLeast: 3,
}
const SUDDEN: MethodChoice = { method: 'ears-c2', options: { minimumDeviation: 0.5 }, step: 'day', atLeast: 3 }

/**
 * Which methods watch a disease at a level; fixed thresholds watch all of them besides. Seasonal diseases of the county: Farrington flexible by week, with
 * three years of history so that it speaks early, and CIDARS’s moving percentile by day. Townships: moving percentile and EARS C2. Villages: EARS C2 alone,
 * for their history is mostly zeros. What is rare is watched by EARS C2 in the county, too. Local, can be changed.
 */
export function choicesFor(disease: string, level: WatchLevel): readonly MethodChoice[] {
  if (level === 'village' || !COMMON.has(disease)) return [SUDDEN]
  const moving: MethodChoice = {
    method: 'moving-percentile',
    options: { percentile: PERCENTILES[disease] ?? 80, atLeast: 3 },
    step: 'day',
    atLeast: 1,
  }
  return level === 'county' ? [SEASONAL, moving, SUDDEN] : [moving, SUDDEN]
}
