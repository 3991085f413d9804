import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** One row written by an action, as it was and as it is. */
export interface RowChange {
  readonly table: PgTable
  readonly id: string
  readonly before: Record<string, unknown> | undefined
  readonly after: Record<string, unknown>
}

const same = (one: unknown, other: unknown) =>
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
    if (change.before && same(change.before[key], change.after[key])) continue
    if (change.before) before[key] = plain(change.before[key])
    else if (change.after[key] === null || change.after[key] === undefined) continue
    after[key] = plain(change.after[key])
  }
  return { table: getTableName(change.table), id: change.id, before: change.before ? before : null, after }
}

/** The first day whose figures the change can touch: the earliest business date among the values that changed. */
export function earliestEffect(change: RowChange): string {
  const columns = getTableColumns(change.table)
  const dates: string[] = []
  let otherChanged = false
  for (const [key, column] of Object.entries(columns)) {
    const [before, after] = [change.before?.[key], change.after[key]]
    if (change.before && same(before, after)) continue
    if (column.getSQLType() === 'date')
      dates.push(...[before, after].filter((value): value is string => typeof value === 'string'))
    else if (!['version', 'recordedAt', 'recordedBy', 'state'].includes(key)) otherChanged = true
  }
  const start = change.after['happenedOn'] ?? change.after['startsOn']
  if ((otherChanged || !change.before || dates.length === 0) && typeof start === 'string') dates.push(start)
  // A birth date is decades back: figures start where the records do, so it only means "from the beginning".
  return dates.sort()[0] ?? '0001-01-01'
}
