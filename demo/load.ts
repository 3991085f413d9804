import { createHash } from 'node:crypto'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import { recordBulk, type BulkWrite } from '@kangheng/kernel/record/bulk.ts'
import { administrator } from '@kangheng/domains/roles.ts'
import type { Connection, Database } from '@kangheng/kernel/store/connection.ts'
import { chunksOf, type TableRows } from './rows/load-table.ts'

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

/** Runs a piece of work of this thread when it would otherwise wait for the database. */
function whileWaiting<Result>(work: () => Result): Promise<Result> {
  const result = new Promise<Result>((resolve, reject) =>
    setImmediate(() => {
      try {
        resolve(work())
      } catch (error) {
        reject(error as Error)
      }
    }),
  )
  result.catch(() => {}) // whoever awaits it hears of it; the load may have failed before
  return result
}

/** Chunks of which the next one is made while the database takes the one before. */
async function* madeAhead(chunks: Iterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let next = whileWaiting(() => chunks.next())
  for (;;) {
    const chunk = await next
    if (chunk.done) return
    next = whileWaiting(() => chunks.next())
    yield chunk.value
  }
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

/** Where a stage is loaded. */
export interface LoadHouse {
  readonly database: Database
  readonly house: House
  readonly county: string
}

/**
 * Loads a stage; calls back with rows written and rows expected.
 * @param tables the stage's tables, planned before.
 * @param meanwhile what to plan while the database sorts its indexes.
 */
export async function loadStage<Planned>(
  { database, house, county }: LoadHouse,
  entry: { readonly stage: string; readonly plan: Readonly<Record<string, unknown>> },
  tables: readonly TableRows[],
  meanwhile: () => Planned,
  onRows: (done: number, total: number) => void,
): Promise<{ rows: number; planned: Planned }> {
  const total = tables.reduce((sum, each) => sum + each.count, 0)
  const writes: BulkWrite[] = []
  let before = 0
  return database.transaction(async (connection) => {
    const names = [...new Set(tables.map((each) => each.name))]
    const makeIndexes = await withoutIndexes(connection, names, async () => {
      for (const { table, name, columns, rows } of tables) {
        const hash = createHash('sm3')
        const chunks = chunksOf(rows, (chunk, count) => {
          hash.update(chunk)
          onRows(Math.min(before + count, total - 1), total)
        })
        const count = await connection.copyIn(`"${name}"`, columns, madeAhead(chunks))
        // Nothing is stale yet: figures of a demo are built after all of it is there.
        writes.push({ table, rows: count, digest: hash.digest('hex'), places: new Map() })
        before += count
      }
    })
    const planned = whileWaiting(meanwhile)
    await makeIndexes()
    const actor = installationActor(county, administrator.id)
    const input = { stage: entry.stage, ...entry.plan }
    await recordBulk(connection, house, {
      county,
      actor,
      requestId: `demo-${entry.stage}`,
      action: 'demo.load',
      input,
      writes,
    })
    onRows(total, total)
    return { rows: before, planned: await planned }
  })
}
