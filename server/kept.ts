import type { Database } from '@kangheng/kernel/store/connection.ts'

/** How long answers of one kind are good, and how many of them are kept. */
export interface Keeping {
  /** A younger answer is given as it is. */
  readonly freshMilliseconds: number
  /** An older one is given once more while it is worked out anew; one older than this is not given. The same as `fresh`: never stale. */
  readonly usableMilliseconds: number
  readonly atMost: number
}

interface Kept {
  readonly at: number
  readonly value: Promise<unknown>
  /** Set while the value is being worked out anew. */
  renewing: boolean
}

type Store = Map<string, Kept>

/** By database, so that two servers in one process do not answer for each other. */
const stores = new WeakMap<Database, Map<Keeping, Store>>()

function storeOf(database: Database, keeping: Keeping): Store {
  let kinds = stores.get(database)
  if (!kinds) stores.set(database, (kinds = new Map()))
  let store = kinds.get(keeping)
  if (!store) kinds.set(keeping, (store = new Map()))
  return store
}

/** Gives an answer that is the same for every reader with the same key, and works it out once however many ask. */
export async function keep<Value>(
  database: Database,
  keeping: Keeping,
  key: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const store = storeOf(database, keeping)
  const known = store.get(key)
  const age = known ? Date.now() - known.at : Infinity
  if (known && age < keeping.usableMilliseconds) {
    if (age > keeping.freshMilliseconds && !known.renewing) {
      known.renewing = true
      void workOut(store, key, work(), known).catch(() => {})
    }
    return known.value as Promise<Value>
  }
  const value = work()
  const begun: Kept = { at: Date.now(), value, renewing: false }
  if (store.size >= keeping.atMost) store.clear()
  store.set(key, begun)
  return workOut(store, key, value, begun)
}

/** Waits for an answer and puts it in the place of `before`; when that was forgotten meanwhile, the answer is too old to be kept. */
async function workOut<Value>(store: Store, key: string, value: Promise<Value>, before: Kept): Promise<Value> {
  try {
    const result = await value
    if (store.get(key) === before) store.set(key, { at: Date.now(), value, renewing: false })
    return result
  } catch (error) {
    if (store.get(key) === before) store.delete(key)
    throw error
  }
}

/** Forgets answers whose key begins so; all of the kind when nothing is said. */
export function forget(database: Database, keeping: Keeping, prefix = ''): void {
  const store = storeOf(database, keeping)
  for (const key of store.keys()) if (key.startsWith(prefix)) store.delete(key)
}
