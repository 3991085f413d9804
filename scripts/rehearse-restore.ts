/**
 * `npm run rehearse-restore`: rehearses what `docs/operations.md` describes, on PostgreSQL servers of its own in a temporary folder: base backup and archive of the
 * write-ahead log, restore to a moment between two actions, a standby and its promotion after the primary was killed. The journals prove it: exactly the actions
 * before the moment, every confirmed action on the standby, and nothing changed.
 */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealJournal, verifyJournal } from '@kangheng/kernel/record/journal.ts'
import { runAction } from '@kangheng/kernel/record/pipeline.ts'
import { openPostgres } from '@kangheng/kernel/store/postgres.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { initialise } from '@kangheng/server/installation.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import {
  initialiseInstance,
  postgresFolder,
  postgresInstance,
  postgresPrograms,
  runAsPostgres,
  type PostgresInstance,
} from './postgres-instance.ts'
import { inventedResident, REGISTER } from './invented-resident.ts'

const COUNTY = '530721'
const DATABASE = 'kangheng'
const clerk: Actor = {
  account: '01900000-0000-7000-8000-0000000000aa',
  name: '演练',
  role: 'township-centre',
  division: '530721102',
  institution: 'C530721102',
  person: null,
}

const started = performance.now()
const say = (text: string) => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)

let sent = 0
/** Registers so many invented residents, one action each. */
async function work(setting: Setting, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    sent += 1
    await runAction(setting, clerk, {
      action: REGISTER,
      requestId: `rehearsal-${String(sent).padStart(4, '0')}`,
      input: inventedResident({ name: '演练居民', birthYear: 1970, sequence: 800 + sent, on: '1970-01-01' }),
    })
  }
}

/** What a journal holds, once it has been proved unchanged. */
async function provenJournal(instance: PostgresInstance): Promise<string[]> {
  const database = openPostgres(instance.urlOf(DATABASE), { connections: 1 })
  try {
    const verdict = await verifyJournal(database, COUNTY)
    assert.ok(verdict.ok, JSON.stringify(verdict.problem))
    const rows = await database.query<{ request_id: string; digest: string }>(
      `select request_id, digest from journal where county = $1 and request_id like 'rehearsal-%' order by seq`,
      [COUNTY],
    )
    return rows.map((row) => `${row.request_id} ${row.digest}`)
  } finally {
    await database.close()
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await holds().catch(() => false)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${what}: not within 20 s`)
}

const home = mkdtempSync(join(tmpdir(), 'kangheng-rehearsal-'))
const running = new Set<PostgresInstance>()
const start = (instance: PostgresInstance) => {
  instance.start()
  running.add(instance)
}

try {
  postgresFolder(home)
  const archive = postgresFolder(join(home, 'archive'))
  const archiving = [
    'wal_level=replica',
    'archive_mode=on',
    `archive_command='test ! -f ${archive}/%f && cp %p ${archive}/%f'`,
  ]
  const primary = await postgresInstance(home, 'primary', archiving)
  const programs = postgresPrograms()
  const copyTo = (folder: string, more = '') =>
    runAsPostgres(`${programs}/pg_basebackup -h ${home} -p ${primary.port} -U postgres -D ${folder} -c fast ${more}`)
  initialiseInstance(primary)
  start(primary)
  const server = openPostgres(primary.urlOf('postgres'), { connections: 1 })
  await server.execute(`create database ${DATABASE} encoding 'UTF8' template template0`)
  const setting = await initialise({ folder: join(home, 'secret'), url: primary.urlOf(DATABASE) }, COUNTY)
  say('a county on a primary that archives its log')

  await work(setting, 5)
  await sealJournal(setting.database, COUNTY)
  copyTo(join(home, 'base'))
  runAsPostgres(`${programs}/pg_verifybackup ${join(home, 'base')}`)
  say('base backup made and verified, after 5 actions')

  await work(setting, 5)
  await sealJournal(setting.database, COUNTY)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const [moment] = await server.query<{ now: string }>('select clock_timestamp()::text as now')
  await new Promise((resolve) => setTimeout(resolve, 1100))
  const before = await provenJournal(primary)
  await work(setting, 5)
  say(`the moment to return to is ${moment!.now}: 10 actions before, 5 after`)

  const standby = await postgresInstance(home, 'standby', ['hot_standby=on'])
  copyTo(standby.data, '-R -C -S kangheng_standby')
  start(standby)
  // From here on an action is confirmed only when the standby has it.
  await server.execute(`alter system set synchronous_standby_names = '*'`)
  await server.execute('select pg_reload_conf()')
  const confirmsThere = `select 1 from pg_stat_replication where sync_state in ('sync', 'quorum')`
  await until('the standby follows', async () => (await server.query(confirmsThere)).length === 1)
  await work(setting, 10)
  await server.execute('select pg_switch_wal()')
  const [last] = await server.query<{ name: string }>(`select pg_walfile_name(pg_current_wal_lsn() - 1) as name`)
  await until('the log is archived', async () => {
    const [row] = await server.query<{ done: boolean }>(
      `select last_archived_wal >= $1 as done from pg_stat_archiver`,
      [last!.name],
    )
    return row!.done
  })
  const all = await provenJournal(primary)
  assert.equal(all.length, sent)
  say('a standby follows; 10 more actions, each confirmed by it')

  primary.kill()
  running.delete(primary)
  await Promise.allSettled([setting.close(), server.close()])
  runAsPostgres(`${programs}/pg_ctl -D ${standby.data} -w promote`)
  assert.deepEqual(await provenJournal(standby), all)
  const taken = await initialise({ folder: join(home, 'secret'), url: standby.urlOf(DATABASE) }, COUNTY)
  await work(taken, 1)
  await sealJournal(taken.database, COUNTY)
  await taken.close()
  assert.equal((await provenJournal(standby)).length, sent)
  say(`primary killed, standby promoted: all ${all.length} confirmed actions are there, and work goes on`)

  const restored = await postgresInstance(home, 'base', [
    `restore_command='cp ${archive}/%f %p'`,
    `recovery_target_time='${moment!.now}'`,
    'recovery_target_action=promote',
    'archive_mode=off',
  ])
  runAsPostgres(`touch ${restored.data}/recovery.signal`)
  start(restored)
  await until('the restore has ended', async () => {
    const database = openPostgres(restored.urlOf(DATABASE), { connections: 1 })
    const [row] = await database.query<{ ended: boolean }>('select not pg_is_in_recovery() as ended')
    await database.close()
    return row!.ended
  })
  assert.deepEqual(await provenJournal(restored), before)
  say(`restored to the moment: exactly the ${before.length} actions before it`)
  if (process.argv.includes('--json'))
    writeFileSync(
      1,
      `${JSON.stringify({ seconds: (performance.now() - started) / 1000, before: before.length, all: all.length })}\n`,
    )
} finally {
  for (const instance of running) instance.stop('immediate')
  rmSync(home, { recursive: true, force: true })
}
