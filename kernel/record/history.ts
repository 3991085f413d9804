import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { AnyRecord } from '../domain/define-domain.ts'
import type { House } from '../domain/registry.ts'
import type { Connection } from '../store/connection.ts'
import type { Text } from '../text/text.ts'
import type { FieldDefinition } from './define-record.ts'
import { findExtensionFields, type ExtensionField } from './extension.ts'
import { isRestricted } from './restricted.ts'
import { titleOfColumn, titleOfEntry } from './journal-words.ts'
import { maskField } from '../person/mask.ts'
import { namesOfPlaces } from '../place/names.ts'

/** One thing that was done to a record. */
export interface HistoryEntry {
  readonly at: string
  readonly account: string | null
  readonly action: Text
  readonly changes: readonly FieldChange[]
}

/** One field of a row, as it was and as it is, in words where it is coded. */
export interface FieldChange {
  readonly field: Text
  readonly before: unknown
  readonly after: unknown
  /** Both are codes of places, to be told by name (see `withPlaceNames`). */
  readonly isPlace?: true
}

/** A row's change as the journal keeps it. */
export interface StoredChange {
  table: string
  id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown>
}

/** Columns whose change says nothing to a reader. */
export const SILENT: ReadonlySet<string> = new Set(
  'county id version recordedAt recordedBy voidedAt extra pinyin documentKey key'.split(' '),
)

const PLACES: ReadonlySet<string> = new Set(['division', 'institution'])

/** Entries in whose changes places stand by their names, looked up at once; a code that no place has any more stays. */
export async function withPlaceNames<Entry extends { readonly changes: readonly FieldChange[] }>(
  connection: Connection,
  county: string,
  entries: readonly Entry[],
): Promise<Entry[]> {
  const codes = entries.flatMap(({ changes }) =>
    changes.filter((change) => change.isPlace).flatMap(({ before, after }) => [before, after]),
  )
  const names = await namesOfPlaces(
    connection,
    county,
    codes.filter((code) => typeof code === 'string'),
  )
  const named = (code: unknown) => names.get(code as string) ?? code
  return entries.map((entry) => ({
    ...entry,
    changes: entry.changes.map(({ isPlace, ...change }) =>
      isPlace ? { ...change, before: named(change.before), after: named(change.after) } : change,
    ),
  }))
}

/** The fields that a change of a record's row touched. */
export function fieldChanges(
  record: AnyRecord,
  change: StoredChange,
  extensions: readonly ExtensionField[],
  unmasked: boolean,
): FieldChange[] {
  const columns = getTableColumns(record.table) as Record<string, PgColumn>
  const fields = record.fields as Record<string, FieldDefinition>
  const shown = (name: string, value: unknown): unknown => {
    if (value === null || value === undefined) return null
    if (name === 'state') return (record.states as Record<string, Text>)[String(value)] ?? value
    const field = fields[name]
    // Who reads the history may not be one who is told all values of the field.
    if (isRestricted(record, name)) return null
    if (field?.masked && !unmasked && typeof value === 'string') return maskField(field.masked, value)
    return field?.values?.[String(value)] ?? value
  }
  const titleOf = (name: string): Text =>
    fields[name]?.title ?? (name === 'happenedOn' ? record.happenedOn : titleOfColumn(name))
  const plain = Object.keys(change.after)
    // What is kept for the program alone, under no title, says nothing to a reader either.
    .filter((name) => name in columns && !SILENT.has(name) && titleOf(name).zh !== name)
    .map((name) => ({
      field: titleOf(name),
      before: shown(name, change.before?.[name]),
      after: shown(name, change.after[name]),
      ...(PLACES.has(fields[name]?.refersTo ?? name) ? { isPlace: true as const } : {}),
    }))
  const [before, after] = [change.before?.['extra'], change.after['extra']] as (Record<string, unknown> | undefined)[]
  const extra = Object.keys(after ?? {})
    .filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after![key]))
    .map((key) => {
      const extension = extensions.find((each) => each.record === record.id && each.key === key)
      const said = (value: unknown) => extension?.optionTitles[String(value)] ?? value ?? null
      return {
        field: extension ? { zh: extension.titleZh, en: extension.titleEn } : titleOfColumn(key),
        before: said(before?.[key]),
        after: said(after![key]),
      }
    })
  return [...plain, ...extra]
}

/**
 * What was done to one record, the latest first, from the journal: every entry that wrote the row, also where an action of another of the
 * person's records did. Only for a reader who has been given the row: the journal is hidden from most roles, so `connection` is the owner's.
 */
export async function historyOf(
  connection: Connection,
  house: House,
  county: string,
  record: AnyRecord,
  row: { id: string; person: string | null },
  unmasked: boolean,
): Promise<HistoryEntry[]> {
  const entries = await connection.query<{
    at: string
    account: string | null
    action: string
    changes: StoredChange[]
  }>(
    `select at, account, action, changes from journal where county = $1 and record_id = $2
     union all
     select at, account, action, changes from journal
       where county = $1 and person = $3::uuid and record_id <> $2 and changes @> $4::jsonb
     order by at desc limit 200`,
    [county, row.id, row.person, JSON.stringify([{ table: getTableName(record.table), id: row.id }])],
  )
  const table = getTableName(record.table)
  const extensions = await findExtensionFields(connection, county, record.id)
  const told = entries.map(({ at, account, action, changes }) => ({
    at,
    account,
    action: titleOfEntry(house, action),
    changes: changes
      .filter((change) => change.table === table && change.id === row.id)
      .flatMap((change) => fieldChanges(record, change, extensions, unmasked)),
  }))
  return withPlaceNames(connection, county, told)
}
