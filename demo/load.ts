import { appendEntry } from '@kangheng/kernel/record/journal.ts'
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

/**
 * Loads a stage; calls back with rows written and rows expected.
 * @param tables the stage's tables, planned before.
 * @param meanwhile what to plan while the database sorts its indexes.
 */
export async function loadStage<Planned>(
  database: Database,
  entry: { readonly county: string; readonly stage: string; readonly plan: object },
  tables: readonly TableRows[],
  meanwhile: () => Planned,
  onRows: (done: number, total: number) => void,
): Promise<{ rows: number; planned: Planned }> {
  const total = tables.reduce((sum, each) => sum + each.count, 0)
  let before = 0
  const written: { table: string; rows: number }[] = []
  return database.transaction(async (connection) => {
    const names = [...new Set(tables.map((each) => each.table))]
    const makeIndexes = await withoutIndexes(connection, names, async () => {
      for (const { table, columns, rows } of tables) {
        const chunks = madeAhead(chunksOf(rows, (count) => onRows(Math.min(before + count, total - 1), total)))
        const count = await connection.copyIn(`"${table}"`, columns, chunks)
        written.push({ table, rows: count })
        before += count
      }
    })
    const planned = whileWaiting(meanwhile)
    await makeIndexes()
    await appendEntry(connection, {
      county: entry.county,
      requestId: `demo-${entry.stage}`,
      at: new Date().toISOString(),
      deviceAt: null,
      account: null,
      role: 'system',
      action: 'demo.load',
      record: entry.stage,
      recordId: null,
      person: null,
      division: entry.county,
      input: entry.plan,
      changes: written,
      answer: null,
    })
    onRows(total, total)
    return { rows: before, planned: await planned }
  })
}
