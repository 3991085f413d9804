import type { Database } from '../store/connection.ts'
import { isCity, rangeOf, type PlaceCode } from './code.ts'

/** A city, as it is set up. */
export interface CityData {
  /** Four digits. */
  readonly code: PlaceCode
  readonly name: string
  readonly englishName: string
}

/** Those of some codes that are counties of a city: the prefix tells. */
export function countiesOf(city: PlaceCode, codes: readonly PlaceCode[]): PlaceCode[] {
  const { from, to } = rangeOf(city)
  return codes.filter((code) => !isCity(code) && code >= from && code < to)
}

/** Sets up a city above its counties, which are there already. May be run again, as counties join. */
export async function loadCity(
  database: Database,
  { code, name, englishName }: CityData,
  counties: readonly PlaceCode[],
): Promise<void> {
  await database.transaction(async (connection) => {
    await connection.query(
      `insert into division (code, parent, level, name, short_name, english_name) values ($1, null, 'city', $2, $3, $4)
       on conflict (code) do update set name = excluded.name, short_name = excluded.short_name, english_name = excluded.english_name`,
      [code, name, name.replace(/[市州]$/, ''), englishName],
    )
    await connection.query('update division set parent = $1 where code = any($2::text[])', [code, counties])
    await connection.query(
      `insert into place_ancestor (county, leaf, ancestor, distance)
       select $1, leaf, $1, 1 from unnest($2::text[]) as leaf
       union all select $1, place, place, 0 from unnest(array_append($2::text[], $1)) as place
       on conflict (county, leaf, ancestor) do nothing`,
      [code, counties],
    )
  })
}
