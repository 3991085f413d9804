import { linesOf, Refused, Unreachable, type Reply, type Transport } from './transport.ts'
import type { DeviceStore } from './store.ts'

/** Where tests find the server: by address, as the pages are compiled without it. */
export const serverModule = (path: string): Promise<unknown> =>
  import(new URL(`../../../server/${path}`, import.meta.url).href)

interface Answer {
  statusCode: number
  body: string
  headers: Record<string, unknown>
}
/** A signed-in reader of the test server. */
export interface Client {
  ask(method: string, url: string, body?: unknown): Promise<Answer>
  get(url: string): Promise<Answer>
  post(url: string, body?: unknown): Promise<Answer>
}

/** What the network does to one request. */
export type Fault = 'cut-before' | 'cut-after' | 'twice' | 'portal' | 'busy' | { readonly cutAt: number }

/** A power cut: the program ends here. */
export class Killed extends Error {}

/** The way to a test server, with something happening to chosen requests; `calls` counts them. */
export function faultyTransport(client: () => Client, faultAt: (call: number) => Fault | undefined) {
  let calls = 0
  const reply = ({ statusCode, body, headers }: Answer): Reply => ({
    status: statusCode,
    body: JSON.parse(body) as unknown,
    serverAt: Date.parse(String(headers['date'])),
  })
  async function send(ask: () => Promise<Answer>): Promise<Answer> {
    const fault = faultAt(calls)
    calls += 1
    if (fault === 'cut-before') throw new Unreachable()
    if (fault === 'portal') return { statusCode: 200, body: '{"welcome":"to our free network"}', headers: {} }
    if (fault === 'busy') return { statusCode: 503, body: '{"type":"urn:kangheng:unavailable"}', headers: {} }
    const answer = await ask()
    if (fault === 'cut-after') throw new Unreachable()
    return fault === 'twice' ? ask() : answer
  }
  async function* chunks(text: string, cutAt: number) {
    const bytes = new TextEncoder().encode(text)
    for (let from = 0; from < Math.min(bytes.length, cutAt); from += 4096)
      yield bytes.slice(from, Math.min(from + 4096, cutAt))
    if (cutAt < bytes.length) throw new TypeError('network error')
  }
  const transport: Transport = {
    get: async (path) => reply(await send(() => client().get(path))),
    post: async (path, body) => reply(await send(() => client().post(path, body))),
    async *lines(path, body) {
      const fault = faultAt(calls)
      const answer = await send(() => client().post(path, body))
      if (answer.statusCode !== 200) throw new Refused(reply(answer))
      yield* linesOf(chunks(answer.body, typeof fault === 'object' ? fault.cutAt : Infinity))
    },
  }
  return { transport, calls: () => calls }
}

/** A device's store in memory that outlives the program; `killAt` ends the program at a write, before or after it has happened. */
export function memoryStore(
  killAt?: (write: number) => 'before' | 'after' | undefined,
): DeviceStore & { size(): number } {
  const kept = new Map<string, unknown>()
  let writes = 0
  return {
    get: async (name) => structuredClone(kept.get(name)),
    entries: async (prefix) =>
      [...kept]
        .filter(([name]) => name.startsWith(prefix))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => [name, structuredClone(value)]),
    async write(changes) {
      const kill = killAt?.(writes)
      writes += 1
      if (kill === 'before') throw new Killed()
      for (const [name, value] of Object.entries(changes))
        if (value === undefined) kept.delete(name)
        else kept.set(name, structuredClone(value))
      if (kill === 'after') throw new Killed()
    },
    /** Bytes of ciphertext that lie on the device. */
    size: () =>
      [...kept.values()].reduce<number>(
        (sum, value) => sum + ((value as { data?: ArrayBuffer }).data?.byteLength ?? 0),
        0,
      ),
  }
}
