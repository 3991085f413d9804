import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Connection, Database } from './connection.ts'
import { addressesOf, followPrimary } from './several-hosts.ts'

const types = pg.types
const TIMESTAMPTZ = 1184
const DATE = 1082
const INT8 = 20
const typeConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (value: string) => value
    if (oid === INT8) return (value: string) => Number(value)
    if (oid === TIMESTAMPTZ) return (value: string) => new Date(value).toISOString()
    return types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

function connectionOf(client: pg.Pool | pg.PoolClient): Omit<Connection, 'copyIn'> {
  return {
    engine: 'postgres',
    async query<Row>(text: string, params: readonly unknown[] = [], name?: string) {
      const statement = { text, values: [...params], types: typeConfig, ...(name ? { name } : {}) }
      return (await client.query(statement)).rows as Row[]
    },
    async queryArrays(text, params = []) {
      return (await client.query({ text, values: [...params], rowMode: 'array', types: typeConfig })).rows
    },
    async execute(script) {
      await client.query(script)
    },
  }
}

function withCopy(client: pg.PoolClient): Connection {
  return {
    ...connectionOf(client),
    async copyIn(table, columns, chunks, format = 'text') {
      const statement = `COPY ${table} (${columns.map((c) => `"${c}"`).join(', ')}) FROM STDIN (FORMAT ${format})`
      async function copy(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number> {
        const stream = client.query(copyFrom(statement))
        const done = once(stream, 'finish')
        done.catch(() => {})
        for await (const piece of pieces) if (!stream.write(piece)) await Promise.race([once(stream, 'drain'), done])
        stream.end()
        await done
        return stream.rowCount
      }
      if (format === 'text') return copy(chunks)
      let rows = 0
      for await (const chunk of chunks) rows += await copy([chunk])
      return rows
    },
  }
}

/** Whether the connection itself is gone, not a statement refused: SQLSTATE classes 08 and 57P, and what the driver says without a code. */
function isLostConnection(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  return /^(08|57P)/.test(code ?? '') || /^E[A-Z]+$/.test(code ?? '') || /connection/i.test(message ?? '')
}

/** Opens PostgreSQL 15 or later by connection string; `DATABASE_URL` in an installation. Of several hosts the one that takes writes is used. */
export function openPostgres(url: string, options: { connections?: number } = {}): Database {
  const addresses = addressesOf(url)
  const follower = addresses.length > 1 ? followPrimary(addresses) : undefined
  const pool = new pg.Pool({
    ...(follower?.settings ?? { connectionString: url }),
    max: options.connections ?? 10,
    // Compiling a statement that runs once costs more than the statement: a county's work list took ten seconds instead of one.
    options: '-c jit=off',
  })
  pool.on('error', () => {}) // an idle connection that broke is replaced by the pool at the next query
  async function withClient<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
    const client = await (follower ? follower.take(pool) : pool.connect())
    // A server that stops tells a client so between two statements as well; who listens to nothing is ended by it.
    let lost: Error | undefined
    const lose = (error: Error) => {
      lost = error
    }
    client.on('error', lose)
    try {
      return await work(client)
    } catch (error) {
      if (isLostConnection(error)) lose(error as Error)
      throw error
    } finally {
      client.off('error', lose)
      client.release(lost)
    }
  }
  const alone = <Result>(work: (connection: Omit<Connection, 'copyIn'>) => Promise<Result>) =>
    follower ? withClient((client) => work(connectionOf(client))) : work(connectionOf(pool))
  return {
    engine: 'postgres',
    query: (...question) => alone((connection) => connection.query(...question)),
    queryArrays: (...question) => alone((connection) => connection.queryArrays(...question)),
    execute: (script) => alone((connection) => connection.execute(script)),
    copyIn: (...copy) => withClient((client) => withCopy(client).copyIn(...copy)),
    transaction: (work, prologue = '') =>
      withClient(async (client) => {
        try {
          await client.query(`BEGIN;${prologue}`)
          const result = await work(withCopy(client))
          await client.query('COMMIT')
          return result
        } catch (error) {
          await client.query('ROLLBACK').catch(() => {})
          throw error
        }
      }),
    close: () => pool.end(),
  }
}
