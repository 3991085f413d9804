import { getTableName } from 'drizzle-orm'
import type { House } from '../domain/registry.ts'
import type { AnyRecord } from '../domain/define-domain.ts'
import type { Connection } from '../store/connection.ts'
import type { Text } from '../text/text.ts'
import { findExtensionFields } from './extension.ts'
import { fieldChanges, SILENT, withPlaceNames, type FieldChange, type StoredChange } from './history.ts'
import { titleOfColumn, titleOfEntry, titleOfValue } from './journal-words.ts'

/** One entry as the journal's reader sees it. */
export interface JournalRow {
  readonly seq: number
  readonly at: string
  readonly deviceAt: string | null
  readonly account: string | null
  readonly role: string
  readonly action: Text
  readonly record: string
  readonly recordId: string | null
  readonly person: string | null
  readonly division: string
  readonly changes: readonly FieldChange[]
}

type Stored = Omit<JournalRow, 'action' | 'changes'> & { action: string; changes: StoredChange[] }

const ROWS: Text = { zh: '写入行数', en: 'Rows written' }

/** Changes of rows that belong to no record: bulk loads by table, accounts by field. */
function plainChanges(house: House, change: StoredChange): FieldChange[] {
  // A removed row has nothing after it.
  const after: Record<string, unknown> = change.after ?? {}
  if (!change.id) return [{ field: ROWS, before: null, after: `${change.table}: ${String(after['rows'] ?? '')}` }]
  const told = Object.keys({ ...change.before, ...after }).filter((name) => !SILENT.has(name))
  return told.map((name) => ({
    field: titleOfColumn(name),
    before: titleOfValue(house, name, change.before?.[name]),
    after: titleOfValue(house, name, after[name]),
  }))
}

/** Names, numbers and phones in rows of the master index stay out of what a masked reader sees. */
const PERSONAL = new Set(['person', 'household', 'person_identifier'])

/** A page of the journal, the latest first, within what row-level security lets the actor see: call inside `asActor`. */
export async function listJournal(
  connection: Connection,
  house: House,
  county: string,
  query: {
    readonly person?: string | undefined
    readonly record?: string | undefined
    readonly account?: string | undefined
    readonly after?: number | undefined
    readonly limit?: number | undefined
    readonly unmasked: boolean
    /** Record types the reader sees: changes of confidential ones are told to nobody else, also where another action made them. */
    readonly sees: ReadonlySet<string>
  },
): Promise<{ rows: JournalRow[]; next: number | null }> {
  const limit = Math.min(query.limit ?? 50, 500)
  const rows = await connection.query<Stored>(
    `select seq, at, device_at as "deviceAt", account, role, action, record, record_id as "recordId", person, division, changes from journal
     where county = $1 and ($2::uuid is null or person = $2) and ($3::text is null or record = $3) and ($4::uuid is null or account = $4)
       and ($5::bigint is null or seq < $5) order by seq desc limit $6`,
    [county, query.person ?? null, query.record ?? null, query.account ?? null, query.after ?? null, limit + 1],
  )
  const records = new Map<string, AnyRecord>(
    [...house.records.values()].map((record) => [getTableName(record.table), record]),
  )
  const extensions = await findExtensionFields(connection, county)
  const page = rows.slice(0, limit).map(({ action, changes, ...row }): JournalRow => {
    // A set-based load notes what it loaded as a whole, not row by row.
    const shown = (Array.isArray(changes) ? changes : []).flatMap((change) => {
      const record = records.get(change.table)
      if (record?.confidential && !query.sees.has(record.id)) return []
      if (record && change.id && change.after) return fieldChanges(record, change, extensions, query.unmasked)
      return PERSONAL.has(change.table) && Boolean(change.id) && !query.unmasked ? [] : plainChanges(house, change)
    })
    return { ...row, action: titleOfEntry(house, action), changes: shown }
  })
  return { rows: await withPlaceNames(connection, county, page), next: rows.length > limit ? page.at(-1)!.seq : null }
}
