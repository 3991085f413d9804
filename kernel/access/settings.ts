import type { Connection } from '../store/connection.ts'

/** One setting of a county; undefined when it was never set. */
export async function findSettingValue<Value>(
  connection: Connection,
  county: string,
  key: string,
): Promise<Value | undefined> {
  const [row] = await connection.query<{ value: Value }>('select value from setting where county = $1 and key = $2', [
    county,
    key,
  ])
  return row?.value
}

/** Sets one setting of a county. */
export async function writeSetting(connection: Connection, county: string, key: string, value: unknown): Promise<void> {
  await connection.query(
    'insert into setting (county, key, value) values ($1, $2, $3::jsonb) on conflict (county, key) do update set value = excluded.value',
    [county, key, JSON.stringify(value)],
  )
}

/** Codes of the counties that were set up in the database, cities among them, in their order. */
export async function countiesIn(connection: Connection): Promise<string[]> {
  const rows = await connection.query<{ county: string }>(
    `select county from setting where key = 'county' order by county`,
  )
  return rows.map(({ county }) => county)
}
