import { residentImport } from '@kangheng/domains/population/resident/register-import/importable.ts'
import { importFile } from '@kangheng/kernel/exchange/staged-import.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { peopleToImport, registerOf } from './import.ts'
import { judge, timed, type BenchResult, type Measurement } from './measure.ts'
import { measureBuilding } from './scale/building.ts'
import { measureExport } from './scale/exchange.ts'
import { measureFreshness } from './scale/freshness.ts'
import { openLargeCounty, type LargeCounty } from './scale/large-county.ts'
import { writePlans } from './scale/plans.ts'
import { measureSearch, measureStorm, measureTrace, measureTraffic } from './scale/traffic.ts'
import { makeUsers } from './scale/users.ts'
import { startServerProcess } from './server-process.ts'

const MILLION = 1_000_000
const QUICK = 1500
/** Seconds between two requests of a user: reading, asking, typing. */
const THINK = 5

/** How long and how much is measured. */
const EXTENT = {
  quick: { accounts: 60, users: 40, writing: 1, working: 2, searches: 40, imported: 500 },
  whole: { accounts: 300, users: 200, writing: 20, working: 60, searches: 600, imported: 50_000 },
} as const

function loading({ loaded, residents }: LargeCounty): Measurement[] {
  const { rows, copySeconds, indexSeconds } = loaded
  const basis = `${rows} rows of ${residents} residents in ${copySeconds.toFixed(1)} s; indexes ${indexSeconds.toFixed(1)} s more`
  return [
    { name: 'rows made and copied', value: rows / copySeconds, unit: 'rows/s', basis },
    { name: 'rows made, copied and indexed', value: rows / (copySeconds + indexSeconds), unit: 'rows/s', basis },
    { name: 'memory of loading', value: Math.round(process.resourceUsage().maxRSS / 1024), unit: 'MB', basis: 'peak' },
  ]
}

/** A register of people whom the county does not know yet. */
async function measureImport(setting: Setting, rows: number): Promise<Measurement> {
  const { county, database, vault } = setting
  const people = peopleToImport(rows)
  const keys = people.map(({ document }) => vault.blindIndex('ID18', document!))
  const known = await database.query<{ key: string }>(
    'select document_key as key from person where county = $1 and document_key = any($2::text[])',
    [county, keys],
  )
  const taken = new Set(known.map(({ key }) => key))
  const bytes = await registerOf(people.filter((_, index) => !taken.has(keys[index]!)).slice(0, rows))
  const file = { bytes, name: 'register.xlsx' }
  const { ms, result } = await timed(() => importFile(setting, residentImport, testActor('administrator'), file))
  const read = Number(result.job.counts['data_rows'])
  const basis = `${read} rows read and validated, ${String(result.job.counts['added'])} persons written in ${(ms / 1000).toFixed(1)} s`
  return { name: 'register import', value: (read * 1000) / ms, unit: 'rows/s', basis }
}

/** Some whole identity numbers of the county's people. */
async function documentsOf({ database, county, vault }: Setting): Promise<string[]> {
  const rows = await database.query<{ cipher: Uint8Array }>(
    `select document_cipher as cipher from person where county = $1 and document_cipher is not null order by md5(id::text) limit 100`,
    [county],
  )
  return vault.decryptAll(rows.map(({ cipher }) => cipher)).filter((each) => each !== null)
}

/** What users meet: start, a storm of sign-ins, fresh figures, searches, traces, two hundred at work. */
async function serving(county: LargeCounty, quick: boolean): Promise<Measurement[]> {
  const { setting, environment } = county
  const extent = EXTENT[quick ? 'quick' : 'whole']
  const users = await makeUsers(setting, extent.accounts)
  const documents = await documentsOf(setting)
  // Behind a proxy: the addresses of its users come in a header.
  const server = await startServerProcess({ ...environment, KANGHENG_BEHIND_PROXY: '1' })
  try {
    const { address } = server
    const started: Measurement = { name: 'start', value: server.startSeconds, unit: 's', basis: 'until /ready answers' }
    const { signedIn, measurements: storm } = await measureStorm(address, users)
    const trace = await measureTrace(address, signedIn)
    const search = await measureSearch(address, signedIn, documents, extent.searches)
    const fresh = await measureFreshness(setting, address, signedIn, extent.writing)
    const order = { address, users: signedIn.slice(0, extent.users), today: setting.today(), think: quick ? 1 : THINK }
    const traffic = await measureTraffic({ ...order, seconds: extent.working })
    const { now, peak } = server.memory()
    const memory: Measurement = {
      name: 'memory of the server',
      value: peak,
      unit: 'MB',
      basis: `peak; ${now} MB at the end`,
    }
    return [started, ...storm, trace, ...search, ...fresh, ...traffic, memory]
  } finally {
    await server.stop()
  }
}

/** A run takes long: what is known is told. */
function tell(measurements: readonly Measurement[]): readonly Measurement[] {
  for (const { name, value, unit, basis } of measurements)
    process.stderr.write(`${name}: ${Math.round(value * 1000) / 1000} ${unit} (${basis ?? ''})\n`)
  return measurements
}

/** Everything that grows with a county, measured in one run on PostgreSQL: loading, figures, serving, exchange. Plans are kept beside the results. */
export async function run({
  quick,
  residents,
}: {
  quick: boolean
  residents?: number | undefined
}): Promise<BenchResult> {
  const county = await openLargeCounty(residents ?? (quick ? QUICK : MILLION))
  const { setting, environment } = county
  try {
    const measurements = [
      ...tell(loading(county)),
      ...tell(await measureBuilding(setting)),
      ...tell(await serving(county, quick)),
      ...tell(await measureExport(environment)),
      ...tell([await measureImport(setting, EXTENT[quick ? 'quick' : 'whole'].imported)]),
    ]
    if (!quick) await writePlans(setting, county.residents)
    return judge('scale', measurements, quick)
  } finally {
    await county.stop()
  }
}
