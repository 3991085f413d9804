import { createHash } from 'node:crypto'
import type { Actor } from '../../access/actor.ts'
import { asActor } from '../../access/scope.ts'
import type { AnyAction } from '../../domain/define-domain.ts'
import { findExtensionFields } from '../../record/extension.ts'
import { permittedAction, type ActionHouse, type ActionRequest } from '../../record/pipeline.ts'
import { rehearseActions, runActions, type Outcome } from '../../record/run-many.ts'
import { Refusal } from '../../text/refusal.ts'
import type { Text } from '../../text/text.ts'
import { issueField, issueText } from '../../text/issue-text.ts'
import { textOf } from '../cell-text.ts'
import { dropFile, findJob, noteJob, openJob, storeRows, type ImportJob, type StoredRow } from '../import-jobs.ts'
import { readInWorker } from '../import-reading.ts'
import type { AcceptedRow, ReadStep } from '../importable-register.ts'
import type { ImportRun } from '../staged-import.ts'
import { actingAccount } from './acting.ts'
import { actionColumns, actionRegister, type ActionColumn } from './columns.ts'
import { readGazetteer } from './places.ts'
import type { SheetCounts, SheetEntry } from './read-file.ts'
import { readInputs, type InputContext, type RowFault } from './read-input.ts'
import type { KeptValues } from './returned.ts'

/** Rows of one transaction: enough that its cost does not count, few enough that nobody waits for it. */
const BATCH = 50
/** Rows without anything to say that are kept as a sample. */
const SAMPLE = 100

type SheetRow = AcceptedRow<SheetEntry>

/** What became of a row. */
interface Decided {
  readonly kind: 'new' | 'unchanged' | 'refused'
  readonly faults: readonly RowFault[]
}

/** A row in the report of an import. */
export interface ActionReportRow {
  readonly sheet: string
  readonly row: number
  readonly outcome: 'accepted' | 'unchanged' | 'rejected'
  readonly reasons: readonly RowFault[]
  readonly values: Readonly<Record<string, string>>
}

/** What an import of an action came to. */
export interface ActionImportOutcome {
  readonly job: ImportJob
  readonly report: { readonly counts: object; readonly rows: readonly ActionReportRow[] } | undefined
}

interface FileRows {
  readonly rows: readonly SheetRow[]
  readonly originals: readonly string[]
  readonly counts: SheetCounts
  readonly sheets: readonly unknown[]
}

/** The columns of an action for this county now. @throws Refusal when the action cannot be imported. */
export async function columnsOfAction(setting: ActionHouse, action: AnyAction): Promise<readonly ActionColumn[]> {
  const extensions = await findExtensionFields(setting.database, setting.county, action.record.id)
  const columns = actionColumns(setting.house, action, extensions)
  if (columns) return columns
  throw new Refusal('invalid', {
    zh: `“${action.title.zh}”不能用表格导入，请在页面上办理`,
    en: `“${action.title.en}” cannot be imported from a workbook; use its page`,
  })
}

async function readRows(
  setting: ActionHouse,
  action: AnyAction,
  columns: readonly ActionColumn[],
  job: ImportJob,
  bytes: Uint8Array,
): Promise<FileRows> {
  const rows: SheetRow[] = []
  const originals: string[] = []
  let end: Extract<ReadStep<SheetEntry>, { kind: 'end' }> | undefined
  const { byAlias: _byAlias, aliasInitials: _initials, keys: _keys, ...given } = actionRegister(action, columns)
  const context = { county: setting.county, importedOn: job.importedOn, withReport: false, given }
  const module = new URL('./read-file.ts', import.meta.url)
  for await (const step of readInWorker<SheetEntry>(module, bytes, job.fileName, context)) {
    if (step.kind === 'end') end = step
    else {
      rows.push(...step.accepted)
      originals.push(...step.originals)
    }
  }
  return { rows, originals, counts: end!.counts as unknown as SheetCounts, sheets: end!.sheets }
}

/** One row of one file is one request, however often and by whomever the file is sent. */
function requestIdOf(action: AnyAction, digest: string, { entry }: SheetRow): string {
  const place = `${action.id}|${digest}|${entry.place}`
  return `import-${createHash('sm3').update(place).digest('hex').slice(0, 40)}`
}

