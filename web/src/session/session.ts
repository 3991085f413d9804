import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { queries } from '../api/queries.ts'
import type { Account, Right, Session } from '../api/types.ts'
import { openDevice, setDeviceState } from '../offline/state.ts'

/** Who is signed in. While a device is open its owner stays at work though the session on the server has ended; what needs the server says so. */
async function readSession(): Promise<Session> {
  const session = await get<Session>('/api/session')
  const device = openDevice()
  if (!device || session.account) return session
  setDeviceState({ connection: 'signed-out' })
  return (device.answer('/api/session', {}) as Session | undefined) ?? session
}

const sessionQuery = { queryKey: ['session'], queryFn: readSession, staleTime: 5 * 60_000 }

/** Who is signed in, while it is still being found out. */
export function useSessionQuery() {
  return useQuery(sessionQuery)
}

/** Puts the server's answer to a sign-in in place; everything read for another reader is forgotten. */
export function enterSession(session: Session) {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
  queries.setQueryData(['session'], session)
  if (openDevice()) setDeviceState({ connection: 'online' })
}

/** The signed-in account. Only below the gate, where there is one. */
export function useAccount(): Account {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data.account) throw new Error('no account: the gate lets nobody through without one')
  return data.account
}

/** Whether the signed-in account has a right. */
export function useRight(right: Right): boolean {
  return useAccount().rights.includes(right)
}
