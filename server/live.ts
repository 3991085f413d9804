import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import type { FieldDefinition } from '@kangheng/kernel/record/define-record.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Setting } from './setting.ts'

/** Streams one account may hold open: a few windows, no more. */
const MOST_STREAMS = 8

interface Follower {
  readonly key: string
  readonly account: string
  readonly tell: () => void
}
const followers = new WeakMap<Database, Set<Follower>>()

const keyOf = (record: string, id: string) => `${record}/${id}`

/**
 * Tells a reader each time a record, or a row on its board, was written by this server. Nothing of what was written is told: the reader asks for it again and is
 * shown what the own scope allows. Returns how to stop.
 * @throws Refusal when the account follows too many records already.
 */
export function follow(
  { database }: Setting,
  account: string,
  record: string,
  id: string,
  tell: () => void,
): () => void {
  const all = followers.get(database) ?? new Set()
  followers.set(database, all)
  if ([...all].filter((each) => each.account === account).length >= MOST_STREAMS)
    throw new Refusal('unavailable', {
      zh: '打开的实时页面过多，请关闭几个',
      en: 'Too many live pages are open: close some',
    })
  const follower = { key: keyOf(record, id), account, tell }
  all.add(follower)
  return () => all.delete(follower)
}

/** The columns by which a record's rows stand on the boards of others. */
function boardsOf(house: House, record: AnyRecord): { board: string; column: string }[] {
  const columns = getTableColumns(record.table) as Record<string, PgColumn>
  return (Object.entries(record.fields) as [string, FieldDefinition][]).flatMap(([name, { refersTo = '' }]) => {
    const board = refersTo.replace(/^record:/, '')
    return house.records.get(board)?.board?.includes(record.id) ? [{ board, column: columns[name]!.name }] : []
  })
}

/** Tells those who follow a row that was written, or the record on whose board it stands. */
export async function announceWrite(
  { database, house, county }: Setting,
  record: AnyRecord,
  id: string,
): Promise<void> {
  const all = followers.get(database)
  if (!all || all.size === 0) return
  const written = new Set([keyOf(record.id, id)])
  for (const { board, column } of boardsOf(house, record)) {
    const [row] = await database.query<{ board: string | null }>(
      `select "${column}"::text as board from "${getTableName(record.table)}" where county = $1 and id = $2`,
      [county, id],
    )
    if (row?.board) written.add(keyOf(board, row.board))
  }
  for (const follower of all) if (written.has(follower.key)) follower.tell()
}
