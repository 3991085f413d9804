import { createAccount } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { monthsBetween } from '@kangheng/kernel/period/period.ts'
import { copyChunks, type CopyValue } from '@kangheng/kernel/store/copy-format.ts'
import { openPostgres } from '@kangheng/kernel/store/postgres.ts'
import { isoOf } from '@kangheng/demo/days.ts'
import { inventedResident, REGISTER } from '../../scripts/invented-resident.ts'
import type { BenchCounty } from '../county.ts'
import { importInto, peopleToImport, registerOf } from '../import.ts'
import { percentile, timed, type Measurement } from '../measure.ts'
import { startServerProcess } from '../server-process.ts'
import { startDirectus, type Asker, type Directus } from './directus.ts'

const TOWNSHIP = '530721102'
const VILLAGE = '530721102201'
const PASSWORD = 'Bench-2025-three-rivers'
const SINCE = '2025-01-01'
const VISIT = ['id', 'person', 'division', 'happened_on', 'systolic', 'diastolic']

/** A database of its own on the server of the county; in the locale C an index serves beginnings of texts. @returns its address */
async function otherDatabase(county: BenchCounty, name: string): Promise<string> {
  await county.setting.database.execute(`create database ${name} template template0 encoding 'UTF8' locale 'C'`)
  const address = new URL(county.url)
  address.pathname = `/${name}`
  return address.href
}

/** Follow-ups of the county with their people, the same rows for both. @returns how many follow-ups */
async function copyVisits(county: BenchCounty, url: string): Promise<number> {
  const rows = (await county.setting.database.queryArrays(
    `select id::text, person::text, division, happened_on, systolic, diastolic from hypertension_visit where county = $1 and voided_at is null`,
    [county.setting.county],
  )) as CopyValue[][]
  const people = (await county.setting.database.queryArrays(
    'select id::text, name, division from person where county = $1',
    [county.setting.county],
  )) as CopyValue[][]
  const database = openPostgres(url, { connections: 1 })
  try {
    await database.copyIn('person', ['id', 'name', 'division'], copyChunks(people))
    await database.copyIn('visit', VISIT, copyChunks(rows))
    await database.execute('analyze person')
    await database.execute('analyze visit')
  } finally {
    await database.close()
  }
  return rows.length
}

