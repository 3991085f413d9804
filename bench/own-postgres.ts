import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Installation } from '@kangheng/server/installation.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { startPostgres } from '../scripts/postgres.ts'

/** Makes a county on a PostgreSQL of its own (durable settings); `stop` takes away both. @throws Error when PostgreSQL is not installed. */
export async function onOwnPostgres<Made extends { readonly setting: Setting }>(
  settings: readonly string[],
  make: (installation: Installation & { url: string }) => Promise<Made>,
): Promise<Made & { stop(): Promise<void> }> {
  const server = await startPostgres({ durable: true, settings })
  if (!server) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-bench-'))
  const clear = () => {
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const made = await make({ folder, url: server.socketUrl })
    return {
      ...made,
      async stop() {
        await made.setting.close()
        clear()
      },
    }
  } catch (error) {
    clear()
    throw error
  }
}
