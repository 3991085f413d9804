import { and, eq, getTableColumns, inArray, isNull, sql, type InferSelectModel } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import type { RecordDefinition, RecordTable, RowOf } from '@kangheng/kernel/record/define-record.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { selection } from '@kangheng/kernel/record/read.ts'
import { ormOf, runSql } from '@kangheng/kernel/store/orm.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { formPeople, type FormPerson } from './people.ts'

/** Where forms are read from, within what the reader may see. */
export interface FormSource {
  readonly connection: Connection
  readonly county: string
}

/** The forms of some rows, with the people they are about. */
export interface PrintedForms {
  readonly forms: readonly string[]
  readonly people: ReadonlyMap<string, FormPerson>
}

/** A form that rows of a record are printed as. */
export interface FormDefinition {
  readonly id: string
  readonly title: Text
  readonly record: AnyRecord
  /** Markup of the forms of these rows, in their order. Rows out of sight, voided, or without person print nothing. */
  print(source: FormSource, ids: readonly string[]): Promise<PrintedForms>
}

/** Rows of a record by id, in the order of the ids. */
export async function rowsOf<Table extends RecordTable>(
  { connection, county }: FormSource,
  table: Table,
  ids: readonly string[],
): Promise<InferSelectModel<Table>[]> {
  if (ids.length === 0) return []
  const { id, county: own, voidedAt } = getTableColumns(table as RecordTable)
  const rows = (await ormOf(connection)
    .select()
    .from(table as PgTable)
    .where(and(eq(own!, county), inArray(id!, [...ids]), isNull(voidedAt!)))) as { id: string }[]
  const byId = new Map(rows.map((each) => [each.id, each]))
  return ids.flatMap((each) => byId.get(each) ?? []) as InferSelectModel<Table>[]
}

/** Rows without the values that the reader is not told. */
async function toldRows<Table extends RecordTable>(
  { connection, county }: FormSource,
  record: RecordDefinition<Table>,
  rows: readonly InferSelectModel<Table>[],
): Promise<InferSelectModel<Table>[]> {
  const names = (record.restricted ?? []).map(({ field }) => field as string)
  if (names.length === 0 || rows.length === 0) return [...rows]
  const ids = (rows as readonly unknown[] as { id: string }[]).map(({ id }) => id)
  const told = await runSql<Record<string, unknown>>(
    connection,
    sql`select ${selection(record as unknown as AnyRecord)} from ${record.table as PgTable} t where t.county = ${county} and t.id = any(${sql.param(ids)}::uuid[])`,
  )
  const byId = new Map(told.map((row) => [row['id'], row]))
  return rows.map((row) => {
    const seen = byId.get((row as { id: string }).id)
    return { ...row, ...Object.fromEntries(names.map((name) => [name, seen?.[name] ?? null])) }
  })
}

/** The people that rows are about. */
export const peopleOf = ({ connection, county }: FormSource, rows: readonly { person: string | null }[]) =>
  formPeople(connection, county, [...new Set(rows.flatMap(({ person }) => person ?? []))])

/** Rows by person, each person's in the order of days; people in the order in which they first come. */
export function byPerson<Row extends { readonly person: string | null; readonly happenedOn: string }>(
  rows: readonly Row[],
  people: ReadonlyMap<string, FormPerson>,
): { person: FormPerson; rows: Row[] }[] {
  return [...Map.groupBy(rows, (row) => row.person ?? '')].flatMap(([id, own]) => {
    const person = people.get(id)
    return person ? [{ person, rows: own.toSorted((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1)) }] : []
  })
}

/** One form for each row; rows for which there is nothing to print yet make none. */
export function formOfEach<Table extends RecordTable>(
  record: RecordDefinition<Table>,
  id: string,
  title: Text,
  make: (person: FormPerson, row: RowOf<Table>) => string | undefined,
): FormDefinition {
  return {
    ...{ id, title, record },
    async print(source, ids) {
      const rows = await toldRows(source, record, await rowsOf(source, record.table, ids))
      const people = await peopleOf(source, rows as unknown as { person: string | null }[])
      const forms = (rows as unknown as (RowOf<Table> & { person: string | null })[]).flatMap((row) => {
        const person = people.get(row.person ?? '')
        return (person && make(person, row)) ?? []
      })
      return { forms, people }
    },
  }
}
