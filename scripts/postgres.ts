import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresBinaries } from './debian.ts'
import { giveToPostgres, initialiseInstance, postgresInstance } from './postgres-instance.ts'

/** A PostgreSQL server of its own for one run, on a free port of the loopback address. */
export interface OwnPostgres {
  readonly url: string
  /** The same by its socket, as a server on the same machine is best reached. */
  readonly socketUrl: string
  stop(): void
}

/** Starts a server; undefined when PostgreSQL is not installed. `durable` keeps fsync on, as benchmarks need it. */
export async function startPostgres(
  options: { durable?: boolean; settings?: readonly string[] } = {},
): Promise<OwnPostgres | undefined> {
  if (!postgresBinaries()) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-postgres-'))
  giveToPostgres(folder)
  const durability = options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const server = await postgresInstance(folder, 'db', [...durability, ...(options.settings ?? [])])
  initialiseInstance(server)
  server.start()
  let running = true
  const stop = () => {
    if (!running) return
    running = false
    server.stop('immediate')
    rmSync(folder, { recursive: true, force: true })
  }
  // A server left behind by a run that was broken off would slow down whatever is measured next.
  process.once('exit', stop)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]))
  return {
    url: `postgres://postgres@127.0.0.1:${server.port}/postgres`,
    socketUrl: server.urlOf('postgres'),
    stop,
  }
}
