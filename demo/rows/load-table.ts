import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { CopyValue } from '@kangheng/kernel/store/copy-format.ts'

/** Rows for one table: which columns, and their values in that order. */
export interface TableRows {
  readonly table: PgTable
  readonly name: string
  readonly columns: readonly string[]
  /** Their SQL types. */
  readonly types: readonly string[]
  /** About how many rows, for the progress bar. */
  readonly count: number
  readonly rows: Iterable<readonly CopyValue[]>
}

type ColumnName<Table extends PgTable> = keyof Table['_']['columns'] & string

/** Rows for a declared table; a column that does not exist is a type error. */
export function rowsFor<Table extends PgTable>(
  table: Table,
  columns: readonly ColumnName<Table>[],
  count: number,
  rows: Iterable<readonly CopyValue[]>,
): TableRows {
  const known = getTableColumns(table) as Record<string, PgColumn>
  return {
    table,
    name: getTableName(table),
    columns: columns.map((column) => known[column]!.name),
    types: columns.map((column) => known[column]!.getSQLType()),
    count,
    rows,
  }
}

/** The columns every record has; the demo's services are dated, so that they count as recorded on the evening of their day. */
export const recordColumns = [
  'county',
  'id',
  'division',
  'institution',
  'person',
  'happenedOn',
  'state',
  'recordedAt',
] as const

const evenings = new Map<string, string>()

/** 18:00 in China on a day, as PostgreSQL reads it; one text for each day, which is found again much faster than an equal one. */
export function evening(day: string): string {
  let text = evenings.get(day)
  if (text === undefined) {
    text = `${day} 18:00:00+08`
    evenings.set(day, text)
  }
  return text
}
