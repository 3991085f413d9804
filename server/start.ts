import { fileURLToPath } from 'node:url'
import { buildApp } from './app.ts'
import type { App } from './app-type.ts'
import { startColdChainFeed } from './cold-chain-feed.ts'
import { importRunner } from './import-runner.ts'
import { openForServer, type Installation } from './installation.ts'
import { startJobs } from './jobs.ts'
import { defaultOptions, type ServerOptions, type Setting } from './setting.ts'

/** A server that listens. */
export interface RunningServer {
  /** Where a browser on this machine finds it. */
  readonly address: string
  readonly app: App
  readonly setting: Setting
  /** Ends the jobs, lets running requests finish, closes the database. */
  stop(): Promise<void>
}

/** Where the built web application lies. */
const WEB_ROOT = fileURLToPath(new URL('../web/dist', import.meta.url))

/**
 * Opens an installation and serves it. An installation without a county answers with the page that asks for its first administrator.
 * @throws Refusal when the data folder is in use by another process, or the port by another program.
 */
export async function startServer(
  given: Installation & {
    port: number
    host?: string | undefined
    options?: Partial<ServerOptions>
    /** The installation, when it is open already. */
    setting?: Setting | undefined
  },
): Promise<RunningServer> {
  const options: ServerOptions = { ...defaultOptions, webRoot: WEB_ROOT, ...given.options }
  const setting = given.setting ?? (await openForServer(given))
  try {
    const app = await buildApp(setting, options)
    const address = await app.listen({ port: given.port, host: given.host ?? '127.0.0.1' })
    const stopJobs = startJobs(setting, app)
    const broker = setting.county ? options.coldChainBroker : null
    const stopFeed = broker ? startColdChainFeed(setting, app, { url: broker }) : undefined
    await importRunner(setting).resume()
    return {
      address,
      app,
      setting,
      async stop() {
        await stopFeed?.()
        await stopJobs()
        await app.close()
        await importRunner(setting).stop()
        await setting.close()
      },
    }
  } catch (error) {
    await setting.close()
    throw error
  }
}
