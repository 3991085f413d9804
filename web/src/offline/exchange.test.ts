import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { RecordRow } from '../api/types.ts'
import { openOutbox, type Intention, type Outbox } from './outbox.ts'
import { readPack, syncPack } from './pack.ts'
import { createSafe } from './safe.ts'
import { sealedStore, type SealedStore } from './sealed-store.ts'
import { faultyTransport, Killed, memoryStore, serverModule, type Client, type Fault } from './testing.ts'
import { makeVillage, withEntries } from './village.ts'

/** The kernel's fixture: umbrellas are lent, given back, lost. What holds for them holds for visits. */
interface Umbrellas {
  client: Client
  /** Somebody else at the same village. */
  colleague: Client
  account: string
  people: string[]
  rows(person: string): Promise<Record<string, unknown>[]>
  entries(person: string): Promise<number>
  /** What the pictures of somebody's records are called, and which kind of umbrella they are of. */
  pictures(person: string): Promise<Record<string, unknown>[]>
  /** When the server received what concerns somebody, and when the device says it was entered. */
  deviceTimes(person: string): Promise<number[][]>
  close(): Promise<void>
}

const LEND = 'umbrella.loan.lend'
const ATTACH = 'umbrella.loan.attach'
const GIVE_BACK = 'umbrella.loan.give-back'
const VILLAGE = '530721001001'
const TITLE = { zh: '借出', en: 'Lend' }
const TODAY = '2025-06-15'

let world: Umbrellas
let sealing: CryptoKey
let used = 0

async function openWorld(): Promise<Umbrellas> {
  const kernel = '../kernel/testing'
  const { openTestServer } = (await serverModule('testing/server.ts')) as {
    openTestServer(house: unknown): Promise<never>
  }
  const { loadSmallCounty } = (await serverModule(`${kernel}/small-county.ts`)) as {
    loadSmallCounty(database: unknown, people: number): Promise<void>
  }
  const { offlineLibrary } = (await serverModule('testing/offline-library.ts')) as { offlineLibrary: unknown }
  const server = (await openTestServer(offlineLibrary)) as {
    setting: { database: { query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]> } }
    signedIn(values: object): Promise<Client>
    close(): Promise<void>
  }
  const { database } = server.setting
  await loadSmallCounty(database, 2400)
  const client = await server.signedIn({ role: 'walker', division: VILLAGE })
  const colleague = await server.signedIn({ role: 'walker', division: VILLAGE, username: 'colleague' })
  const session = JSON.parse((await client.get('/api/session')).body) as { account: { id: string } }
  const people = await database.query('select id from person where division = $1 order by id', [VILLAGE])
  return {
    client,
    colleague,
    account: session.account.id,
    people: people.map((row) => String(row['id'])),
    rows: (person) =>
      database.query(
        `select substr(umbrella, 1, 1) as kind, happened_on, due_on, returned_on, state, version from umbrella_loan
         where person = $1 order by happened_on, due_on, state`,
        [person],
      ),
    async entries(person) {
      const [row] = await database.query('select count(*)::int as n from journal where person = $1', [person])
      return Number(row!['n'])
    },
    pictures: (person) =>
      database.query(
        `select caption, happened_on, due_on from attachment join umbrella_loan loan on loan.id = record_id
         where attachment.person = $1 order by caption`,
        [person],
      ),
    async deviceTimes(person) {
      const rows = await database.query('select at, device_at from journal where person = $1', [person])
      return rows.map((row) => [Date.parse(String(row['at'])), Date.parse(String(row['device_at']))])
    },
    close: () => server.close(),
  }
}

before(async () => {
  world = await openWorld()
  sealing = await createSafe(memoryStore(), '730518', 'recovery')
})
after(() => world?.close())

/** Two people nobody has touched yet, and numbers of umbrellas that hang in the shop. */
function fresh() {
  const people = [world.people[used]!, world.people[used + 1]!]
  const shelf = used * 3
  const umbrella = (index: number) => `U${String(shelf + index).padStart(3, '0')}`
  used += 2
  assert.ok(people[1], 'no people left')
  return { people, umbrella }
}

interface Device {
  store: SealedStore
  outbox: Outbox
  /** The device's clock; the server's is the machine's. */
  clock: { skew: number; offset: number }
}

