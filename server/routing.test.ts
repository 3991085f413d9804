import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { compilePolicies } from '@kangheng/kernel/access/policies.ts'
import { closeMonth } from '@kangheng/kernel/indicator/close.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { openRefresher } from '@kangheng/kernel/indicator/refresh.ts'
import { setMarks } from '@kangheng/kernel/indicator/stale-marks.ts'
import { MIGRATION_TABLES } from '@kangheng/kernel/store/migrate.ts'
import { planDistribution } from '@kangheng/kernel/store/distribution/plan.ts'
import { withoutSubqueries } from '@kangheng/kernel/store/distribution/policy-form.ts'
import { explaining, unboundScans, type UnboundScan } from '@kangheng/kernel/store/distribution/routing.ts'
import { readShapes } from '@kangheng/kernel/store/distribution/shape.ts'
import { storeWork } from '@kangheng/kernel/task/store-work.ts'
import { testActor, testServer } from '@kangheng/kernel/testing/database.ts'
import { house } from './house.ts'
import { extraPolicies } from './policies.ts'
import { matrixRequests } from './testing/matrix-requests.ts'
import { openTestServer, type Client, type TestServer } from './testing/server.ts'
import { fillTwoTownships, type Township } from './testing/two-townships.ts'

/** What is asked all day, by whom. */
const HOT: readonly [route: string, asked: readonly ('county' | 'township' | 'village')[]][] = [
  ['GET /api/session', ['village']],
  ['GET /api/records/:record', ['township']],
  ['GET /api/tasks', ['county', 'township', 'village']],
  ['GET /api/persons', ['county', 'village']],
  ['GET /api/persons/:id', ['village']],
  ['POST /api/village/pack', ['village']],
  ['GET /api/cockpit', ['county', 'township']],
  ['GET /api/figures', ['county', 'township']],
  ['GET /api/figures/:indicator/:place/:period', ['county']],
  ['GET /api/figures/:indicator/:place/:period/rows', ['county']],
  ['GET /api/targets', ['county']],
  ['GET /api/warnings', ['county']],
  ['POST /api/actions/:action', ['village']],
]

/** Where a subquery may take the county from the statement around it: what runs under the house's own rights, and the rows behind a figure. */
const correlated = /^(build|refresh|close|work|county GET \/api\/figures\/.*\/rows)/

let server: TestServer
let place: Township
let distributed: ReadonlySet<string>
const clients = new Map<string, Client>()
let asked = 0
let at: string | undefined
const unbound: { at: string; text: string; scans: readonly UnboundScan[] }[] = []

/** One engine is enough: the statements are the same. */
const skip = testServer ? false : 'the plans of PostgreSQL are read'

before(async () => {
  if (skip) return
  server = await openTestServer(house, {
    through: (database) =>
      explaining(database, ({ text, plan }) => {
        if (at === undefined) return
        asked += 1
        const scans = unboundScans(plan, distributed).filter(({ by }) => by !== 'outer' || !correlated.test(at!))
        if (scans.length > 0) unbound.push({ at, text, scans })
      }),
  })
  const { database } = server.setting
  const plan = planDistribution(await readShapes(database), MIGRATION_TABLES)
  assert.deepEqual(plan.faults, [])
  distributed = new Set(plan.tables.filter((each) => each.placement === 'distributed').map((each) => each.name))
  // As the nodes have them.
  await database.execute(withoutSubqueries(compilePolicies(house, extraPolicies)).join(';'))
  place = (await fillTwoTownships(database, house)).own
  const { institution } = place
  clients.set('county', await server.signedIn({ role: 'bureau-section', division: '530721' }))
  clients.set('township', await server.signedIn({ role: 'township-centre', division: place.code, institution }))
  clients.set('village', await server.signedIn({ role: 'village-doctor', division: place.village, institution }))
})
after(() => server?.close())

/** Nothing of what was just done may concern more than one county. */
function assertRouted(least: number): void {
  at = undefined
  assert.ok(asked >= least, `only ${asked} statements were looked at`)
  const said = unbound.map(
    (each) => `${each.at}: ${each.scans.map((scan) => scan.alias).join(', ')} in ${each.text.slice(0, 2000)}`,
  )
  assert.deepEqual(said.slice(0, 3), [], `${said.length} of ${asked} statements do not name the county`)
  asked = 0
}

/** Asks for what is asked all day. Returns how many actions were done. */
async function askAll(hot: typeof HOT): Promise<number> {
  let written = 0
  for (const [route, askers] of hot) {
    const make = matrixRequests[route]
    assert.ok(make, route)
    const [method] = route.split(' ')
    for (const { url, body, skip: left } of make(place, house)) {
      if (left) continue
      for (const asker of askers) {
        at = `${asker} ${method} ${url}`
        const answer = await clients.get(asker)!.ask(method as 'GET', url, body)
        if (route.startsWith('POST') && answer.statusCode === 200) written += 1
      }
    }
  }
  return written
}

test('every statement that is asked all day goes to one node', { skip }, async () => {
  const written = await askAll(HOT)
  assert.ok(written >= 10, `only ${written} actions were done`)
  assertRouted(1000)
})

test('so do the keeping of open work, its lists, and the writes that renew it', { skip }, async () => {
  const { database, county } = server.setting
  at = 'work'
  await storeWork(database, { county, today: server.setting.today() }, [...house.tasks.values()])
  const about = ['GET /api/tasks', 'GET /api/cockpit', 'POST /api/village/pack', 'POST /api/actions/:action']
  await askAll(HOT.filter(([route]) => about.includes(route)))
  assertRouted(600)
})

test('so do a full computation, a refresh and the closing of a month', { skip }, async () => {
  const { database } = server.setting
  const computation = await server.setting.computation()
  at = 'build'
  await buildFigures(database, computation)
  at = 'refresh'
  const [patient] = await database.query<{ person: string }>(
    'select person from hypertension_patient where county = $1 limit 1',
    [computation.county],
  )
  const refresher = openRefresher(database)
  await refresher.rest(computation.county)
  await setMarks(database, computation.county, [
    { relation: 'family-doctor.contract', person: null, place: place.village, fromMonth: '2025-05' },
    ...['hypertension.visit', 'hypertension.standard-year', 'health-record.resident-use'].map((relation) => ({
      ...{ relation, person: patient!.person, place: place.village, fromMonth: '2025-05' },
    })),
  ])
  await refresher.refresh(computation)
  await refresher.close()
  at = 'close'
  const request = { computation, actor: testActor('bureau-section'), requestId: 'close-2024-01', today: '2025-06-15' }
  await closeMonth(database, request, '2024-01')
  assertRouted(500)
})
