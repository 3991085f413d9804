import { Worker } from 'node:worker_threads'
import { openQueue, type Queue } from '../queue.ts'
import type { LayerMessage, LayerTask } from './layer-worker.ts'

/** A thread that makes layers; what it has made is taken in the order in which it was made. */
export interface LayerThread extends Pick<Queue<LayerMessage>, 'take'> {
  stop(): Promise<unknown>
}

/** Starts a thread for some layers. A failure of the thread is thrown where the next is taken. */
export function startLayerThread(task: LayerTask): LayerThread {
  const worker = new Worker(new URL('./layer-worker.ts', import.meta.url), {
    workerData: task,
    // Rows live as long as their chunk: a small nursery would copy many of them.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  const queue = openQueue<LayerMessage>(Infinity)
  worker.on('message', (made: LayerMessage) => void queue.push(made, 0))
  worker.on('error', (error) => queue.fail(error))
  return {
    async take() {
      const made = await queue.take()
      if (made.kind === 'chunk') worker.postMessage(made.bytes.length)
      return made
    },
    async stop() {
      await worker.terminate()
    },
  }
}
