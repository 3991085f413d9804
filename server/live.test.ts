import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { loadSmallCounty } from '@kangheng/kernel/testing/small-county.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { announceWrite, follow } from './live.ts'
import { house } from './house.ts'
import { openTestServer, type TestServer } from './testing/server.ts'

const VILLAGE = '530721102201'
const office = testActor('bureau-section', '530721', { institution: 'B530721' })
let server: TestServer
let event = ''

async function act(action: string, input: unknown): Promise<{ record: string; id: string | null }> {
  return runAction(server.setting, office, { action, requestId: crypto.randomUUID(), input })
}

before(async () => {
  server = await openTestServer(house)
  await loadSmallCounty(server.setting.database, 3)
  const today = server.setting.today()
  const answer = await act('emergency.event.report', {
    title: '演示事件',
    kind: 'other',
    division: VILLAGE,
    discoveredOn: today,
    discoveredTime: '00:00',
    cases: 1,
  })
  event = answer.id!
})
after(() => server?.close())

test('who follows an event is told of what is written on its board, and of nothing else', async () => {
  let told = 0
  const stop = follow(server.setting, office.account, 'emergency.event', event, () => (told += 1))
  const entry = house.records.get('emergency.entry')!
  const write = (content: string) => act('emergency.entry.write', { event, kind: 'information', content })
  await announceWrite(server.setting, entry, (await write('第一条')).id!)
  assert.equal(told, 1)
  const drill = await act('emergency.drill.plan', {
    title: '无关的演练',
    kind: 'other',
    division: VILLAGE,
    plannedFor: server.setting.today(),
  })
  await announceWrite(server.setting, house.records.get('emergency.drill')!, drill.id!)
  assert.equal(told, 1)
  stop()
  await announceWrite(server.setting, entry, (await write('第二条')).id!)
  assert.equal(told, 1)
})

test('the stream opens for who may see the row and says no word of what was written', async () => {
  const path = `/api/records/emergency.event/${event}/live?seconds=0`
  const seen = await (await server.signedIn({ role: 'bureau-section', division: '530721' })).ask('GET', path)
  assert.equal(seen.statusCode, 200)
  assert.match(String(seen.headers['content-type']), /event-stream/)
  assert.doesNotMatch(seen.body, /演示事件/)
  const elsewhere = await server.signedIn({ role: 'township-centre', division: '530721001' })
  assert.equal((await elsewhere.ask('GET', path)).statusCode, 404)
  const nothing = await server.signedIn({ role: 'mental-health-officer', division: '530721' })
  assert.equal((await nothing.ask('GET', path)).statusCode, 403)
})

test('an account may hold a few streams open and no more', () => {
  const stops = Array.from({ length: 8 }, () => follow(server.setting, 'a', 'emergency.event', event, () => {}))
  assert.throws(() => follow(server.setting, 'a', 'emergency.event', event, () => {}), { kind: 'unavailable' })
  for (const stop of stops) stop()
  follow(server.setting, 'a', 'emergency.event', event, () => {})()
})

test('a server that stops does not wait for open streams', async () => {
  const own = await openTestServer(house)
  await loadSmallCounty(own.setting.database, 3)
  const client = await own.signedIn({ role: 'bureau-section', division: '530721' })
  const today = own.setting.today()
  const { id } = await runAction(own.setting, office, {
    action: 'emergency.event.report',
    requestId: crypto.randomUUID(),
    input: {
      title: '演示事件',
      kind: 'other',
      division: VILLAGE,
      discoveredOn: today,
      discoveredTime: '00:00',
      cases: 1,
    },
  })
  let ended = false
  const stream = client.ask('GET', `/api/records/emergency.event/${id}/live`).then(() => (ended = true))
  await new Promise((resolve) => setTimeout(resolve, 300))
  assert.equal(ended, false)
  await own.close()
  await stream
  assert.equal(ended, true)
})
