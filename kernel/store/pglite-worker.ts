/** PGlite lives in this worker thread, so that a heavy query does not stall HTTP. Requests are executed in the order they come. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'

/** One request to the worker; `id` comes back with the answer. */
export type WorkerRequest =
  | { id: number; kind: 'query'; text: string; params: readonly unknown[]; arrays: boolean }
  | { id: number; kind: 'execute'; script: string }
  | { id: number; kind: 'copy'; table: string; columns: readonly string[]; chunk: Uint8Array }
  | { id: number; kind: 'dump' }
  | { id: number; kind: 'close' }

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
const database = await PGlite.create({
  ...(options.folder ? { dataDir: options.folder } : {}),
  ...(options.snapshot ? { loadDataDir: new Blob([new Uint8Array(options.snapshot)]) } : {}),
  relaxedDurability: false,
  parsers,
})

async function answer(request: WorkerRequest): Promise<unknown> {
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
      const result = await database.query(`COPY ${request.table} (${columns}) FROM '/dev/blob'`, [], { blob })
      return result.affectedRows ?? 0
    }
    case 'dump':
      return new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer())
    case 'close':
      await database.close()
      return undefined
  }
}

parentPort!.on('message', async (request: WorkerRequest) => {
  try {
    parentPort!.postMessage({ id: request.id, result: await answer(request) } satisfies WorkerAnswer)
  } catch (error) {
    const { message, code, detail, constraint } = error as Error &
      Record<'code' | 'detail' | 'constraint', string | undefined>
    parentPort!.postMessage({ id: request.id, error: { message, code, detail, constraint } } satisfies WorkerAnswer)
  }
})
parentPort!.postMessage({ id: 0, result: 'ready' } satisfies WorkerAnswer)