/** Requests that have been carried out already, and whether this very import did it (before it was cut off). */
async function alreadyDone(
  setting: ActionHouse,
  job: ImportJob,
  ids: readonly string[],
): Promise<Map<string, boolean>> {
  const rows = await setting.database.query<{ id: string; own: boolean }>(
    `select request_id as id, at >= $3::timestamptz and account = $4::uuid as own from journal
     where county = $1 and request_id = any($2::text[])`,
    [setting.county, ids, job.startedAt, job.account],
  )
  return new Map(rows.map(({ id, own }) => [id, own]))
}

function faultsOf(refusal: Refusal, columns: readonly ActionColumn[]): RowFault[] {
  const titleOf = (field: string | undefined) => {
    const name = field?.replace(/^extra\./, '').split('.')[0]
    const part = field?.startsWith('extra.') ? 'extension' : 'value'
    return columns.find((column) => column.input === name && column.part === part)?.title
  }
  const { issues } = (refusal.detail ?? {}) as { issues?: Parameters<typeof issueText>[0][] }
  if (!issues) return [{ column: titleOf(refusal.field), text: refusal.text }]
  return issues.map((issue) => ({ column: titleOf(issueField(issue)), text: issueText(issue) }))
}

interface Work {
  readonly setting: ActionHouse
  readonly actor: Actor
  readonly action: AnyAction
  readonly job: ImportJob
  readonly context: InputContext
  /** Carries requests out, or only tries them. */
  readonly carryOut: (requests: readonly ActionRequest[]) => Promise<Outcome[]>
}

async function decideBatch(work: Work, rows: readonly SheetRow[]): Promise<Decided[]> {
  const { setting, actor, action, job, context } = work
  const ids = rows.map((row) => requestIdOf(action, job.fileDigest, row))
  const done = await alreadyDone(setting, job, ids)
  const decided = new Map<number, Decided>()
  const open = rows.flatMap((_, index) => {
    const own = done.get(ids[index]!)
    if (own === undefined) return [index]
    decided.set(index, { kind: own ? 'new' : 'unchanged', faults: [] })
    return []
  })
  const read = await asActor(setting.database, setting.house, actor, (connection) =>
    readInputs(
      connection,
      context,
      open.map((index) => rows[index]!.entry.cells),
    ),
  )
  const sound = open.filter((index, at) => {
    const { faults } = read[at]!
    if (faults.length > 0) decided.set(index, { kind: 'refused', faults })
    return faults.length === 0
  })
  const inputs = new Map(open.map((index, at) => [index, read[at]!.input]))
  const outcomes = await work.carryOut(
    sound.map((index) => ({ action: action.id, requestId: ids[index]!, input: inputs.get(index) })),
  )
  sound.forEach((index, at) => {
    const outcome = outcomes[at]!
    if (outcome instanceof Refusal) decided.set(index, { kind: 'refused', faults: faultsOf(outcome, context.columns) })
    else decided.set(index, { kind: outcome.replayed ? 'unchanged' : 'new', faults: [] })
  })
  return rows.map((_, index) => decided.get(index)!)
}

function cellTexts({ entry }: SheetRow): Record<string, string> {
  return Object.fromEntries(Object.entries(entry.cells).map(([key, cell]) => [key, textOf(cell)]))
}

function storedRows(file: FileRows, decided: readonly Decided[]): StoredRow[] {
  let silent = 0
  return file.rows.flatMap((row, index): StoredRow[] => {
    const { kind, faults } = decided[index]!
    const refused = kind === 'refused'
    if (!refused && (silent += 1) > SAMPLE) return []
    const values: KeptValues = { cells: cellTexts(row), faults }
    return [
      {
        seq: row.seq,
        sheet: row.sheet,
        row: row.row,
        hidden: row.hidden,
        outcome: refused ? 'rejected' : 'accepted',
        detail: kind,
        reasons: [],
        warnings: [],
        values: { ...values },
        original: refused ? JSON.parse(file.originals[index]!) : null,
      },
    ]
  })
}

