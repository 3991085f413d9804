import assert from 'node:assert/strict'
import { createServer, type AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { Aedes } from 'aedes'
import { connectAsync } from 'mqtt'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { readMessage, startColdChainFeed } from './cold-chain-feed.ts'
import { house } from './house.ts'
import { systemActor } from './system-actor.ts'
import { openTestServer, TODAY, type TestServer } from './testing/server.ts'

const CLINIC = 'C530721102'
let server: TestServer
let url: string
const stops: (() => Promise<unknown>)[] = []

before(async () => {
  const broker = await Aedes.createBroker()
  const listener = createServer(broker.handle)
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  url = `mqtt://127.0.0.1:${(listener.address() as AddressInfo).port}`
  stops.push(
    () => new Promise<void>((resolve) => broker.close(() => resolve())),
    () => new Promise((resolve) => listener.close(resolve)),
  )
  server = await openTestServer(house)
  await loadPlaces(server.setting.database, server.setting.county)
  const clerk = { ...systemActor(server.setting), role: 'township-centre', division: '530721102', institution: CLINIC }
  await runAction(server.setting, clerk, {
    action: 'immunization.equipment.register',
    requestId: 'feed-equipment',
    input: { name: '冰箱1', code: 'R1', kind: 'refrigerator', logger: 'LG-01' },
  })
})
after(async () => {
  await server.close()
  for (const stop of stops) await stop()
})

test('what a message says, and what is none', () => {
  const topic = 'kangheng/530721/cold-chain/LG-01'
  const at = '2025-06-15T08:10:00+08:00'
  assert.deepEqual(readMessage(topic, JSON.stringify({ at, celsius: 4.2 })), [{ logger: 'LG-01', at, celsius: 4.2 }])
  assert.equal(
    readMessage(
      topic,
      JSON.stringify({
        readings: [
          { at, celsius: 4 },
          { at, celsius: 5 },
        ],
      }),
    )?.length,
    2,
  )
  for (const wrong of ['', 'x', '{}', JSON.stringify({ at: '08:10', celsius: 4 }), JSON.stringify({ at, celsius: 99 })])
    assert.equal(readMessage(topic, wrong), undefined, wrong)
  assert.equal(readMessage('kangheng/530721/cold-chain/a b', JSON.stringify({ at, celsius: 4 })), undefined)
})

interface Row extends Record<string, unknown> {
  count: number
}
const kept = async () =>
  (await server.setting.database.query<Row>('select count from immunization_temperature'))[0]?.count ?? 0

async function until(count: number): Promise<void> {
  for (let tries = 0; tries < 100 && (await kept()) !== count; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(await kept(), count)
}

test('loggers report over a broker: gathered while in range, at once when not, an alarm after half an hour', async () => {
  const stopFeed = startColdChainFeed(server.setting, server.app, { url })
  const logger = await connectAsync(url)
  const say = (time: string, celsius: number) =>
    logger.publishAsync(
      'kangheng/530721/cold-chain/LG-01',
      JSON.stringify({ at: `${TODAY}T${time}:00+08:00`, celsius }),
      { qos: 1 },
    )
  // The subscription is made in the background: the first message says until it is heard.
  for (let tries = 0; tries < 60 && (await kept()) === 0; tries += 1) {
    await say('08:00', 8.4)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await say('07:50', 4)
  await say('08:10', 8.6)
  await until(3)
  await say('08:20', 9)
  await say('08:30', 9.1)
  await until(5)
  const alarms = await server.setting.database.query<Record<string, unknown>>(
    'select started_at, state from immunization_cold_alarm',
  )
  assert.deepEqual(alarms, [{ started_at: `${TODAY} 08:00`, state: 'raised' }])
  await logger.publishAsync('kangheng/530721/cold-chain/LG-01', 'no json', { qos: 1 })
  await say('08:40', 5)
  await logger.endAsync()
  await new Promise((resolve) => setTimeout(resolve, 200))
  assert.equal(await kept(), 5)
  await stopFeed()
  assert.equal(await kept(), 6)
})
