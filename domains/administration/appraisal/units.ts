import { sql } from 'drizzle-orm'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { runSql } from '@kangheng/kernel/store/orm.ts'
import { teams } from '../../public-health/family-doctor/index.ts'
import type { UnitKind } from './rules.ts'

/** Who is judged, and whose figures count as the unit's own. */
export interface Unit {
  readonly key: string
  readonly name: string
  readonly division: string
  readonly institution: string | null
  /** One place, or several whose numerators and denominators are added up. */
  readonly places: readonly string[]
}

interface UnitQuery {
  readonly county: string
  readonly house: House
  /** Units as they were on this day. */
  readonly on: IsoDate
}

const CENTRES = `('township-centre', 'community-centre')`
const HOSPITALS = `('county-hospital', 'tcm-hospital', 'maternal-child')`
const COUNTY_CLASSES = `('township-centre', 'community-centre', 'village-clinic', 'community-station')`

function divisionsOf(level: 'township' | 'village') {
  return (connection: Connection, { county }: UnitQuery) =>
    runSql<{ code: string; name: string }>(
      connection,
      sql`select code, name from division where level = ${level} and code >= ${county} and code < ${county} || '~' order by code`,
    ).then((rows) =>
      rows.map(({ code, name }): Unit => ({ key: code, name, division: code, institution: null, places: [code] })),
    )
}

function institutionsOf(condition: string, places: (row: { code: string; division: string }) => string) {
  return async (connection: Connection, { county }: UnitQuery): Promise<Unit[]> => {
    const rows = await connection.query<{ code: string; name: string; division: string }>(
      `select code, name, division from institution where county = $1 and active and ownership = 'public' and ${condition} order by code`,
      [county],
    )
    return rows.map((row) => ({
      key: row.code,
      name: row.name,
      division: row.division,
      institution: row.code,
      places: [places(row)],
    }))
  }
}

async function teamsOf(connection: Connection, { county, on }: UnitQuery): Promise<Unit[]> {
  const rows = await runSql<{
    id: string
    name: string
    division: string
    institution: string | null
    villages: string[]
  }>(
    connection,
    sql`select id, name, division, institution, villages from ${teams} where county = ${county} and voided_at is null and happened_on <= ${on}::date
      and (dissolved_on is null or dissolved_on > ${on}::date) order by division, name, id`,
  )
  return rows
    .filter((row) => Array.isArray(row.villages) && row.villages.length > 0)
    .map((row) => ({
      key: row.id,
      name: row.name,
      division: row.division,
      institution: row.institution,
      places: row.villages,
    }))
}

/** The sections that answer for a part of the house; they stand at the bureau, and the county's figures are theirs. */
function sectionsOf(_: Connection, { county, house }: UnitQuery): Promise<Unit[]> {
  const owners = [...new Set(house.sections.flatMap((section) => (section.owner ? [section.owner.zh] : [])))]
  return Promise.resolve(
    owners.map((name) => ({ key: name, name, division: county, institution: null, places: [county] })),
  )
}

const sources: Readonly<Record<UnitKind, (connection: Connection, query: UnitQuery) => Promise<Unit[]>>> = {
  township: divisionsOf('township'),
  village: divisionsOf('village'),
  // A centre answers for the residents of its township, whoever served them.
  'township-centre': institutionsOf(`kind in ${CENTRES}`, ({ division }) => division),
  'county-institution': institutionsOf(`kind not in ${COUNTY_CLASSES}`, ({ code }) => code),
  'county-hospital': institutionsOf(`kind in ${HOSPITALS}`, ({ code }) => code),
  // The centre answers for the disease control of the whole county, whoever did the work.
  cdc: institutionsOf(`kind = 'cdc'`, ({ division }) => division.slice(0, 6)),
  'doctor-team': teamsOf,
  section: sectionsOf,
}

/** All units of a kind on a day, in a fixed order. Runs under the reader's scope. */
export function unitsOf(connection: Connection, kind: UnitKind, query: UnitQuery): Promise<Unit[]> {
  return sources[kind](connection, query)
}
