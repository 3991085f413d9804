import { uuidv7 } from 'uuidv7'
import type { Actor } from '../access/actor.ts'
import type { House } from '../domain/registry.ts'
import type { IsoDate } from '../period/date.ts'
import { recordBulk } from '../record/bulk.ts'
import type { Connection, Database } from '../store/connection.ts'
import {
  actorOfJob,
  dropFile,
  findJob,
  noteJob,
  openJob,
  storeRows,
  type ImportJob,
  type StoredRow,
} from './import-jobs.ts'
import { readInWorker } from './import-reading.ts'
import type {
  AcceptedRow,
  ImportableRegister,
  ImportReportShape,
  JudgedRow,
  OtherRow,
  ReadStep,
  RegisterLoader,
  Verdict,
} from './importable-register.ts'

/** What an import runs on. */
export interface ImportSetting {
  readonly database: Database
  readonly house: House
  readonly county: string
  today(): IsoDate
}

/** Called as the work proceeds: rows read (total 0 while unknown), then rows applied. */
export type ImportProgress = (step: 'reading' | 'applying', done: number, total: number) => void

/** What a file says, judged against what the county knows. */
interface JudgedFile<Entry> {
  readonly rows: JudgedRow<Entry>[]
  readonly others: readonly OtherRow[]
  readonly end: Extract<ReadStep<Entry>, { kind: 'end' }>
}

/** Rows of one transaction: large enough for COPY, small enough that a kill costs a second. */
const CHUNK = 5000
/** Accepted rows without anything to say that are kept as a sample. */
const SAMPLE = 100
const PARALLEL = { postgres: 3, pglite: 1 } as const

async function judgeFile<Entry>(
  setting: ImportSetting,
  register: ImportableRegister<Entry>,
  loader: RegisterLoader<Entry>,
  file: { bytes: Uint8Array; name: string; importedOn: IsoDate; withReport: boolean },
  progress: ImportProgress,
): Promise<JudgedFile<Entry>> {
  const judged: { accepted: AcceptedRow<Entry>; verdict: Verdict<Entry>; original: string | undefined }[] = []
  const others: OtherRow[] = []
  let end: JudgedFile<Entry>['end'] | undefined
  const given = await register.given?.(setting.database, setting.county)
  const context = { county: setting.county, importedOn: file.importedOn, withReport: file.withReport, given }
  for await (const step of readInWorker<Entry>(register.reading, file.bytes, file.name, context)) {
    if (step.kind === 'end') {
      end = step
      continue
    }
    const verdicts = await loader.judge(
      setting.database,
      step.accepted.map((row) => row.entry),
    )
    step.accepted.forEach((accepted, index) => {
      const verdict = verdicts[index]!
      judged.push({ accepted, verdict, original: verdict.kind === 'new' ? undefined : step.originals[index] })
    })
    for (const other of step.others) others.push(other)
    progress('reading', judged.length + others.length, 0)
  }
  const { fills } = end!
  // What later rows add concerns few entries; of a known person they are judged once more, with everything the file says.
  const completed = judged.filter(({ accepted, verdict }) => verdict.kind === 'known' && fills.has(accepted.seq))
  const entryOf = (accepted: AcceptedRow<Entry>): Entry => {
    const fill = fills.get(accepted.seq)
    return fill ? { ...accepted.entry, ...fill } : accepted.entry
  }
  const again = await loader.judge(
    setting.database,
    completed.map(({ accepted }) => entryOf(accepted)),
  )
  completed.forEach((row, index) => {
    row.verdict = again[index]!
  })
  const rows = judged.map((row) => ({ ...row, entry: entryOf(row.accepted) }))
  return { rows, others, end: end! }
}

function storedRows<Entry>(register: ImportableRegister<Entry>, file: JudgedFile<Entry>): StoredRow[] {
  let plain = 0
  const accepted = file.rows.flatMap(({ accepted, entry, verdict, original: cells }): StoredRow[] => {
    const review = verdict.kind === 'review'
    const silent = !review && accepted.warnings.length === 0 && !file.end.fills.has(accepted.seq)
    if (silent && (plain += 1) > SAMPLE) return []
    const { seq, sheet, row, warnings, hidden } = accepted
    const original = review && cells !== undefined ? (JSON.parse(cells) as unknown) : null
    const outcome = review ? ('review' as const) : ('accepted' as const)
    const [detail, reasons] = review ? [verdict.detail, [verdict.code]] : ['accepted', []]
    return [{ seq, sheet, row, outcome, detail, reasons, warnings, values: register.valuesOf(entry), original, hidden }]
  })
  const others = file.others.map(({ original, ...row }): StoredRow => ({
    ...row,
    warnings: [],
    original: original ?? null,
  }))
  return [...accepted, ...others].sort((one, other) => one.seq - other.seq)
}

