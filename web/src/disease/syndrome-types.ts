import type { Text } from '../language/language.tsx'

/** What a place counted on a day; null where the days before it were too few to expect anything. */
export interface SyndromeDay {
  readonly on: string
  readonly id: string
  readonly count: number
  readonly expected: number | null
  readonly upper: number | null
  readonly alarm: boolean
}

export interface SyndromeSeries {
  readonly syndrome: string
  readonly title: Text
  readonly unit: string
  readonly divisionName: string
  readonly days: readonly SyndromeDay[]
  readonly signals: readonly { readonly id: string; readonly from: string; readonly state: string }[]
}

export interface SyndromesAnswer {
  readonly from: string
  readonly until: string
  readonly series: readonly SyndromeSeries[]
}
