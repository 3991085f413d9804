import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** One row written by an action, as it was and as it is. */
export interface RowChange {
  readonly table: PgTable
  readonly id: string
  readonly before: Record<string, unknown> | undefined
  readonly after: Record<string, unknown>
}

/** Whether a column holds the same as before. */
export const sameValue = (one: unknown, other: unknown): boolean =>
  one === other ||
  (one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0) ||
  JSON.stringify(one) === JSON.stringify(other)

/** Ciphertext stays out of the journal: that it changed is enough. */
const plain = (value: unknown) => (value instanceof Uint8Array ? '•' : (value ?? null))

/** A change as the journal keeps it: only the fields that differ. */
export function describeChange(change: RowChange): {
  table: string
  id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown>
} {
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  for (const key of Object.keys(change.after)) {
    if (change.before && sameValue(change.before[key], change.after[key])) continue
    if (change.before) before[key] = plain(change.before[key])
    else if (change.after[key] === null || change.after[key] === undefined) continue
    after[key] = plain(change.after[key])
  }
  return { table: getTableName(change.table), id: change.id, before: change.before ? before : null, after }
}