/** How many accepted rows are new, known, and for review because of whom the county knows. */
function verdictCounts<Entry>(rows: readonly JudgedRow<Entry>[]) {
  const count = (kind: Verdict<Entry>['kind']) => rows.filter((row) => row.verdict.kind === kind).length
  const filled = rows.filter(({ verdict }) => verdict.kind === 'known' && Object.keys(verdict.fills).length > 0).length
  return { new: count('new'), known: count('known'), to_fill: filled, review_against_known: count('review') }
}

/** The report with what the county knows taken into account: such conflicts are for review, not accepted. */
function reportAgainstKnown<Entry>(file: JudgedFile<Entry>): ImportReportShape | undefined {
  const { report } = file.end
  if (!report) return undefined
  const rows = [...report.rows]
  let conflicts = 0
  for (const { accepted, verdict } of file.rows) {
    if (verdict.kind !== 'review') continue
    rows[accepted.seq] = { ...rows[accepted.seq]!, outcome: verdict.detail }
    conflicts += 1
  }
  if (conflicts === 0) return report
  const counts = { ...report.counts } as Record<string, number>
  counts['accepted']! -= conflicts
  counts['conflicts_for_review']! += conflicts
  return { ...report, counts, rows }
}

async function applyChunk<Entry>(
  setting: ImportSetting,
  loader: RegisterLoader<Entry>,
  job: ImportJob,
  chunk: number,
  rows: readonly JudgedRow<Entry>[],
): Promise<void> {
  const { database, county, house } = setting
  await database.transaction(async (connection) => {
    const result = await loader.apply(connection, rows)
    const input = { job: job.id, file: job.fileDigest, chunk, rows: rows.length }
    await recordBulk(connection, house, {
      county,
      actor: actorOfJob(job),
      requestId: `import-${job.id}-${chunk}`,
      action: `import.${job.register}`,
      input,
      writes: result.writes,
    })
    // Last, so that other chunks wait for this row only until the commit.
    await connection.query(
      `update import_job set applied = applied || $3::jsonb, done = done + $4::int,
         counts = counts || jsonb_build_object('added', coalesce((counts ->> 'added')::int, 0) + $5::int, 'filled', coalesce((counts ->> 'filled')::int, 0) + $6::int)
       where county = $1 and id = $2`,
      [county, job.id, JSON.stringify([chunk]), rows.length, result.added, result.filled],
    )
  })
}

const isTaken = (error: unknown) => (error as { code?: string }).code === '23505'

/** Applies one chunk; when somebody has entered one of its persons in between, it is judged again and then applied. */
async function applyOrJudgeAgain<Entry>(
  setting: ImportSetting,
  loader: RegisterLoader<Entry>,
  job: ImportJob,
  chunk: number,
  rows: readonly JudgedRow<Entry>[],
): Promise<void> {
  try {
    await applyChunk(setting, loader, job, chunk, rows)
  } catch (error) {
    if (!isTaken(error)) throw error
    const now = await findJob(setting.database, setting.county, job.id)
    if (now?.applied.includes(chunk)) return // another process had taken the same import up and was faster
    const verdicts = await loader.judge(
      setting.database,
      rows.map((row) => row.entry),
    )
    await applyChunk(
      setting,
      loader,
      job,
      chunk,
      rows.map((row, index) => ({ ...row, verdict: verdicts[index]! })),
    )
  }
}

