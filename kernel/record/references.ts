import { getTableColumns, getTableName, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { accountNames } from '../access/account-names.ts'
import type { AnyRecord } from '../domain/define-domain.ts'
import type { House } from '../domain/registry.ts'
import { maskField, maskName } from '../person/mask.ts'
import type { Connection, Database } from '../store/connection.ts'
import { runSql } from '../store/orm.ts'
import type { FieldDefinition } from './define-record.ts'
import type { ListedRow } from './read.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Fields a row is called by, the first there is; a row without any is called by its person or its date. */
const LABELS = ['name', 'headName', 'number', 'code']

/** The fields by which people call rows of a record, the usual one first; none when they are called by their person. */
export function labelFields(record: AnyRecord): string[] {
  return LABELS.filter((name) => name in record.fields)
}

/** The field by which rows of a record are called where one line is free. */
export function labelField(record: AnyRecord): string | undefined {
  return labelFields(record)[0]
}

function labelSql(record: AnyRecord): SQL {
  const name = labelField(record)
  const column = name ? (getTableColumns(record.table) as Record<string, PgColumn>)[name] : undefined
  return column ? sql`t.${sql.identifier(column.name)}::text` : sql`coalesce(p.name, t.happened_on::text)`
}

/** What a field of these rows refers to, and how that is looked up. */
interface Lookup {
  readonly field: string
  /** Rows `id, label`. */
  readonly source: SQL
  shown(label: string): string
}

const list = (ids: readonly string[], type: 'uuid' | 'text') => sql`any(${sql.param([...ids])}::${sql.raw(type)}[])`

function recordLookup(county: string, target: AnyRecord, ids: readonly string[]): SQL {
  return sql`select t.id::text as id, ${labelSql(target)} as label from ${sql.identifier(getTableName(target.table))} t
    left join person p on p.county = ${county} and p.id = t.person where t.county = ${county} and t.id = ${list(ids, 'uuid')}`
}

function lookupOf(
  house: House,
  county: string,
  name: string,
  kind: string,
  ids: readonly string[],
  unmasked: boolean,
): Lookup | undefined {
  const target = kind.startsWith('record:') ? house.records.get(kind.slice('record:'.length)) : undefined
  const uuids = ids.filter((id) => UUID.test(id))
  const asItIs = (label: string) => label
  if (target) {
    const label = labelField(target)
    const mask = label ? (target.fields as Record<string, FieldDefinition>)[label]?.masked : ('name' as const)
    const shown = mask && !unmasked ? (text: string) => maskField(mask, text) : asItIs
    return uuids.length > 0 ? { field: name, source: recordLookup(county, target, uuids), shown } : undefined
  }
  if (kind === 'person')
    return uuids.length > 0
      ? {
          field: name,
          source: sql`select id::text, name as label from person where county = ${county} and id = ${list(uuids, 'uuid')}`,
          shown: unmasked ? asItIs : maskName,
        }
      : undefined
  const source =
    kind === 'division'
      ? sql`select code as id, name as label from division where code = ${list(ids, 'text')}`
      : sql`select code as id, name as label from institution where county = ${county} and code = ${list(ids, 'text')}`
  return { field: name, source, shown: asItIs }
}

const valuesOf = (value: unknown) =>
  [value].flat().filter((each): each is string => typeof each === 'string' && each !== '')

/**
 * Adds to every row the names of what its fields refer to, as `<field>Name`; several are joined by 、. Call inside `asActor`: what the reader
 * may not see has no name. Accounts are named by `nameAccounts` afterwards.
 */
export async function nameReferences(
  connection: Connection,
  house: House,
  county: string,
  record: AnyRecord,
  rows: readonly ListedRow[],
  unmasked: boolean,
): Promise<void> {
  const lookups = (Object.entries(record.fields) as [string, FieldDefinition][]).flatMap(
    ([name, { refersTo: kind }]) => {
      // A field of that very name is the record's own word for it.
      if (!kind || kind === 'account' || kind === 'record' || `${name}Name` in record.fields) return []
      const ids = [...new Set(rows.flatMap((row) => valuesOf(row[name])))]
      return ids.length > 0 ? (lookupOf(house, county, name, kind, ids, unmasked) ?? []) : []
    },
  )
  if (lookups.length === 0) return
  // One question for all fields: the way to the database costs more than the look-ups.
  const parts = lookups.map(
    ({ source }, index) => sql`select ${index}::int as lookup, f.id, f.label from (${source}) f`,
  )
  const found = await runSql<{ lookup: number; id: string; label: string | null }>(
    connection,
    sql.join(parts, sql` union all `),
  )
  const labels = lookups.map(() => new Map<string, string>())
  for (const { lookup, id, label } of found) if (label !== null) labels[lookup]!.set(id, lookups[lookup]!.shown(label))
  for (const [index, { field }] of lookups.entries())
    for (const row of rows) {
      const told = valuesOf(row[field]).flatMap((id) => labels[index]!.get(id) ?? [])
      if (told.length > 0) (row as Record<string, unknown>)[`${field}Name`] = told.join('、')
    }
}

/** Adds the names of accounts; accounts are hidden from the reader's database role, so this asks as the owner. */
export async function nameAccounts(
  database: Database,
  county: string,
  record: AnyRecord,
  rows: readonly ListedRow[],
): Promise<void> {
  const fields = (Object.entries(record.fields) as [string, FieldDefinition][]).filter(
    ([, field]) => field.refersTo === 'account',
  )
  if (fields.length === 0) return
  const names = await accountNames(
    database,
    county,
    rows.flatMap((row) => fields.flatMap(([name]) => valuesOf(row[name]))),
  )
  for (const row of rows)
    for (const [name] of fields) {
      const told = names.get(String(row[name]))
      if (told) (row as Record<string, unknown>)[`${name}Name`] = told
    }
}
