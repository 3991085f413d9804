import { createHash } from 'node:crypto'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import { recordBulk, type BulkWrite } from '@kangheng/kernel/record/bulk.ts'
import { administrator } from '@kangheng/domains/roles.ts'
import type { Connection, Database } from '@kangheng/kernel/store/connection.ts'
import { binaryCopyChunks } from '@kangheng/kernel/store/copy-binary.ts'
import { makeIndexes, takeIndexes } from './indexes.ts'
import { openQueue, type Queue } from './queue.ts'
import type { TableRows } from './rows/load-table.ts'

/** A part of the demo that is loaded in one transaction, with one entry in the journal. */
export interface Stage {
  readonly id: string
  /** Shown beside the progress bar. */
  readonly title: string
  tables(): TableRows[]
}

/** Where the demo is loaded. */
export interface LoadHouse {
  readonly database: Database
  readonly house: House
  readonly county: string
}

/** What the producer has made, in this order: a stage with its tables, then for each table its chunks and its end. */
export type Made<Table = TableRows> =
  | { readonly kind: 'stage'; readonly tables: readonly Table[] }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array; readonly rows: number }
  | { readonly kind: 'table-end'; readonly digest: string }

/** Bytes made ahead of the database: while it sorts an index, the rows of the next tables are made. */
const AHEAD = 192 << 20
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Makes the rows of all stages, in the order in which they are loaded. */
export async function produce(stages: readonly Stage[], queue: Pick<Queue<Made>, 'push'>): Promise<void> {
  for (const stage of stages) {
    const tables = stage.tables()
    await queue.push({ kind: 'stage', tables }, 0)
    for (const { types, rows } of tables) {
      const hash = createHash('sm3')
      for (const { bytes, rows: made } of binaryCopyChunks(types, rows)) {
        hash.update(bytes)
        await queue.push({ kind: 'chunk', bytes, rows: made }, bytes.length)
        await breathe()
      }
      await queue.push({ kind: 'table-end', digest: hash.digest('hex') }, 0)
    }
  }
}

/** Where what was made is taken from. */
export type Source<Table> = Pick<Queue<Made<Table>>, 'take'>

/** The tables of the stage that comes next. */
export async function takeStage<Table>(source: Source<Table>): Promise<readonly Table[]> {
  const made = await source.take()
  if (made.kind !== 'stage') throw new Error(`The demo's producer made a ${made.kind} where a stage was due`)
  return made.tables
}

/** Loads one table from what was made; calls back with its rows so far. */
async function loadTable(
  connection: Connection,
  { table, name, columns }: Pick<TableRows, 'table' | 'name' | 'columns'>,
  source: Source<unknown>,
  onRows: (rows: number) => void,
): Promise<BulkWrite> {
  let digest = ''
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const made = await source.take()
      if (made.kind === 'chunk') {
        yield made.bytes
        onRows(made.rows)
      } else if (made.kind === 'table-end') {
        digest = made.digest
        return
      }
    }
  }
  const rows = await connection.copyIn(`"${name}"`, columns, chunks(), 'binary')
  // Nothing is stale yet: figures of a demo are built after all of it is there.
  return { table, rows, digest, places: new Map() }
}

/** Loads the tables of a stage; calls back with the rows so far. */
export async function loadTables(
  connection: Connection,
  tables: readonly Pick<TableRows, 'table' | 'name' | 'columns'>[],
  source: Source<unknown>,
  onRows: (rows: number) => void,
): Promise<{ writes: BulkWrite[]; rows: number }> {
  const writes: BulkWrite[] = []
  let done = 0
  for (const each of tables) {
    const write = await loadTable(connection, each, source, (rows) => onRows(done + rows))
    writes.push(write)
    done += write.rows
  }
  return { writes, rows: done }
}

/** Journals what a stage has loaded. `id` is unique in the county. */
export const journalStage = (
  connection: Connection,
  { house, county }: LoadHouse,
  id: string,
  input: Readonly<Record<string, unknown>>,
  writes: readonly BulkWrite[],
): Promise<void> =>
  recordBulk(connection, house, {
    county,
    actor: installationActor(county, administrator.id),
    requestId: `demo-${id}`,
    action: 'demo.load',
    input,
    writes,
  })

/** Loads all stages, each in a transaction of its own; `beside` other counties the indexes of their tables stay. @returns the number of rows. */
export async function loadStages(
  where: LoadHouse,
  stages: readonly Stage[],
  plan: Readonly<Record<string, unknown>>,
  onProgress: (step: string, done: number, total: number) => void,
  beside = false,
): Promise<number> {
  const queue = openQueue<Made>(AHEAD)
  void produce(stages, queue).catch((error: unknown) => queue.fail(error))
  let loaded = 0
  for (const { id, title } of stages) {
    const tables = await takeStage(queue)
    const total = tables.reduce((sum, each) => sum + each.count, 0)
    const names = [...new Set(tables.map((each) => each.name))]
    await where.database.transaction(async (connection) => {
      const indexes = beside ? [] : await takeIndexes(connection, names)
      const onRows = (rows: number) => onProgress(title, Math.min(rows, total - 1), total)
      const { writes, rows } = await loadTables(connection, tables, queue, onRows)
      await makeIndexes(connection, indexes)
      // While the rows of the next tables are made. A coarse sample is enough to plan by.
      await connection.execute(
        `set local default_statistics_target = 20; analyze ${names.map((name) => `"${name}"`).join(', ')}`,
      )
      await journalStage(connection, where, id, { stage: id, ...plan }, writes)
      loaded += rows
    })
    onProgress(title, total, total)
  }
  return loaded
}