async function signedIn(address: string, username: string): Promise<Asker> {
  const headers = { 'x-kangheng': '1', 'content-type': 'application/json' }
  const entry = await fetch(`${address}/api/session`, {
    ...{ method: 'POST', headers },
    body: JSON.stringify({ username, password: PASSWORD }),
  })
  const cookie = entry.headers.getSetCookie()[0]!.split(';')[0]!
  return {
    async ask(method, path, body) {
      const answer = await fetch(`${address}${path}`, {
        ...{ method, headers: { ...headers, cookie } },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (!answer.ok) throw new Error(`${method} ${path} → ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as never
    },
  }
}

/** The median of one request after another, in milliseconds. */
async function median(count: number, work: (index: number) => Promise<unknown>): Promise<number> {
  for (let index = 0; index < 20; index += 1) await work(index)
  const times: number[] = []
  for (let index = 20; index < count + 20; index += 1) times.push((await timed(() => work(index))).ms)
  return percentile(times, 50)
}

const pair = (name: string, theirs: number, ours: number, basis: string): Measurement[] => [
  { name: `Directus, ${name}`, value: theirs, unit: 'ms', basis },
  { name: `here, ${name}`, value: ours, unit: 'ms', basis },
  { name: `${name}, here / Directus`, value: ours / theirs, unit: '×' },
]

/** Rows of a list as a township may see it; both must find the same. */
async function measureList(directus: Directus, here: Asker, count: number): Promise<Measurement[]> {
  const theirPath = `/items/visit?limit=50&sort=-happened_on,-id&fields=*,person.name&filter[happened_on][_gte]=${SINCE}`
  const ourPath = `/api/records/hypertension.visit?limit=50&from=${SINCE}`
  type Row = { happened_on: string; happenedOn: string }
  const theirRows = await directus.township.ask<Row[]>('GET', theirPath)
  const { rows } = await here.ask<{ rows: Row[] }>('GET', ourPath)
  const [one, other] = [theirRows.map((row) => row.happened_on), rows.map((row) => row.happenedOn)]
  if (one.join() !== other.join()) throw new Error('The two lists differ')
  const theirs = await median(count, () => directus.township.ask('GET', theirPath))
  const ours = await median(count, () => here.ask('GET', ourPath))
  return pair(
    'list of a township',
    theirs,
    ours,
    `50 rows of ${TOWNSHIP} since ${SINCE}, p50 of ${count} one after another`,
  )
}

/** Follow-ups by village and month: counted there, read as figures here. The totals must agree. */
async function measureAggregate(
  county: BenchCounty,
  directus: Directus,
  here: Asker,
  count: number,
): Promise<Measurement[]> {
  const theirPath =
    '/items/visit?limit=-1&aggregate[count]=*&groupBy[]=division&groupBy[]=year(happened_on)&groupBy[]=month(happened_on)&filter[happened_on][_gte]=2025-01-01'
  const villages = await county.setting.database.query<{ code: string }>(
    `select code from division where level = 'village' and code like $1 || '%'`,
    [county.setting.county],
  )
  const places = villages.map(({ code }) => code).join(',')
  const ourPath = `/api/figures?indicators=hypertension.visits&places=${places}&periods=${monthsBetween('2025-01', '2025-12').join(',')}`
  const counted = (await directus.administrator.ask<{ count: string }[]>('GET', theirPath)).reduce(
    (sum, row) => sum + Number(row.count),
    0,
  )
  const { figures } = await here.ask<{ figures: { value: string }[] }>('GET', ourPath)
  const stored = figures.reduce((sum, { value }) => sum + Number(value), 0)
  if (counted !== stored) throw new Error(`Directus counts ${counted} follow-ups, and the figures say ${stored}`)
  const theirs = await median(count, () => directus.administrator.ask('GET', theirPath))
  const ours = await median(count, () => here.ask('GET', ourPath))
  return pair('by village and month', theirs, ours, `${counted} follow-ups of 2025; counted there, figures read here`)
}

/** One resident after the other: there a row with its revision, here an action with rules, journal and household. */
async function measureCreate(directus: Directus, here: Asker, count: number): Promise<Measurement[]> {
  const who = (index: number) => ({
    ...{ name: '新来居民', birthYear: 1930 + (index % 60), sequence: 800 + Math.floor(index / 60), on: '2025-12-01' },
  })
  const theirs = await median(count, (index) => {
    const { birthYear, sequence } = who(index)
    const document = `530721${birthYear}0101${sequence}0`
    const row = { name: '新来居民', sex: 'female', birth: `${birthYear}-01-01`, document, division: VILLAGE }
    return directus.township.ask('POST', '/items/resident', row)
  })
  const ours = await median(count, (index) =>
    here.ask('POST', `/api/actions/${REGISTER}`, {
      requestId: `peer-create-${index}`,
      input: inventedResident(who(index)),
    }),
  )
  return pair('create', theirs, ours, `p50 of ${count} one after another, as a township`)
}

/** The same register: there as its CSV import and as batches of 500, of which the faster counts; here from the workbook, with all rules. */
async function measureImport(county: BenchCounty, directus: Directus, rows: number): Promise<Measurement[]> {
  const people = peopleToImport(rows * 2).slice(0, rows * 2)
  const plain = people.map((each) => ({
    ...{ name: each.name, sex: each.sex, birth: isoOf(each.birth), document: each.document!, phone: each.phone ?? '' },
    ...{ division: each.household.village.code, head: each.household.headName, living_group: each.household.group },
  }))
  const half = plain.slice(0, rows)
  const columns = Object.keys(half[0]!) as (keyof (typeof half)[number])[]
  const csv = [columns.join(','), ...half.map((row) => columns.map((column) => `"${row[column]}"`).join(','))].join(
    '\n',
  )
  const form = new FormData()
  form.append('file', new Blob([csv], { type: 'text/csv' }), 'residents.csv')
  const known = async () =>
    Number(
      (await directus.administrator.ask<[{ count: string }]>('GET', '/items/resident?aggregate[count]=*'))[0].count,
    )
  const before = await known()
  const file = await timed(() => directus.administrator.ask('POST', '/utils/import/resident', form))
  const between = await known()
  if (between - before !== half.length) throw new Error(`Directus imported ${between - before} of ${half.length} rows`)
  const rest = plain.slice(rows)
  const batches = await timed(async () => {
    for (let from = 0; from < rest.length; from += 500)
      await directus.administrator.ask('POST', '/items/resident?limit=1&fields=id', rest.slice(from, from + 500))
  })
  const [byFile, byBatch] = [half.length / (file.ms / 1000), rest.length / (batches.ms / 1000)]
  const register = await registerOf(people.slice(0, rows))
  const ours = await importInto(register, await otherDatabase(county, 'imported'))
  const rate = ours.rows / ours.seconds
  return [
    { name: 'Directus, import of a CSV file', value: byFile, unit: 'rows/s', basis: `${half.length} rows` },
    { name: 'Directus, batches of 500', value: byBatch, unit: 'rows/s', basis: `${rest.length} rows` },
    {
      name: 'here, import of a register',
      value: rate,
      unit: 'rows/s',
      basis: `${ours.rows} rows, ${ours.added} persons`,
    },
    { name: 'import, here / Directus', value: rate / Math.max(byFile, byBatch), unit: '×', basis: 'its faster way' },
  ]
}

/** (b) Records: Directus on the same PostgreSQL, with the same rows and a role that sees one township. */
export async function measureRecords(county: BenchCounty, quick: boolean): Promise<Measurement[]> {
  const { setting, url, folder } = county
  const directusUrl = await otherDatabase(county, 'directus')
  const values = { username: 'peer-township', name: 'peer', role: 'township-centre', division: TOWNSHIP }
  const place = { institution: `C${TOWNSHIP}` }
  await createAccount(setting, installationActor(setting.county, 'bench'), { ...values, ...place }, PASSWORD, false)
  const leader = { username: 'peer-county', name: 'peer', role: 'bureau-leader', division: setting.county }
  await createAccount(setting, installationActor(setting.county, 'bench'), leader, PASSWORD, false)
  const directus = await startDirectus(directusUrl, TOWNSHIP)
  try {
    const copied = await copyVisits(county, directusUrl)
    const server = await startServerProcess({ DATABASE_URL: url, KANGHENG_DATA: folder })
    try {
      const township = await signedIn(server.address, values.username)
      const bureau = await signedIn(server.address, leader.username)
      const count = quick ? 60 : 300
      const version: Measurement = {
        name: 'Directus, rows',
        value: copied,
        unit: 'rows',
        basis: `Directus ${directus.version}`,
      }
      return [
        version,
        ...(await measureList(directus, township, count)),
        ...(await measureAggregate(county, directus, bureau, count)),
        ...(await measureCreate(directus, township, count)),
        ...(await measureImport(county, directus, quick ? 1000 : 8000)),
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await directus.stop()
  }
}
