import { Worker } from 'node:worker_threads'
import { type FaultMessage, unpackFault } from '../text/refusal-message.ts'
import { unpackRows, type PackedRows } from './import-rows.ts'
import type { ReadingTask } from './import-worker.ts'
import type { ReadingContext, ReadStep } from './importable-register.ts'

type Message<Entry> = PackedRows | { step: Extract<ReadStep<Entry>, { kind: 'end' }> } | { end: true } | FaultMessage

/**
 * Reads a file by its register's rules in a worker thread and yields what it says, step by step.
 * @throws Refusal (UnreadableFile) when the file cannot be read, also after some steps when it is damaged further down.
 */
export async function* readInWorker<Entry>(
  module: URL,
  bytes: Uint8Array,
  filename: string,
  context: ReadingContext,
): AsyncGenerator<ReadStep<Entry>> {
  const task: ReadingTask = { module: module.href, bytes, filename, context }
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    workerData: task,
    // Rows live as long as the whole file is being read: a small nursery would copy each of them several times.
    resourceLimits: { maxYoungGenerationSizeMb: 128 },
  })
  const waiting: Message<Entry>[] = []
  let wake: () => void = () => {}
  const push = (message: Message<Entry>) => {
    waiting.push(message)
    wake()
  }
  worker.on('message', push)
  worker.on('error', (error) =>
    push({ message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
  worker.on('exit', () => push({ message: 'The reading thread has stopped' }))
  try {
    for (;;) {
      const message = waiting.shift()
      if (!message) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      if ('end' in message) return
      if ('message' in message) throw unpackFault(message)
      yield 'rows' in message ? unpackRows<Entry>(message) : message.step
    }
  } finally {
    worker.removeAllListeners('exit')
    await worker.terminate()
  }
}
