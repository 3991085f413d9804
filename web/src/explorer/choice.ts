import { usePlace, usePlacesUnder } from '../places/places.ts'
import { useAccount } from '../session/session.ts'
import { useAddress } from '../shell/address.ts'
import { useCatalogue, useHouse } from '../shell/house.ts'
import { kindOf, monthsBack, periodOf } from '../parts/period.ts'
import type { Domain, Indicator } from '../api/types.ts'

export type ChartKind = 'table' | 'line' | 'bar' | 'map'

export interface NamedPlace {
  readonly code: string
  readonly name: string
  readonly x?: number | undefined
  readonly y?: number | undefined
}

/** What is looked at; all of it stands in the address. */
export interface Choice {
  readonly indicators: readonly (Indicator & { domain: Domain })[]
  readonly places: readonly NamedPlace[]
  readonly periods: readonly string[]
  readonly chart: ChartKind
  /** The place whose children are shown, or undefined when places were chosen one by one. */
  readonly under: string | undefined
}

const list = (text: string | undefined) => text?.split(',').filter(Boolean) ?? []
const charts: readonly ChartKind[] = ['table', 'line', 'bar', 'map']

/** Reads the choice from the address; what is missing is filled with what the reader most likely wants. */
export function useChoice() {
  const house = useHouse()
  const account = useAccount()
  const catalogue = useCatalogue()
  const [filters, setFilters] = useAddress<'indicators' | 'places' | 'under' | 'periods' | 'chart' | 'view'>()
  const under = filters.places ? undefined : (filters.under ?? account.division)
  const base = usePlace(under)
  const below = usePlacesUnder(under)
  const known = [...catalogue.indicators.values()].filter((indicator) => indicator.headline)
  const headline = (known.find((indicator) => indicator.better !== 'neither') ?? known[0])?.id
  const ids = filters.indicators === undefined && headline ? [headline] : list(filters.indicators)
  const indicators = ids.map((id) => catalogue.indicators.get(id)).filter((indicator) => indicator !== undefined)
  const places: NamedPlace[] = under
    ? base.data && below.data
      ? [
          { code: base.data.code, name: base.data.name },
          ...below.data.map(({ code, name, x, y }) => ({ code, name, x, y })),
        ]
      : []
    : list(filters.places).map((code) => ({ code, name: '' }))
  const periods = filters.periods ? list(filters.periods) : monthsBack(house.latestPeriod, 6).reverse()
  const chart = charts.find((each) => each === filters.chart) ?? 'table'
  const choice: Choice = { indicators, places, periods, chart, under }
  return { choice, waiting: under !== undefined && (base.isPending || below.isPending), setFilters }
}

/** Periods of one kind between two months, oldest first. */
export function periodRange(first: string, last: string, months: readonly string[]): string[] {
  const kind = kindOf(first)
  const within = months.filter((month) => periodOf(kind, month) >= first && periodOf(kind, month) <= last)
  return [...new Set(within.map((month) => periodOf(kind, month)))].sort()
}
