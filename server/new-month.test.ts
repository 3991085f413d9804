import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { awaitsHeadlines, computeDeferred, monthWatch } from './deferred-figures.ts'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { loadSmallCounty } from '@kangheng/kernel/testing/small-county.ts'
import { librarian, umbrellaLibrary, visitor } from '@kangheng/kernel/testing/umbrella-library/index.ts'
import { openTestServer, type TestServer } from './testing/server.ts'

let server: TestServer
before(async () => {
  server = await openTestServer(buildHouse([umbrellaLibrary], [librarian, visitor]))
  await loadSmallCounty(server.setting.database, 3)
})
after(() => server?.close())

const months = () =>
  server.setting.database.query<{ period: string; places: number }>(
    `select period, count(distinct place)::int as places from figure where period ~ '^\\d{4}-\\d\\d$' group by 1 order by 1`,
  )

/** What the server does by itself until nothing is left to do. */
async function settle(): Promise<number> {
  await monthWatch(server.setting)()
  let strokes = 0
  for (; strokes < 100; strokes += 1) {
    const [waiting] = await server.setting.database.query(`select 1 from setting where key = 'figuresDeferred'`)
    if (!waiting) break
    await computeDeferred(server.setting)
  }
  return strokes
}

test('a new installation has its figures, zeros too, without anybody writing; nothing is computed twice', async () => {
  assert.deepEqual(await months(), [])
  assert.ok((await settle()) > 0)
  const { horizon } = await server.setting.computation()
  const made = await months()
  assert.equal(made.at(-1)!.period, horizon.lastMonth)
  const [divisions] = await server.setting.database.query<{ count: number }>(
    'select count(*)::int as count from division',
  )
  assert.equal(made.at(-1)!.places, divisions!.count)
  assert.equal(await awaitsHeadlines(server.setting), false)
  assert.equal(await settle(), 0)
})

test('when a month begins, what stands at its end stands there without any write', async () => {
  const { horizon } = await server.setting.computation()
  for (const table of ['figure', 'figure_period'])
    await server.setting.database.query(`delete from ${table} where period >= $1`, [horizon.lastMonth])
  assert.ok((await settle()) > 0)
  assert.equal((await months()).at(-1)!.period, horizon.lastMonth)
})

test('a month of which a write has made a part is completed all the same', async () => {
  const { horizon } = await server.setting.computation()
  await server.setting.database.query(
    'delete from figure where period = $1 and indicator <> (select min(indicator) from figure)',
    [horizon.lastMonth],
  )
  // A write makes figures of the places it touches; only a whole computation says that a month is made.
  await server.setting.database.query('delete from figure_period where period = $1', [horizon.lastMonth])
  assert.ok((await settle()) > 0)
  assert.equal(await settle(), 0)
})
