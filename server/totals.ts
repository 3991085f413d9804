import type { Database } from '@kangheng/kernel/store/connection.ts'
import { forget, keep, type Keeping } from './kept.ts'

/** Totals of lists are kept for a moment; the key says who asks, for what one reader counts may be more than another sees. */
const TOTALS: Keeping = { freshMilliseconds: 10_000, usableMilliseconds: 10_000, atMost: 2_000 }

/** The total under a key, counted when it is not known or too old. */
export function rememberTotal(
  database: Database,
  key: string,
  count: () => Promise<number | null>,
): Promise<number | null> {
  return keep(database, TOTALS, key, count)
}

/** Forgets all totals, because something was written. */
export function forgetTotals(database: Database): void {
  forget(database, TOTALS)
}
