import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { postgresBinaries } from './debian.ts'

/** A free port of the loopback address. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

const asRoot = process.getuid?.() === 0

/** Runs a shell command as the user PostgreSQL may run as: it refuses root, for whom Debian's own user does it. @returns what it printed. */
export function runAsPostgres(command: string): string {
  const result = asRoot
    ? spawnSync('su', ['postgres', '-s', '/bin/sh', '-c', command])
    : spawnSync('sh', ['-c', command])
  if (result.status !== 0) throw new Error(`${command}: ${result.stderr?.toString()}`)
  return result.stdout?.toString() ?? ''
}

/** Gives a folder to the user PostgreSQL runs as. */
export function giveToPostgres(folder: string): void {
  if (!asRoot) return
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString().trim())
  chownSync(folder, idOf('-u'), idOf('-g'))
}

/** A PostgreSQL server whose data folder stays, so that it can be killed, started again, copied and recovered. */
export interface PostgresInstance {
  readonly data: string
  readonly port: number
  /** The address of a database, by the socket. */
  urlOf(database: string): string
  start(): void
  /** Stops it in order, or as a power cut would. */
  stop(how?: 'fast' | 'immediate'): void
  /** Kills the server's first process with SIGKILL; the others go with it. */
  kill(): void
}

/** The programs of PostgreSQL. @throws Error when it is not installed */
export function postgresPrograms(): string {
  const binaries = postgresBinaries()
  if (!binaries) throw new Error('PostgreSQL is not installed: apt-get install postgresql')
  return binaries
}

/**
 * A server on a data folder within `home`, not started. A folder that is not there yet is made empty.
 * @param settings further settings, as `name=value`
 */
export async function postgresInstance(
  home: string,
  name: string,
  settings: readonly string[],
): Promise<PostgresInstance> {
  const binaries = postgresPrograms()
  const data = join(home, name)
  const port = await freePort()
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${home}`, ...settings]
  const options = all.map((each) => `-c ${each}`).join(' ')
  const control = (what: string) => runAsPostgres(`${binaries}/pg_ctl -D ${data} -l ${data}.log -w -t 60 ${what}`)
  return {
    data,
    port,
    urlOf: (database) => `postgres://postgres@localhost/${database}?host=${encodeURIComponent(home)}&port=${port}`,
    start: () => {
      // After a kill the memory of the last processes may still be in use for a moment.
      for (let attempt = 1; ; attempt += 1)
        try {
          control(`-o "${options}" start`)
          return
        } catch (error) {
          if (attempt === 20) throw error
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250)
        }
    },
    stop: (how = 'fast') => void control(`-m ${how} stop`),
    kill: () => {
      const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGKILL')
    },
  }
}

/** Makes an empty data folder. */
export function initialiseInstance({ data }: Pick<PostgresInstance, 'data'>): void {
  runAsPostgres(`${postgresPrograms()}/initdb -D ${data} -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8`)
}

/** Makes a folder that PostgreSQL may write to. */
export function postgresFolder(path: string): string {
  mkdirSync(path, { recursive: true })
  giveToPostgres(path)
  return path
}
