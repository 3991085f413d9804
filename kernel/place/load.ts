import { countyOf, divisionLevel, parentDivision } from './code.ts'
import type { Connection, Database } from '../store/connection.ts'
import { readCounty, type CountyData } from './county-data.ts'
import { planInstitutions, type CountyInstitutions } from './institution-plan.ts'
import { institutionPlanOf } from './data/institutions.ts'

/**
 * Writes who is above whom: a division has itself and its prefixes; an institution has itself, the institutions it depends on,
 * and its division with what is above that. Run again after an institution was added or moved.
 */
export async function refreshAncestors(connection: Connection, county: string): Promise<void> {
  const ancestors = `
    with recursive chain as (
      select code as leaf, code as ancestor, 0 as distance, depends_on from institution where county = $1
      union all
      select chain.leaf, above.code, chain.distance + 1, above.depends_on
      from chain join institution above on above.county = $1 and above.code = chain.depends_on
      where chain.distance < 8
    ),
    wanted as (
      select leaf, ancestor, distance from chain
      union
      select lower.code, upper.code, (length(lower.code) - length(upper.code)) / 3
      from division lower join division upper on upper.code = left(lower.code, length(upper.code))
      where left(lower.code, 6) = $1 and left(upper.code, 6) = $1
      union
      select institution.code, upper.code, 1 + (length(institution.division) - length(upper.code)) / 3
      from institution join division upper on upper.code = left(institution.division, length(upper.code))
      where institution.county = $1 and left(upper.code, 6) = $1
    ),
    nearest as (select leaf, ancestor, min(distance)::int as distance from wanted group by leaf, ancestor),
    gone as (
      delete from place_ancestor old where county = $1
        and not exists (select 1 from nearest where nearest.leaf = old.leaf and nearest.ancestor = old.ancestor)
    )
    insert into place_ancestor (county, leaf, ancestor, distance)
    select $1, leaf, ancestor, distance from nearest
    on conflict (county, leaf, ancestor) do update set distance = excluded.distance`
  await connection.query(ancestors, [county])
}

const asRows = (rows: readonly object[]) => JSON.stringify(rows)

/** What a county's places are set up from. */
export interface PlaceData {
  readonly divisions: CountyData
  readonly institutions: CountyInstitutions
}

/** The places of a county that ships with the house. @throws Refusal when there are no data for it. */
export function readPlaces(county: string): PlaceData {
  const divisions = readCounty(county)
  return { divisions, institutions: institutionPlanOf(divisions) }
}

/**
 * Sets up a county's places: divisions, institutions and their ancestors. May be run again: divisions are brought up to date,
 * institutions that exist are left as their administrator keeps them.
 * @param places the data of a county, or the code of one that ships with the house
 * @returns how many divisions and institutions the county has in the data.
 * @throws Refusal when there are no data for the county.
 */
export async function loadPlaces(
  database: Database,
  places: PlaceData | string,
): Promise<{ divisions: number; institutions: number }> {
  const { divisions: data, institutions: plan } = typeof places === 'string' ? readPlaces(places) : places
  const divisions = [data.county, ...data.divisions].map((each) => ({
    ...each,
    parent: parentDivision(each.code) ?? null,
    level: divisionLevel(each.code),
  }))
  const institutions = planInstitutions(data, plan).map((each) => ({
    ...each,
    county: countyOf(each.division),
  }))
  await database.transaction(async (connection) => {
    await connection.query(
      `insert into division (code, parent, level, name, short_name, english_name, x, y)
       select code, parent, level, name, "shortName", "englishName", x, y
       from jsonb_to_recordset($1::text::jsonb)
         as row (code text, parent text, level text, name text, "shortName" text, "englishName" text, x int, y int)
       on conflict (code) do update set parent = coalesce(excluded.parent, division.parent), level = excluded.level, name = excluded.name,
         short_name = excluded.short_name, english_name = excluded.english_name, x = excluded.x, y = excluded.y`,
      [asRows(divisions)],
    )
    await connection.query(
      `insert into institution (county, code, name, english_name, kind, division, depends_on, ownership, beds, equipment)
       select county, code, name, "englishName", kind, division, "dependsOn", ownership, beds, equipment
       from jsonb_to_recordset($1::text::jsonb)
         as row (county text, code text, name text, "englishName" text, kind text, division text, "dependsOn" text, ownership text, beds int, equipment jsonb)
       on conflict (county, code) do nothing`,
      [asRows(institutions)],
    )
    await refreshAncestors(connection, data.county.code)
  })
  return { divisions: divisions.length, institutions: institutions.length }
}
