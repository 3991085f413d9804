/** Reads and judges a file in a thread of its own, so that neither HTTP nor the database waits for it. */
import { parentPort, workerData } from 'node:worker_threads'
import { packFault } from '../text/refusal-message.ts'
import { packRows } from './import-rows.ts'
import type { ReadingContext, ReadingModule } from './importable-register.ts'

/** What the thread is given. */
export interface ReadingTask {
  readonly module: string
  readonly bytes: Uint8Array
  readonly filename: string
  readonly context: ReadingContext
}

const { module, bytes, filename, context } = workerData as ReadingTask
try {
  const { readFile } = (await import(module)) as ReadingModule<unknown>
  for (const step of readFile(bytes, filename, context))
    parentPort!.postMessage(step.kind === 'rows' ? packRows(step) : { step })
  parentPort!.postMessage({ end: true })
} catch (error) {
  parentPort!.postMessage(packFault(error))
}
