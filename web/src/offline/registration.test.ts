import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openOutbox, type Intention } from './outbox.ts'
import { readPack, syncPack } from './pack.ts'
import { createSafe } from './safe.ts'
import { sealedStore, type SealedStore } from './sealed-store.ts'
import { localAnswer } from './answers.ts'
import { faultyTransport, memoryStore, serverModule, type Client } from './testing.ts'
import { makeVillage, withEntries } from './village.ts'

const VILLAGE = '530721001001'
const TITLE = { zh: '登记', en: 'Register' }

interface Server {
  setting: { database: { query(text: string, values?: unknown[]): Promise<Record<string, unknown>[]> } }
  signedIn(values: object): Promise<Client>
  close(): Promise<void>
}
let server: Server
let client: Client
let store: SealedStore
let account: string

before(async () => {
  const { openTestServer } = (await serverModule('testing/server.ts')) as {
    openTestServer(house: unknown, more: object): Promise<Server>
  }
  const { loadSmallCounty } = (await serverModule('../kernel/testing/small-county.ts')) as {
    loadSmallCounty(database: unknown, people: number): Promise<void>
  }
  const { house } = (await serverModule('house.ts')) as { house: unknown }
  server = await openTestServer(house, { today: '2025-12-20' })
  await loadSmallCounty(server.setting.database, 8)
  client = await server.signedIn({ role: 'village-doctor', division: VILLAGE })
  account = (JSON.parse((await client.get('/api/session')).body) as { account: { id: string } }).account.id
  store = sealedStore(memoryStore(), await createSafe(memoryStore(), '730518', 'recovery'))
})
after(() => server?.close())

const open = (cutAt?: number) => {
  const { transport } = faultyTransport(
    () => client,
    (call) => (call === cutAt ? 'cut-after' : undefined),
  )
  let keys = 0
  return {
    transport,
    outbox: openOutbox({
      store,
      transport,
      account,
      now: Date.now,
      newKey: () => `again-${Date.now()}-${(keys += 1)}`,
      offset: () => 0,
      noteServerTime: () => {},
    }),
  }
}

const newcomer = 'request:registration-1'
const work: [string, Intention][] = [
  [
    'registration-1',
    {
      action: 'resident.registration.register',
      title: TITLE,
      input: {
        name: '和新来',
        sex: 'female',
        birth: '1970-05-01',
        documentNumber: '53072119700501802X',
        division: VILLAGE,
        happenedOn: '2025-12-01',
        usual: true,
        registered: true,
        source: 'household-visit',
      },
      person: null,
      personName: '和新来',
    },
  ],
  [
    'patient-1-1',
    {
      action: 'hypertension.patient.register',
      title: TITLE,
      input: { person: newcomer, happenedOn: '2025-12-02', source: 'first-visit' },
      person: newcomer,
      personName: '和新来',
    },
  ],
  [
    'visit-1-1-1',
    {
      action: 'hypertension.visit.record',
      title: TITLE,
      input: { person: newcomer, happenedOn: '2025-12-03', mode: 'home', systolic: 152, diastolic: 94 },
      person: newcomer,
      personName: '和新来',
    },
  ],
]

test('somebody registered without a network is found, visited, and arrives with everything that was entered', async () => {
  const { transport, outbox } = open()
  const synced = await syncPack(store, transport, { now: Date.now, noteServerTime: () => {} })
  assert.equal(synced.outcome, 'complete')
  for (const [key, intention] of work) await outbox.add(intention, key)
  const { head, parts } = (await readPack(store))!
  const village = withEntries(makeVillage(head, parts)!, await outbox.entries(), [])
  const found = localAnswer(village, '/api/persons', { q: '和新' }, Date.now()) as {
    rows: { id: string; birth: string }[]
  }
  assert.deepEqual(
    found.rows.map((row) => [row.id, row.birth]),
    [[newcomer, '1970-05-01']],
  )
  const last = localAnswer(village, '/api/records/hypertension.visit', { person: newcomer, limit: '1' }, Date.now())
  assert.equal((last as { rows: { systolic: number }[] }).rows[0]!.systolic, 152)

  // The registration arrives, its answer does not.
  const broken = open(1)
  assert.equal(await broken.outbox.send(), 'unreachable')
  assert.equal((await broken.outbox.entries()).length, 3)
  const again = open()
  await again.outbox.send(true)
  assert.deepEqual(
    (await again.outbox.entries()).map((entry) => [entry.action, entry.fault?.fields, entry.fault?.detail]),
    [],
  )
  const rows = await server.setting.database.query(
    `select p.name, v.happened_on, v.systolic from hypertension_visit v join person p on p.id = v.person`,
  )
  assert.deepEqual(rows, [{ name: '和新来', happened_on: '2025-12-03', systolic: 152 }])
})

test('what stands on a registration that was given up comes back to its writer', async () => {
  const { outbox } = open()
  const wrong = { ...work[0]![1].input, documentNumber: '530721197005018026' }
  await outbox.add({ ...work[0]![1], input: wrong }, 'registration-2')
  await outbox.add({ ...work[2]![1], input: { ...work[2]![1].input, person: 'request:registration-2' } }, 'visit-2-2-2')
  await outbox.send()
  const [refused, held] = await outbox.entries()
  assert.equal(refused!.state, 'refused')
  assert.ok(refused!.fault!.fields['documentNumber'])
  assert.deepEqual([held!.state, held!.tries], ['waiting', 0])
  await outbox.discard('registration-2', '号码抄错')
  await outbox.send()
  const [orphan] = await outbox.entries()
  assert.deepEqual([orphan!.state, orphan!.fault!.own], ['refused', 'orphan'])
})
