import { keyOf, keyOfPin, keyOfRecovery, openBytes, randomBytes, ROUNDS, sealBytes, type Sealed } from './seal.ts'
import type { DeviceStore } from './store.ts'

/** After so many wrong PINs in a row the village's copy is erased. */
export const PINS = 5
const SAFE = 'safe'
const COPY = 'pack/'

/** What lies on the device in clear: how the data key is wrapped, and nothing about anybody. */
interface Safe {
  readonly salt: Uint8Array<ArrayBuffer>
  readonly rounds: number
  /** The data key under the PIN; gone once the copy was erased. */
  readonly byPin: Sealed | null
  /** The data key under the key that only the server can derive, for the account that signs in. */
  readonly byRecovery: Sealed
  readonly wrong: number
}

/** What came of a PIN. */
export type Unlocking =
  | { readonly kind: 'open'; readonly key: CryptoKey }
  | { readonly kind: 'wrong'; readonly left: number }
  /** The copy is gone; what waits to be sent is not, and opens again after signing in. */
  | { readonly kind: 'erased' }

const find = async (store: DeviceStore) => (await store.get(SAFE)) as Safe | undefined

async function wrapped(
  raw: Uint8Array<ArrayBuffer>,
  pin: string,
): Promise<Pick<Safe, 'salt' | 'rounds' | 'byPin' | 'wrong'>> {
  const salt = randomBytes(16)
  const byPin = await sealBytes(await keyOfPin(pin, salt, ROUNDS), SAFE, raw)
  return { salt, rounds: ROUNDS, byPin, wrong: 0 }
}

/** What is wrong with a PIN; undefined when nothing is. */
export function pinFault(pin: string): 'short' | 'simple' | undefined {
  if (!/^\d{6,12}$/.test(pin)) return 'short'
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])))
  const [step] = steps
  return steps.size === 1 && Math.abs(step!) <= 1 ? 'simple' : undefined
}

/** Whether the device has a safe, and whether a PIN still opens it. */
export async function safeState(store: DeviceStore): Promise<'none' | 'locked' | 'erased'> {
  const safe = await find(store)
  return safe ? (safe.byPin ? 'locked' : 'erased') : 'none'
}

/** Sets up the safe of a device with a new random data key. @param recoveryKey what the server gives for this account and device. */
export async function createSafe(store: DeviceStore, pin: string, recoveryKey: string): Promise<CryptoKey> {
  const raw = randomBytes(32)
  const byRecovery = await sealBytes(await keyOfRecovery(recoveryKey), SAFE, raw)
  await store.write({ [SAFE]: { ...(await wrapped(raw, pin)), byRecovery } satisfies Safe })
  const key = await keyOf(raw)
  raw.fill(0)
  return key
}

/**
 * Tries a PIN. The attempt is counted before it is tried, so that ending the program does not give it back. The last wrong one erases the village's copy
 * and the PIN's own key; entries that were not sent stay, sealed.
 */
export async function unlock(store: DeviceStore, pin: string): Promise<Unlocking> {
  const safe = await find(store)
  if (!safe?.byPin) return { kind: 'erased' }
  const wrong = safe.wrong + 1
  await store.write({ [SAFE]: { ...safe, wrong } satisfies Safe })
  const raw = await openBytes(await keyOfPin(pin, safe.salt, safe.rounds), SAFE, safe.byPin).catch(() => undefined)
  if (raw) {
    await store.write({ [SAFE]: { ...safe, wrong: 0 } satisfies Safe })
    const key = await keyOf(raw)
    raw.fill(0)
    return { kind: 'open', key }
  }
  if (wrong < PINS) return { kind: 'wrong', left: PINS - wrong }
  await eraseCopy(store)
  return { kind: 'erased' }
}

/** Erases the village's copy and the key that the PIN opens. What waits to be sent stays sealed under the recovery key. */
export async function eraseCopy(store: DeviceStore): Promise<void> {
  const safe = await find(store)
  const copy = await store.entries(COPY)
  await store.write({
    ...Object.fromEntries(copy.map(([name]) => [name, undefined])),
    ...(safe ? { [SAFE]: { ...safe, byPin: null, wrong: 0 } satisfies Safe } : {}),
  })
}

/** Opens the safe with the server's recovery key and gives it a new PIN. @throws when the key is not this safe's. */
export async function recover(store: DeviceStore, recoveryKey: string, pin: string): Promise<CryptoKey> {
  const safe = await find(store)
  if (!safe) return createSafe(store, pin, recoveryKey)
  const raw = await openBytes(await keyOfRecovery(recoveryKey), SAFE, safe.byRecovery)
  await store.write({ [SAFE]: { ...safe, ...(await wrapped(raw, pin)) } satisfies Safe })
  const key = await keyOf(raw)
  raw.fill(0)
  return key
}
