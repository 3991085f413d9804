import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import type { KernelRight, RoleDefinition } from '@kangheng/kernel/access/actor.ts'
import type { House } from '@kangheng/kernel/domain/registry.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import type { Access } from '../access.ts'
import type { DeclaredRoute } from '../app.ts'
import { matrixRequests, type MatrixRequest } from './matrix-requests.ts'
import { openTestServer, type Client, type TestServer } from './server.ts'
import { countOther, fillTwoCounties, fillTwoTownships, type TwoTownships } from './two-townships.ts'

/** Of requests that are alike, so many are sent where they are granted. */
const FEW = 3

/** What the declaration says: may this role ask this at all? */
function mayAsk(house: House, role: string, access: Access, request: MatrixRequest): boolean {
  const rights = house.roles.get(role)!
  if (request.sees && !rights.sees.has(request.sees)) return false
  if (access === 'public' || access === 'session' || access === 'signed-in') return true
  if (access === 'record') return rights.sees.has(request.names!)
  if (access === 'exported-record') return rights.sees.has(request.names!) && rights.role.rights.includes('export')
  if (access === 'action') return rights.may.has(request.names!)
  if (access === 'imported')
    return rights.role.rights.includes('import') && (request.names === undefined || rights.may.has(request.names))
  return [access].flat().some((right) => rights.role.rights.includes(right as KernelRight))
}

/** What is wrong with a status; undefined when it is as the declaration demands. */
function wrongStatus(
  status: number,
  route: DeclaredRoute,
  allowed: boolean,
  township: 'own' | 'other',
): string | undefined {
  if (status >= 500 && status !== 503) return 'is a fault'
  if (route.access === 'public') return undefined
  if (status === 401) return 'asks a signed-in reader to sign in'
  if (!allowed) return status === 403 ? undefined : 'should be refused'
  return township === 'own' && status === 403 ? 'should not be refused' : undefined
}

/** A count of the other township's rows, in whatever form an answer gives one; undefined when it tells none. Of a code that both places have, the own rows may be counted. */
function countedThere(request: MatrixRequest, said: string, { own, other }: TwoTownships): string | undefined {
  const place = /[?&]place=(\w+)/.exec(request.url)?.[1]
  if (place === undefined || !said.startsWith('{')) return undefined
  if (place === other.institution && place === own.institution) return undefined
  const answer = JSON.parse(said) as {
    total?: number | null
    counts?: { open: number }[]
    tasks?: { open: number }[]
    places?: { residents?: number }[]
  }
  if (answer.total !== undefined && answer.total !== 0) return `counts ${answer.total} rows`
  const work = [...(answer.counts ?? []), ...(answer.tasks ?? [])].find((each) => each.open > 0)
  if (work) return `counts ${work.open} pieces of work`
  const people = answer.places?.find((each) => (each.residents ?? 0) > 0)
  return people ? `counts ${people.residents} residents` : undefined
}

/** Everything an answer says, also inside workbooks and documents. */
export function textOf(answer: { headers: Record<string, unknown>; rawPayload: Buffer; body: string }): string {
  if (!String(answer.headers['content-type']).includes('openxmlformats')) return answer.body
  return Object.values(unzipSync(answer.rawPayload))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n')
}

