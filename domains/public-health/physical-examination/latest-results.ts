import { sql, type SQL } from 'drizzle-orm'
import { examination } from '../health-record/index.ts'
import { isQualitative, items, type ItemId } from './items.ts'
import { attendances as a, results as r } from './tables.ts'

const ids = Object.keys(items) as ItemId[]
const x = examination.table
const columnName = (id: ItemId) => sql.identifier(x[id].name)
/** The column's type: results are exact, the form rounds as it always has. */
const typed = (id: ItemId, value: SQL) => (isQualitative(id) ? value : sql`${value}::${sql.raw(x[id].getSQLType())}`)

/**
 * Brings the newest result of each item into the examination forms of these attendances; what no analyser has measured stays as entered.
 * Set-based, because a file has thousands. Gives the forms it wrote, with their place and day.
 */
export function fillForms(county: string, attendances: readonly string[]): SQL {
  const list = sql`${sql.param(attendances)}::uuid[]`
  const newest = (id: ItemId) =>
    typed(id, sql`max(${isQualitative(id) ? sql`degree` : sql`value`}) filter (where item = ${id})`)
  return sql`with newest as (
      select distinct on (${r.attendance}, ${r.item}) ${r.attendance} as attendance, ${r.item} as item, ${r.value} as value, ${r.degree} as degree
      from ${r} where ${r.county} = ${county} and ${r.attendance} = any(${list}) and ${r.voidedAt} is null
      order by ${r.attendance}, ${r.item}, ${r.measuredAt} desc),
    wide as (select attendance, ${sql.join(
      ids.map((id) => sql`${newest(id)} as ${columnName(id)}`),
      sql`, `,
    )} from newest group by attendance)
    update ${x} set version = ${x.version} + 1, ${sql.join(
      ids.map((id) => sql`${columnName(id)} = coalesce(wide.${columnName(id)}, ${x[id]})`),
      sql`, `,
    )}
    from wide join ${a} on ${a.county} = ${county} and ${a.id} = wide.attendance
    where ${x.county} = ${county} and ${x.id} = ${a.examination} and ${x.voidedAt} is null
    returning ${x.id} as id, ${x.division} as division, ${x.happenedOn} as "happenedOn"`
}
