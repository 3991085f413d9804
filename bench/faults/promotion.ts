import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openPostgres } from '@kangheng/kernel/store/postgres.ts'
import { postgresInstance, postgresPrograms, runAsPostgres } from '../../scripts/postgres-instance.ts'
import { brokenJournal, doneTwice, missingOf } from './checks.ts'
import type { Case, Ground } from './installation.ts'
import { OUTBOX, outboxEntry, peopleState } from './works.ts'

/** What the loss of a primary under load came to. */
export interface Promotion {
  readonly confirmedBefore: number
  readonly lost: number
  readonly twice: number
  readonly broken: readonly string[]
  readonly different: number
  /** From the kill of the primary to the next confirmed request, the promotion included. */
  readonly seconds: number
}

const ENTRIES = 120
const SENDERS = 4
/** Requests confirmed when the primary is killed. */
const STRIKE_AT = 40

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Sends all entries, several at a time, each again under its request id until it is confirmed. */
async function sendAll(given: Case, confirm: (request: string) => void): Promise<void> {
  const sender = async (first: number) => {
    const doctor = given.client('doctor')
    for (let number = first; number < ENTRIES; number += SENDERS) {
      const entry = outboxEntry(number)
      for (let attempt = 0; (await doctor.ask('POST', OUTBOX, entry))?.status !== 200; attempt += 1) {
        if (attempt > 300) throw new Error(`${entry.requestId} is not confirmed after ${attempt} attempts`)
        await wait(100)
      }
      confirm(entry.requestId)
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, (_, index) => sender(index)))
}

async function straightState(ground: Ground): Promise<string> {
  const given = await ground.open('straight')
  await given.startServer()
  await sendAll(given, () => {})
  await given.close()
  return reading(given.url, peopleState)
}

async function reading<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = openPostgres(url, { connections: 1 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** A standby that follows the ground's server and confirms what is written there. */
async function openStandby({ home, database: primary }: Ground) {
  const standby = await postgresInstance(home, 'standby', ['hot_standby=on'])
  const source = `-h ${home} -p ${primary.port} -U postgres`
  runAsPostgres(`${postgresPrograms()}/pg_basebackup ${source} -D ${standby.data} -c fast -R -C -S kangheng_standby`)
  standby.start()
  await reading(primary.urlOf('postgres'), async (database) => {
    await database.execute(`alter system set synchronous_standby_names = '*'`)
    await database.execute('select pg_reload_conf()')
    const following = `select 1 from pg_stat_replication where sync_state in ('sync', 'quorum')`
    for (let attempt = 0; (await database.query(following)).length === 0; attempt += 1) {
      if (attempt > 200) throw new Error('The standby does not follow')
      await wait(100)
    }
  })
  return standby
}

/**
 * Village doctors write through a program that knows both addresses; the primary is killed with SIGKILL under that load and the standby promoted. The program is not started again: it
 * finds the new primary by itself. Journals are compared at the end. The ground's own server is gone afterwards.
 */
export async function promoteReplica(ground: Ground): Promise<Promotion> {
  console.error('promotion of a replica')
  const straight = await straightState(ground)
  await ground.open('promotion')
  const standby = await openStandby(ground)
  const hosts = [ground.database, standby].map(({ port }) => `127.0.0.1:${port}`).join(',')
  const given = ground.openAt(`postgres://postgres@${hosts}/promotion?target_session_attrs=read-write`)
  const confirmed = new Set<string>()
  let killedAt = Infinity
  let nextAt = Infinity
  try {
    await given.startServer()
    const sending = sendAll(given, (request) => {
      confirmed.add(request)
      if (performance.now() > killedAt) nextAt = Math.min(nextAt, performance.now())
    })
    while (confirmed.size < STRIKE_AT) await wait(5)
    const confirmedBefore = confirmed.size
    ground.database.kill()
    // What was on its way when the blow fell may still be answered.
    await wait(500)
    killedAt = performance.now()
    runAsPostgres(`${postgresPrograms()}/pg_ctl -D ${standby.data} -w promote`)
    await sending
    const outcome = await reading(standby.urlOf('promotion'), async (database) => ({
      lost: await missingOf(database, confirmed),
      twice: await doneTwice(database),
      broken: await brokenJournal(database),
      different: (await peopleState(database)) === straight ? 0 : 1,
    }))
    return { ...outcome, confirmedBefore, seconds: (nextAt - killedAt + 500) / 1000 }
  } finally {
    await given.close()
    standby.stop('immediate')
  }
}
