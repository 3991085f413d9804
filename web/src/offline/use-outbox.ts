import { useQuery } from '@tanstack/react-query'
import { outboxContent } from './device.ts'
import { useDeviceState } from './state.ts'

/** What lies in the outbox, read again whenever it has changed. */
export function useOutbox() {
  const { changes, phase } = useDeviceState()
  return useQuery({
    queryKey: ['outbox', changes],
    queryFn: outboxContent,
    enabled: phase === 'open',
    placeholderData: (before) => before,
    staleTime: Infinity,
    gcTime: 0,
  })
}
