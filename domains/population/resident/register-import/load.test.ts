import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, describe, test } from 'node:test'
import { importFile, type ImportOutcome, type ImportRun } from '@kangheng/kernel/exchange/staged-import.ts'
import { listRows, returnedRows } from '@kangheng/kernel/exchange/import-jobs.ts'
import { setVault } from '@kangheng/kernel/person/vault-holder.ts'
import { openVault } from '@kangheng/kernel/person/vault.ts'
import { loadPlaces } from '@kangheng/kernel/place/load.ts'
import { verifyJournal } from '@kangheng/kernel/record/journal.ts'
import type { Connection, Database } from '@kangheng/kernel/store/connection.ts'
import { openPglite } from '@kangheng/kernel/store/pglite.ts'
import { openTestDatabase, testActor } from '@kangheng/kernel/testing/database.ts'
import { residentImport } from './importable.ts'
import { importHouse } from './testing/import-house.ts'

const inputs = fileURLToPath(new URL('../../../../../shared/inputs/', import.meta.url))
const messy = new Uint8Array(readFileSync(join(inputs, 'residents-messy.xlsx')))
const truth = JSON.parse(readFileSync(join(inputs, 'residents-messy.truth.json'), 'utf8')) as {
  counts: Record<string, number>
  rows: { sheet: string; row: number; outcome: string; after_merge?: Record<string, unknown> }[]
}
const county = testActor('importer')
setVault(openVault(new Uint8Array(32).fill(7)))

const settingOf = (database: Database) => ({
  database,
  house: importHouse,
  county: '530721',
  today: () => '2025-12-31',
})
const importMessy = (database: Database, run: ImportRun = {}, actor = county, name = 'residents-messy.xlsx') =>
  importFile(settingOf(database), residentImport, actor, { bytes: messy, name }, run)

