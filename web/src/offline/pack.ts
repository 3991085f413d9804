import type { SealedStore } from './sealed-store.ts'
import { Refused, Unreachable, type Transport } from './transport.ts'

const PARTS = 'pack/'
const HEAD = 'head'
/** Parts that are written to the device at once. */
const AT_ONCE = 16

/** What a pack says of itself: its village, the server's day and moment, and which parts belong to it. */
export interface PackHead {
  readonly village: string
  readonly today: string
  /** The server's moment, ISO. */
  readonly at: string
  readonly parts: Readonly<Record<string, string>>
}

/** The head as it is kept. */
export interface KeptHead extends PackHead {
  /** Every part has arrived; otherwise some are of an earlier sync. */
  readonly complete: boolean
  /** When it was fetched, by the device's clock put right. */
  readonly heardAt: number
}

/** A part as it is kept. */
export interface KeptPart {
  readonly digest: string
  readonly content: unknown
}

/** What a sync brought. */
export interface Synced {
  readonly outcome: 'complete' | 'unreachable' | 'signed-out' | 'refused'
  readonly parts: number
  /** Characters that came over the network, unpacked. */
  readonly received: number
}

/** The copy of a village as it lies on the device; undefined before the first sync has brought its head. */
export async function readPack(
  store: SealedStore,
): Promise<{ head: KeptHead; parts: ReadonlyMap<string, unknown> } | undefined> {
  const head = await store.get<KeptHead>(PARTS + HEAD)
  if (!head) return undefined
  const kept = await store.entries<KeptPart>(PARTS)
  const parts = kept.flatMap(([name, part]): [string, unknown][] =>
    name === PARTS + HEAD ? [] : [[name.slice(PARTS.length), part.content]],
  )
  return { head, parts: new Map(parts) }
}

/**
 * Fetches what has changed since the last sync. Parts are kept as they arrive, so that a connection that breaks has not been in vain: the next sync names
 * them and is sent the rest. What no longer belongs to the village is removed at the end.
 */
export async function syncPack(
  store: SealedStore,
  transport: Transport,
  clock: { now(): number; noteServerTime(at: number): void },
): Promise<Synced> {
  const before = (await store.entries<KeptPart & KeptHead>(PARTS)).filter(([name]) => name !== PARTS + HEAD)
  const known = Object.fromEntries(before.map(([name, part]) => [name.slice(PARTS.length), part.digest]))
  let head: PackHead | undefined
  let [received, parts] = [0, 0]
  let arrived: Record<string, KeptPart> = {}
  const keepHead = (complete: boolean, gone: Readonly<Record<string, undefined>> = {}) =>
    store.write({ ...gone, [PARTS + HEAD]: { ...head!, complete, heardAt: clock.now() } satisfies KeptHead })
  async function keepArrived() {
    const parts = arrived
    arrived = {}
    await store.write(parts)
  }
  try {
    for await (const line of transport.lines('/api/village/pack', { known })) {
      received += line.length
      const said = JSON.parse(line) as Partial<PackHead> & {
        name?: string
        digest?: string
        content?: unknown
        end?: number
      }
      if (!head) {
        head = said as PackHead
        clock.noteServerTime(Date.parse(head.at))
        await keepHead(false)
      } else if (said.name && said.digest) {
        arrived[PARTS + said.name] = { digest: said.digest, content: said.content }
        parts += 1
        if (parts % AT_ONCE === 0) await keepArrived()
      } else if (said.end === parts) {
        const wanted = head.parts
        const gone = Object.keys(known).filter((name) => !(name in wanted))
        await keepArrived()
        await keepHead(true, Object.fromEntries(gone.map((name) => [PARTS + name, undefined])))
        return { outcome: 'complete', parts, received }
      }
    }
    return { outcome: 'unreachable', parts, received }
  } catch (error) {
    await keepArrived()
    if (error instanceof Refused)
      return { outcome: error.reply.status === 401 ? 'signed-out' : 'refused', parts, received }
    if (error instanceof Unreachable) return { outcome: 'unreachable', parts, received }
    throw error
  }
}