/** The program after a start: whatever it knew is gone, the store is not. */
function start(store: SealedStore, faultAt: (call: number) => Fault | undefined = () => undefined, skew = 0): Device {
  const { transport } = faultyTransport(() => world.client, faultAt)
  const clock = { skew, offset: -skew }
  const now = () => Date.now() + clock.skew
  let keys = 0
  const outbox = openOutbox({
    store,
    transport,
    account: world.account,
    now,
    newKey: () => `key-${performance.now().toString(36).replace('.', '')}-${(keys += 1)}`,
    offset: () => clock.offset,
    noteServerTime: (at) => (clock.offset = at - now()),
  })
  return { store, outbox, clock }
}

const lending = (person: string, umbrella: string, days: number, happenedOn = '2025-06-10'): Intention => ({
  action: LEND,
  title: TITLE,
  input: { person, umbrella, days, happenedOn },
  person,
  personName: '测试',
})

async function lendDirectly(client: Client, person: string, umbrella: string): Promise<RecordRow> {
  const answer = await client.post(`/api/actions/${LEND}`, {
    requestId: `direct-${person}-${umbrella}`,
    input: { person, umbrella, days: 5, happenedOn: '2025-06-01' },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const { id } = JSON.parse(answer.body) as { id: string }
  return (JSON.parse((await client.get(`/api/records/umbrella.loan/${id}`)).body) as { row: RecordRow }).row
}

/** A picture of about 60 kB, as the camera's field hands it in. */
const photo = (mark: string) =>
  `data:image/jpeg;base64,${Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 4, 1, 1]),
    Buffer.from(mark.padEnd(60_000)),
    Buffer.from([0xff, 0xd9]),
  ]).toString('base64')}`

const picture = (of: RecordRow, caption: string): Intention => ({
  action: ATTACH,
  title: TITLE,
  row: of,
  input: { photo: photo(caption), caption },
  person: of.person,
  personName: '测试',
})

/** The row that an entry will make, as the pages show it before it is sent. */
const rowOf = (key: string, person: string) => ({ id: `request:${key}`, version: 0, person }) as RecordRow

/**
 * A day's work: three loans for two people, one of them wrong and corrected later, an umbrella that comes back, and pictures: of the umbrella that came back, which
 * is another version by then, and of two loans that the server does not know yet.
 */
async function plan() {
  const { people, umbrella } = fresh()
  const [first, second] = people as [string, string]
  const old = await lendDirectly(world.client, first, umbrella(0))
  const work: [string, Intention][] = [
    [`${first}-a`, lending(first, umbrella(1), 3)],
    [`${second}-a`, lending(second, umbrella(2), 99)],
    [`${first}-b`, lending(first, umbrella(3), 4)],
    [
      `${first}-c`,
      { action: GIVE_BACK, title: TITLE, row: old, input: { on: '2025-06-12' }, person: first, personName: '测试' },
    ],
    [`${second}-b`, lending(second, umbrella(3), 7, '2025-06-11')],
    [`${first}-d`, picture(old, 'back')],
    [`${first}-e`, picture(rowOf(`${first}-b`, first), 'new')],
    [`${second}-c`, picture(rowOf(`${second}-a`, second), 'corrected')],
  ]
  return { first, second, work, umbrella }
}

/** Sends until nothing moves any more, correcting what comes back as its writer would. Starting again after a power cut is part of it. */
async function workThrough({ store, outbox }: Device, restart: () => Device, umbrella: (index: number) => string) {
  let device: Device = { store, outbox } as Device
  for (let round = 0; round < 40; round += 1) {
    try {
      await device.outbox.send(true)
      for (const entry of await device.outbox.entries())
        if (entry.state === 'refused') {
          const days = Number(entry.input['days']) > 14 ? { days: 6 } : { umbrella: umbrella(5) }
          await device.outbox.sendAgain(entry.key, { input: { ...entry.input, ...days } })
        }
      if ((await device.outbox.entries()).length === 0) return
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      device = restart()
    }
  }
  assert.fail('the outbox did not become empty')
}

async function outcome({ first, second }: { first: string; second: string }) {
  return {
    first: await world.rows(first),
    second: await world.rows(second),
    pictures: [await world.pictures(first), await world.pictures(second)],
    journal: [await world.entries(first), await world.entries(second)],
  }
}

async function runDay(
  faultAt: (call: number) => Fault | undefined,
  killAt?: (write: number) => 'before' | 'after' | undefined,
) {
  const day = await plan()
  const store = sealedStore(memoryStore(killAt), sealing)
  let device = start(store, faultAt)
  for (const [key, intention] of day.work)
    for (let entered = false; !entered;)
      try {
        // After a power cut the form comes back with what was typed, and is submitted again under its own key.
        await device.outbox.add(intention, key)
        entered = true
      } catch (error) {
        if (!(error instanceof Killed)) throw error
        device = start(store, faultAt)
      }
  await workThrough(device, () => start(store, faultAt), day.umbrella)
  const settled = await start(store).outbox.settled()
  assert.equal(settled.length, day.work.length)
  assert.ok(settled.every((each) => each.outcome === 'sent'))
  return outcome(day)
}

describe('a day’s work ends in the same rows', () => {
  let straight: Awaited<ReturnType<typeof runDay>>

  before(async () => {
    straight = await runDay(() => undefined)
    assert.equal(straight.first.length, 3)
    assert.deepEqual(straight.journal, [6, 3])
    const pictures = straight.pictures.map((each) => each.map(({ caption, due_on }) => [caption, due_on]))
    assert.deepEqual(pictures, [
      [
        ['back', '2025-06-06'],
        ['new', '2025-06-14'],
      ],
      [['corrected', '2025-06-16']],
    ])
  })

  const faults: Fault[] = ['cut-before', 'cut-after', 'twice', 'portal', 'busy']
  for (const fault of faults)
    test(`when the network does this to any one request: ${String(fault)}`, async () => {
      for (let step = 0; step < 12; step += 1)
        assert.deepEqual(await runDay((call) => (call === step ? fault : undefined)), straight, `at request ${step}`)
    })

  for (const moment of ['before', 'after'] as const)
    test(`when the power fails ${moment} any one thing is written on the device`, async () => {
      for (let step = 0; step < 28; step += 1)
        assert.deepEqual(
          await runDay(
            () => undefined,
            (write) => (write === step ? moment : undefined),
          ),
          straight,
          `at write ${step}`,
        )
    })

  test('when everything happens together, in any order', async () => {
    let seed = 7
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647
    for (let run = 0; run < 25; run += 1) {
      const result = await runDay(
        () => (random() < 0.4 ? faults[Math.floor(random() * faults.length)] : undefined),
        () => (random() < 0.12 ? (random() < 0.5 ? 'before' : 'after') : undefined),
      )
      assert.deepEqual(result, straight, `run ${run}`)
    }
  })
})

describe('an entry', () => {
  const device = () => start(sealedStore(memoryStore(), sealing))

  test('whose record was changed by somebody else becomes a conflict with the present state, and goes through on it', async () => {
    const { people, umbrella } = fresh()
    const row = await lendDirectly(world.client, people[0]!, umbrella(0))
    const { outbox } = device()
    const intention = {
      action: GIVE_BACK,
      title: TITLE,
      row: { ...row, version: 0 },
      input: {},
      person: people[0]!,
      personName: '测试',
    }
    await outbox.add(intention, 'conflict-one')
    await outbox.add(lending(people[0]!, umbrella(1), 2), 'conflict-two')
    await outbox.add(lending(people[1]!, umbrella(2), 2), 'conflict-three')
    assert.equal(await outbox.send(), 'done')
    const [conflict, held, ...more] = await outbox.entries()
    assert.deepEqual([conflict!.state, held!.state, held!.tries, more.length], ['conflict', 'waiting', 0, 0])
    assert.equal(conflict!.fault!.current!.version, 1)
    await outbox.sendAgain('conflict-one', { on: conflict!.fault!.current! })
    await outbox.send()
    assert.deepEqual(await outbox.entries(), [])
    assert.deepEqual((await world.rows(people[0]!)).map((each) => each['state']).sort(), ['lent', 'returned'])
  })

  test('that can no longer be done is given up with a reason, which stays', async () => {
    const { people, umbrella } = fresh()
    const row = await lendDirectly(world.client, people[0]!, umbrella(0))
    await world.colleague.post(`/api/actions/${GIVE_BACK}`, { requestId: `colleague-${row.id}`, id: row.id, input: {} })
    const { outbox } = device()
    await outbox.add(
      { action: GIVE_BACK, title: TITLE, row, input: {}, person: people[0]!, personName: '测试' },
      'gone-one',
    )
    await outbox.send()
    const [entry] = await outbox.entries()
    assert.equal(entry!.state, 'conflict')
    assert.equal(entry!.fault!.current!.state, 'returned')
    await outbox.discard('gone-one', '同事已登记')
    const [settled] = await outbox.settled()
    assert.deepEqual([settled!.outcome, settled!.reason], ['discarded', '同事已登记'])
  })

  test('that is refused comes back with the errors at the fields', async () => {
    const { people, umbrella } = fresh()
    const { outbox } = device()
    await outbox.add(lending(people[0]!, umbrella(0), 2, '2025-06-16'), 'future-one')
    await outbox.send()
    const [entry] = await outbox.entries()
    assert.equal(entry!.state, 'refused')
    assert.match(entry!.fault!.fields['happenedOn']!, new RegExp(TODAY), 'a day that has not come yet, in words')
    await outbox.sendAgain('future-one', { input: { ...entry!.input, happenedOn: TODAY } })
    await outbox.send()
    assert.equal((await world.rows(people[0]!)).length, 1)
  })

  test('cannot be changed or given up while nobody knows whether it arrived', async () => {
    const { people, umbrella } = fresh()
    const { outbox } = start(sealedStore(memoryStore(), sealing), (call) => (call === 1 ? 'cut-after' : undefined))
    await outbox.add(lending(people[0]!, umbrella(0), 2), 'unknown-one')
    assert.equal(await outbox.send(), 'unreachable')
    await assert.rejects(outbox.discard('unknown-one', 'x'))
    await assert.rejects(outbox.sendAgain('unknown-one'))
    assert.equal(await outbox.send(true), 'done')
    assert.equal((await world.rows(people[0]!)).length, 1)
  })

  test('waits longer after each failure, and not at all when it is asked for', async () => {
    const { people, umbrella } = fresh()
    const store = sealedStore(memoryStore(), sealing)
    const dead = start(store, () => 'busy').outbox
    await dead.add(lending(people[0]!, umbrella(0), 2), 'pause-one')
    assert.equal(await dead.send(), 'unreachable')
    // The door was shut; behind it nothing was tried.
    assert.equal((await dead.entries())[0]!.tries, 0)
    const { outbox } = start(store, (call) => (call === 1 ? 'busy' : undefined))
    await outbox.send()
    const [entry] = await outbox.entries()
    assert.equal(entry!.tries, 1)
    assert.ok(entry!.notBefore > Date.now())
    assert.equal(await outbox.send(), 'done')
    assert.equal((await outbox.entries()).length, 1, 'not yet')
    await outbox.send(true)
    assert.equal((await outbox.entries()).length, 0)
  })

  test('keeps its pictures apart, and takes them along when it ends', async () => {
    const { people, umbrella } = fresh()
    const row = await lendDirectly(world.client, people[0]!, umbrella(0))
    const kept = memoryStore()
    const { outbox } = start(sealedStore(kept, sealing))
    await outbox.add(picture(row, 'sent'), 'picture-sent')
    await outbox.add(picture(row, 'given up'), 'picture-dropped')
    await outbox.add(picture(row, 'taken back'), 'picture-taken')
    const entries = await outbox.entries()
    assert.ok(JSON.stringify(entries).length < 5_000)
    assert.ok(kept.size() > 200_000)
    await outbox.discard('picture-dropped', '不清楚')
    await outbox.withdraw('picture-taken')
    await outbox.send()
    assert.ok(kept.size() < 5_000)
    assert.deepEqual(
      (await world.pictures(people[0]!)).map((each) => each['caption']),
      ['sent'],
    )
  })

  test('of a record that was given up is shown to its writer', async () => {
    const { people, umbrella } = fresh()
    const { outbox } = device()
    await outbox.add(lending(people[0]!, umbrella(0), 99), 'given-up')
    await outbox.add(picture(rowOf('given-up', people[0]!), 'of nothing'), 'picture-of-nothing')
    await outbox.send()
    await outbox.discard('given-up', '填错了人')
    await outbox.send()
    const [entry] = await outbox.entries()
    assert.deepEqual([entry!.state, entry!.fault!.own], ['refused', 'orphan'])
  })

  test('is sent under its writer’s account only', async () => {
    const { people, umbrella } = fresh()
    const { transport, calls } = faultyTransport(
      () => world.colleague,
      () => undefined,
    )
    const store = sealedStore(memoryStore(), sealing)
    const shared = {
      account: world.account,
      now: Date.now,
      newKey: () => 'x',
      offset: () => 0,
      noteServerTime: () => {},
    }
    const outbox = openOutbox({ store, transport, ...shared })
    await outbox.add(lending(people[0]!, umbrella(0), 2), 'other-account')
    assert.equal(await outbox.send(), 'signed-out')
    assert.equal(calls(), 1)
  })
})

describe('a clock that is off', () => {
  const DAYS = 86_400_000

  test('by days since the last sync: the server’s time stands in the journal, as the phone’s is put right', async () => {
    const { people, umbrella } = fresh()
    const { outbox } = start(sealedStore(memoryStore(), sealing), () => undefined, -3 * DAYS)
    await outbox.add(lending(people[0]!, umbrella(0), 2), 'slow-clock')
    await outbox.send()
    assert.deepEqual(await outbox.entries(), [])
    const [[received, entered] = []] = await world.deviceTimes(people[0]!)
    assert.ok(Math.abs(received! - entered!) < 60_000, 'put right by the difference known from the last sync')
  })

  test('since the entry was made: its writer looks at the date before it is sent', async () => {
    const { people, umbrella } = fresh()
    const { outbox, clock } = start(sealedStore(memoryStore(), sealing))
    clock.offset = 0
    clock.skew = -5 * DAYS
    await outbox.add(lending(people[0]!, umbrella(0), 2), 'reset-clock')
    await outbox.send()
    const [entry] = await outbox.entries()
    assert.deepEqual([entry!.state, entry!.fault!.own, entry!.tries], ['refused', 'clock', 0])
    await outbox.sendAgain('reset-clock', { input: { ...entry!.input, happenedOn: '2025-06-14' } })
    await outbox.send()
    assert.equal((await world.rows(people[0]!))[0]!['happened_on'], '2025-06-14')
  })
})

describe('the pack', () => {
  const sync = async (store: SealedStore, fault?: Fault) => {
    const { transport } = faultyTransport(
      () => world.client,
      (call) => (call === 0 ? fault : undefined),
    )
    return syncPack(store, transport, { now: Date.now, noteServerTime: () => {} })
  }

  test('arrives whole however often the connection breaks, and is never fetched twice', async () => {
    const straight = sealedStore(memoryStore(), sealing)
    const whole = await sync(straight)
    assert.equal(whole.outcome, 'complete')
    const broken = sealedStore(memoryStore(), sealing)
    let fetched = 0
    for (const cutAt of [0, 10, 500, 20_000, 60_000, 60_000, 100_000]) {
      const result = await sync(broken, { cutAt })
      assert.equal(result.outcome, 'unreachable', String(cutAt))
      fetched += result.parts
    }
    assert.ok(fetched > 10)
    assert.equal((await readPack(broken))!.head.complete, false)
    const last = await sync(broken)
    assert.equal(last.outcome, 'complete')
    assert.equal(last.parts + fetched, whole.parts)
    const [one, other] = [(await readPack(straight))!, (await readPack(broken))!]
    assert.deepEqual(other.parts, one.parts)
    assert.equal(other.head.complete, true)
    assert.deepEqual(await sync(broken), { ...last, parts: 0, received: (await sync(straight)).received })
  })

  test('with what waits: the row stands in its list', async () => {
    const { people, umbrella } = fresh()
    const store = sealedStore(memoryStore(), sealing)
    await sync(store)
    const { outbox } = start(store)
    await outbox.add(lending(people[0]!, umbrella(0), 2, '2025-06-14'), 'shown-before-sent')
    const { head, parts } = (await readPack(store))!
    const village = withEntries(makeVillage(head, parts)!, await outbox.entries(), await outbox.settled())
    const [row] = village.rows.get('umbrella.loan')!.filter((each) => each.person === people[0])
    assert.deepEqual([row!.id, row!.happenedOn], ['request:shown-before-sent', '2025-06-14'])
  })
})
