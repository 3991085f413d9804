import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '../access/actor.ts'
import { getVault } from '../person/vault-holder.ts'
import type { IsoDate } from '../period/date.ts'
import { copyChunks } from '../store/copy-format.ts'
import type { Connection, Database } from '../store/connection.ts'
import type { Text } from '../text/text.ts'
import type { ReturnedSource } from './importable-register.ts'

/** How far an import has come. */
export type ImportState = 'reading' | 'preview' | 'applying' | 'done' | 'failed'

/** An import as it is stored. */
export interface ImportJob {
  readonly id: string
  readonly register: string
  readonly fileName: string
  readonly fileDigest: string
  readonly division: string
  readonly account: string
  readonly accountName: string
  readonly role: string
  readonly importedOn: IsoDate
  readonly state: ImportState
  readonly done: number
  readonly total: number
  readonly counts: Record<string, unknown>
  readonly sheets: unknown[]
  readonly applied: number[]
  readonly problem: Text | null
  readonly startedAt: string
  readonly finishedAt: string | null
}

const SELECT = `select id, register, file_name as "fileName", file_digest as "fileDigest", division, account, account_name as "accountName", role,
  imported_on as "importedOn", state, done, total, counts, sheets, applied, problem, started_at as "startedAt", finished_at as "finishedAt" from import_job`

/** SM3 of a file, by which it is recognised. */
function fileDigest(bytes: Uint8Array): string {
  return createHash('sm3').update(bytes).digest('hex')
}

/** Who acts in an import: who started it, also when it goes on without them. */
export function actorOfJob(job: ImportJob): Actor {
  return {
    account: job.account,
    name: job.accountName,
    role: job.role,
    division: job.division,
    institution: null,
    person: null,
  }
}

/** An import by id; undefined when there is none where the connection may look. */
export async function findJob(connection: Connection, county: string, id: string): Promise<ImportJob | undefined> {
  const [job] = await connection.query<ImportJob>(`${SELECT} where county = $1 and id = $2`, [county, id])
  return job
}

/** Imports, the latest first. */
export function listJobs(connection: Connection, county: string, limit = 50): Promise<ImportJob[]> {
  return connection.query<ImportJob>(`${SELECT} where county = $1 order by started_at desc, id desc limit $2`, [
    county,
    limit,
  ])
}

/** Imports that were cut off while they were read or applied. */
export function unfinishedJobs(connection: Connection, county: string): Promise<ImportJob[]> {
  return connection.query<ImportJob>(
    `${SELECT} where county = $1 and state in ('reading', 'applying') order by started_at`,
    [county],
  )
}

/** Begins an import, or takes up the one that was cut off with the same file, register and scope. */
export async function openJob(
  { database, county, today }: { database: Database; county: string; today(): IsoDate },
  actor: Actor,
  register: string,
  file: { readonly bytes: Uint8Array; readonly name: string },
): Promise<ImportJob> {
  const digest = fileDigest(file.bytes)
  const [cutOff] = await database.query<ImportJob>(
    `${SELECT} where county = $1 and register = $2 and file_digest = $3 and division = $4 and state in ('reading', 'applying') order by started_at desc limit 1`,
    [county, register, digest, actor.division],
  )
  if (cutOff) return cutOff
  const id = uuidv7()
  await database.query(
    `insert into import_job (county, id, register, file_name, file_digest, division, account, account_name, role, imported_on, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'reading')`,
    [county, id, register, file.name, digest, actor.division, actor.account, actor.name, actor.role, today()],
  )
  return (await findJob(database, county, id))!
}

/** Changes what an import says about itself. */
export async function noteJob(
  connection: Connection,
  county: string,
  id: string,
  values: Partial<Pick<ImportJob, 'state' | 'done' | 'total' | 'counts' | 'sheets' | 'problem'>>,
): Promise<void> {
  const json = { counts: true, sheets: true, problem: true } as Readonly<Record<string, boolean>>
  const entries = Object.entries(values)
  const sets = entries.map(([name], index) => `${name} = $${index + 3}${json[name] ? '::jsonb' : ''}`)
  if (values.state === 'done' || values.state === 'failed') sets.push('finished_at = now()')
  await connection.query(`update import_job set ${sets.join(', ')} where county = $1 and id = $2`, [
    county,
    id,
    ...entries.map(([name, value]) => (json[name] ? JSON.stringify(value) : value)),
  ])
}

/** A row of an import to be stored. */
export interface StoredRow {
  readonly seq: number
  readonly sheet: string
  readonly row: number
  readonly outcome: 'accepted' | 'duplicate' | 'review' | 'rejected'
  readonly detail: string
  readonly reasons: readonly string[]
  readonly warnings: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
  readonly original: unknown
  readonly hidden: boolean
}

