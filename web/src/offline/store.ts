/** Where a device keeps things under names; what lies there is sealed by others. */
export interface DeviceStore {
  get(name: string): Promise<unknown>
  /** Names that begin so, with their values, in the order of the names. */
  entries(prefix: string): Promise<[string, unknown][]>
  /** Writes all of it or nothing; `undefined` removes. */
  write(changes: Readonly<Record<string, unknown>>): Promise<void>
}

const TABLE = 'entries'

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })

/** A store in the browser's database of this name. */
export async function openIndexedStore(name: string): Promise<DeviceStore> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE)
  const database = await settled(opening)
  const read = () => database.transaction(TABLE, 'readonly').objectStore(TABLE)
  return {
    get: (key) => settled<unknown>(read().get(key)),
    async entries(prefix) {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`)
      const table = read()
      const [keys, values] = await Promise.all([
        settled(table.getAllKeys(range)),
        settled<unknown[]>(table.getAll(range)),
      ])
      return keys.map((key, index) => [String(key), values[index]])
    },
    write: (changes) =>
      new Promise((resolve, reject) => {
        // Strict: what is said to be kept must survive the battery running out.
        const transaction = database.transaction(TABLE, 'readwrite', { durability: 'strict' })
        const table = transaction.objectStore(TABLE)
        for (const [key, value] of Object.entries(changes))
          if (value === undefined) table.delete(key)
          else table.put(value, key)
        transaction.oncomplete = () => resolve()
        transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'))
      }),
  }
}
