import { parentPort, workerData } from 'node:worker_threads'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { demoAccounts, type DemoAccount } from '../accounts.ts'
import type { Layer } from '../layer.ts'
import { produce, type Made } from '../load.ts'
import { makeModel } from '../model.ts'
import { stagesOf } from '../stages.ts'

/** What a thread is to make, one layer after the other. */
export interface LayerTask {
  readonly county: string
  readonly seed: number
  readonly secret: Uint8Array
  readonly years?: number | undefined
  readonly layers: readonly { readonly layer: Layer; readonly scale: number }[]
  /** Bytes it may be ahead of the database. */
  readonly ahead: number
}

/** A table without its rows, which stay in the thread. */
export interface ToldTable {
  readonly name: string
  readonly columns: readonly string[]
  readonly count: number
}

/** What a thread says: what it has made, and after the first layer the accounts of the demo. */
export type LayerMessage = Made<ToldTable> | { readonly kind: 'accounts'; readonly accounts: readonly DemoAccount[] }

const task = workerData as LayerTask
const port = parentPort!
let held = 0
let wake: () => void = () => {}
port.on('message', (taken: number) => {
  held -= taken
  wake()
})

/** Sends what was made and waits while too much of it is under way. */
async function push(made: Made): Promise<void> {
  if (made.kind === 'chunk') {
    held += made.bytes.length
    port.postMessage(made, [made.bytes.buffer as ArrayBuffer])
    while (held > task.ahead) await new Promise<void>((resolve) => (wake = resolve))
  } else if (made.kind === 'stage') {
    const tables = made.tables.map(({ name, columns, count }) => ({ name, columns, count }))
    port.postMessage({ kind: 'stage', tables } satisfies LayerMessage)
  } else port.postMessage(made)
}

async function makeLayer({ layer, scale }: LayerTask['layers'][number]): Promise<void> {
  const model = makeModel({ county: task.county, scale, seed: task.seed, layer, years: task.years })
  await produce(stagesOf(model, vault), { push })
  if (layer.index === 0) port.postMessage({ kind: 'accounts', accounts: demoAccounts(model) } satisfies LayerMessage)
}

const vault = openVault(task.secret)
for (const each of task.layers) await makeLayer(each)
// Whoever started the thread ends it: what is still under way must be taken first.
