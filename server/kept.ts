import type { Database } from '@kangheng/kernel/store/connection.ts'

interface Kept {
  readonly at: number
  readonly value: Promise<unknown>
  /** Set while the value is being worked out anew. */
  renewing: boolean
}

/** An answer younger than this is given as it is; an older one is given once more while it is worked out anew; a very old one is not given. */
const FRESH_MILLISECONDS = 10_000
const USABLE_MILLISECONDS = 60_000
const KEPT_AT_MOST = 2_000

const stores = new WeakMap<Database, Map<string, Kept>>()

function storeOf(database: Database): Map<string, Kept> {
  let store = stores.get(database)
  if (!store) stores.set(database, (store = new Map()))
  return store
}

/**
 * Gives an answer that is the same for every reader with the same key, and works it out once however many ask. For lists and counts over a whole
 * county, which cost a second; what concerns a village is asked anew each time.
 */
export async function keep<Value>(database: Database, key: string, work: () => Promise<Value>): Promise<Value> {
  const store = storeOf(database)
  const known = store.get(key)
  const age = known ? Date.now() - known.at : Infinity
  if (known && age < USABLE_MILLISECONDS) {
    if (age > FRESH_MILLISECONDS && !known.renewing) {
      known.renewing = true
      void renew(store, key, work).catch(() => {})
    }
    return known.value as Promise<Value>
  }
  return renew(store, key, work)
}

/** Works an answer out. While there is a usable one it stays in place until the new one has come. */
async function renew<Value>(store: Map<string, Kept>, key: string, work: () => Promise<Value>): Promise<Value> {
  const value = work()
  if (!store.get(key)?.renewing) put(store, key, value)
  const result = await value.catch((error: unknown) => {
    store.delete(key)
    throw error
  })
  put(store, key, value)
  return result
}

function put(store: Map<string, Kept>, key: string, value: Promise<unknown>): void {
  if (store.size >= KEPT_AT_MOST) store.clear()
  store.set(key, { at: Date.now(), value, renewing: false })
}

/** Forgets answers whose key begins so: what somebody has just done is to be seen at once where they work. */
export function forget(database: Database, prefix: string): void {
  const store = storeOf(database)
  for (const key of store.keys()) if (key.startsWith(prefix)) store.delete(key)
}
