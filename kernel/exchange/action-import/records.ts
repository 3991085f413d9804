import { and, eq, getTableColumns, inArray, isNull, or, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { AnyRecord } from '../../domain/define-domain.ts'
import type { FieldDefinition } from '../../record/define-record.ts'
import { labelFields } from '../../record/references.ts'
import type { Connection } from '../../store/connection.ts'
import { ormOf } from '../../store/orm.ts'
import { cleanText, withoutSpaces } from '../cell-text.ts'

/** A record that a word of the workbook may mean. */
export interface FoundRecord {
  readonly id: string
  readonly row: Readonly<Record<string, unknown>>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const folded = (text: unknown) => withoutSpaces(cleanText(String(text ?? '')))

/** Records of a type by name, number, code or id, as far as the connection's actor may see them; voided ones are not meant. */
export async function findRecords(
  connection: Connection,
  county: string,
  record: AnyRecord,
  texts: readonly string[],
): Promise<Map<string, FoundRecord[]>> {
  const columns = getTableColumns(record.table) as Record<string, PgColumn>
  const labels = labelFields(record).flatMap((name) => (columns[name] ? [[name, columns[name]] as const] : []))
  const wanted = [...new Set(texts.map(folded))]
  const ids = texts.filter((text) => UUID.test(text))
  const spaceless = (column: PgColumn) => sql`replace(${column}::text, ' ', '') = any(${sql.param(wanted)}::text[])`
  const meant = or(
    ...labels.map(([, column]) => spaceless(column)),
    ...(ids.length > 0 ? [inArray(record.table.id, ids)] : []),
  )
  const rows = (await ormOf(connection)
    .select()
    .from(record.table as PgTable)
    .where(and(eq(record.table.county, county), isNull(record.table.voidedAt), meant))) as Record<string, unknown>[]
  const found = new Map<string, FoundRecord[]>()
  for (const text of texts) {
    const hits = rows.filter((row) => row['id'] === text || labels.some(([name]) => folded(row[name]) === folded(text)))
    if (hits.length > 0)
      found.set(
        text,
        hits.map((row) => ({ id: String(row['id']), row })),
      )
  }
  return found
}

/** Records of a type that are about these persons, by person. */
export async function findRecordsOf(
  connection: Connection,
  county: string,
  record: AnyRecord,
  people: readonly string[],
): Promise<Map<string, FoundRecord[]>> {
  if (people.length === 0) return new Map()
  const { table } = record
  const rows = (await ormOf(connection)
    .select()
    .from(table as PgTable)
    .where(and(eq(table.county, county), isNull(table.voidedAt), inArray(table.person, [...people])))) as Record<
    string,
    unknown
  >[]
  const found = new Map<string, FoundRecord[]>()
  for (const row of rows) {
    const person = String(row['person'])
    found.set(person, [...(found.get(person) ?? []), { id: String(row['id']), row }])
  }
  return found
}

/**
 * Of several records with one name those that fit the rest of the row: a doctor of the team that the row names. `others` are the ids that other
 * columns of the row refer to, by what they refer to.
 */
export function narrowed(
  record: AnyRecord,
  found: readonly FoundRecord[],
  others: ReadonlyMap<string, string>,
): readonly FoundRecord[] {
  if (found.length < 2) return found
  const fields = Object.entries(record.fields) as [string, FieldDefinition][]
  const fitting = found.filter(({ row }) =>
    fields.every(([name, { refersTo }]) => {
      const other = refersTo === undefined ? undefined : others.get(refersTo)
      return other === undefined || row[name] === null || row[name] === other
    }),
  )
  return fitting.length > 0 ? fitting : found
}
