import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilePolicies } from '@kangheng/kernel/access/policies.ts'
import { countiesIn, writeSetting } from '@kangheng/kernel/access/settings.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { loadUserIndicators } from '@kangheng/kernel/indicator/user-indicator.ts'
import type { IsoDate } from '@kangheng/kernel/period/date.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { openVault, type Vault } from '@kangheng/kernel/person/vault.ts'
import { loadPlaces, readPlaces, type PlaceData } from '@kangheng/kernel/place/load.ts'
import type { Connection, Database } from '@kangheng/kernel/store/connection.ts'
import {
  citusState,
  distribute,
  isDistributed,
  prepareDistribution,
  type CitusState,
  type DistributionOptions,
  type DistributionStep,
} from '@kangheng/kernel/store/distribution/apply.ts'
import { planDistribution, type DistributionPlan } from '@kangheng/kernel/store/distribution/plan.ts'
import { withoutSubqueries } from '@kangheng/kernel/store/distribution/policy-form.ts'
import { readShapes } from '@kangheng/kernel/store/distribution/shape.ts'
import { migrate, MIGRATION_TABLES, pendingMigrations, readMigrations } from '@kangheng/kernel/store/migrate.ts'
import { embeddedFolder } from '@kangheng/kernel/store/data-folder.ts'
import { openDatabase } from '@kangheng/kernel/store/open.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { house } from './house.ts'
import { extraPolicies } from './policies.ts'
import type { Setting } from './setting.ts'

/** Where an installation lives: the data folder (embedded database, secret), and PostgreSQL when an address is given. `county` names one of several in the database. */
export interface Installation {
  readonly folder: string
  readonly url?: string | undefined
  readonly county?: string | undefined
}

const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

/** Today in China, where a county's business day begins and ends. */
function todayInChina(): IsoDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}

/**
 * The secret that identity numbers and phones are encrypted with: KANGHENG_SECRET (64 hexadecimal digits), or a file in the data folder
 * that is made once and must be backed up apart from the database.
 */
export function readSecret(folder: string): Uint8Array {
  const given = process.env['KANGHENG_SECRET']
  if (given !== undefined) {
    if (!/^[0-9a-f]{64,}$/i.test(given)) {
      throw new Refusal('unavailable', {
        zh: 'KANGHENG_SECRET 须为至少64位十六进制数字',
        en: 'KANGHENG_SECRET must have at least 64 hexadecimal digits',
      })
    }
    return Buffer.from(given, 'hex')
  }
  const path = join(folder, 'secret.key')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}