/** Sends a request of the matrix, a file among its parts when it has one. */
export function send(client: Client, method: string, request: MatrixRequest) {
  const { body } = request
  if (!body || typeof body !== 'object' || !('multipart' in body)) return client.ask(method as 'GET', request.url, body)
  const content = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n${String(body.multipart)}\r\n--x--\r\n`
  return client.ask(method as 'POST', request.url, content, { 'content-type': 'multipart/form-data; boundary=x' })
}

/**
 * Tries every endpoint as every role of a house, at home and in the neighbouring township, or county of the same database: what is not granted is refused, what
 * is granted opens, and no answer says or counts anything of the neighbour.
 */
export function describePermissions(title: string, house: House, neighbour: 'township' | 'county' = 'township'): void {
  describe(title, () => {
    let server: TestServer
    let world: TwoTownships
    let routes: readonly DeclaredRoute[]
    const clients = new Map<string, Client>()

    before(async () => {
      server = await openTestServer(house)
      world = await (neighbour === 'county' ? fillTwoCounties : fillTwoTownships)(server.setting.database, house)
      const computation = await server.setting.computation()
      for (const county of new Set([world.own.county, world.other.county]))
        await buildFigures(server.setting.database, { ...computation, county })
      routes = server.app.declaredRoutes.filter((route) => route.method !== 'HEAD' && route.method !== 'OPTIONS')
      for (const { role } of house.roles.values())
        clients.set(role.id, await server.signedIn({ role: role.id, division: world.own.code, ...ownPerson(role) }))
    })
    after(() => server?.close())

    const ownPerson = (role: RoleDefinition) =>
      role.rights.includes('see-own-person') ? { person: world.own.person } : {}
    const requestsOf = (route: DeclaredRoute, township: 'own' | 'other') => {
      const make = matrixRequests[`${route.method} ${route.url}`]
      assert.ok(make, `${route.method} ${route.url} has no entry in testing/matrix-requests.ts`)
      return make(world[township], house)
    }

    test('every route declares its access and how it is to be tried', () => {
      for (const route of routes) assert.ok(requestsOf(route, 'own').length > 0)
      const open = routes.filter((route) => route.access === 'public').map((route) => `${route.method} ${route.url}`)
      assert.deepEqual(open.sort(), [
        'DELETE /api/session',
        'GET /api/session',
        'GET /health',
        'GET /metrics',
        'GET /openapi.json',
        'GET /ready',
        'POST /api/session',
        'POST /api/setup',
        'POST /api/unsubscribe/:token',
      ])
    })

    test('nobody gets further than the door', async () => {
      for (const route of routes.filter((each) => each.access !== 'public')) {
        const [request] = requestsOf(route, 'own')
        assert.equal(
          (await send(server.nobody, route.method, request!)).statusCode,
          401,
          `${route.method} ${route.url}`,
        )
      }
    })

    for (const { role } of house.roles.values()) {
      test(`${role.id}: what is not granted is refused, and nothing of the neighbouring ${neighbour} appears`, async () => {
        const client = clients.get(role.id)!
        const before = await countOther(server.setting.database, house, world.other)
        const faults: string[] = []
        // The neighbour first: what is done at home must not have prepared anything.
        for (const township of ['other', 'own'] as const) {
          for (const route of routes) {
            let alike = 0
            const refused = new Set<string>()
            // At home a few of each are enough: there it is only asked whether the door opens.
            for (const request of requestsOf(route, township).slice(0, township === 'own' ? 12 : undefined)) {
              if (request.skip) continue
              const allowed =
                mayAsk(house, role.id, route.access, request) && (neighbour === 'county' || !request.countyOnly)
              if (allowed && request.alike && (alike += 1) > FEW) continue
              // The door asks for the right to what is named: once refused, it is the same in every other way of asking.
              if (!allowed && request.names && refused.has(request.names)) continue
              if (!allowed && request.names) refused.add(request.names)
              const answer = await send(client, route.method, request)
              const said = textOf(answer)
              const counted = township === 'other' ? countedThere(request, said, world) : undefined
              const wrong = wrongStatus(answer.statusCode, route, allowed, township) ?? counted
              const leaked = world.secrets.find((secret) => said.includes(secret))
              if (wrong || leaked)
                faults.push(
                  `${route.method} ${request.url} → ${answer.statusCode} ${wrong ?? `shows ${leaked}`}: ${said.slice(0, 400)}`,
                )
            }
          }
        }
        assert.deepEqual(faults, [])
        assert.deepEqual(await countOther(server.setting.database, house, world.other), before)
      })
    }
  })
}
