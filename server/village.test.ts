import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { lend, loan } from '@kangheng/kernel/testing/umbrella-library/actions.ts'
import { offlineLibrary } from './testing/offline-library.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'
import { fillTwoTownships, type TwoTownships } from './testing/two-townships.ts'
import { shelfOf } from './village-pack.ts'

let server: TestServer
let world: TwoTownships
let client: Client

before(async () => {
  server = await openTestServer(offlineLibrary)
  world = await fillTwoTownships(server.setting.database, offlineLibrary)
  client = await server.signedIn({ role: 'walker', division: world.own.village })
})
after(() => server?.close())

interface Head {
  village: string
  today: string
  parts: Record<string, string>
}
interface Part {
  name: string
  digest: string
  content: { id: string; person: Record<string, unknown>; rows: Record<string, Record<string, unknown>[]> }[]
}

async function pack(asker: Client, known: Record<string, string> = {}) {
  const answer = await asker.post('/api/village/pack', { known })
  assert.equal(answer.statusCode, 200, answer.body)
  const lines = answer.body.trimEnd().split('\n')
  const [head, ...parts] = lines.slice(0, -1).map((line) => JSON.parse(line) as Head & Part)
  assert.deepEqual(JSON.parse(lines.at(-1)!), { end: parts.length })
  return { head: head as Head, parts: parts as Part[] }
}

test('holds the village’s people with what was recorded of them, and nobody else’s', async () => {
  const { head, parts } = await pack(client)
  assert.equal(head.village, world.own.village)
  assert.deepEqual(
    Object.keys(head.parts),
    parts.map((part) => part.name),
  )
  const bundles = parts.filter((part) => part.name.startsWith('people/')).flatMap((part) => part.content)
  const own = bundles.find((bundle) => bundle.id === world.own.person)!
  assert.equal(own.person['division'], world.own.village)
  assert.ok(own.rows[loan.id]!.length > 0)
  const said = JSON.stringify(parts)
  for (const secret of world.secrets) assert.ok(!said.includes(secret), secret)
  assert.ok(
    bundles.every((bundle) => !('document' in bundle.person)),
    'identity numbers stay at home',
  )
})

test('sends the second time only what has changed', async () => {
  const { head } = await pack(client)
  assert.deepEqual((await pack(client, head.parts)).parts, [])
  const lent = await client.post(`/api/actions/${lend.id}`, {
    requestId: 'village-pack-loan',
    input: { person: world.own.person, umbrella: 'U900', days: 3 },
  })
  assert.equal(lent.statusCode, 200, lent.body)
  assert.equal((lent.json() as { person: string }).person, world.own.person, 'the answer says whom it concerns')
  const names = (await pack(client, head.parts)).parts.map((part) => part.name)
  assert.ok(names.includes(shelfOf(world.own.person)))
  assert.ok(names.length <= 3, names.join())
})

test('is one reading, which everybody of the village sees in the own file', async () => {
  const readings = await server.setting.database.query<{ division: string }>(
    `select division from reading_log where what = 'village'`,
  )
  assert.deepEqual(readings, [{ division: world.own.village }])
  const { village: division, person } = world.own
  const resident = await server.signedIn({ role: 'borrower', division, person })
  const file = (await resident.get('/api/me/person')).json() as { readings: { what: { zh: string } }[] }
  assert.ok(file.readings.some((reading) => reading.what.zh === '将本村居民资料同步到手机'))
})

test('masks people for a role that sees them masked', async () => {
  const asker = await server.signedIn({ role: 'stranger', division: world.own.village })
  const { parts } = await pack(asker)
  const people = parts.filter((part) => part.name.startsWith('people/')).flatMap((part) => part.content)
  assert.ok(people.every((bundle) => /^.\*+/.test(String(bundle.person['name']))))
  assert.ok(people.every((bundle) => bundle.person['phone'] === null))
})

test('is of one village within the reader’s scope', async () => {
  const township = await server.signedIn({ role: 'walker', division: world.own.code })
  assert.equal((await township.post('/api/village/pack', {})).statusCode, 422)
  assert.equal((await township.post('/api/village/pack', { village: world.other.village })).statusCode, 404)
  assert.equal((await township.post('/api/village/pack', { village: world.own.village })).statusCode, 200)
})

test('gives the same recovery key to the same account and device only', async () => {
  const key = async (asker: Client, device: string) =>
    ((await asker.get(`/api/village/recovery-key?device=${device}`)).json() as { key: string }).key
  const other = await server.signedIn({ role: 'walker', division: world.own.village, username: 'walker-two' })
  const first = await key(client, 'device-one')
  assert.equal(await key(client, 'device-one'), first)
  assert.notEqual(await key(client, 'device-two'), first)
  assert.notEqual(await key(other, 'device-one'), first)
})
