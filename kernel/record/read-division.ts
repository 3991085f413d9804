import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { AnyRecord } from '../domain/define-domain.ts'
import { withAncestors, type PlaceCode } from '../place/code.ts'
import type { Connection } from '../store/connection.ts'
import { limitTo, runSql } from '../store/orm.ts'
import { selection, type ListedRow } from './read.ts'

/** Of what belongs to nobody (teams, packages, patrols), a division takes so many rows along. */
const ROWS_OF_NOBODY = 500

/**
 * What a division keeps of one record, to be taken along: the newest rows of each person, and the newest that belong to no person, those of the places
 * above among them as far as row-level security shows them. Voided rows are left out. Call inside `asActor`.
 */
export async function readDivisionRows(
  connection: Connection,
  county: string,
  record: AnyRecord,
  division: PlaceCode,
  perPerson: number,
): Promise<ListedRow[]> {
  const { table } = record
  const valid = and(eq(table.county, county), isNull(table.voidedAt))
  const nobodys = and(valid, isNull(table.person), inArray(table.division, withAncestors(division)))
  return runSql<ListedRow>(
    connection,
    sql`select ${selection(record)}, d.name as "divisionName", i.name as "institutionName", p.name as "personName"
      from (
        (select *, row_number() over (partition by person order by happened_on desc, id desc) as newest from ${table}
          where ${valid} and ${table.division} = ${division} and ${table.person} is not null)
        union all
        (select *, 0 as newest from ${table} where ${nobodys} order by ${table.happenedOn} desc, ${table.id} desc ${limitTo(ROWS_OF_NOBODY)})
      ) t left join division d on d.code = t.division
        left join institution i on i.county = ${county} and i.code = t.institution
        left join person p on p.county = ${county} and p.id = t.person
      where t.newest <= ${perPerson} order by t.person, t.happened_on desc, t.id desc`,
  )
}
