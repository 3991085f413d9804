import type { CellData, View } from '@kangheng/drawing/cell-data.ts'
import type { Text } from '../language/language.tsx'

/** Periods of a view: counted from the day of reading, or named. */
export type PeriodChoice =
  | { kind: 'named'; ids: string[] }
  | {
      kind:
        | 'this-month'
        | 'last-month'
        | 'this-year-to-date'
        | 'closed-month'
        | 'closed-year-to-date'
        | 'this-quarter'
        | 'this-year'
        | 'last-year'
        | 'last-12-months'
        | 'months-of-this-year'
        | 'last-4-quarters'
    }

/** Places of a view: counted from the reader's own, or named. */
export type PlaceChoice =
  | { kind: 'own' | 'below-own' | 'own-and-below' }
  | { kind: 'named'; codes: string[] }
  | { kind: 'below' | 'with-below'; code: string }

/** One view as it is composed and kept. */
export interface Cell {
  id: string
  view: View
  title?: Text
  indicators: string[]
  places: PlaceChoice
  periods: PeriodChoice
  width: number
  height: number
}

export interface ListedDashboard {
  id: string
  version: number
  title: Text
  ownerName: string
  mine: boolean
  sharedWith: string[]
  views: number
}

export interface DashboardList {
  dashboards: ListedDashboard[]
  roles: { id: string; title: Text }[]
}

export interface OpenDashboard {
  dashboard: Omit<ListedDashboard, 'views'> & { definition: Cell[] }
  place: { code: string; name: string }
  at: string
  computedAt: string | null
  cells: CellData[]
}

export interface Subscription {
  id: string
  version: number
  dashboard: string
  title: string
  address: string
  format: 'pdf' | 'png'
  rhythm: 'weekly' | 'monthly'
  onDay: number
  hour: number
  language: 'zh' | 'en'
  last: {
    dueAt: string
    state: 'waiting' | 'sent' | 'failed'
    attempts: number
    sentAt: string | null
    fault: string | null
  } | null
}

export interface Subscriptions {
  /** Without these nothing is sent. */
  ready: { mail: boolean; font: boolean }
  subscriptions: Subscription[]
}
