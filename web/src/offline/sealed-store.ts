import { seal, unseal, type Sealed } from './seal.ts'
import type { DeviceStore } from './store.ts'

/** A device's store as whoever has the key sees it: plain values under names. */
export interface SealedStore {
  get<Value>(name: string): Promise<Value | undefined>
  entries<Value>(prefix: string): Promise<[string, Value][]>
  /** Writes all of it or nothing; `undefined` removes. */
  write(changes: Readonly<Record<string, unknown>>): Promise<void>
}

/** Seals on the way in, opens on the way out. */
export function sealedStore(store: DeviceStore, key: CryptoKey): SealedStore {
  return {
    async get<Value>(name: string) {
      const sealed = (await store.get(name)) as Sealed | undefined
      return sealed && unseal<Value>(key, name, sealed)
    },
    async entries<Value>(prefix: string) {
      const found = (await store.entries(prefix)) as [string, Sealed][]
      return Promise.all(
        found.map(async ([name, sealed]): Promise<[string, Value]> => [name, await unseal<Value>(key, name, sealed)]),
      )
    },
    async write(changes) {
      const sealed = await Promise.all(
        Object.entries(changes).map(async ([name, value]) => [
          name,
          value === undefined ? undefined : await seal(key, name, value),
        ]),
      )
      await store.write(Object.fromEntries(sealed) as Record<string, unknown>)
    },
  }
}
