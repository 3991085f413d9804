import type { Connection } from '../store/connection.ts'
import { missing } from '../text/refusal.ts'
import type { Text } from '../text/text.ts'
import { rangeOf, type DivisionLevel, type PlaceCode } from './code.ts'
import { equipmentTitle } from './equipment.ts'
import { institutionKindTitle } from './kinds.ts'

/** A division or an institution, as it is shown. */
export interface Place {
  readonly code: PlaceCode
  readonly name: string
  readonly englishName: string
  readonly level: DivisionLevel | 'institution'
  /** Class of an institution (see kinds.ts); null for a division. */
  readonly kind: string | null
  /** What the class is called. */
  readonly kindTitle: Text | null
  /** The place above: the division's parent, or the institution it depends on, or its division. */
  readonly parent: PlaceCode | null
  readonly x: number | null
  readonly y: number | null
  /** Nothing of the same kind lies below. */
  readonly leaf: boolean
}

/** What is known of an institution besides its name. */
export interface InstitutionDetail {
  readonly division: PlaceCode
  readonly dependsOn: PlaceCode | null
  readonly ownership: 'public' | 'private'
  readonly beds: number
  readonly equipment: readonly { readonly kind: string; readonly title: Text; readonly count: number }[]
  readonly active: boolean
}

const DIVISION = `select code, name, english_name as "englishName", level, null as kind, parent, x, y,
  not exists (select 1 from division below where below.parent = division.code) as leaf from division`
const INSTITUTION = `select code, name, english_name as "englishName", 'institution' as level, kind, coalesce(depends_on, division) as parent,
  null::int as x, null::int as y,
  not exists (select 1 from institution below where below.county = $1 and below.depends_on = institution.code) as leaf from institution`

type PlaceRow = Omit<Place, 'kindTitle'>
const present = (row: PlaceRow): Place => ({
  ...row,
  kindTitle: row.kind === null ? null : institutionKindTitle(row.kind),
})

async function places(connection: Connection, text: string, params: readonly unknown[]): Promise<Place[]> {
  return (await connection.query<PlaceRow>(text, params)).map(present)
}

const isInstitution = (code: PlaceCode) => /^[A-Z]/.test(code)

/** A place by its code; undefined when there is none. */
export async function findPlace(connection: Connection, county: string, code: PlaceCode): Promise<Place | undefined> {
  const [place] = isInstitution(code)
    ? await places(connection, `${INSTITUTION} where county = $1 and code = $2`, [county, code])
    : await places(connection, `${DIVISION} where code = $1`, [code])
  return place
}

/** A place by its code. @throws Refusal when there is none. */
export async function getPlace(connection: Connection, county: string, code: PlaceCode): Promise<Place> {
  const place = await findPlace(connection, county, code)
  return place ?? missing({ zh: `没有代码为 ${code} 的区划或机构`, en: `There is no place with the code ${code}` })
}

/** The further details of an institution; undefined when there is none with this code. */
export async function findInstitution(
  connection: Connection,
  county: string,
  code: PlaceCode,
): Promise<InstitutionDetail | undefined> {
  const [row] = await connection.query<Omit<InstitutionDetail, 'equipment'> & { equipment: Record<string, number> }>(
    `select division, depends_on as "dependsOn", ownership, beds, equipment, active from institution where county = $1 and code = $2`,
    [county, code],
  )
  if (!row) return undefined
  const equipment = Object.entries(row.equipment).map(([kind, count]) => ({ kind, title: equipmentTitle(kind), count }))
  return { ...row, equipment }
}

/**
 * What lies directly below: a division's divisions or the institutions standing in it; an institution's dependent institutions.
 * In the order of their codes, which is the official one.
 */
export function childrenOf(
  connection: Connection,
  county: string,
  code: PlaceCode,
  kind: 'division' | 'institution' = 'division',
): Promise<Place[]> {
  if (kind === 'division') return places(connection, `${DIVISION} where parent = $1 order by code`, [code])
  const column = isInstitution(code) ? 'depends_on' : 'division'
  return places(connection, `${INSTITUTION} where county = $1 and ${column} = $2 and active order by code`, [
    county,
    code,
  ])
}

/** Every division and active institution of a county, in the order of their codes: a few hundred, for who takes them along. */
export async function placesOf(connection: Connection, county: string): Promise<Place[]> {
  const { from, to } = rangeOf(county)
  const divisions = await places(connection, `${DIVISION} where code >= $1 and code < $2 order by code`, [from, to])
  const institutions = await places(connection, `${INSTITUTION} where county = $1 and active order by code`, [county])
  return [...divisions, ...institutions]
}

/**
 * Places at or below `under` whose name, short name or code begins with the text, divisions first.
 * The tables hold a few hundred rows per county, so a plain scan answers at once.
 */
export function searchPlaces(
  connection: Connection,
  county: string,
  search: {
    readonly under: PlaceCode
    readonly text: string
    readonly kind?: 'division' | 'institution'
    readonly limit?: number
  },
): Promise<Place[]> {
  const within = `exists (select 1 from place_ancestor where county = $1 and leaf = place.code and ancestor = $2)`
  const sources = [
    ...(search.kind === 'institution'
      ? []
      : [
          `select *, 1 as part from (${DIVISION} where starts_with(name, $3) or starts_with(short_name, $3) or starts_with(lower(english_name), lower($3)) or starts_with(code, $3)) as division`,
        ]),
    ...(search.kind === 'division'
      ? []
      : [
          `select *, 2 as part from (${INSTITUTION} where county = $1 and active and (position($3 in name) > 0 or position(lower($3) in lower(english_name)) > 0 or starts_with(code, upper($3)))) as institution`,
        ]),
  ]
  return places(
    connection,
    `select code, name, "englishName", level, kind, parent, x, y, leaf from (${sources.join(' union all ')}) as place
     where ${within} order by part, code limit $4`,
    [county, search.under, search.text.trim(), search.limit ?? 50],
  )
}

/** The places above, the county first, the nearest last; the place itself is not among them. */
export function ancestorsOf(
  connection: Connection,
  county: string,
  code: PlaceCode,
): Promise<{ code: PlaceCode; name: string; englishName: string }[]> {
  return connection.query(
    `select ancestor as code, coalesce(division.name, institution.name) as name, coalesce(division.english_name, institution.english_name) as "englishName"
     from place_ancestor
       left join division on division.code = place_ancestor.ancestor
       left join institution on institution.county = place_ancestor.county and institution.code = place_ancestor.ancestor
     where place_ancestor.county = $1 and leaf = $2 and ancestor <> leaf
     order by division.code is null, distance desc`,
    [county, code],
  )
}
