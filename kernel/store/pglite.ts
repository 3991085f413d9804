import { AsyncLocalStorage } from 'node:async_hooks'
import { Worker } from 'node:worker_threads'
import type { Connection, Database } from './connection.ts'
import type { WorkerAnswer, WorkerRequest } from './pglite-worker.ts'
import { openTurns } from './turns.ts'

type RequestBody = WorkerRequest extends infer Each ? (Each extends WorkerRequest ? Omit<Each, 'id'> : never) : never

/** Chunks of a COPY that wait in the worker. */
const CHUNKS_AHEAD = 4

/** An embedded database can also be copied whole, which makes test databases cheap. */
export interface EmbeddedDatabase extends Database {
  /** The whole database as one archive, to be given to another `openPglite`. */
  dump(): Promise<Uint8Array>
}

/** Starts PGlite in a worker thread, on a folder or (without one) in memory; `snapshot` fills a new database. */
export async function openPglite(options: { folder?: string; snapshot?: Uint8Array } = {}): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: options })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const ready = new Promise((resolve, reject) => waiting.set(0, { resolve, reject }))
  worker.on('message', (message: WorkerAnswer) => {
    const request = waiting.get(message.id)
    waiting.delete(message.id)
    if (!request) return
    if ('error' in message) request.reject(Object.assign(new Error(message.error.message), message.error))
    else request.resolve(message.result)
  })
  worker.on('error', failAll)
  worker.on('exit', () => failAll(new Error('The embedded database has stopped')))
  const ask = (body: RequestBody): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      worker.postMessage({ ...body, id: lastId })
    })
  await ready

  /** `first` gives a script that goes with the next statement. */
  const connect = (first: () => string | undefined): Connection => ({
    engine: 'pglite',
    query: (text, params = []) => ask({ kind: 'query', text, params, arrays: false, first: first() }) as never,
    queryArrays: (text, params = []) => ask({ kind: 'query', text, params, arrays: true, first: first() }) as never,
    execute: (script) => ask({ kind: 'execute', script, first: first() }) as Promise<never>,
    async copyIn(table, columns, chunks, format = 'text') {
      let rows = 0
      const sent: Promise<unknown>[] = []
      // A few chunks are always on their way, so that the worker does not wait for the thread that makes them.
      for await (const chunk of chunks) {
        const answer = ask({ kind: 'copy', table, columns, chunk, format, first: first() })
        answer.catch(() => {}) // told by the await below
        sent.push(answer)
        if (sent.length >= CHUNKS_AHEAD) rows += (await sent.shift()) as number
      }
      for (const answer of sent) rows += (await answer) as number
      return rows
    },
  })
  const raw = connect(() => undefined)

  /** One transaction, which begins with its first statement. */
  async function transact<Result>(work: (connection: Connection) => Promise<Result>, prologue: string) {
    let begun = false
    const begin = () => {
      if (begun) return undefined
      begun = true
      return `BEGIN;${prologue}`
    }
    const marker = { open: true }
    try {
      const result = await inside.run(marker, () => work(connect(begin)))
      if (begun) await raw.execute('COMMIT')
      return result
    } catch (error) {
      if (begun) await raw.execute('ROLLBACK').catch(() => {})
      throw error
    } finally {
      marker.open = false
    }
  }

  // PGlite is one session: whoever holds the turn has it alone until the transaction ends.
  const take = openTurns()
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  function exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    if (inside.getStore()?.open) throw new Error('Inside a transaction use the connection it gives, not the database')
    return take(work)
  }
  return {
    engine: 'pglite',
    query: (text, params) => exclusive(() => raw.query(text, params)),
    queryArrays: (text, params) => exclusive(() => raw.queryArrays(text, params)),
    execute: (script) => exclusive(() => raw.execute(script)),
    copyIn: (...copy) => exclusive(() => raw.copyIn(...copy)),
    transaction: (work, prologue = '') => exclusive(() => transact(work, prologue)),
    dump: () => exclusive(() => ask({ kind: 'dump' }) as Promise<Uint8Array>),
    async close() {
      await take(() => ask({ kind: 'close' }))
      await worker.terminate()
    },
  }
}
