/** PGlite lives in this worker thread, so that a heavy query does not stall HTTP. Requests are executed in the order they come. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'
import type { CopyFormat } from './connection.ts'

/** One request to the worker; `id` comes back with the answer. `first` is a script that is run before it: a message costs as much as a statement. */
export type WorkerRequest = { id: number; first?: string | undefined } & (
  | { kind: 'query'; text: string; params: readonly unknown[]; arrays: boolean }
  | { kind: 'execute'; script: string }
  | { kind: 'copy'; table: string; columns: readonly string[]; chunk: Uint8Array; format: CopyFormat }
  | { kind: 'dump' }
  | { kind: 'close' }
)

/** What the worker answers: a result or a PostgreSQL error. */
export type WorkerAnswer =
  | { id: number; result: unknown }
  | {
      id: number
      error: {
        message: string
        code?: string | undefined
        detail?: string | undefined
        constraint?: string | undefined
      }
    }

const options = workerData as { folder?: string; snapshot?: Uint8Array }
const parsers = {
  [types.DATE]: (value: string) => value,
  [types.TIMESTAMPTZ]: (value: string) => new Date(value).toISOString(),
  [types.INT8]: (value: string) => Number(value),
  [types.NUMERIC]: (value: string) => value,
}
/**
 * PGlite comes with the settings of a tiny machine. A county's records deserve more memory; and as nothing replicates from an embedded database, a load
 * into an emptied table and the index made on it need not be written twice.
 */
const SETTINGS = {
  shared_buffers: '512MB',
  work_mem: '64MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
}
const startParams = [
  ...PGlite.defaultStartParams,
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]
const database = await PGlite.create({
  ...(options.folder ? { dataDir: options.folder, startParams } : {}),
  ...(options.snapshot ? { loadDataDir: new Blob([new Uint8Array(options.snapshot)]) } : {}),
  relaxedDurability: false,
  parsers,
})

async function answer(request: WorkerRequest): Promise<unknown> {
  if (request.first) await database.exec(request.first)
  switch (request.kind) {
    case 'query': {
      const mode = request.arrays ? ('array' as const) : ('object' as const)
      return (await database.query(request.text, [...request.params], { rowMode: mode })).rows
    }
    case 'execute':
      await database.exec(request.script)
      return undefined
    case 'copy': {
      const columns = request.columns.map((column) => `"${column}"`).join(', ')
      const blob = new Blob([new Uint8Array(request.chunk)])
      const statement = `COPY ${request.table} (${columns}) FROM '/dev/blob' (FORMAT ${request.format})`
      const result = await database.query(statement, [], { blob })
      return result.affectedRows ?? 0
    }
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
    case 'close':
      await database.close()
      return undefined
  }
}

async function handle(request: WorkerRequest): Promise<void> {
  try {
    parentPort!.postMessage({ id: request.id, result: await answer(request) } satisfies WorkerAnswer)
  } catch (error) {
    const { message, code, detail, constraint } = error as Error &
      Record<'code' | 'detail' | 'constraint', string | undefined>
    parentPort!.postMessage({ id: request.id, error: { message, code, detail, constraint } } satisfies WorkerAnswer)
  }
}

let last = Promise.resolve()
parentPort!.on('message', (request: WorkerRequest) => {
  last = last.then(() => handle(request))
})
parentPort!.postMessage({ id: 0, result: 'ready' } satisfies WorkerAnswer)
