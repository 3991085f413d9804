import type { SQL } from 'drizzle-orm'
import type { Connection } from '../store/connection.ts'
import { copyChunks, type CopyValue } from '../store/copy-format.ts'
import { renderSql } from '../store/orm.ts'

const TIMES = { measure_base: 'month', measure_value: 'period' } as const

/** Reads rows `measure, place, month or period, value` where the records are seen, and adds them to what measures have stored. */
export async function moveRows(
  from: Connection,
  to: Connection,
  county: string,
  table: keyof typeof TIMES,
  rows: SQL,
): Promise<void> {
  const { text, params } = renderSql(rows)
  const found = await from.queryArrays(text, params)
  if (found.length === 0) return
  const lines = found.map((row): CopyValue[] => [county, ...(row as CopyValue[])])
  await to.copyIn(table, ['county', 'measure', 'place', TIMES[table], 'value'], copyChunks(lines))
}