async function openStore(installation: Installation): Promise<{ database: Database; vault: Vault }> {
  const database = await openDatabase(installation.url ? { url: installation.url } : { folder: installation.folder })
  try {
    const vault = openVault(readSecret(installation.folder))
    setVault(vault)
    return { database, vault }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Row-level security of the whole house, in the form that the database takes. */
async function policyScript(database: Database): Promise<readonly string[]> {
  const script = compilePolicies(house, extraPolicies)
  return (await isDistributed(database)) ? withoutSubqueries(script) : [script]
}

/** Brings the schema up to date. Returns the migrations applied. */
export async function migrateStore(database: Database): Promise<string[]> {
  return migrate(database, readMigrations(MIGRATIONS), await policyScript(database))
}

/** Migrations an installation still needs. */
export async function checkStore(installation: Installation): Promise<string[]> {
  const { database } = await openStore(installation)
  try {
    return await pendingMigrations(database, readMigrations(MIGRATIONS))
  } finally {
    await database.close()
  }
}

/** What a distribution of an installation's database came to. */
export type Distribution =
  | { readonly citus: Exclude<CitusState, 'ready'>; readonly plan: DistributionPlan }
  | { readonly citus: 'ready'; readonly plan: DistributionPlan; readonly steps: readonly DistributionStep[] }

/** Where every table of an installation would lie on a distributed PostgreSQL; changes nothing. */
export async function planInstallation(
  installation: Installation,
): Promise<{ citus: CitusState; plan: DistributionPlan }> {
  const { database } = await openStore(installation)
  try {
    return { citus: await citusState(database), plan: await planOf(database) }
  } finally {
    await database.close()
  }
}

const planOf = async (database: Database) => planDistribution(await readShapes(database), MIGRATION_TABLES)

/**
 * Distributes the database of an installation by county, as far as that has not been done: the policies in the form that the nodes take, then table after table.
 * Without Citus, or with a fault in the plan, nothing is changed.
 */
export async function distributeInstallation(
  installation: Installation,
  options: DistributionOptions,
  progress?: (step: DistributionStep, number: number, total: number) => void,
): Promise<Distribution> {
  const { database } = await openStore(installation)
  try {
    const plan = await planOf(database)
    const citus = await citusState(database)
    if (citus !== 'ready') return { citus, plan }
    if (plan.faults.length > 0) return { citus, plan, steps: [] }
    await prepareDistribution(database)
    for (const statement of withoutSubqueries(compilePolicies(house, extraPolicies))) await database.execute(statement)
    const steps = await distribute(database, plan, options, progress)
    // The script is what holds from now on, so that the next start does not write the policies anew.
    await migrateStore(database)
    return { citus, plan, steps }
  } finally {
    await database.close()
  }
}

/** Settings of the county as stored. */
export interface CountySettings {
  county?: string
  demo?: boolean
  /** A demo county was made to its end; one whose making was interrupted is worth nothing. */
  demoReady?: boolean
  /** The year's management (appraisal, money, letters) of a demo county has been played. */
  demoPlayed?: boolean
  /** A fixed business date, for a demo county only. */
  today?: IsoDate
  firstMonth?: string
  /** One account per role, shown at the sign-in of a demo county only. */
  demoAccounts?: readonly { username: string; password: string }[]
}

/** Settings of a county as they are stored. */
export async function readSettings(connection: Connection, county: string): Promise<CountySettings> {
  const rows = await connection.query<{ key: string; value: unknown }>(
    'select key, value from setting where county = $1',
    [county],
  )
  return Object.fromEntries(rows.map((row) => [row.key, row.value]))
}

/** Stores settings of a county. */
export async function writeSettings(connection: Connection, county: string, settings: CountySettings): Promise<void> {
  for (const [key, value] of Object.entries(settings)) await writeSetting(connection, county, key, value)
}

/**
 * The settings of the county that a program is to serve: the one that is named, else the only one. Without any county they are empty.
 * @throws Refusal when the named one is not there, or none is named among several.
 */
async function chooseCounty(connection: Connection, wanted: string | undefined): Promise<CountySettings> {
  const known = await countiesIn(connection)
  const county = wanted ?? (known.length === 1 ? known[0] : undefined)
  if (known.length === 0) return {}
  const list = known.join('、')
  if (county === undefined)
    throw new Refusal('unavailable', {
      zh: `数据库中有多个县（市）：${list}。请用 --county 或 KANGHENG_COUNTY 指定其中一个`,
      en: `There are several counties in this database: ${list}. Name one by --county or KANGHENG_COUNTY`,
    })
  if (!known.includes(county))
    throw new Refusal('unavailable', {
      zh: `数据库中没有 ${county}，现有：${list}。可先运行 kangheng init --county ${county}`,
      en: `${county} is not in this database, which has ${list}. Set it up first: kangheng init --county ${county}`,
    })
  return readSettings(connection, county)
}

/** A setting whose county facts can be read again, after an empty installation was set up in the browser. */
export function settingOf(database: Database, vault: Vault, first: CountySettings, wanted?: string): Setting {
  let settings = first
  const today = () => (settings.demo && settings.today ? settings.today : todayInChina())
  const firstMonth = () => settings.firstMonth ?? `${Number(today().slice(0, 4)) - 1}-01`
  const county = () => settings.county ?? ''
  const indicators = async () => [
    ...house.indicators.values(),
    ...(await loadUserIndicators(database, house, county())),
  ]
  return {
    database,
    house,
    vault,
    today,
    indicators,
    get county() {
      return county()
    },
    get demo() {
      return settings.demo ?? false
    },
    get demoUnfinished() {
      return settings.demo === true && settings.demoReady !== true
    },
    get demoUnplayed() {
      return settings.demo === true && settings.demoPlayed === false
    },
    get demoAccounts() {
      return settings.demoAccounts ?? []
    },
    computation: async () => ({
      county: county(),
      indicators: await indicators(),
      horizon: horizonOf(firstMonth(), today()),
    }),
    reload: async () => {
      settings = await chooseCounty(database, settings.county ?? wanted)
    },
    close: () => database.close(),
  }
}

/**
 * Makes an empty county: schema, divisions, institutions, and nothing else. No account exists; the first administrator is asked for at first use.
 * Running it again on the same county changes nothing. Other counties of the database are left alone.
 */
export async function initialise(
  installation: Installation,
  county: string,
  more: Omit<CountySettings, 'county'> = {},
  places: PlaceData = readPlaces(county),
): Promise<Setting> {
  return openPrepared(installation, async (database) => {
    const known = await readSettings(database, county)
    await loadPlaces(database, places)
    await writeSettings(database, county, { county, ...more })
    return { ...known, ...more, county }
  })
}

/** Codes of the counties and cities that an installation has. */
export async function countiesAt(installation: Installation): Promise<string[]> {
  if (!installation.url && !existsSync(embeddedFolder(installation.folder))) return []
  const { database } = await openStore(installation)
  try {
    await migrateStore(database)
    return await countiesIn(database)
  } finally {
    await database.close()
  }
}

/** Opens an installation for a county or city that `prepare` sets up; it gives the settings. */
export async function openPrepared(
  installation: Installation,
  prepare: (database: Database) => Promise<CountySettings>,
): Promise<Setting> {
  const { database, vault } = await openStore(installation)
  try {
    await migrateStore(database)
    return settingOf(database, vault, await prepare(database))
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens an installation; undefined when no county has been set up in it yet. */
export async function findInstallation(installation: Installation): Promise<Setting | undefined> {
  const { database, vault } = await openStore(installation)
  try {
    await migrateStore(database)
    const settings = await chooseCounty(database, installation.county)
    if (settings.county) return settingOf(database, vault, settings)
    await database.close()
    return undefined
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens an installation as it is, also one without a county: the server then asks for its first administrator. */
export async function openForServer(installation: Installation): Promise<Setting> {
  const { database, vault } = await openStore(installation)
  try {
    await migrateStore(database)
    return settingOf(database, vault, await chooseCounty(database, installation.county), installation.county)
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens an installation that must exist; says how to make one otherwise. */
export async function openInstallation(installation: Installation): Promise<Setting> {
  const setting = await findInstallation(installation)
  if (setting) return setting
  throw new Refusal('unavailable', {
    zh: '这里还没有县级数据：请先运行 kangheng init --county 530721（空库）或 kangheng demo（演示数据）',
    en: 'There is no county here yet: run kangheng init --county 530721 (empty) or kangheng demo (synthetic data) first',
  })
}
