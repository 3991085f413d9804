import { createHash } from 'node:crypto'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import { recordBulk, type BulkWrite } from '@kangheng/kernel/record/bulk.ts'
import { administrator } from '@kangheng/domains/roles.ts'
import type { Connection, Database } from '@kangheng/kernel/store/connection.ts'
import { binaryCopyChunks } from '@kangheng/kernel/store/copy-binary.ts'
import { openQueue, type Queue } from './queue.ts'
import type { TableRows } from './rows/load-table.ts'

/** A part of the demo that is loaded in one transaction, with one entry in the journal. */
export interface Stage {
  readonly id: string
  /** Shown beside the progress bar. */
  readonly title: string
  tables(): TableRows[]
}

interface Index {
  readonly table: string
  readonly name: string
  readonly definition: string
  /** Indexes behind constraints are made by the constraint. */
  readonly constraint: string | null
}

/** The indexes of a table, with what makes them again. */
function indexesOf(connection: Connection, table: string): Promise<Index[]> {
  return connection.query<Index>(
    `select $1::text as table, c.relname as name, pg_get_indexdef(i.indexrelid) as definition, pg_get_constraintdef(k.oid) as constraint
     from pg_index i join pg_class c on c.oid = i.indexrelid left join pg_constraint k on k.conindid = i.indexrelid
     where i.indrelid = $1::regclass`,
    [table],
  )
}

/**
 * Loads into tables without their indexes and returns what makes these again: sorting once is several times faster than
 * inserting into eight trees. Only for tables that nobody else uses yet; they must be empty.
 */
async function withoutIndexes(
  connection: Connection,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<() => Promise<void>> {
  const indexes: Index[] = []
  for (const table of tables) {
    const [row] = await connection.query(`select 1 from "${table}" limit 1`)
    if (row) throw new Error(`The demo is loaded into an empty county only, and ${table} is not empty`)
    indexes.push(...(await indexesOf(connection, table)))
  }
  // A table emptied in this very transaction needs no write-ahead log: should it fail, the emptied table comes back.
  for (const table of tables) await connection.execute(`truncate "${table}"`)
  for (const { table, name, constraint } of indexes)
    await connection.execute(constraint ? `alter table "${table}" drop constraint "${name}"` : `drop index "${name}"`)
  await work()
  return async () => {
    for (const { table, name, definition, constraint } of indexes)
      await connection.execute(
        constraint ? `alter table "${table}" add constraint "${name}" ${constraint}` : definition,
      )
  }
}

/** Where the demo is loaded. */
export interface LoadHouse {
  readonly database: Database
  readonly house: House
  readonly county: string
}

/** What the producer has made, in this order: a stage with its tables, then for each table its chunks and its end. */
type Made =
  | { readonly kind: 'stage'; readonly tables: readonly TableRows[] }
  | { readonly kind: 'chunk'; readonly bytes: Uint8Array; readonly rows: number }
  | { readonly kind: 'table-end'; readonly digest: string }

/** Bytes made ahead of the database: while it sorts an index, the rows of the next tables are made. */
const AHEAD = 192 << 20
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

async function produce(stages: readonly Stage[], queue: Queue<Made>): Promise<void> {
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

async function take<Kind extends Made['kind']>(queue: Queue<Made>, kind: Kind): Promise<Extract<Made, { kind: Kind }>> {
  const made = await queue.take()
  if (made.kind !== kind) throw new Error(`The demo's producer made a ${made.kind} where a ${kind} was due`)
  return made as Extract<Made, { kind: Kind }>
}

/** Loads one table from the queue; calls back with its rows so far. */
async function loadTable(
  connection: Connection,
  { table, name, columns }: TableRows,
  queue: Queue<Made>,
  onRows: (rows: number) => void,
): Promise<BulkWrite> {
  let digest = ''
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const made = await queue.take()
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

/** Loads all stages, each in a transaction of its own. @returns the number of rows. */
export async function loadStages(
  { database, house, county }: LoadHouse,
  stages: readonly Stage[],
  plan: Readonly<Record<string, unknown>>,
  onProgress: (step: string, done: number, total: number) => void,
): Promise<number> {
  const queue = openQueue<Made>(AHEAD)
  void produce(stages, queue).catch((error: unknown) => queue.fail(error))
  const actor = installationActor(county, administrator.id)
  let loaded = 0
  for (const { id, title } of stages) {
    const { tables } = await take(queue, 'stage')
    const total = tables.reduce((sum, each) => sum + each.count, 0)
    const names = [...new Set(tables.map((each) => each.name))]
    let done = 0
    await database.transaction(async (connection) => {
      const writes: BulkWrite[] = []
      const makeIndexes = await withoutIndexes(connection, names, async () => {
        for (const each of tables) {
          const onRows = (rows: number) => onProgress(title, Math.min(done + rows, total - 1), total)
          const write = await loadTable(connection, each, queue, onRows)
          writes.push(write)
          done += write.rows
        }
      })
      await makeIndexes()
      // While the rows of the next tables are made. A coarse sample is enough to plan by.
      await connection.execute(
        `set local default_statistics_target = 20; analyze ${names.map((name) => `"${name}"`).join(', ')}`,
      )
      const input = { stage: id, ...plan }
      await recordBulk(connection, house, {
        county,
        actor,
        requestId: `demo-${id}`,
        action: 'demo.load',
        input,
        writes,
      })
    })
    onProgress(title, total, total)
    loaded += done
  }
  return loaded
}
