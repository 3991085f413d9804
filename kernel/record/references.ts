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

/** The field by which rows of a record are called where one line is free; none when they are called by their person. */
export function labelField(record: AnyRecord): string | undefined {
  return LABELS.find((name) => name in record.fields)
}

function labelSql(record: AnyRecord): SQL {
  const name = labelField(record)
  const column = name ? (getTableColumns(record.table) as Record<string, PgColumn>)[name] : undefined
  return column ? sql`t.${sql.identifier(column.name)}::text` : sql`coalesce(p.name, t.happened_on::text)`
}

async function recordNames(
  connection: Connection,
  county: string,
  record: AnyRecord,
  ids: readonly string[],
  unmasked: boolean,
): Promise<Map<string, string>> {
  const rows = await runSql<{ id: string; label: string | null }>(
    connection,
    sql`select t.id, ${labelSql(record)} as label from ${sql.identifier(getTableName(record.table))} t
      left join person p on p.county = t.county and p.id = t.person where t.county = ${county} and t.id = any(${sql.param([...ids])}::uuid[])`,
  )
  const name = labelField(record)
  const field = name ? (record.fields as Record<string, FieldDefinition>)[name] : { masked: 'name' as const }
  const shown = (label: string) => (field?.masked && !unmasked ? maskField(field.masked, label) : label)
  return new Map(rows.filter((row) => row.label !== null).map((row) => [row.id, shown(row.label!)]))
}

const PLACES = {
  division: 'select code as id, name from division where code = any($1::text[])',
  institution: 'select code as id, name from institution where county = $2 and code = any($1::text[])',
  person: 'select id, name from person where county = $2 and id = any($1::uuid[])',
} as const

async function plainNames(
  connection: Connection,
  county: string,
  kind: keyof typeof PLACES,
  ids: readonly string[],
  unmasked: boolean,
): Promise<Map<string, string>> {
  const rows = await connection.query<{ id: string; name: string }>(
    PLACES[kind],
    kind === 'division' ? [ids] : [ids, county],
  )
  const mask = kind === 'person' && !unmasked
  return new Map(rows.map((row) => [row.id, mask ? maskName(row.name) : row.name]))
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
  for (const [name, field] of Object.entries(record.fields) as [string, FieldDefinition][]) {
    const kind = field.refersTo
    // A field of that very name is the record's own word for it.
    if (!kind || kind === 'account' || kind === 'record' || `${name}Name` in record.fields) continue
    const ids = [...new Set(rows.flatMap((row) => valuesOf(row[name])))]
    if (ids.length === 0) continue
    const target = kind.startsWith('record:') ? house.records.get(kind.slice('record:'.length)) : undefined
    const names = target
      ? await recordNames(
          connection,
          county,
          target,
          ids.filter((id) => UUID.test(id)),
          unmasked,
        )
      : await plainNames(connection, county, kind as keyof typeof PLACES, ids, unmasked)
    for (const row of rows) {
      const told = valuesOf(row[name]).flatMap((id) => names.get(id) ?? [])
      if (told.length > 0) (row as Record<string, unknown>)[`${name}Name`] = told.join('、')
    }
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
