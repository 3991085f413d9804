import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { openPostgres } from '@kangheng/kernel/store/postgres.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { openInstallation } from '@kangheng/server/installation.ts'
import { giveToPostgres } from '../scripts/postgres-instance.ts'
import { brokenJournal, doneTwice, missingOf } from './faults/checks.ts'
import { prepareGround, type Case, type Ground } from './faults/installation.ts'
import { promoteReplica } from './faults/promotion.ts'
import { closeWork, importWork, OUTBOX, outboxEntry, syncWork, VISITS, type Work } from './faults/works.ts'
import { peopleToImport, registerOf } from './import.ts'
import { judge, type BenchResult, type Measurement } from './measure.ts'

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

type Strike = 'server' | 'database' | 'nothing'

interface Outcome {
  readonly state: string
  readonly struckMidway: boolean
  readonly lost: number
  readonly halfDone: readonly string[]
  readonly twice: number
}

async function withDatabase<Result>(given: Case, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = openPostgres(given.url, { connections: 1 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

/** Kills one of the two when the work has come half-way. @returns whether the work was still going on */
async function strikeMidway(
  given: Case,
  work: Work,
  strike: Strike,
  at: { confirmed: number; ended: boolean },
): Promise<boolean> {
  const watch = openPostgres(given.url, { connections: 1 })
  try {
    while (!at.ended && !(await work.midway(watch, at.confirmed))) await wait(5)
  } finally {
    await watch.close()
  }
  const inTime = !at.ended
  if (strike === 'server') await given.killServer()
  else if (strike === 'database') given.database.kill()
  return inTime
}

/** Does a piece of work with a blow in the middle, starts again what was killed, looks, and repeats the same requests until all is confirmed. */
async function endure(ground: Ground, work: Work, strike: Strike): Promise<Outcome> {
  const given = await ground.open(`${work.name}_${strike}`)
  const confirmed = new Set<string>()
  try {
    await given.startServer()
    const at = { confirmed: 0, ended: false }
    const doing = work
      .run(given, (request) => (at.confirmed = confirmed.add(request).size))
      .finally(() => (at.ended = true))
    const struckMidway = strike !== 'nothing' && (await strikeMidway(given, work, strike, at))
    await doing
    if (strike === 'database') given.database.start()
    const halfDone = strike === 'nothing' ? [] : await withDatabase(given, work.halfDone)
    const lost = await withDatabase(given, (database) => missingOf(database, confirmed))
    // A database that comes back must find a server that goes on; only a killed server is started again.
    if (strike === 'server') await given.startServer()
    for (let attempt = 0; !(await work.run(given, (request) => void confirmed.add(request))); attempt += 1) {
      if (attempt > 100)
        throw new Error(`${work.name} after a kill of the ${strike}: not done after ${attempt} attempts`)
      await wait(200)
    }
    return await withDatabase(given, async (database) => ({
      state: await work.state(database),
      struckMidway,
      lost: lost + (await missingOf(database, confirmed)),
      halfDone: [...halfDone, ...(await work.halfDone(database)), ...(await brokenJournal(database))],
      twice: await doneTwice(database),
    }))
  } finally {
    await given.close()
  }
}

/** What a full disk came to: what writers were told, and whether all went on when there was room again. */
interface FullDisk {
  readonly told: number
  readonly otherwise: number
  readonly wentOn: number
  readonly lost: number
}

/** A disk of a gigabyte for one county's tables, filled while a village doctor sends. Undefined where no disk can be mounted. */
async function fillDisk(ground: Ground): Promise<FullDisk | undefined> {
  const disk = join(ground.home, 'disk')
  mkdirSync(disk)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1g', 'tmpfs', disk]).status !== 0) return undefined
  const filler = join(disk, 'filler')
  let given: Case | undefined
  try {
    giveToPostgres(disk)
    mkdirSync(join(disk, 'space'))
    giveToPostgres(join(disk, 'space'))
    const maker = openPostgres(ground.database.urlOf('postgres'), { connections: 1 })
    await maker.execute(`create tablespace small location '${join(disk, 'space')}'`)
    await maker.close()
    given = await ground.open('full_disk', 'tablespace small')
    await given.startServer()
    const confirmed = new Set<string>()
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=1M', 'status=none'])
    const { told, otherwise } = await writeUntilFull(given, confirmed)
    rmSync(filler)
    const done = await syncWork.run(given, (request) => void confirmed.add(request))
    const lost = await withDatabase(given, (database) => missingOf(database, confirmed))
    return { told, otherwise, wentOn: done ? 1 : 0, lost }
  } finally {
    await given?.close()
    const cleaner = openPostgres(ground.database.urlOf('postgres'), { connections: 1 })
    await cleaner.execute('drop database if exists full_disk with (force)')
    await cleaner.execute('drop tablespace if exists small')
    await cleaner.close()
    spawnSync('umount', ['--lazy', disk])
  }
}

/** Sends the outbox over and over until five of its entries have met the full disk; each is sent again under its request id, as a phone does. */
async function writeUntilFull(given: Case, confirmed: Set<string>): Promise<{ told: number; otherwise: number }> {
  const doctor = given.client('doctor')
  let told = 0
  let otherwise = 0
  for (let each = 0; each < VISITS && told < 5 && otherwise <= 5; each += 1) {
    const entry = outboxEntry(each)
    const answer = await doctor.ask('POST', OUTBOX, entry)
    const field = (answer?.body as { field?: string } | undefined)?.field
    if (answer?.status === 200) confirmed.add(entry.requestId)
    else if (answer?.status === 507 && field === 'storage') told += 1
    else otherwise += 1
  }
  return { told, otherwise }
}

/** Rows of the register that is imported. */
const ROWS = 20_000

/**
 * Kills the server, and the database, with SIGKILL in the middle of an import, of the closing of a month and of a village's sync; fills the disk; kills a primary under load and promotes its replica. What was
 * confirmed must be there, nothing half done may be seen, and the same requests sent again must come to the same end as without a blow. When quick, a village's
 * sync alone is struck.
 */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const register = quick ? undefined : await registerOf(peopleToImport(ROWS).slice(0, ROWS))
  let month = ''
  const ground = await prepareGround(async (url, secret) => {
    if (quick) return
    const setting = await openInstallation({ folder: secret, url })
    const computation = await setting.computation()
    month = computation.horizon.firstMonth
    await buildFigures(setting.database, computation)
    await setting.close()
  })
  const measurements: Measurement[] = []
  const measure = (name: string, value: number, basis = '') => measurements.push({ name, value, unit: '', basis })
  try {
    let lost = 0
    let twice = 0
    let midway = 0
    let different = 0
    const halfDone: string[] = []
    for (const work of quick ? [syncWork] : [importWork(register!, ROWS), closeWork(month), syncWork]) {
      console.error(work.name)
      const straight = await endure(ground, work, 'nothing')
      for (const strike of ['server', 'database'] as const) {
        console.error(`${work.name}, ${strike} killed`)
        const outcome = await endure(ground, work, strike)
        lost += outcome.lost
        twice += outcome.twice
        midway += outcome.struckMidway ? 1 : 0
        different += outcome.state === straight.state ? 0 : 1
        console.error(
          `  lost ${outcome.lost}, twice ${outcome.twice}, midway ${outcome.struckMidway}, same end ${outcome.state === straight.state}, half done: ${outcome.halfDone.join('; ') || 'nothing'}`,
        )
        halfDone.push(...outcome.halfDone.map((each) => `${work.name}, ${strike} killed: ${each}`))
      }
    }
    measure(
      'blows in the middle of the work',
      midway,
      quick ? 'of two' : 'of six: import, closing, sync; server, database',
    )
    measure('confirmed requests lost', lost)
    measure('requests done twice', twice)
    measure('half done and visible', halfDone.length, halfDone.join('; '))
    measure('ends that differ from the straight run', different)
    const full = quick ? undefined : await fillDisk(ground)
    if (full) {
      measure('full disk: writers told so (507, storage)', full.told, `${full.otherwise} told otherwise`)
      measure('full disk: told otherwise', full.otherwise)
      measure('full disk: goes on when there is room', full.wentOn)
      measure('full disk: confirmed requests lost', full.lost)
    }
    const promotion = quick ? undefined : await promoteReplica(ground)
    if (promotion) {
      const { confirmedBefore, lost, twice, broken, different, seconds } = promotion
      measure('promotion: confirmed before the primary was killed', confirmedBefore, 'by a synchronous standby')
      measure('promotion: confirmed requests lost', lost)
      measure('promotion: requests done twice', twice)
      measure('promotion: faults of the journal', broken.length, broken.join('; '))
      measure('promotion: ends that differ from the straight run', different)
      measurements.push({ name: 'promotion: until the next request is confirmed', value: seconds, unit: 's' })
    }
    return judge('faults', measurements, quick)
  } finally {
    ground.close()
  }
}
