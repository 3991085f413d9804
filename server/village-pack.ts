import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { logDivisionReading } from '@kangheng/kernel/access/reading-log.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { readDivisionPersons } from '@kangheng/kernel/person/read-division.ts'
import type { PlaceCode } from '@kangheng/kernel/place/code.ts'
import { placesOf } from '@kangheng/kernel/place/find.ts'
import { presentRows } from '@kangheng/kernel/record/present.ts'
import { readDivisionRows } from '@kangheng/kernel/record/read-division.ts'
import type { ListedRow } from '@kangheng/kernel/record/read.ts'
import { nameAccounts, nameReferences } from '@kangheng/kernel/record/references.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { keptTasks } from '@kangheng/kernel/task/store-work.ts'
import { requestActor, seesUnmasked } from './access.ts'
import { houseView } from './routes/house.ts'
import { sessionView } from './routes/session.ts'
import type { Setting } from './setting.ts'
import { visibleTasks } from './view/visible-tasks.ts'

/** One piece of a pack. A phone that has a part with this digest need not be sent it again. */
export interface PackPart {
  readonly name: string
  readonly digest: string
  /** The content as JSON text. */
  readonly text: string
}

/** Rows of each record that a person's bundle takes along, the newest: more than two years of visits. */
const ROWS_PER_PERSON = 12
/** Due work is read in pages of this length. */
const TASKS = 1000

/** Somebody with what was recorded of them and what is to be done. */
type Bundle = { id: string; person: unknown; rows: Record<string, unknown[]>; tasks: unknown[] }

/**
 * People are spread over 256 parts by a digest of their id, so that one new visit sends half a dozen people again and not the village,
 * and the phone need not name 1,500 people to say what it has.
 */
export const shelfOf = (person: string) => `people/${createHash('sha256').update(person).digest('hex').slice(0, 2)}`

/** What a row says, without what is empty. */
const filled = ({ county: _county, ...row }: ListedRow & { county?: unknown }) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined))

function part(name: string, content: unknown): PackPart {
  const text = JSON.stringify(content)
  return { name, digest: createHash('sha256').update(text).digest('base64url').slice(0, 16), text }
}

/** Everything that is kept of the village's people, by shelf, and what belongs to nobody. */
async function readShelves(connection: Connection, setting: Setting, request: FastifyRequest, village: PlaceCode) {
  const { county, house } = setting
  const unmasked = seesUnmasked(setting, request)
  const persons = await readDivisionPersons(connection, { county, today: setting.today(), unmasked }, village)
  const bundles = new Map<string, Bundle>(
    persons.map((person) => [person.id, { id: person.id, person, rows: {}, tasks: [] }]),
  )
  const shared: Record<string, unknown[]> = {}
  const named = []
  for (const record of house.records.values()) {
    if (!house.roles.get(requestActor(request).role)!.sees.has(record.id)) continue
    const rows = await readDivisionRows(connection, county, record, village, ROWS_PER_PERSON)
    if (rows.length === 0) continue
    await nameReferences(connection, house, county, record, rows, unmasked)
    named.push({ record, rows })
  }
  return { bundles, shared, named, unmasked }
}

/** The village's work, without what changes from day to day by itself. */
async function readTasks(connection: Connection, setting: Setting, request: FastifyRequest, village: PlaceCode) {
  const tasks = visibleTasks(setting.house, requestActor(request).role)
  const today = { county: setting.county, today: setting.today() }
  const context = { ...today, kept: await keptTasks(connection, today, tasks) }
  const rows = []
  for (let cursor: string | undefined; ;) {
    const query = { place: village, limit: TASKS, unmasked: seesUnmasked(setting, request), cursor }
    const page = await listTasks(connection, context, tasks, query)
    rows.push(...page.rows)
    if (page.next === null) break
    cursor = page.next
  }
  return rows.map(({ overdueDays: _days, title: _title, divisionName: _name, ...row }) => row)
}

/**
 * All that a phone needs to do a village's work without a connection, in parts: who works and what may be done, places, due work, people with what was
 * last recorded of them. The reading is logged once for the whole village.
 */
export async function readVillagePack(
  setting: Setting,
  request: FastifyRequest,
  village: PlaceCode,
): Promise<readonly PackPart[]> {
  const actor = requestActor(request)
  const { database, house, county } = setting
  const { today: _today, latestPeriod: _period, ...catalogue } = await houseView(setting, request)
  const session = await sessionView(setting, request.session!.account)
  const read = await asActor(database, house, actor, async (connection) => {
    await logDivisionReading(connection, county, actor, { division: village, what: 'village' })
    return {
      ...(await readShelves(connection, setting, request, village)),
      tasks: await readTasks(connection, setting, request, village),
      places: await placesOf(connection, county),
    }
  })
  const { bundles, shared, unmasked } = read
  const bundleOf = (id: string): Bundle => {
    const bundle = bundles.get(id) ?? { id, person: null, rows: {}, tasks: [] }
    bundles.set(id, bundle)
    return bundle
  }
  for (const { record, rows } of read.named) {
    await nameAccounts(database, county, record, rows)
    for (const row of presentRows(record, rows, unmasked)) {
      if (row.person === null) {
        ;(shared[record.id] ??= []).push(filled(row))
        continue
      }
      ;(bundleOf(row.person).rows[record.id] ??= []).push(filled(row))
    }
  }
  for (const task of read.tasks) if (task.person) bundleOf(task.person).tasks.push(task)
  const shelves = Map.groupBy(bundles.values(), (bundle) => shelfOf(bundle.id))
  return [
    part('session', session),
    part('house', catalogue),
    part('places', read.places),
    part('shared', shared),
    part(
      'tasks',
      read.tasks.filter((task) => !task.person),
    ),
    ...[...shelves].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, content]) => part(name, content)),
  ]
}
