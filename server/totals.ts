import type { Database } from '@kangheng/kernel/store/connection.ts'

/** Totals of lists are the same for everyone with the same scope and filters, and are kept for a moment. */
const KEPT_MILLISECONDS = 10_000
const KEPT_AT_MOST = 2_000

const kept = new WeakMap<Database, Map<string, { total: number | null; until: number }>>()

/** The total under a key, counted when it is not known or too old. */
export async function rememberTotal(
  database: Database,
  key: string,
  count: () => Promise<number | null>,
): Promise<number | null> {
  const totals = kept.get(database) ?? new Map()
  kept.set(database, totals)
  const known = totals.get(key)
  if (known && known.until > Date.now()) return known.total
  const total = await count()
  if (totals.size >= KEPT_AT_MOST) totals.clear()
  totals.set(key, { total, until: Date.now() + KEPT_MILLISECONDS })
  return total
}

/** Forgets all totals, because something was written. */
export function forgetTotals(database: Database): void {
  kept.delete(database)
}
