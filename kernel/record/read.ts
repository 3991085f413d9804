import { and, eq, getTableColumns, getTableName, gte, isNull, lt, lte, or, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { isRestricted, toldColumn } from './restricted.ts'
import type { AnyRecord } from '../domain/define-domain.ts'
import { checkPlaceCode, divisionLevel, rangeOf, withAncestors, type PlaceCode } from '../place/code.ts'
import type { Connection } from '../store/connection.ts'
import { limitTo, runOften, runSql } from '../store/orm.ts'
import { refuse } from '../text/refusal.ts'
import { readCursor, writeCursor } from './cursor.ts'

/** What is asked of a list of records. */
export interface RecordQuery {
  /** A division or an institution; the reader's whole scope when not given. */
  readonly place?: PlaceCode | undefined
  readonly state?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly person?: string | undefined
  /** Persons found by a search; an empty list finds nothing. */
  readonly persons?: readonly string[] | undefined
  /** Values of own fields, by name. */
  readonly fields?: Readonly<Record<string, string>> | undefined
  /** Values of extension fields, by key. */
  readonly extra?: Readonly<Record<string, string>> | undefined
  readonly withVoided?: boolean | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** A row with the names that belong to its codes. Dates are texts, fields have the names of the declaration. */
export interface ListedRow extends Record<string, unknown> {
  readonly id: string
  readonly division: string
  readonly divisionName: string
  readonly institution: string | null
  readonly institutionName: string | null
  readonly person: string | null
  readonly personName: string | null
  readonly happenedOn: string
  readonly state: string
  readonly version: number
  readonly voidedAt: string | null
  readonly extra: Record<string, unknown>
}

/** One page, newest first. */
export interface RecordPage {
  readonly rows: ListedRow[]
  readonly next: string | null
}

const LONGEST_PAGE = 1000
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const columnsOf = (record: AnyRecord) => getTableColumns(record.table) as Record<string, PgColumn>
/** Ciphertext is never listed. */
const isReadable = (column: PgColumn) => column.getSQLType() !== 'bytea'

function fieldCondition(record: AnyRecord, name: string, value: string): SQL {
  const column = columnsOf(record)[name]
  if (!column || !(name in record.fields) || isRestricted(record, name))
    return refuse(`field.${name}`, { zh: `没有名为“${name}”的字段`, en: `There is no field “${name}”` })
  return sql`${column} = ${value}::${sql.raw(column.getSQLType())}`
}

/** Every condition but those that the access path of `listRecords` sets itself. */
function conditionsOf(record: AnyRecord, county: string, query: RecordQuery): SQL[] {
  const table = record.table
  const institution = query.place && !divisionLevel(query.place) ? eq(table.institution, query.place) : undefined
  if (query.person !== undefined && !UUID.test(query.person))
    refuse('person', { zh: '居民编号无效', en: 'That is no person id' })
  return [
    eq(table.county, county),
    query.withVoided ? undefined : isNull(table.voidedAt),
    institution,
    query.state ? eq(table.state, query.state) : undefined,
    query.from ? gte(table.happenedOn, query.from) : undefined,
    query.to ? lte(table.happenedOn, query.to) : undefined,
    query.person ? eq(table.person, query.person) : undefined,
    query.persons ? sql`${table.person} = any(${sql.param([...query.persons])}::uuid[])` : undefined,
    ...Object.entries(query.fields ?? {}).map(([name, value]) => fieldCondition(record, name, value)),
    ...Object.entries(query.extra ?? {}).map(([key, value]) => sql`${table.extra} ->> ${key} = ${value}`),
  ].filter((each) => each !== undefined)
}

function withinDivision(column: PgColumn | SQL, division: PlaceCode): SQL {
  const { from, to } = rangeOf(division)
  return and(gte(column as PgColumn, from), lt(column as PgColumn, to))!
}

const selections = new WeakMap<AnyRecord, string>()

/** The columns of a record under their own names; the text is made once, as putting it together took longer than reading a row. */
export function selection(record: AnyRecord): SQL {
  let text = selections.get(record)
  if (text === undefined) {
    text = Object.entries(columnsOf(record))
      .filter(([, column]) => isReadable(column))
      .map(([name, column]) => `${toldColumn(record, name, column)} as "${name}"`)
      .join(', ')
    selections.set(record, text)
  }
  return sql.raw(text)
}

/**
 * How the page is found decides how fast it is. The planner cannot estimate a range of divisions, so the path is given:
 * - a known person: by the index over persons;
 * - the whole county: by date, newest first, until the page is full;
 * - a township or village: the newest `perDivision` of each division there, and of these the newest. A village costs one index scan, a township a handful.
 */
function pageSource(
  record: AnyRecord,
  county: string,
  scope: PlaceCode,
  query: RecordQuery,
  limit: number,
  perDivision: number,
): SQL {
  const { table } = record
  const after = query.cursor ? readCursor(query.cursor) : undefined
  const conditions = and(
    ...conditionsOf(record, county, query),
    after ? sql`(${table.happenedOn}, ${table.id}) < (${after[0]}::date, ${after[1]}::uuid)` : undefined,
  )
  const order = sql`order by ${table.happenedOn} desc, ${table.id} desc`
  const place = query.place && divisionLevel(query.place) ? query.place : undefined
  const division = place ?? scope
  if (query.person || query.persons || byDate(scope, query))
    return sql`select * from ${table} where ${conditions}${place ? sql` and ${withinDivision(table.division, place)}` : sql``} ${order} ${limitTo(limit)}`
  // What a township keeps for its villages (teams, packages) is theirs to see where a policy of that record says so.
  // One by one: of an array the planner cannot know the length, and would not keep the plan.
  const above = division === scope ? withAncestors(scope).slice(1) : []
  const among = [withinDivision(sql`d.code`, division), ...above.map((code) => sql`d.code = ${code}`)]
  return sql`select newest.* from division d cross join lateral (
      select * from ${table} where ${table.division} = d.code and ${conditions} ${order} ${limitTo(perDivision)}) newest
    where ${or(...among)} order by newest.happened_on desc, newest.id desc ${limitTo(limit)}`
}

/**
 * One page of a record's rows, newest first, as row-level security lets the actor see them: call inside `asActor`.
 * @param scope the actor's division.
 * @throws Refusal for a filter that names no field, or a cursor that is none.
 */
export async function listRecords(
  connection: Connection,
  county: string,
  scope: PlaceCode,
  record: AnyRecord,
  query: RecordQuery,
): Promise<RecordPage> {
  if (query.place) checkPlaceCode(query.place)
  const limit = Math.min(Math.max(query.limit ?? 50, 1), LONGEST_PAGE)
  const read = (perDivision: number) =>
    runOften<ListedRow>(
      connection,
      sql`select ${selection(record)}, d.name as "divisionName", i.name as "institutionName", p.name as "personName"
      from (${pageSource(record, county, scope, query, limit + 1, perDivision)}) t left join division d on d.code = t.division
        left join institution i on i.county = ${county} and i.code = t.institution
        left join person p on p.county = ${county} and p.id = t.person
      order by t.happened_on desc, t.id desc`,
      divisionLevel(scope) ?? 'place',
    )
  const share = overDivisions(scope, query) ? Math.ceil(limit * SHARE_OF_A_VILLAGE) : limit + 1
  let rows = await read(share)
  // A village all of whose rows came onto the page may have more that belong there.
  if (share <= limit && mostOfOneDivision(rows) >= share) rows = await read(limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > limit && last ? writeCursor([last.happenedOn, last.id]) : null }
}

/** Whether the page is found along the date index (see `pageSource`). */
function byDate(scope: PlaceCode, query: RecordQuery): boolean {
  const division = query.place && divisionLevel(query.place) ? query.place : scope
  return divisionLevel(division) === 'county' && !query.person && !query.persons
}

/** Whether the page is put together from several villages. */
function overDivisions(scope: PlaceCode, query: RecordQuery): boolean {
  const division = query.place && divisionLevel(query.place) ? query.place : scope
  return divisionLevel(division) === 'township' && !query.person && !query.persons
}

/** A township has eight villages or so, and seldom comes more than this part of its newest rows from one of them. */
const SHARE_OF_A_VILLAGE = 1 / 5

function mostOfOneDivision(rows: readonly { division: string }[]): number {
  const counts = new Map<string, number>()
  for (const { division } of rows) counts.set(division, (counts.get(division) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

/**
 * Those of the records that have rows of a person, voided ones included, as row-level security lets the actor see them: call inside `asActor`. One statement
 * whose plan is kept: a person has rows in a tenth of the records, and asking each of them for a page took ten times as long.
 */
export async function recordsWithPerson(
  connection: Connection,
  county: string,
  scope: PlaceCode,
  records: readonly AnyRecord[],
  person: string,
): Promise<AnyRecord[]> {
  if (records.length === 0 || !UUID.test(person)) return []
  const parts = records.map(
    ({ id, table }) =>
      sql`select ${sql.raw(`'${id}'`)} as id where exists (select 1 from ${table} where ${table.county} = ${county} and ${table.person} = ${person}::uuid)`,
  )
  const rows = await runOften<{ id: string }>(
    connection,
    sql.join(parts, sql` union all `),
    divisionLevel(scope) ?? 'place',
  )
  const found = new Set(rows.map(({ id }) => id))
  return records.filter(({ id }) => found.has(id))
}

/** Totals are counted up to here; more is told as null, since nobody pages that far. */
export const COUNTED_UP_TO = 10_000

/** How many rows a list has, counted up to 10,000; null when there are more. */
export async function countRecords(
  connection: Connection,
  county: string,
  record: AnyRecord,
  query: RecordQuery,
): Promise<number | null> {
  const place =
    query.place && divisionLevel(query.place) ? withinDivision(record.table.division, query.place) : undefined
  const [row] = await runSql<{ total: number }>(
    connection,
    sql`select count(*) as total from (select 1 from ${record.table as PgTable}
      where ${and(...conditionsOf(record, county, query), place)} limit ${COUNTED_UP_TO + 1}) counted`,
  )
  return row!.total > COUNTED_UP_TO ? null : row!.total
}

/** One row with its names; undefined when there is none within the actor's scope. */
export async function findRecord(
  connection: Connection,
  county: string,
  record: AnyRecord,
  id: string,
): Promise<ListedRow | undefined> {
  if (!UUID.test(id)) return undefined
  const [row] = await runSql<ListedRow>(
    connection,
    sql`select ${selection(record)}, d.name as "divisionName", i.name as "institutionName", p.name as "personName"
      from ${sql.identifier(getTableName(record.table))} t left join division d on d.code = t.division
        left join institution i on i.county = ${county} and i.code = t.institution
        left join person p on p.county = ${county} and p.id = t.person
      where t.county = ${county} and t.id = ${id}`,
  )
  return row
}
