import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Actor } from '../access/actor.ts'
import type { House } from '../domain/registry.ts'
import { setMarks, type StaleMark } from '../indicator/stale-marks.ts'
import type { Connection } from '../store/connection.ts'
import { appendEntry } from './journal.ts'

/** What a set-based load wrote into one table. */
export interface BulkWrite {
  readonly table: PgTable
  readonly rows: number
  /** SM3 of what was loaded: the journal proves it without holding a copy. */
  readonly digest: string
  /** Own places the rows belong to, each with the first month whose figures they touch. */
  readonly places: ReadonlyMap<string, string>
}

/** A set-based load, as the journal tells it. */
export interface BulkEntry {
  readonly county: string
  readonly actor: Actor
  /** Unique: a chunk that was journalled cannot be journalled again. */
  readonly requestId: string
  /** What was done: `import.residents`. */
  readonly action: string
  readonly input: Readonly<Record<string, unknown>>
  readonly writes: readonly BulkWrite[]
}

/** Places and months of rows, for `BulkWrite.places`: the earliest month of each place. */
export function touchedPlaces(rows: Iterable<readonly [place: string, month: string]>): Map<string, string> {
  const places = new Map<string, string>()
  for (const [place, month] of rows) {
    const known = places.get(place)
    if (known === undefined || month < known) places.set(place, month)
  }
  return places
}

function marksOf(house: House, writes: readonly BulkWrite[]): StaleMark[] {
  return writes.flatMap(({ table, places }) =>
    house
      .relationsOn(table)
      .flatMap((relation) =>
        [...places].map(([place, fromMonth]) => ({ relation: relation.id, person: null, place, fromMonth })),
      ),
  )
}

/**
 * Journals a set-based load in the transaction that wrote it: one entry for all its rows, and stale marks for the places it touched.
 * Nothing is noted when nothing was written.
 */
export async function recordBulk(connection: Connection, house: House, entry: BulkEntry): Promise<void> {
  const writes = entry.writes.filter((write) => write.rows > 0)
  if (writes.length === 0) return
  await appendEntry(connection, {
    county: entry.county,
    requestId: entry.requestId,
    at: new Date().toISOString(),
    deviceAt: null,
    account: entry.actor.account,
    role: entry.actor.role,
    action: entry.action,
    record: 'bulk',
    recordId: null,
    person: null,
    division: entry.actor.division,
    input: entry.input,
    changes: writes.map(({ table, rows, digest }) => ({
      table: getTableName(table),
      id: '',
      before: null,
      after: { rows, digest },
    })),
    answer: null,
  })
  await setMarks(connection, entry.county, marksOf(house, writes))
}
