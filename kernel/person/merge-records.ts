import { and, eq, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { accounts } from '../access/tables.ts'
import { takePicturesAlong } from '../attachment/follow.ts'
import type { AnyRecord } from '../domain/define-domain.ts'
import type { ActionContext } from '../record/define-action.ts'
import { ormOf } from '../store/orm.ts'
import { Refusal } from '../text/refusal.ts'
import type { Person } from './registry.ts'
import type { personMerges } from './tables.ts'

/** What merging needs of an action's context. */
export type Merger = Pick<ActionContext, 'connection' | 'county' | 'house' | 'actor' | 'insertRow' | 'updateRow'>

/** A stored merge. */
export type PersonMerge = typeof personMerges.$inferSelect

/** Columns of a record that name a person: the one it is about, and fields that refer to others (a child's mother). */
const personColumns = (record: AnyRecord): string[] => [
  'person',
  ...Object.entries(record.fields).flatMap(([name, field]) =>
    (field as { refersTo?: string } | undefined)?.refersTo === 'person' && name !== 'person' ? [name] : [],
  ),
]

const rowsOf = async (merger: Merger, record: AnyRecord, column: string, person: string) =>
  (await ormOf(merger.connection)
    .select()
    .from(record.table as PgTable)
    .where(
      and(
        eq(record.table.county, merger.county),
        eq((record.table as unknown as Record<string, PgColumn>)[column]!, person),
      ),
    )) as Record<string, unknown>[]

/** How a moved set of rows is noted: the record, and the column unless it is `person`. */
const noteOf = (record: AnyRecord, column: string) => (column === 'person' ? record.id : `${record.id}#${column}`)

function assertStillSingle(record: AnyRecord, theirs: Record<string, unknown>[], own: Record<string, unknown>[]): void {
  const current = (row: Record<string, unknown>) =>
    !row['voidedAt'] && (record.onePerPerson ?? []).includes(String(row['state']))
  if (!theirs.some(current) || !own.some(current)) return
  throw new Refusal('conflict', {
    zh: `两份档案都有有效的“${record.title.zh}”，请先终止或作废其中一份再合并`,
    en: `Both files have a current “${record.title.en}”; end or void one of them before merging`,
  })
}

/** Moves the records of every line of business; the reader's scope does not matter, the whole file goes. */
export async function moveRecords(merger: Merger, kept: Person, absorbed: Person): Promise<PersonMerge['moved']> {
  const moved: PersonMerge['moved'] = []
  for (const record of merger.house.records.values()) {
    for (const column of personColumns(record)) {
      const rows = await rowsOf(merger, record, column, absorbed.id)
      if (rows.length === 0) continue
      if (column === 'person') assertStillSingle(record, rows, await rowsOf(merger, record, 'person', kept.id))
      const place = column === 'person' && record.follows === 'person' ? { division: kept.division } : {}
      for (const row of rows) {
        await merger.updateRow(record.table as PgTable, { id: row['id'] }, { [column]: kept.id, ...place })
      }
      const ids = rows.map((row) => String(row['id']))
      if (column === 'person' && record.photos)
        await takePicturesAlong(merger.connection, merger.county, ids, { person: kept.id, ...place })
      moved.push({ table: noteOf(record, column), ids })
    }
  }
  return moved
}

/** Gives the moved rows back to the absorbed file. */
export async function returnRecords(merger: Merger, merge: PersonMerge, absorbed: Person): Promise<void> {
  for (const { table: note, ids } of merge.moved) {
    if (note === getTableName(accounts)) {
      for (const id of ids) await merger.updateRow(accounts, { id }, { person: merge.absorbed })
      continue
    }
    const [id = '', column = 'person'] = note.split('#')
    const record = merger.house.records.get(id)
    if (!record) continue
    const place = column === 'person' && record.follows === 'person' ? { division: absorbed.division } : {}
    // A row that has gone to somebody else since stays there.
    const still = (await rowsOf(merger, record, column, merge.kept)).filter((row) => ids.includes(String(row['id'])))
    for (const row of still) {
      await merger.updateRow(record.table as PgTable, { id: row['id'] }, { [column]: merge.absorbed, ...place })
    }
    if (column === 'person' && record.photos) {
      const returned = still.map((row) => String(row['id']))
      await takePicturesAlong(merger.connection, merger.county, returned, { person: merge.absorbed, ...place })
    }
  }
}
