import type { FigureRef } from './document-types.ts'
import type { Text } from '../language/language.tsx'
import type { Better, Indicator } from './types.ts'

export type FigureStatus = 'provisional' | 'closed' | 'revised'
export type Light = 'green' | 'yellow' | 'red'

/** A stored value; all numbers are decimal strings already rounded to the definition's decimals. */
export interface Figure {
  indicator: string
  place: string
  placeName: string
  period: string
  value: string | null
  /** Not told to this reader: it counts few people of a restricted subject, or would tell of a place that does. */
  withheld?: boolean
  numerator: string | null
  denominator: string | null
  status: FigureStatus
  rank: number | null
  rankedOf: number | null
  computedAt: string | null
  closedOn: string | null
  completeness: string | number | null
  target: string | null
  lastYear: string | null
  previous: string | null
}

/** One measure of a numerator or denominator: added or taken away, and how it counts. */
export interface Term {
  weight: 1 | -1
  title: Text
  counts: Text
}

/** A figure of a place beyond the reader's own, as an issued document states it. */
export interface QuotedFigure {
  quoted: {
    figure: FigureRef
    document: {
      id: string
      kind: 'bulletin' | 'summary'
      title: string
      number: string | null
      issuedOn: string | null
    }
  }
}

export interface FigureDetail {
  figure: Figure
  indicator: Indicator & { terms: { numerator: Term[]; denominator: Term[] } }
  history: {
    oldValue: string | null
    newValue: string | null
    reason: string
    revisedAt: string
    revisedByName: string | null
  }[]
  link: string
}

export interface TraceRow {
  key: string
  record: string | null
  recordId: string | null
  person: string | null
  personName: string | null
  division: string | null
  divisionName: string | null
  values: Record<string, unknown>
}

export interface Trace {
  relation: Text
  columns: { key: string; title: Text; values?: Record<string, Text>; unit?: Text }[]
  rows: TraceRow[]
  next: string | null
  total?: number | null
}

export interface Headline {
  indicator: string
  title: Text
  unit: Text
  decimals: number
  better: Better
  value: string | null
  withheld?: boolean
  numerator: string | null
  denominator: string | null
  status: FigureStatus
  target: string | null
  targetToDate: string | null
  timeProgress: number | null
  light: Light | null
  lastYear: string | null
  change: string | null
  changeKind: 'percent' | 'points' | null
  rank: number | null
  rankedOf: number | null
  /** The period of the value: the cockpit's month, or the year to date that ends with it. */
  period?: string
  trend: { period: string; value: string | null }[]
  lastYearTrend: { period: string; value: string | null }[]
}

export interface RankedPlace {
  place: string
  name: string
  rank: number | null
  rankedOf: number | null
  value: string | null
  withheld?: boolean
  indicator: string
  lastYear?: string | null
  /** The target as due by now. */
  due?: string | null
  light?: Light | null
}

export interface MapTile {
  code: string
  name: string
  x: number | null
  y: number | null
  level: string
  value: string | null
  light: Light | null
}

export interface Warning {
  id: string
  level: 'yellow' | 'red'
  place: string
  placeName: string
  indicator: string
  period?: string
  title: Text
  text: Text
  since: string
}

export interface Cockpit {
  place: { code: string; name: string; ancestors?: { code: string; name: string }[] }
  period: { id: string; title: Text }
  status: FigureStatus | null
  freshness: { computedAt: string | null; stale: number; lastRecordAt: string | null }
  headline: Headline[]
  ranking: RankedPlace[]
  map: MapTile[]
  tasks: { task: string; title: Text; open: number; overdue: number }[]
  warnings: Warning[]
}

export interface Target {
  indicator: string
  place: string
  placeName: string
  year: number
  value: string
  months: string[] | null
  version: number
}

export interface SavedView {
  id: string
  title: string
  shared: boolean
  account: string
  accountName: string
  state: { indicators: string[]; places: string[]; periods: string[]; chart: string; under?: string }
}

export interface MonthState {
  period: string
  status: 'open' | 'closed'
  closedAt: string | null
  closedBy: string | null
}
