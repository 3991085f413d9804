import { appendEntry } from '@kangheng/kernel/record/journal.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { chunksOf, type TableRows } from './rows/load-table.ts'

/** A part of the demo that is loaded in one transaction, with one entry in the journal. */
export interface Stage {
  readonly id: string
  /** Shown beside the progress bar. */
  readonly title: string
  tables(): TableRows[]
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
    for (const { table, columns, rows } of tables) {
      const chunks = chunksOf(rows, (count) => onRows(before + count, total))
      const count = await connection.copyIn(`"${table}"`, columns, chunks)
      written.push({ table, rows: count })
      before += count
    }
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
