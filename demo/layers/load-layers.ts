import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import { aggregateValues, targets } from '@kangheng/kernel/indicator/tables.ts'
import { households, persons, residenceEpisodes } from '@kangheng/kernel/person/tables.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import type { DemoAccount } from '../accounts.ts'
import { makeIndexes, takeIndexes, type Index } from '../indexes.ts'
import { planLayers, scaleOf, type Layer } from '../layer.ts'
import { journalStage, loadTables, takeStage, type LoadHouse, type Source } from '../load.ts'
import { stagesIn } from '../stages.ts'
import { startLayerThread, type LayerThread } from './layer-threads.ts'
import type { ToldTable } from './layer-worker.ts'

/** Threads that make rows. More of them have nothing to gain where the database has the rest of the machine. */
const THREADS = 2
const AHEAD = 64 << 20
/** Indexes are made by two connections at once, each with room to sort in memory. */
const INDEX_BUILDERS = 2
const SORT_MEMORY = '512MB'

/** A county that is loaded layer by layer. */
export interface LayersPlan {
  readonly residents: number
  readonly seed: number
  /** Years of records; two when left out. */
  readonly years?: number | undefined
  /** The secret of the installation: threads encrypt with it themselves. */
  readonly secret: Uint8Array
  /** Usual residents of a layer at most; what is usual when left out. */
  readonly most?: number
}

/** What was loaded. */
export interface LoadedLayers {
  readonly rows: number
  readonly accounts: readonly DemoAccount[]
  /** Seconds of making and copying the rows, and of making the indexes. */
  readonly copySeconds: number
  readonly indexSeconds: number
}

type Progress = (step: string, done: number, total: number) => void

/** The declared tables that a demo has rows in, by their names. */
function tablesOf(house: House): ReadonlyMap<string, PgTable> {
  const kernel: PgTable[] = [persons, households, residenceEpisodes, targets, aggregateValues]
  const declared = [...house.records.values()].map((record) => record.table as PgTable)
  return new Map([...kernel, ...declared].map((table) => [getTableName(table), table]))
}

async function inParallel<Item>(items: readonly Item[], lanes: number, work: (item: Item) => Promise<void>) {
  const waiting = items[Symbol.iterator]()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (const item of waiting) await work(item)
    }),
  )
}

async function restoreIndexes(database: Database, indexes: readonly Index[], onProgress: Progress): Promise<void> {
  const byTable = [...Map.groupBy(indexes, ({ table }) => table)]
  let done = 0
  await inParallel(byTable, INDEX_BUILDERS, async ([table, own]) => {
    await database.transaction(async (connection) => {
      await connection.execute(
        `set local maintenance_work_mem = '${SORT_MEMORY}'; set local max_parallel_maintenance_workers = 0`,
      )
      await makeIndexes(connection, own)
      await connection.execute(`analyze "${table}"`)
    })
    done += 1
    onProgress('索引', done, byTable.length)
  })
}

/**
 * Loads a county of any size in bounded memory: layers of at most some hundred thousand residents, made by threads of their own, go one after the other
 * into the same tables. The order of all rows depends on the plan only.
 */
export async function loadLayers(
  where: LoadHouse,
  { residents, seed, years, secret, most }: LayersPlan,
  onProgress: Progress,
): Promise<LoadedLayers> {
  const { database, house, county } = where
  const started = performance.now()
  const planned = planLayers(residents, most)
  const threads = Array.from({ length: Math.min(THREADS, planned.length) }, (_, lane): LayerThread => {
    const own = planned.filter(({ layer }) => layer.index % THREADS === lane)
    const layers = own.map((each) => ({ layer: each.layer, scale: scaleOf(each.residents) }))
    return startLayerThread({ county, seed, years, secret, layers, ahead: AHEAD })
  })
  const declared = tablesOf(house)
  const indexes: Index[] = []
  let rows = 0

  async function loadStage(layer: Layer, thread: LayerThread, { id, title }: { id: string; title: string }) {
    const source = thread as Source<ToldTable>
    const tables = (await takeStage(source)).map((each) => ({ ...each, table: declared.get(each.name)! }))
    const total = Math.max(
      1,
      tables.reduce((sum, each) => sum + each.count, 0),
    )
    const shown = `${title}（${layer.index + 1}/${layer.of}）`
    await database.transaction(async (connection) => {
      // A demo that breaks off is made anew: no stage waits for the disk.
      await connection.execute('set local synchronous_commit = off')
      if (layer.index === 0)
        indexes.push(...(await takeIndexes(connection, [...new Set(tables.map(({ name }) => name))])))
      const made = await loadTables(connection, tables, source, (done) =>
        onProgress(shown, Math.min(done, total - 1), total),
      )
      const name = layer.index === 0 ? id : `${id}-${layer.index}`
      const plan = { stage: id, residents, seed, ...(years ? { years } : {}), layer: layer.index }
      await journalStage(connection, where, name, plan, made.writes)
      rows += made.rows
    })
    onProgress(shown, total, total)
  }

  const accounts: DemoAccount[] = []
  try {
    // Threads work side by side, and so are their layers loaded: stage by stage, those of one round after each other.
    for (let first = 0; first < planned.length; first += THREADS) {
      const round = planned.slice(first, first + THREADS).map(({ layer }, lane) => ({ layer, thread: threads[lane]! }))
      for (const stage of stagesIn(round[0]!.layer))
        for (const { layer, thread } of round)
          if (stagesIn(layer).some(({ id }) => id === stage.id)) await loadStage(layer, thread, stage)
      if (first === 0) {
        const told = await threads[0]!.take()
        if (told.kind === 'accounts') accounts.push(...told.accounts)
      }
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()))
  }
  const copied = performance.now()
  await restoreIndexes(database, indexes, onProgress)
  return {
    rows,
    accounts,
    copySeconds: (copied - started) / 1000,
    indexSeconds: (performance.now() - copied) / 1000,
  }
}
