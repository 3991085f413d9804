import { demoCounty, loadLargeDemo } from '@kangheng/demo/index.ts'
import type { LoadedLayers } from '@kangheng/demo/layers/load-layers.ts'
import { initialise, readSecret, writeSettings } from '@kangheng/server/installation.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { onOwnPostgres } from '../own-postgres.ts'

/** A county of any size on a PostgreSQL of its own (durable settings), gone after the run. */
export interface LargeCounty {
  readonly setting: Setting
  readonly residents: number
  readonly loaded: LoadedLayers
  /** What a server of this county is started with. */
  readonly environment: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** Figures are built of the year of the business date. */
const FIRST_MONTH = '2025-01'
/** Memory of PostgreSQL on a machine of 24 GiB that the program shares. */
const SETTINGS = [
  'shared_buffers=4GB',
  'effective_cache_size=14GB',
  'work_mem=64MB',
  'max_wal_size=16GB',
  'random_page_cost=1.1',
  'wal_compression=lz4',
]

/** Loads a county of so many residents, layer by layer; its figures are not built. */
export async function openLargeCounty(residents: number): Promise<LargeCounty> {
  return onOwnPostgres(SETTINGS, async (installation) => {
    const { code, today } = demoCounty
    const setting = await initialise(installation, code, { demo: true, today, firstMonth: FIRST_MONTH })
    const plan = { residents, seed: 1, secret: readSecret(installation.folder) }
    const loaded = await loadLargeDemo(setting, plan, () => {})
    await setting.database.execute('vacuum analyze')
    await writeSettings(setting.database, code, { demoReady: true, demoPlayed: true })
    await setting.reload()
    const environment = { DATABASE_URL: installation.url, KANGHENG_DATA: installation.folder }
    return { setting, residents, loaded, environment }
  })
}
