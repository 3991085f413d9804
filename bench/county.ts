import { demoCounty, loadDemo } from '@kangheng/demo/index.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { initialise } from '@kangheng/server/installation.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { timed } from './measure.ts'
import { onOwnPostgres } from './own-postgres.ts'

const SETTINGS = ['shared_buffers=2GB', 'work_mem=64MB', 'max_wal_size=8GB', 'random_page_cost=1.1']

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
  const scale = quick ? 0.05 : 1
  return onOwnPostgres(SETTINGS, async (installation) => {
    const { code, today, firstMonth } = demoCounty
    const setting = await initialise(installation, code, { demo: true, today, firstMonth })
    const loading = await timed(() => loadDemo(setting, { scale, seed: 1, onProgress: () => {} }))
    await setting.database.execute('analyze')
    const computation = await setting.computation()
    const building = await timed(async () => (withFigures ? buildFigures(setting.database, computation) : 0))
    return {
      setting,
      ...installation,
      scale,
      loadSeconds: loading.ms / 1000,
      buildSeconds: building.ms / 1000,
      figures: building.result,
    }
  })
}