/** Everything an import writes, without what is random: ids, ciphertext, times. */
async function contents(connection: Connection): Promise<unknown> {
  const people = await connection.query(
    `select p.division, p.name, p.sex, p.birth, p.ethnic, p.document_kind, p.document_key, p.village_group, p.relation, p.registration, p.mother_name,
       p.extra, p.version, h.head_name, h.village_group as house_group, h.number, p.phone_cipher is null as no_phone, p.address_cipher is null as no_address
     from person p left join household h on h.county = p.county and h.id = p.household order by p.document_key, p.name, p.birth, p.mother_name`,
  )
  const episodes = await connection.query(
    `select division, kind, starts_on, start_reason, count(*) as people from residence_episode group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  )
  const marks = await connection.query('select relation, place, from_month from stale_mark order by 1, 2, 3')
  return { people, episodes, marks }
}

let database: Database
let first: ImportOutcome

before(async () => {
  database = await openTestDatabase(importHouse)
  await loadPlaces(database, '530721')
})
after(() => database?.close())

describe('import of a resident register', () => {
  test('a preview says what would happen and writes no person', async () => {
    const { job } = await importMessy(database, { preview: true })
    assert.equal(job.state, 'preview')
    assert.equal(job.counts['accepted'], truth.counts['accepted'])
    assert.equal(job.counts['new'], truth.counts['accepted'])
    assert.deepEqual(await database.query('select 1 from person limit 1'), [])
  })

  test('every row of the truth file agrees, and every accepted one becomes a person', async () => {
    first = await importMessy(database, { withReport: true })
    const outcomes = first.report!.rows.map((row) => row.outcome)
    assert.deepEqual(
      outcomes,
      truth.rows.map((row) => row.outcome),
    )
    const [counted] = await database.query<{ people: number; documents: number }>(
      'select count(*) as people, count(document_key) as documents from person',
    )
    assert.equal(counted!.people, truth.counts['accepted'])
    assert.equal(counted!.people - counted!.documents, truth.counts['newborn_without_id'])
    const episodes = await database.query(`select 1 from residence_episode where kind = 'usual' and ends_on is null`)
    assert.equal(episodes.length, truth.counts['accepted'])
    assert.equal(first.job.state, 'done')
    assert.equal(first.job.counts['added'], truth.counts['accepted'])
  })

  test('the journal tells of it in bulk and still verifies; figures are marked stale', async () => {
    const entries = await database.query<{ changes: { table: string; after: { rows: number } }[] }>(
      `select changes from journal where action = 'import.residents' order by seq`,
    )
    const rows = entries.flatMap((entry) => entry.changes).filter((change) => change.table === 'person')
    assert.equal(
      rows.reduce((sum, change) => sum + change.after.rows, 0),
      truth.counts['accepted'],
    )
    assert.equal((await verifyJournal(database, '530721')).ok, true)
    assert.notDeepEqual(await database.query(`select 1 from stale_mark where from_month = '2025-12' limit 1`), [])
  })

  test('rows that go back are kept with their cells, and make a workbook that can be corrected', async () => {
    const back = await returnedRows(database, '530721', first.job.id)
    assert.equal(back.length, truth.counts['rejected']! + truth.counts['conflicts_for_review']!)
    const workbook = await residentImport.returned(first.job.sheets, back)
    const again = await importFile(
      settingOf(database),
      residentImport,
      county,
      { bytes: workbook, name: 'back.xlsx' },
      { preview: true },
    )
    assert.equal(again.job.counts['data_rows'], back.length)
    const [stored] = await database.query<{ values: Uint8Array }>(
      `select values from import_row where outcome = 'rejected' limit 1`,
    )
    assert.doesNotMatch(Buffer.from(stored!.values).toString('latin1'), /name/)
  })

  test('the same file again changes nothing', async () => {
    const before = await contents(database)
    const entries = await database.query('select count(*) from journal')
    const again = await importMessy(database, { withReport: true })
    assert.equal(again.job.counts['known'], truth.counts['accepted'])
    assert.equal(again.job.counts['added'], 0)
    assert.equal(again.job.counts['filled'], 0)
    assert.deepEqual(await contents(database), before)
    assert.deepEqual(await database.query('select count(*) from journal'), entries)
  })

  test('what a known person lacks is filled, and nothing that is there is replaced', async () => {
    const [victim] = await database.query<{ id: string; ethnic: string }>(
      `select id, ethnic from person where ethnic is not null and household is not null and document_kind = 'ID18' order by document_key limit 1`,
    )
    await database.query(`update person set ethnic = null, household = null, village_group = 'kept' where id = $1`, [
      victim!.id,
    ])
    const again = await importMessy(database)
    assert.equal(again.job.counts['filled'], 1)
    const [now] = await database.query<Record<string, unknown>>('select * from person where id = $1', [victim!.id])
    assert.equal(now!['ethnic'], victim!.ethnic)
    assert.equal(now!['village_group'], 'kept')
    assert.notEqual(now!['household'], null)
  })

  test('a number that belongs to another name goes to review', async () => {
    const [victim] = await database.query<{ id: string; name: string }>(
      `select id, name from person where document_kind = 'ID18' order by document_key limit 1`,
    )
    await database.query('update person set name = $2 where id = $1', [victim!.id, '别人家'])
    const { job, report } = await importMessy(database, { withReport: true })
    assert.equal(job.counts['review_against_known'], 1)
    const outcomes = report!.rows.filter((row) => row.outcome === `conflict-with-known:${victim!.id}`)
    assert.equal(outcomes.length, 1)
    const rows = await listRows(database, '530721', job.id, { outcome: 'review', limit: 1000 })
    const known = rows.filter((row) => row.reasons.includes('CONFLICT_WITH_KNOWN'))
    assert.equal(known.length, 1)
    // It goes back with its cells, like the rows that the file itself contradicts.
    const back = await returnedRows(database, '530721', job.id)
    const returned = { bytes: await residentImport.returned(job.sheets, back), name: 'back.xlsx' }
    const again = await importFile(settingOf(database), residentImport, county, returned, { preview: true })
    assert.equal(again.job.counts['data_rows'], back.length)
    assert.ok(back.some((row) => row.row === known[0]!.row && row.original.length > 0))
    await database.query('update person set name = $2 where id = $1', [victim!.id, victim!.name])
  })

  test('a township imports its own villages only and learns nothing about others', async () => {
    const { job } = await importMessy(database, { preview: true }, testActor('importer', '530721102'))
    const rows = await listRows(database, '530721', job.id, { outcome: 'review', limit: 5000 })
    const outside = rows.filter((row) => row.reasons.includes('OUTSIDE_SCOPE'))
    assert.ok(outside.length > 0)
    assert.ok(outside.every((row) => !String(row.values['village_code']).startsWith('530721102')))
  })
})

describe('an import that is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-import-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('goes on where it was cut off and ends like one that was not', { timeout: 300_000 }, async () => {
    const source = await openTestDatabase(importHouse)
    await loadPlaces(source, '530721')
    if (!('dump' in source)) return source.close() // the embedded database is what a kill can hurt
    const target = join(folder, 'killed')
    const copy = await openPglite({
      folder: target,
      snapshot: await (source as Awaited<ReturnType<typeof openPglite>>).dump(),
    })
    await copy.close()

    const program = fileURLToPath(new URL('./testing/import-process.ts', import.meta.url))
    const child = spawn(process.execPath, [program, target, join(inputs, 'residents-messy.xlsx'), '300'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (/^applying 9\d\d/m.test(said)) child.kill('SIGKILL')
    })
    await once(child, 'exit')
    assert.match(said, /applying 9\d\d/)

    const resumed = await openPglite({ folder: target })
    const [cutOff] = await resumed.query<{ state: string; applied: number[] }>('select state, applied from import_job')
    assert.equal(cutOff!.state, 'applying')
    assert.ok(cutOff!.applied.length >= 3)
    const { job } = await importMessy(resumed, { chunk: 300 })
    assert.equal(job.counts['added'], truth.counts['accepted'])
    await importMessy(source, { chunk: 300 })
    assert.deepEqual(await contents(resumed), await contents(source))
    await resumed.close()
    await source.close()
  })
})
