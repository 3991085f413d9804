import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './problem.ts'

/** When the session has ended on the server, the sign-in page takes over; the address stays, so work goes on there. */
function noticeSignOut(error: unknown) {
  if (error instanceof Problem && error.status === 401) void queries.invalidateQueries({ queryKey: ['session'] })
}

/** The cache of everything read from the server. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'session') noticeSignOut(error)
    },
  }),
  mutationCache: new MutationCache({ onError: noticeSignOut }),
  defaultOptions: {
    // Without a network a call fails and says so; by default it would wait in silence.
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/**
 * Reads again what the pages show, after something was written: whatever it was, it may stand in lists, counts and figures. Nobody needs to wait for it: what
 * was written is written.
 */
export function readAgain(): void {
  void queries.invalidateQueries({ predicate: ({ queryKey: [what] }) => what !== 'session' && what !== 'house' })
}
