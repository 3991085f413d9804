import type { Connection } from '../store/connection.ts'

/** What divisions and institutions are called, by code. */
export async function namesOfPlaces(
  connection: Connection,
  county: string,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(codes)]
  if (wanted.length === 0) return new Map()
  const rows = await connection.query<{ code: string; name: string }>(
    `select code, name from division where code = any($1::text[]) union all select code, name from institution where county = $2 and code = any($1::text[])`,
    [wanted, county],
  )
  return new Map(rows.map((row) => [row.code, row.name]))
}
