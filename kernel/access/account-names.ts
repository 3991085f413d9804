import type { Database } from '../store/connection.ts'

/** Names of accounts by id; accounts are hidden from the application's role, so this reads as the owner and tells names only. */
export async function accountNames(
  database: Database,
  county: string,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await database.query<{ id: string; name: string }>(
    'select id, name from account where county = $1 and id = any($2::uuid[])',
    [county, wanted],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
