import { and, eq, getTableColumns, getTableName } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { ormOf } from '../store/orm.ts'
import { Refusal } from '../text/refusal.ts'
import { fromStored, sameValue, toStored } from './merge-plan.ts'
import type { PersonWriter } from './registry.ts'
import type { PersonMover } from './residence-changes.ts'
import { households, persons, residenceEpisodes } from './tables.ts'

type Row = Record<string, unknown>

/** One row an event wrote: what it was (null when the event made it) and what it became, as far as it changed. */
export interface Effect {
  readonly table: string
  readonly id: string
  readonly before: Row | null
  readonly after: Row
}

const TABLES: readonly PgTable[] = [persons, residenceEpisodes, households]
const tableNamed = (writer: PersonMover, name: string) =>
  [...TABLES, ...[...writer.house.records.values()].map((record) => record.table as PgTable)].find(
    (table) => getTableName(table) === name,
  )!
const plain = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([key, value]) => !(value instanceof Uint8Array) && key !== 'version'))

async function read(writer: PersonWriter, table: PgTable, id: unknown): Promise<Row> {
  const columns = getTableColumns(table) as Record<string, PgColumn>
  const [row] = (await ormOf(writer.connection)
    .select()
    .from(table)
    .where(and(eq(columns['county']!, writer.county), eq(columns['id']!, id)))) as Row[]
  return row ?? {}
}

/** A writer that also remembers what it wrote, so that the event can be voided exactly. */
export function rememberEffects<Writer extends PersonWriter>(writer: Writer): { writer: Writer; effects: Effect[] } {
  const effects: Effect[] = []
  const insertRow = async (table: PgTable, row: Row): Promise<Row> => {
    const after = await writer.insertRow(table, row)
    effects.push({ table: getTableName(table), id: String(after['id']), before: null, after: plain(after) })
    return after
  }
  const updateRow = async (table: PgTable, key: Row, values: Row): Promise<Row> => {
    const before = await read(writer, table, key['id'])
    const after = await writer.updateRow(table, key, values)
    const written = Object.keys(after).filter((name) => name !== 'version' && !sameValue(before[name], after[name]))
    // Who has found a household in the new place cannot simply be put back into the old one.
    const changed =
      written.includes('division') && 'household' in after
        ? [...new Set([...written, 'household', 'relation'])]
        : written
    const pick = (row: Row) => toStored(Object.fromEntries(changed.map((name) => [name, row[name] ?? null])))
    effects.push({ table: getTableName(table), id: String(after['id']), before: pick(before), after: pick(after) })
    return after
  }
  return { writer: { ...writer, insertRow, updateRow } as unknown as Writer, effects }
}

function cancelled(table: string, row: Row): Row {
  if (table === getTableName(residenceEpisodes)) return { endsOn: row['startsOn'], endReason: 'correction' }
  // The document must be free again for the person's right file.
  if (table === getTableName(persons)) return { state: 'voided', documentKey: null, household: null }
  return {}
}

/**
 * Takes an event's effects back: changed rows get their former values, rows it made are cancelled (nothing is deleted).
 * @throws Refusal when something has happened to these rows since: the later event has to be voided first.
 */
export async function undoEffects(writer: PersonMover, effects: readonly Effect[]): Promise<void> {
  for (const effect of [...effects].reverse()) {
    const table = tableNamed(writer, effect.table)
    const present = await read(writer, table, effect.id)
    const watched = effect.before
      ? Object.keys(effect.after)
      : ['endsOn', 'state', 'diedOn', 'mergedInto'].filter((name) => name in present)
    const after = fromStored(effect.after)
    const changed = watched.some((name) => !sameValue(present[name], after[name]))
    if (changed) {
      throw new Refusal('conflict', {
        zh: '此后又有新的登记改变了同一内容，请先作废后来的登记',
        en: 'A later entry has changed the same rows; void that one first',
      })
    }
    const former = effect.before ? fromStored(effect.before) : cancelled(effect.table, present)
    await writer.updateRow(table, { id: effect.id }, former)
  }
}
