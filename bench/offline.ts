import { createAccount } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { buildApp } from '@kangheng/server/app.ts'
import { defaultOptions } from '@kangheng/server/setting.ts'
import { openBenchCounty } from './county.ts'
import { judge, timed, type BenchResult } from './measure.ts'

const PASSWORD = 'a hundred and four villages'
const MEGABYTE = 1 << 20

/** The parts of the pages' exchange that are measured; found by address, as the pages are compiled on their own. */
interface Exchange {
  seal: {
    keyOf(raw: Uint8Array): Promise<unknown>
    keyOfPin(pin: string, salt: Uint8Array, rounds: number): Promise<unknown>
    ROUNDS: number
  }
  sealedStore: { sealedStore(store: object, key: unknown): object }
  pack: {
    syncPack(
      store: object,
      transport: object,
      clock: object,
    ): Promise<{ outcome: string; parts: number; received: number }>
    readPack(store: object): Promise<{ head: object; parts: Map<string, unknown> }>
  }
  village: { makeVillage(head: object, parts: Map<string, unknown>): { persons: { size: number }; tasks: unknown[] } }
  transport: { linesOf(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> }
  testing: { memoryStore(): { size(): number } }
}

async function loadExchange(): Promise<Exchange> {
  const load = (name: string) =>
    import(new URL(`../web/src/offline/${name}.ts`, import.meta.url).href) as Promise<never>
  return {
    seal: await load('seal'),
    sealedStore: await load('sealed-store'),
    pack: await load('pack'),
    village: await load('village'),
    transport: await load('transport'),
    testing: await load('testing'),
  }
}

/** The first sync of a village of 1,500 people, the second after a visit, opening the copy, and its size on the device: over HTTP, packed, sealed. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const county = await openBenchCounty(quick, false)
  const { setting } = county
  const exchange = await loadExchange()
  const app = await buildApp(setting, { ...defaultOptions, logLevel: 'error' })
  try {
    const [village] = await setting.database.query<{ division: string; people: number }>(
      `select division, count(*)::int as people from person where length(division) = 12 and state not in ('merged', 'voided')
       group by division order by abs(count(*) - 1500) limit 1`,
    )
    const { division, people } = village!
    const account = { username: 'bench-walker', name: '和村医', role: 'village-doctor', division }
    await createAccount(setting, installationActor(setting.county, 'setup'), account, PASSWORD, false)
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const headers: Record<string, string> = { 'x-kangheng': '1', 'content-type': 'application/json' }
    const post = (path: string, body: object) =>
      fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const entered = await post('/api/session', { username: account.username, password: PASSWORD })
    headers['cookie'] = entered.headers.getSetCookie()[0]!.split(';')[0]!
    const transport = {
      async *lines(path: string, body: object) {
        const answer = await post(path, body)
        if (!answer.ok) throw new Error(await answer.text())
        yield* exchange.transport.linesOf(answer.body!)
      },
    }
    const device = exchange.testing.memoryStore()
    const store = exchange.sealedStore.sealedStore(device, await exchange.seal.keyOf(new Uint8Array(32)))
    const clock = { now: Date.now, noteServerTime: () => {} }
    const sync = () => timed(() => exchange.pack.syncPack(store, transport, clock))
    const first = await sync()
    const [patient] = await setting.database.query<{ person: string }>(
      `select person from hypertension_patient where division = $1 and state = 'managed' and voided_at is null order by id limit 1`,
      [division],
    )
    const visit = await post('/api/actions/hypertension.visit.record', {
      requestId: 'bench-visit-of-today',
      input: { person: patient!.person, happenedOn: setting.today(), mode: 'clinic', systolic: 151, diastolic: 91 },
    })
    if (!visit.ok) throw new Error(await visit.text())
    const second = await sync()
    const opening = await timed(async () => {
      const { head, parts } = await exchange.pack.readPack(store)
      return exchange.village.makeVillage(head, parts)
    })
    const pin = await timed(() => exchange.seal.keyOfPin('730518', new Uint8Array(16), exchange.seal.ROUNDS))
    const basis = `${people} people, ${opening.result.tasks.length} pieces of work`
    return judge(
      'offline',
      [
        {
          name: 'first sync',
          value: first.ms / 1000,
          unit: 's',
          basis: `${basis}, ${(first.result.received / MEGABYTE).toFixed(1)} MB unpacked in ${first.result.parts} parts`,
        },
        {
          name: 'second sync, after a visit',
          value: second.ms / 1000,
          unit: 's',
          basis: `${(second.result.received / 1024).toFixed(0)} KB in ${second.result.parts} parts`,
        },
        { name: 'size on the device', value: device.size() / MEGABYTE, unit: 'MB', basis },
        { name: 'opening the copy', value: opening.ms / 1000, unit: 's', basis: 'decrypted and put together' },
        { name: 'trying a PIN', value: pin.ms / 1000, unit: 's', basis: `${exchange.seal.ROUNDS} rounds` },
      ],
      quick,
    )
  } finally {
    await app.close()
    await county.stop()
  }
}
