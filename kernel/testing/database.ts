import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compilePolicies } from '../access/policies.ts'
import type { Actor } from '../access/actor.ts'
import type { House } from '../domain/registry.ts'
import type { Database } from '../store/connection.ts'
import { migrate, readMigrations } from '../store/migrate.ts'
import { openPglite } from '../store/pglite.ts'
import { openPostgres } from '../store/postgres.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fixtures = join(root, 'kernel/testing/migrations')

/** PostgreSQL to run the suite on, besides PGlite: the address of a server where databases may be created. */
export const testServer = process.env['KANGHENG_TEST_POSTGRES']

async function prepared(database: Database, house: House, policies: readonly string[]): Promise<void> {
  const migrations = [
    ...readMigrations(join(root, 'migrations')),
    ...readMigrations(fixtures).map((each) => ({ ...each, name: `fixture-${each.name}` })),
  ]
  await migrate(database, migrations, compilePolicies(house, policies))
}

function fingerprint(house: House, policies: readonly string[]): string {
  const hash = createHash('sha256').update(compilePolicies(house, policies))
  for (const folder of [join(root, 'migrations'), fixtures])
    for (const migration of readMigrations(folder)) hash.update(migration.statements.join())
  return hash.digest('hex').slice(0, 16)
}

/** A migrated snapshot, made once for each version of schema and policies and kept outside the repository's files. */
async function snapshot(house: House, policies: readonly string[]): Promise<Uint8Array> {
  const folder = join(root, 'node_modules/.cache/kangheng')
  const path = join(folder, `test-${fingerprint(house, policies)}.tar`)
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    const database = await openPglite()
    try {
      await prepared(database, house, policies)
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
async function template(server: Database, house: House, policies: readonly string[]): Promise<string> {
  const name = `kangheng_template_${fingerprint(house, policies)}`
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
        await prepared(database, house, policies)
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

/** An empty migrated database for one test file, on PGlite or (with KANGHENG_TEST_POSTGRES) on PostgreSQL. Close it afterwards. */
export async function openTestDatabase(house: House, policies: readonly string[] = []): Promise<Database> {
  if (!testServer) return openPglite({ snapshot: await snapshot(house, policies) })
  const name = `kangheng_test_${randomUUID().replaceAll('-', '')}`
  const server = openPostgres(testServer, { connections: 1 })
  await server.execute(`create database ${name} template ${await template(server, house, policies)}`)
  const database = openPostgres(addressOf(name), { connections: 6 })
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
