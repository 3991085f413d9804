import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoCounty, loadDemo } from '@kangheng/demo/index.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { initialise } from '@kangheng/server/installation.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { startPostgres } from '../scripts/postgres.ts'
import { timed } from './measure.ts'

/** The demo county on a PostgreSQL of its own (durable settings), gone after the run. */
export interface BenchCounty {
  readonly setting: Setting
  /** The same installation for another process: the database's address, and the folder with the secret. */
  readonly url: string
  readonly folder: string
  /** Seconds of loading the records, and of the first full build of all figures. */
  readonly loadSeconds: number
  readonly buildSeconds: number
  readonly figures: number
  readonly scale: number
  stop(): Promise<void>
}

/** Loads the demo county: 220,000 residents with two years of records, a twentieth of them when quick; figures only where they are measured or read. */
export async function openBenchCounty(quick: boolean, withFigures = true): Promise<BenchCounty> {
  const server = await startPostgres({
    durable: true,
    settings: ['shared_buffers=2GB', 'work_mem=64MB', 'max_wal_size=8GB', 'random_page_cost=1.1'],
  })
  if (!server) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-bench-'))
  const scale = quick ? 0.05 : 1
  try {
    const setting = await initialise({ folder, url: server.socketUrl }, demoCounty.code, {
      demo: true,
      today: demoCounty.today,
      firstMonth: demoCounty.firstMonth,
    })
    const loading = await timed(() => loadDemo(setting, { scale, seed: 1, onProgress: () => {} }))
    await setting.database.execute('analyze')
    const computation = await setting.computation()
    const building = await timed(async () => (withFigures ? buildFigures(setting.database, computation) : 0))
    return {
      setting,
      url: server.socketUrl,
      folder,
      scale,
      loadSeconds: loading.ms / 1000,
      buildSeconds: building.ms / 1000,
      figures: building.result,
      async stop() {
        await setting.close()
        server.stop()
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    server.stop()
    throw error
  }
}
