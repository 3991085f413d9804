import type { House } from '../domain/registry.ts'
import { monthOf } from '../period/period.ts'
import type { RowChange } from '../record/changes.ts'
import type { Connection } from '../store/connection.ts'
import { earliestEffect } from './effect.ts'
import { setMarks, type StaleMark } from './stale-marks.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

/** Where a row counts: in its division, and at its institution. */
const placesOfRow = (row: Record<string, unknown>): string[] => [row['division'], row['institution']].filter(isText)

/** Whose row it is: the register's own rows are persons themselves. */
function personOfRow(row: Record<string, unknown>): string | null {
  const person = row['person'] ?? ('birth' in row ? row['id'] : undefined)
  return isText(person) ? person : null
}

/** Records over which indicators defined at run time are in force: they count rows of the record's own relation, by any field. */
async function recordsUsersCount(connection: Connection, county: string): Promise<Set<string>> {
  const rows = await connection.query<{ record: string }>(
    `select distinct definition ->> 'record' as record from user_indicator where county = $1`,
    [county],
  )
  return new Set(rows.map((row) => row.record))
}

/** Notes what of which relations must be computed again, and from which month on: for whom and where a row counted before the change, and counts after it. */
export async function markStale(
  connection: Connection,
  house: House,
  county: string,
  changes: readonly RowChange[],
): Promise<void> {
  const marks: StaleMark[] = []
  const userCounted = await recordsUsersCount(connection, county)
  for (const change of changes) {
    for (const relation of house.relationsOn(change.table)) {
      const effect = earliestEffect(house, relation, change, userCounted.has(relation.id))
      if (effect === undefined) continue
      const found = { relation: relation.id, fromMonth: monthOf(effect) }
      for (const row of [change.before, change.after]) {
        if (!row) continue
        const person = personOfRow(row)
        const places = placesOfRow(row)
        for (const place of places) marks.push({ ...found, person, place })
        if (places.length === 0 && person) marks.push({ ...found, person, place: null })
      }
    }
  }
  await setMarks(connection, county, marks)
}

/** Marks every place of a relation from the beginning on: a new indicator over it has no figures yet. */
export async function markRelation(connection: Connection, county: string, relation: string): Promise<void> {
  const leaves = await connection.query<{ leaf: string }>(
    'select distinct leaf from place_ancestor where county = $1',
    [county],
  )
  const marks = leaves.map(({ leaf }) => ({ relation, person: null, place: leaf, fromMonth: '0001-01' }))
  await setMarks(connection, county, marks)
}
