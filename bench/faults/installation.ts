import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAccount } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { openPostgres } from '@kangheng/kernel/store/postgres.ts'
import { initialise } from '@kangheng/server/installation.ts'
import {
  initialiseInstance,
  postgresFolder,
  postgresInstance,
  type PostgresInstance,
} from '../../scripts/postgres-instance.ts'
import { startServerProcess, type ServerProcess } from '../server-process.ts'

export const COUNTY = '530721'
const PASSWORD = 'seven umbrellas in the rain'
/** The database every case begins with a copy of. */
const TEMPLATE = 'prepared'

/** An answer as a program sees it; `undefined` when nobody answered. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Somebody who asks over HTTP and signs in again by himself after the server was gone. */
export interface Client {
  ask(method: string, path: string, body?: unknown): Promise<Answer | undefined>
}

/** The program as its own process on a database of its own, both of which can be killed and started again. */
export interface Case {
  readonly database: PostgresInstance
  readonly url: string
  startServer(): Promise<void>
  killServer(): Promise<void>
  client(username: string): Client
  close(): Promise<void>
}

/** A server with an empty county and accounts, to be copied for each case. */
export interface Ground {
  readonly home: string
  readonly database: PostgresInstance
  open(name: string, more?: string): Promise<Case>
  /** The program on a database that is there, at another address. */
  openAt(url: string): Case
  close(): void
}

const accounts = [
  { username: 'section', name: '股室', role: 'bureau-section', division: COUNTY },
  { username: 'doctor', name: '村医', role: 'village-doctor', division: '530721102201', institution: 'V530721102201' },
] as const

/** Starts PostgreSQL with durable settings and prepares the county. `prepare` gives it more. */
export async function prepareGround(prepare: (url: string, secret: string) => Promise<void>): Promise<Ground> {
  const home = mkdtempSync(join(tmpdir(), 'kangheng-faults-'))
  postgresFolder(home)
  const database = await postgresInstance(home, 'db', ['shared_buffers=512MB', 'max_wal_size=4GB'])
  initialiseInstance(database)
  database.start()
  const secret = join(home, 'secret')
  const server = openPostgres(database.urlOf('postgres'), { connections: 1 })
  await server.execute(`create database ${TEMPLATE} encoding 'UTF8' template template0`)
  await server.close()
  const setting = await initialise({ folder: secret, url: database.urlOf(TEMPLATE) }, COUNTY)
  for (const account of accounts)
    await createAccount(setting, installationActor(COUNTY, 'setup'), account, PASSWORD, false)
  await setting.close()
  await prepare(database.urlOf(TEMPLATE), secret)
  return {
    home,
    database,
    async open(name, more = '') {
      const maker = openPostgres(database.urlOf('postgres'), { connections: 1 })
      await maker.execute(`create database ${name} template ${TEMPLATE} ${more}`)
      await maker.close()
      return openCase(database, database.urlOf(name), secret)
    },
    openAt: (url) => openCase(database, url, secret),

    close() {
      try {
        database.stop('immediate')
      } catch {
        // The last case may have killed it.
      }
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function openCase(database: PostgresInstance, url: string, secret: string): Case {
  let server: ServerProcess | undefined
  let address = ''
  const cookies = new Map<string, string>()
  const send = async (method: string, path: string, username: string, body?: unknown) => {
    const form = body instanceof FormData
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        'x-kangheng': '1',
        'accept-language': 'en',
        cookie: cookies.get(username) ?? '',
        ...(form || body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    })
    const set = answer.headers.getSetCookie()[0]
    if (set) cookies.set(username, set.split(';')[0]!)
    const text = await answer.text()
    return { status: answer.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text }
  }
  const killServer = async () => {
    await server?.kill()
    server = undefined
  }
  return {
    database,
    url,
    killServer,
    async startServer() {
      server ??= await startServerProcess({ DATABASE_URL: url, KANGHENG_DATA: secret })
      address = server.address
    },
    client: (username) => ({
      async ask(method, path, body) {
        try {
          let answer = await send(method, path, username, body)
          if (answer.status === 401) {
            const entered = await send('POST', '/api/session', username, { username, password: PASSWORD })
            if (entered.status !== 200) return entered
            answer = await send(method, path, username, body)
          }
          return answer
        } catch {
          return undefined
        }
      },
    }),
    close: killServer,
  }
}
