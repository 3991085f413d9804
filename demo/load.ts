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

/**
 * Loads into tables without their indexes and makes these again afterwards: sorting once is several times faster than
 * inserting into eight trees. Only for tables that nobody else uses yet; they must be empty.
 */
async function withoutIndexes(
  connection: Connection,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const indexes: Index[] = []
  for (const table of tables) {
    const [row] = await connection.query(`select 1 from "${table}" limit 1`)
    if (row) throw new Error(`The demo is loaded into an empty county only, and ${table} is not empty`)
    indexes.push(...(await indexesOf(connection, table)))
  }
  for (const { table, name, constraint } of indexes)
    await connection.execute(constraint ? `alter table "${table}" drop constraint "${name}"` : `drop index "${name}"`)
  await work()
  for (const { table, name, definition, constraint } of indexes)
    await connection.execute(constraint ? `alter table "${table}" add constraint "${name}" ${constraint}` : definition)
}

/** Loads a stage; calls back with rows written and rows expected. */
export async function loadStage(
  database: Database,
  county: string,
  stage: Stage,
  plan: { readonly scale: number; readonly seed: number },
  onRows: (done: number, total: number) => void,
): Promise<number> {
  const tables = stage.tables()
  const total = tables.reduce((sum, each) => sum + each.count, 0)
  let before = 0
  await database.transaction(async (connection) => {
    const written: { table: string; rows: number }[] = []
    await withoutIndexes(connection, [...new Set(tables.map((each) => each.table))], async () => {
      for (const { table, columns, rows } of tables) {
        const chunks = chunksOf(rows, (count) => onRows(before + count, total))
        const count = await connection.copyIn(`"${table}"`, columns, chunks)
        written.push({ table, rows: count })
        before += count
      }
    })
    await appendEntry(connection, {
      county,
      requestId: `demo-${stage.id}`,
      at: new Date().toISOString(),
      deviceAt: null,
      account: null,
      role: 'system',
      action: 'demo.load',
      record: stage.id,
      recordId: null,
      person: null,
      division: county,
      input: plan,
      changes: written,
      answer: null,
    })
  })
  return before
}
