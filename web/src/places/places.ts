import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { Place, PlaceDetail } from '../api/types.ts'

/** Direct children of a place, in code order. */
export function usePlacesUnder(under: string | undefined, kind: 'division' | 'institution' = 'division') {
  return useQuery({
    queryKey: ['places', under, kind],
    queryFn: async () => (await get<{ places: Place[] }>('/api/places', { under, kind })).places,
    enabled: under !== undefined,
    staleTime: 30 * 60_000,
  })
}

/** Places whose name holds these words, within the reader's scope; found by the server. */
export function usePlaceSearch(q: string, kind: 'division' | 'institution' = 'division') {
  return useQuery({
    queryKey: ['place-search', q, kind],
    queryFn: async ({ signal }) => (await get<{ places: Place[] }>('/api/places', { q, kind }, signal)).places,
    enabled: q.trim().length > 0,
    staleTime: 5 * 60_000,
  })
}

/** One place with its ancestors. */
export function usePlace(code: string | undefined) {
  return useQuery({
    queryKey: ['place', code],
    queryFn: () => get<PlaceDetail>(`/api/places/${code}`),
    enabled: code !== undefined && code !== '',
    staleTime: 30 * 60_000,
  })
}
