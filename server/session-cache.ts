import { findSession, type SessionAccount } from '@kangheng/kernel/access/sign-in.ts'
import type { Setting } from './setting.ts'

/** A page asks for a dozen things at once; within this time its session is looked up once. */
const KEPT_MILLISECONDS = 1000
const KEPT_AT_MOST = 5000

/** Sessions just looked up. Whatever changes an account or a session in this process empties it. */
export interface SessionCache {
  find(token: string, fresh: boolean): Promise<SessionAccount | undefined>
  clear(): void
}

/** The sessions of one server. Writes always look anew (`fresh`). */
export function makeSessionCache(setting: Setting): SessionCache {
  const known = new Map<string, { until: number; account: Promise<SessionAccount | undefined> }>()
  return {
    find(token, fresh) {
      const kept = known.get(token)
      if (kept && !fresh && kept.until > Date.now()) return kept.account
      const account = findSession(setting.database, setting.county, token)
      if (known.size >= KEPT_AT_MOST) known.clear()
      known.set(token, { until: Date.now() + KEPT_MILLISECONDS, account })
      account.catch(() => known.delete(token))
      return account
    },
    clear: () => known.clear(),
  }
}
