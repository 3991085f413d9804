import { useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { useAccount } from '../session/session.ts'
import { useCatalogue } from '../shell/house.ts'
import type { DashboardList, OpenDashboard } from './types.ts'

/** The dashboards this reader may open, and the roles one may share with. */
export function useDashboards() {
  return useQuery({ queryKey: ['dashboards'], queryFn: () => get<DashboardList>('/api/dashboards') })
}

/** One dashboard with its figures; read again every so many seconds when that is given. */
export function useDashboard(id: string | undefined, place?: string, seconds?: number) {
  return useQuery({
    queryKey: ['dashboard', id, place],
    queryFn: ({ signal }) => get<OpenDashboard>(`/api/dashboards/${id}`, { place }, signal),
    enabled: id !== undefined,
    ...(seconds ? { refetchInterval: seconds * 1000, refetchIntervalInBackground: true } : {}),
  })
}

/** Whether this reader composes dashboards. */
export function useComposes(): boolean {
  const account = useAccount()
  const { actions } = useCatalogue()
  return account.rights.includes('see-figures') && actions.has('dashboards.dashboard.compose')
}
