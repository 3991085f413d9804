import { getTableColumns, getTableName } from 'drizzle-orm'
import type { House } from '../domain/registry.ts'
import { monthOf } from '../period/period.ts'
import type { RowChange } from '../record/changes.ts'
import type { Connection } from '../store/connection.ts'
import { earliestEffect } from './effect.ts'
import type { Relation } from './relation.ts'

function placesOfRow(row: Record<string, unknown> | undefined): string[] {
  return [row?.['division'], row?.['institution']].filter((place): place is string => typeof place === 'string')
}

/**
 * Places a change touches in a relation. A relation over several tables takes its place from one of them,
 * so every place where that person has a row among the relation's tables counts as touched.
 */
async function touchedPlaces(
  connection: Connection,
  county: string,
  relation: Relation,
  change: RowChange,
): Promise<Set<string>> {
  const places = new Set([...placesOfRow(change.before), ...placesOfRow(change.after)])
  const person = change.after['person'] ?? ('birth' in change.after ? change.after['id'] : undefined)
  if (relation.tables.length < 2 || typeof person !== 'string') return places
  for (const table of relation.tables) {
    const columns = getTableColumns(table)
    if (!columns['person'] || !columns['division']) continue
    const institution = columns['institution'] ? ', institution' : ', null as institution'
    const rows = await connection.query<{ division: string; institution: string | null }>(
      `select distinct division${institution} from "${getTableName(table)}" where county = $1 and person = $2`,
      [county, person],
    )
    for (const row of rows) for (const place of placesOfRow(row)) places.add(place)
  }
  return places
}

/** Records over which indicators defined at run time are in force: they count rows of the record's own relation, by any field. */
async function recordsUsersCount(connection: Connection, county: string): Promise<Set<string>> {
  const rows = await connection.query<{ record: string }>(
    `select distinct definition ->> 'record' as record from user_indicator where county = $1`,
    [county],
  )
  return new Set(rows.map((row) => row.record))
}

/** Notes which places of which relations must be computed again, and from which month on. */
export async function markStale(
  connection: Connection,
  house: House,
  county: string,
  changes: readonly RowChange[],
): Promise<void> {
  const marks = new Map<string, [string, string, string]>()
  const userCounted = await recordsUsersCount(connection, county)
  for (const change of changes) {
    for (const relation of house.relationsOn(change.table)) {
      const effect = earliestEffect(house, relation, change, userCounted.has(relation.id))
      if (effect === undefined) continue
      const month = monthOf(effect)
      for (const place of await touchedPlaces(connection, county, relation, change)) {
        marks.set(`${relation.id}|${place}|${month}`, [relation.id, place, month])
      }
    }
  }
  if (marks.size === 0) return
  const rows = [...marks.values()]
  await connection.query(
    `insert into stale_place (county, relation, place, from_month)
     select $1, relation, place, month from unnest($2::text[], $3::text[], $4::text[]) as mark (relation, place, month)
     order by 2, 3, 4
     on conflict (county, relation, place, from_month) do update set marked_at = clock_timestamp()`,
    [county, rows.map((row) => row[0]), rows.map((row) => row[1]), rows.map((row) => row[2])],
  )
}

/** Marks every place of a relation from the beginning on: a new indicator over it has no figures yet. */
export async function markRelation(connection: Connection, county: string, relation: string): Promise<void> {
  await connection.query(
    `insert into stale_place (county, relation, place, from_month)
     select distinct $1, $2, leaf, '0001-01' from place_ancestor where county = $1
     on conflict (county, relation, place, from_month) do update set marked_at = clock_timestamp()`,
    [county, relation],
  )
}
