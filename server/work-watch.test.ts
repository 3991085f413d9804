import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { loadSmallCounty, personId } from '@kangheng/kernel/testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { openTestServer, type TestServer } from './testing/server.ts'
import { workWatch } from './work-watch.ts'

let server: TestServer
before(async () => {
  server = await openTestServer(buildHouse([umbrellaLibrary], [librarian, visitor]))
  await loadSmallCounty(server.setting.database, 3)
})
after(() => server?.close())

test('work is kept from the start, again some time after writes, and when the day changes', async () => {
  let today = server.setting.today()
  const setting = { ...server.setting, today: () => today }
  const watch = workWatch(setting)
  const begun = performance.now()
  assert.equal(await watch(begun), true)
  assert.equal(await watch(begun + 3_600_000), false, 'nobody has written')
  const input = { person: personId(0), umbrella: 'U001', days: 7 }
  const request = { action: 'umbrella.loan.lend', requestId: 'work-watch-1', input }
  await runAction(setting, testActor('librarian'), request)
  assert.equal(await watch(begun + 1_000), false, 'too soon')
  assert.equal(await watch(begun + 3_600_000), true)
  today = '2099-01-01'
  assert.equal(await watch(begun + 3_600_001), true)
})
