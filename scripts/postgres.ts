import { mkdtempSync, rmSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgresBinaries } from './debian.ts'
import { freePort, giveToPostgres, runAsPostgres } from './postgres-instance.ts'

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
  const binaries = postgresBinaries()
  if (!binaries) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-postgres-'))
  const port = await freePort()
  giveToPostgres(folder)
  const durability = options.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const settings = [
    ...durability,
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...(options.settings ?? []),
  ]
  runAsPostgres(`${binaries}/initdb -D ${folder}/db -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8`)
  runAsPostgres(
    `${binaries}/pg_ctl -D ${folder}/db -l ${folder}/log -w -o "${settings.map((each) => `-c ${each}`).join(' ')}" start`,
  )
  let running = true
  const stop = () => {
    if (!running) return
    running = false
    runAsPostgres(`${binaries}/pg_ctl -D ${folder}/db -m immediate stop`)
    rmSync(folder, { recursive: true, force: true })
  }
  // A server left behind by a run that was broken off would slow down whatever is measured next.
  process.once('exit', stop)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]))
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    socketUrl: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}&port=${port}`,
    stop,
  }
}
