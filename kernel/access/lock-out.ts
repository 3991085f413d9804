import type { Database } from '../store/connection.ts'
import { Refusal } from '../text/refusal.ts'

/** After five failures a name is locked for 15 minutes, after five more for 30, then 60 …, at most for a day. */
const FAILURES = 5
const FIRST_MINUTES = 15
const LONGEST_MINUTES = 24 * 60

/** How long a name is locked after so many failures in a row; 0 while it is not. */
export function lockMinutes(failures: number): number {
  if (failures === 0 || failures % FAILURES !== 0) return 0
  return Math.min(FIRST_MINUTES * 2 ** (failures / FAILURES - 1), LONGEST_MINUTES)
}

/** Names without account are counted in memory, so that locking does not tell which names exist. */
const strangers = new Map<string, { failures: number; lockedUntil: number }>()
const STRANGERS_KEPT = 10_000

function noteStranger(key: string): void {
  const known = strangers.get(key)
  strangers.delete(key)
  const failures = (known?.failures ?? 0) + 1
  const minutes = lockMinutes(failures)
  strangers.set(key, { failures, lockedUntil: minutes ? Date.now() + minutes * 60_000 : (known?.lockedUntil ?? 0) })
  if (strangers.size > STRANGERS_KEPT) strangers.delete(strangers.keys().next().value!)
}

/** Refuses while the name is locked, and says until when. */
export async function refuseWhileLocked(database: Database, county: string, username: string): Promise<void> {
  const [row] = await database.query<{ lockedUntil: string | null }>(
    'select locked_until as "lockedUntil" from account where county = $1 and username = $2',
    [county, username],
  )
  const until = row
    ? row.lockedUntil === null
      ? 0
      : Date.parse(row.lockedUntil)
    : (strangers.get(`${county}/${username}`)?.lockedUntil ?? 0)
  if (until <= Date.now()) return
  const time = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
  const at = time.format(until)
  throw new Refusal(
    'too-many',
    {
      zh: `多次输错，账号已锁定至 ${at}。请届时再试，或请管理员解锁`,
      en: `Too many wrong attempts: locked until ${at} (Beijing time). Try again then, or ask the administrator to unlock it`,
    },
    { detail: { until: new Date(until).toISOString() } },
  )
}

/** Counts a failure of a name; every fifth locks it. */
export async function noteFailure(database: Database, county: string, username: string): Promise<void> {
  const [row] = await database.query<{ failures: number }>(
    'update account set failures = failures + 1 where county = $1 and username = $2 returning failures',
    [county, username],
  )
  if (!row) return noteStranger(`${county}/${username}`)
  const minutes = lockMinutes(row.failures)
  if (minutes > 0)
    await database.query(
      `update account set locked_until = now() + make_interval(mins => $3) where county = $1 and username = $2`,
      [county, username, minutes],
    )
}
