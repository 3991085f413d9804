import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection, Database } from './connection.ts'
import { Refusal } from '../text/refusal.ts'

/** One generated migration: its file name (which orders it) and its statements. */
export interface Migration {
  readonly name: string
  readonly statements: readonly string[]
}

/** Reads the generated migrations of a folder, in order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({
      name: name.replace(/\.sql$/, ''),
      statements: readFileSync(join(folder, name), 'utf8')
        .split('--> statement-breakpoint')
        .map((statement) => statement.trim())
        .filter(Boolean),
    }))
}

/** Tables that only migrations read and write. */
export const MIGRATION_TABLES = ['schema_migration', 'schema_script'] as const

async function appliedMigrations(connection: Connection): Promise<string[]> {
  await connection.execute(
    `create table if not exists schema_migration (name text collate "C" primary key, applied_at timestamptz not null default now());
     create table if not exists schema_script (name text primary key, digest text not null);`,
  )
  return (await connection.query<{ name: string }>('select name from schema_migration order by name')).map(
    (row) => row.name,
  )
}

/** Names of migrations that are still to be applied. Refuses a database that is newer than the program. */
export async function pendingMigrations(connection: Connection, migrations: readonly Migration[]): Promise<string[]> {
  const applied = await appliedMigrations(connection)
  const unknown = applied.filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length > 0) {
    throw new Refusal('unavailable', {
      zh: `数据库比程序新（程序不认识迁移 ${unknown.join('、')}）。请升级程序，或使用升级前的备份`,
      en: `The database is newer than the program (unknown migration ${unknown.join(', ')}). Upgrade the program or use a backup from before`,
    })
  }
  return migrations.filter((migration) => !applied.includes(migration.name)).map((migration) => migration.name)
}

/** Applies what is pending, then the given script (policies, functions) part by part when it changed. All in one transaction. Returns what was applied. */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  script: readonly string[],
): Promise<string[]> {
  return database.transaction(async (connection) => {
    if (database.engine === 'postgres') await connection.query(`select pg_advisory_xact_lock(7205309)`)
    const pending = await pendingMigrations(connection, migrations)
    for (const name of pending) {
      const migration = migrations.find((each) => each.name === name)!
      for (const statement of migration.statements) await connection.execute(statement)
      await connection.query('insert into schema_migration (name) values ($1)', [name])
    }
    const digest = createHash('sha256').update(script.join('\n')).digest('hex')
    const [known] = await connection.query<{ digest: string }>(
      `select digest from schema_script where name = 'policies'`,
    )
    if (pending.length > 0 || known?.digest !== digest) {
      for (const part of script) await connection.execute(part)
      await connection.query(
        `insert into schema_script values ('policies', $1) on conflict (name) do update set digest = excluded.digest`,
        [digest],
      )
    }
    return pending
  })
}
