import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { APPLICATION_ROLE, compilePolicies, COUNTY_ROLE } from '../access/policies.ts'
import type { Actor } from '../access/actor.ts'
import type { House } from '../domain/registry.ts'
import type { Database } from '../store/connection.ts'
import { migrate, readMigrations } from '../store/migrate.ts'
import { openPglite, type EmbeddedDatabase } from '../store/pglite.ts'
import { openPostgres } from '../store/postgres.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fixtures = join(root, 'kernel/testing/migrations')

/** PostgreSQL to run the suite on, besides PGlite: the address of a server where databases may be created. */
export const testServer = process.env['KANGHENG_TEST_POSTGRES']

const migrations = () => [
  ...readMigrations(join(root, 'migrations')),
  ...readMigrations(fixtures).map((each) => ({ ...each, name: `fixture-${each.name}` })),
]

/** Without policies: they differ from house to house, and one snapshot serves all. */
const prepare = (database: Database) => migrate(database, migrations(), [])

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const migration of migrations()) hash.update(migration.statements.join())
  return hash.digest('hex').slice(0, 16)
}

/** Takes away what another house has left to its roles. */
const NO_POLICIES = `do $$ declare each record; begin
  for each in select policyname, tablename from pg_policies where schemaname = 'public' loop
    execute format('drop policy %I on %I', each.policyname, each.tablename);
  end loop;
  for each in select rolname from pg_roles where rolname in ('${APPLICATION_ROLE}', '${COUNTY_ROLE}') loop
    execute format('revoke all on all tables in schema public from %I', each.rolname);
  end loop;
end $$`

/** Gives a prepared database the policies of a house. @returns their script. */
async function furnish(database: Database, house: House, policies: readonly string[], known?: string): Promise<string> {
  const script = compilePolicies(house, policies)
  if (script === known) return script
  await database.execute(NO_POLICIES)
  await database.execute(script)
  return script
}

/** A migrated snapshot, made once for each version of the schema and kept outside the repository's files. */
async function snapshot(): Promise<Uint8Array> {
  const folder = join(root, 'node_modules/.cache/kangheng')
  const path = join(folder, `test-${fingerprint()}.tar`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const database = await openPglite()
    try {
      await prepare(database)
      const draft = `${path}.${randomUUID()}`
      writeFileSync(draft, await database.dump())
      renameSync(draft, path)
    } finally {
      await database.close()
    }
  }
  return readFileSync(path)
}

/** The name of a migrated database to copy; whoever comes first makes it, others wait until it is there. */
async function template(server: Database): Promise<string> {
  const name = `kangheng_template_${fingerprint()}`
  await server.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [name])
    const known = await transaction.query('select 1 from pg_database where datname = $1', [name])
    if (known.length > 0) return
    const draft = `${name}_draft`
    const maker = openPostgres(testServer!, { connections: 1 })
    try {
      await maker.execute(`drop database if exists ${draft} with (force)`)
      await maker.execute(`create database ${draft} encoding 'UTF8' template template0`)
      const database = openPostgres(addressOf(draft), { connections: 1 })
      try {
        await prepare(database)
      } finally {
        await database.close()
      }
      // Under its name only when it is whole: a maker that was killed leaves a draft and no template.
      await maker.execute(`alter database ${draft} rename to ${name}`)
    } finally {
      await maker.close()
    }
  })
  return name
}

function addressOf(name: string): string {
  const address = new URL(testServer!)
  address.pathname = `/${name}`
  return address.href
}

/** Everything of a database but its rows: when it changes, the database is not given to another test. */
const SHAPE = `select md5(concat(
  (select string_agg(concat(c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity), ',' order by c.oid) from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'i', 'v', 'S')),
  (select string_agg(concat(attrelid, attname, atttypid, attnotnull), ',' order by attrelid, attnum) from pg_attribute where attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')),
  (select string_agg(concat(tablename, policyname, qual, with_check), ',' order by tablename, policyname) from pg_policies),
  (select string_agg(rolname, ',' order by rolname) from pg_roles),
  (select string_agg(concat(tgname, tgenabled), ',' order by oid) from pg_trigger where not tgisinternal),
  (select string_agg(md5(prosrc), ',' order by oid) from pg_proc where pronamespace = 'public'::regnamespace))) as shape`

/** An embedded database that is emptied when a test closes it, and given to the next test. */
interface Kept {
  readonly database: EmbeddedDatabase
  /** Tables that a migrated database has rows in; nobody writes to them. */
  readonly filled: readonly string[]
  /** The policies that it has; the same house need not be furnished again. */
  readonly furnished?: string
}

let keeping = false
let kept: Kept | undefined

/**
 * From now on embedded test databases are emptied and used again instead of stopped: starting one takes longer than most files' tests. For runs of many
 * files in one process. @returns what stops them in the end.
 */
export function keepTestDatabases(): () => Promise<void> {
  keeping = true
  return async () => {
    keeping = false
    await kept?.database.close()
    kept = undefined
  }
}

/** Tables that have or had rows. */
async function writtenTables(database: Database): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and pg_relation_size(c.oid) > 0 order by 1`,
  )
  return tables.map((each) => each.name)
}

async function startEmbedded(): Promise<Kept> {
  const database = await openPglite({ snapshot: await snapshot() })
  const filled: string[] = []
  for (const name of await writtenTables(database))
    if ((await database.query(`select 1 from "${name}" limit 1`)).length > 0) filled.push(name)
  return { database, filled }
}

const shapeOf = async (database: Database) => (await database.query<{ shape: string }>(SHAPE))[0]?.shape

/** Empties a database again. @returns whether it is as it was when it was opened. */
async function emptied({ database, filled }: Kept, shape: string | undefined): Promise<boolean> {
  await database.execute('reset all; reset role')
  const written = (await writtenTables(database)).filter((name) => !filled.includes(name))
  if (written.length > 0)
    await database.execute(`truncate ${written.map((name) => `"${name}"`).join(', ')} restart identity cascade`)
  return (await shapeOf(database)) === shape
}

async function openEmbedded(house: House, policies: readonly string[]): Promise<Database> {
  const using = kept ?? (await startEmbedded())
  kept = undefined
  const { database } = using
  const furnished = await furnish(database, house, policies, using.furnished)
  const shape = await shapeOf(database)
  return {
    ...database,
    async close() {
      // One waits; a second one that was open at the same time stops.
      if (keeping && !kept && (await emptied(using, shape))) kept = { ...using, furnished }
      else await database.close()
    },
  }
}

/** An empty migrated database for one test file, on PGlite or (with KANGHENG_TEST_POSTGRES) on PostgreSQL. Close it afterwards. */
export async function openTestDatabase(house: House, policies: readonly string[] = []): Promise<Database> {
  if (!testServer) return openEmbedded(house, policies)
  const name = `kangheng_test_${randomUUID().replaceAll('-', '')}`
  const server = openPostgres(testServer, { connections: 1 })
  await server.execute(`create database ${name} template ${await template(server)}`)
  const database = openPostgres(addressOf(name), { connections: 6 })
  await furnish(database, house, policies)
  return {
    ...database,
    async close() {
      await database.close()
      await server.execute(`drop database if exists ${name} with (force)`)
      await server.close()
    },
  }
}

/** An actor for tests; by default of the whole county 530721. */
export function testActor(role: string, division = '530721', more: Partial<Actor> = {}): Actor {
  return {
    account: '01900000-0000-7000-8000-0000000000aa',
    name: role,
    role,
    division,
    institution: null,
    person: null,
    ...more,
  }
}
