import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { loadSmallCounty } from '@kangheng/kernel/testing/small-county.ts'
import { umbrellaLibrary, librarian, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { dailyWatch } from './daily.ts'
import { house } from './house.ts'
import { openTestServer, type TestServer } from './testing/server.ts'

const MORNING = new Date('2026-03-02T06:00:00+08:00')
const NIGHT = new Date('2026-03-02T03:00:00+08:00')
let server: TestServer

before(async () => {
  server = await openTestServer(house)
  await loadSmallCounty(server.setting.database, 3)
})
after(() => server?.close())

test('what is declared for every day runs once, in the morning, and stands in the journal as the system’s', async () => {
  const watch = dailyWatch(server.setting)
  assert.deepEqual(await watch(NIGHT), [])
  const declared = house.domains.flatMap((domain) => domain.daily.map(({ action }) => action.id))
  const done = await watch(MORNING)
  assert.ok(done.includes('communicable-disease.signal.run'))
  // Others may have nothing to do in an empty county.
  assert.ok(done.every((action) => declared.includes(action)))
  assert.deepEqual(await watch(MORNING), [])
  // A server that starts again, or a second one, finds it done.
  assert.deepEqual(await dailyWatch(server.setting)(MORNING), [])
  const entries = await server.setting.database.query('select 1 from journal where action = $1', [
    'communicable-disease.signal.run',
  ])
  assert.equal(entries.length, 1)
})

test('a role that may not do it is a fault of the declaration', () => {
  const [action] = umbrellaLibrary.actions
  assert.throws(
    () => buildHouse([{ ...umbrellaLibrary, daily: [{ action: action!, as: visitor }] }], [librarian, visitor]),
    /is to run daily as/,
  )
})
