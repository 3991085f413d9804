import { useMemo } from 'react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { Action, Domain, House, Indicator, RecordType } from '../api/types.ts'

const houseQuery = { queryKey: ['house'], queryFn: () => get<House>('/api/house'), staleTime: 10 * 60_000 }

/** What exists for this reader, while it is being fetched. */
export function useHouseQuery(enabled: boolean) {
  return useQuery({ ...houseQuery, enabled })
}

/** What exists for this reader: lines of business, records, actions, indicators. */
export function useHouse(): House {
  return useSuspenseQuery(houseQuery).data
}

interface Catalogue {
  readonly records: ReadonlyMap<string, RecordType & { domain: Domain }>
  readonly actions: ReadonlyMap<string, Action>
  readonly indicators: ReadonlyMap<string, Indicator & { domain: Domain }>
}

/** Record types that may be extended and counted over. */
export function useConfigurable(): ReadonlyMap<string, RecordType> {
  const house = useHouse()
  return useMemo(() => {
    const records = house.configurable ?? house.domains.flatMap((domain) => domain.records)
    return new Map(records.map((record) => [record.id, record]))
  }, [house])
}

/** The house by id. */
export function useCatalogue(): Catalogue {
  const house = useHouse()
  return useMemo(
    () => ({
      records: new Map(
        house.domains.flatMap((domain) => domain.records.map((record) => [record.id, { ...record, domain }])),
      ),
      actions: new Map(house.domains.flatMap((domain) => domain.actions.map((action) => [action.id, action]))),
      indicators: new Map(
        house.domains.flatMap((domain) =>
          domain.indicators.map((indicator) => [indicator.id, { ...indicator, domain }]),
        ),
      ),
    }),
    [house],
  )
}