/** Keeps the rows of an import that somebody should see, in place of those kept before. Contents are encrypted. */
export async function storeRows(
  connection: Connection,
  county: string,
  job: Pick<ImportJob, 'id' | 'division'>,
  rows: readonly StoredRow[],
): Promise<void> {
  await connection.query('delete from import_row where county = $1 and job = $2', [county, job.id])
  const vault = getVault()
  const values = vault.encryptAll(rows.map((row) => JSON.stringify(row.values)))
  const originals = vault.encryptAll(rows.map((row) => (row.original ? JSON.stringify(row.original) : null)))
  const columns = [
    'county',
    'job',
    'seq',
    'division',
    'sheet',
    'row',
    'outcome',
    'detail',
    'reasons',
    'warnings',
    'values',
    'original',
    'hidden',
  ]
  const lines = rows.map((row, index) => [
    county,
    job.id,
    row.seq,
    job.division,
    row.sheet,
    row.row,
    row.outcome,
    row.detail,
    row.reasons,
    row.warnings,
    values[index],
    originals[index],
    row.hidden,
  ])
  await connection.copyIn('import_row', columns, copyChunks(lines))
}

type StoredColumns = Omit<StoredRow, 'values' | 'original'> & { values: Uint8Array; original: Uint8Array | null }
const ROW = 'select seq, sheet, row, outcome, detail, reasons, warnings, values, original, hidden from import_row'

function openRows(rows: readonly StoredColumns[]): StoredRow[] {
  const vault = getVault()
  const values = vault.decryptAll(rows.map((row) => row.values))
  const originals = vault.decryptAll(rows.map((row) => row.original))
  return rows.map((row, index) => ({
    ...row,
    values: JSON.parse(values[index]!) as Record<string, unknown>,
    original: originals[index] ? (JSON.parse(originals[index]) as unknown) : null,
  }))
}

/** One page of an import's kept rows, in the order of the file. */
export async function listRows(
  connection: Connection,
  county: string,
  job: string,
  query: { outcome?: string | undefined; after?: number | undefined; limit: number },
): Promise<StoredRow[]> {
  const rows = await connection.query<StoredColumns>(
    `${ROW} where county = $1 and job = $2 and ($3::text is null or outcome = $3) and seq > $4 order by seq limit $5`,
    [county, job, query.outcome ?? null, query.after ?? -1, query.limit],
  )
  return openRows(rows)
}

/** The rows that go back: rejected ones and those for review. */
export async function returnedRows(connection: Connection, county: string, job: string): Promise<ReturnedSource[]> {
  const rows = await connection.query<StoredColumns>(
    `${ROW} where county = $1 and job = $2 and outcome in ('rejected', 'review') order by seq`,
    [county, job],
  )
  return openRows(rows).map((row) => ({
    sheet: row.sheet,
    row: row.row,
    detail: row.detail,
    codes: row.reasons,
    original: row.original as ReturnedSource['original'],
  }))
}

const PIECE = 48 * 1024

/** Keeps the file of a preview, encrypted in pieces. */
export async function keepFile(connection: Connection, county: string, job: string, bytes: Uint8Array): Promise<void> {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE)
    pieces.push(Buffer.from(bytes.subarray(at, at + PIECE)).toString('base64'))
  const sealed = getVault().encryptAll(pieces)
  await connection.query('delete from import_file where county = $1 and job = $2', [county, job])
  const rows = sealed.map((content, piece) => [county, job, piece, content])
  await connection.copyIn('import_file', ['county', 'job', 'piece', 'content'], copyChunks(rows))
}

/** The kept file; undefined when it was removed or never kept. */
export async function keptFile(connection: Connection, county: string, job: string): Promise<Uint8Array | undefined> {
  const rows = await connection.query<{ content: Uint8Array }>(
    'select content from import_file where county = $1 and job = $2 order by piece',
    [county, job],
  )
  if (rows.length === 0) return undefined
  const pieces = getVault().decryptAll(rows.map((row) => row.content))
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece!, 'base64')))
}

/** Removes the kept file; the rows that go back stay. */
export async function dropFile(connection: Connection, county: string, job: string): Promise<void> {
  await connection.query('delete from import_file where county = $1 and job = $2', [county, job])
}

/** Removes an import that was not applied, with everything kept of it. */
export async function dropJob(database: Database, county: string, job: string): Promise<void> {
  await database.transaction(async (connection) => {
    await dropFile(connection, county, job)
    await connection.query('delete from import_row where county = $1 and job = $2', [county, job])
    await connection.query('delete from import_job where county = $1 and id = $2', [county, job])
  })
}