function countsOf(file: FileRows, decided: readonly Decided[], applied: boolean): Record<string, unknown> {
  const count = (kind: Decided['kind']) => decided.filter((each) => each.kind === kind).length
  const accepted = count('new')
  return {
    ...file.counts,
    new: accepted,
    known: count('unchanged'),
    rejected: count('refused'),
    added: applied ? accepted : 0,
  }
}

const REPORTED = { new: 'accepted', unchanged: 'unchanged', refused: 'rejected' } as const

function reportOf(file: FileRows, decided: readonly Decided[], counts: object): ActionImportOutcome['report'] {
  const rows = file.rows.map((row, index): ActionReportRow => {
    const { kind, faults } = decided[index]!
    return { sheet: row.sheet, row: row.row, outcome: REPORTED[kind], reasons: faults, values: cellTexts(row) }
  })
  return { counts, rows }
}

async function decideAll(work: Work, file: FileRows, run: ImportRun): Promise<Decided[]> {
  const { rows } = file
  const step = run.preview ? ('reading' as const) : ('applying' as const)
  const size = run.chunk ?? BATCH
  const decided: Decided[] = []
  run.onProgress?.(step, 0, rows.length)
  for (let from = 0; from < rows.length; from += size) {
    decided.push(...(await decideBatch(work, rows.slice(from, from + size))))
    run.onProgress?.(step, decided.length, rows.length)
  }
  return decided
}

/**
 * Runs an opened import of an action: every row becomes one request, carried out by the pipeline as the account that sent the file. A preview tries each row
 * and undoes it. Running it again after a kill does what is missing, and the same file twice changes nothing: a row's request is known by file and place.
 * @throws Refusal when the file cannot be read or the account may not do this; the import is marked as failed with the reason.
 */
export async function runActionJob(
  setting: ActionHouse,
  action: AnyAction,
  job: ImportJob,
  bytes: Uint8Array,
  run: ImportRun = {},
): Promise<ActionImportOutcome> {
  const { database, county, house } = setting
  try {
    const actor = await actingAccount(database, county, job)
    permittedAction(house, actor, action.id)
    const columns = await columnsOfAction(setting, action)
    const file = await readRows(setting, action, columns, job, bytes)
    const gazetteer = await readGazetteer(database, county)
    const context: InputContext = { house, county, actor, today: setting.today(), columns, gazetteer }
    const carryOut = (requests: readonly ActionRequest[]) =>
      run.preview ? rehearseActions(setting, actor, requests) : runActions(setting, actor, requests)
    const total = file.rows.length
    if (!run.preview) await noteJob(database, county, job.id, { state: 'applying', done: 0, total })
    const decided = await decideAll({ setting, actor, action, job, context, carryOut }, file, run)
    const counts = countsOf(file, decided, !run.preview)
    await database.transaction(async (connection) => {
      await storeRows(connection, county, job, storedRows(file, decided))
      if (!run.preview) await dropFile(connection, county, job.id)
      await noteJob(connection, county, job.id, {
        state: run.preview ? 'preview' : 'done',
        counts,
        sheets: [...file.sheets],
        done: run.preview ? 0 : total,
        total,
      })
    })
    return {
      job: (await findJob(database, county, job.id))!,
      report: run.withReport ? reportOf(file, decided, counts) : undefined,
    }
  } catch (error) {
    const { text } = error as { text?: Text }
    const problem = text ?? { zh: '导入时出错，已记入日志', en: 'Something went wrong and was logged' }
    // What had begun to write and fails for another reason than a refusal is left to be taken up again.
    if (run.preview || text) await noteJob(database, county, job.id, { state: 'failed', problem })
    throw error
  }
}

/** Imports a file of an action without HTTP: opens the import (or takes up the one that was cut off) and runs it to its end. */
export async function importActionFile(
  setting: ActionHouse,
  action: AnyAction,
  actor: Actor,
  file: { bytes: Uint8Array; name: string },
  run: ImportRun = {},
): Promise<ActionImportOutcome> {
  const job = await openJob(setting, actor, action.id, file)
  return runActionJob(setting, action, job, file.bytes, run)
}