async function applyAll<Entry>(
  setting: ImportSetting,
  loader: RegisterLoader<Entry>,
  job: ImportJob,
  rows: readonly JudgedRow<Entry>[],
  size: number,
  progress: ImportProgress,
): Promise<void> {
  const { database, county, house } = setting
  const part = (chunk: number) => rows.slice(chunk * size, (chunk + 1) * size)
  await database.transaction(async (connection: Connection) => {
    const writes = await loader.prepare(connection, rows)
    const entry = {
      county,
      actor: actorOfJob(job),
      action: `import.${job.register}`,
      input: { job: job.id, file: job.fileDigest },
      writes,
    }
    await recordBulk(connection, house, { ...entry, requestId: `import-${uuidv7()}` })
  })
  const chunks = Array.from({ length: Math.ceil(rows.length / size) }, (_, index) => index).filter(
    (chunk) => !job.applied.includes(chunk),
  )
  let done = rows.length - chunks.reduce((sum, chunk) => sum + part(chunk).length, 0)
  progress('applying', done, rows.length)
  const runner = async () => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      await applyOrJudgeAgain(setting, loader, job, chunk, part(chunk))
      progress('applying', (done += part(chunk).length), rows.length)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL[database.engine] }, runner))
  await database.transaction(async (connection) => {
    await loader.finish(connection)
    await dropFile(connection, county, job.id)
    await noteJob(connection, county, job.id, { state: 'done', done: rows.length, total: rows.length })
  })
}

/** What an import came to. */
export interface ImportOutcome {
  readonly job: ImportJob
  readonly report: ImportReportShape | undefined
}

/** How an import is run. */
export interface ImportRun {
  /** Says what would happen and writes nothing but the import itself. */
  readonly preview?: boolean
  readonly withReport?: boolean
  /** Rows of one transaction. */
  readonly chunk?: number
  readonly onProgress?: ImportProgress
}

/**
 * Runs an opened import: reads and judges its file, keeps the rows somebody should see, and (unless it is a preview) applies the accepted ones in chunks,
 * each one transaction with its mark. Running it again after a kill does the chunks that are missing; nothing is applied twice.
 * @throws Refusal when the file cannot be read; the import is marked as failed with the reason.
 */
export async function runJob<Entry>(
  setting: ImportSetting,
  register: ImportableRegister<Entry>,
  job: ImportJob,
  bytes: Uint8Array,
  run: ImportRun = {},
): Promise<ImportOutcome> {
  const { database, county } = setting
  const progress = run.onProgress ?? (() => {})
  const loader = register.loader({
    county,
    house: setting.house,
    actor: actorOfJob(job),
    importedOn: job.importedOn,
    applies: !run.preview,
  })
  const file = { bytes, name: job.fileName, importedOn: job.importedOn, withReport: run.withReport ?? false }
  try {
    const judged = await judgeFile(setting, register, loader, file, progress)
    // What an import that was cut off had found out about known persons stays as it was found first.
    if (job.applied.length === 0) {
      const counts = { ...judged.end.counts, ...verdictCounts(judged.rows) }
      await database.transaction(async (connection) => {
        await storeRows(connection, county, job, storedRows(register, judged))
        const state = run.preview ? ('preview' as const) : ('applying' as const)
        await noteJob(connection, county, job.id, {
          state,
          counts,
          sheets: [...judged.end.sheets],
          done: 0,
          total: judged.rows.length,
        })
      })
    }
    if (!run.preview) await applyAll(setting, loader, job, judged.rows, run.chunk ?? CHUNK, progress)
    return { job: (await findJob(database, county, job.id))!, report: reportAgainstKnown(judged) }
  } catch (error) {
    if (job.applied.length === 0) await noteFailure(setting, job, error)
    throw error
  }
}

async function noteFailure(setting: ImportSetting, job: ImportJob, error: unknown): Promise<void> {
  const { text } = error as { text?: { zh: string; en: string } }
  const problem = text ?? { zh: '导入时出错，已记入日志', en: 'Something went wrong and was logged' }
  const now = await findJob(setting.database, setting.county, job.id)
  // An import that has begun to write can be taken up again; one that could not be read cannot.
  if (now?.state === 'reading') await noteJob(setting.database, setting.county, job.id, { state: 'failed', problem })
}

/** Imports a file without HTTP: opens the import (or takes up the one that was cut off) and runs it to its end. */
export async function importFile<Entry>(
  setting: ImportSetting,
  register: ImportableRegister<Entry>,
  actor: Actor,
  file: { bytes: Uint8Array; name: string },
  run: ImportRun = {},
): Promise<ImportOutcome> {
  const job = await openJob(setting, actor, register.id, file)
  return runJob(setting, register, job, file.bytes, run)
}
