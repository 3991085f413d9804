import { getTableName } from 'drizzle-orm'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { measuresOfAll } from '@kangheng/kernel/indicator/indicator.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { timed, type Measurement } from '../measure.ts'

/** One plain scan of everything that figures are computed from: every row of every such table, by one process, no index. */
async function scanAll({ database, indicators }: Setting): Promise<{ ms: number; result: number }> {
  const relations = measuresOfAll(await indicators()).flatMap((each) =>
    each.kind === 'aggregate' ? [] : each.relation.tables,
  )
  const tables = [...new Set(relations.map((table) => getTableName(table)))]
  const plainly = `set local max_parallel_workers_per_gather = 0; set local enable_indexscan = off;
    set local enable_indexonlyscan = off; set local enable_bitmapscan = off`
  return timed(() =>
    database.transaction(async (connection) => {
      await connection.execute(plainly)
      for (const table of tables) await connection.query(`select count(*) from "${table}"`)
      return tables.length
    }),
  )
}

/** Every figure of one month, then of the whole year, against one scan of the same tables. */
export async function measureBuilding(setting: Setting): Promise<Measurement[]> {
  const computation = await setting.computation()
  const today = setting.today()
  const month = { ...computation, horizon: horizonOf(today.slice(0, 7), today) }
  await scanAll(setting)
  const scan = await scanAll(setting)
  const one = await timed(() => buildFigures(setting.database, month))
  const year = await timed(() => buildFigures(setting.database, computation))
  const basis = `${year.result} figures of ${computation.indicators.length} indicators`
  return [
    { name: 'one scan', value: scan.ms / 1000, unit: 's', basis: `count(*) of ${scan.result} tables, one process` },
    { name: 'one month', value: one.ms / 1000, unit: 's', basis: `${today.slice(0, 7)} and the periods it begins` },
    { name: 'full build of a year', value: year.ms / 1000, unit: 's', basis },
    { name: 'full build / one scan', value: year.ms / scan.ms, unit: '×', basis: 'of the same tables, same run' },
  ]
}
