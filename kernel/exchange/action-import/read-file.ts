import { cleanText, textOf } from '../cell-text.ts'
import { headerColumns } from '../register-header.ts'
import {
  defineRegister,
  readRegister,
  type RegisterDeclaration,
  type RegisterItem,
  type RegisterSheet,
} from '../register.ts'
import type { AcceptedRow, ReadingContext, ReadStep } from '../importable-register.ts'
import { Refusal } from '../../text/refusal.ts'
import type { Cell } from '../sheet.ts'
import type { RowCells } from './read-input.ts'
import { INSTRUCTIONS, RETURN_COLUMNS } from './sheet-names.ts'

/** A data row as it leaves the reading thread; what it means is found out beside the database. */
export interface SheetEntry {
  /** Where the row stands, whatever file and sheet are called: number of the sheet, number of the row. */
  readonly place: string
  readonly cells: RowCells
}

/** What reading tells besides the rows. */
export interface SheetCounts {
  readonly data_rows: number
  /** Rows below a header that hold no data: subtotals, notes, signatures. */
  readonly skipped_rows: number
  readonly skipped_sheets: readonly string[]
  /** Header texts that name no column of the action: their contents are not imported, and the reader is told. */
  readonly unknown_columns: readonly string[]
}

const BATCH = 1000
const NO_DATA = new Set(['blank', 'title', 'header', 'repeated_header', 'repeated_title'])

function unknownColumns(sheet: RegisterSheet<string>, register: Parameters<typeof headerColumns>[1]): string[] {
  const keys = headerColumns(sheet.header, register)
  return sheet.header.filter((text, place) => {
    const key = keys[place]
    return text !== '' && !RETURN_COLUMNS.has(text) && (key === undefined || sheet.columns[key] !== place)
  })
}

function cellsOf(cells: Readonly<Record<string, Cell>>): RowCells {
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => textOf(cell) !== ''))
}

function noHeader(declaration: RegisterDeclaration<string>): Refusal {
  const wanted = declaration.identifiedBy.map((key) => declaration.columns[key]!.title)
  const [zh, en] = [wanted.map((title) => title.zh).join('”“'), wanted.map((title) => title.en).join('”, “')]
  return new Refusal(
    'invalid',
    {
      zh: `没有找到表头。表头一行须有“${zh}”各栏，请下载模板对照`,
      en: `There is no header row. It must have the columns “${en}”; compare it with the template`,
    },
    { field: 'file' },
  )
}

/** Finds header and rows of an action's workbook; runs in a worker thread (`ReadingModule`). `context.given` is the register's declaration. */
export function* readFile(
  bytes: Uint8Array,
  filename: string,
  context: ReadingContext,
): Generator<ReadStep<SheetEntry>> {
  const declaration = context.given as RegisterDeclaration<string>
  const register = defineRegister(declaration)
  const sheets: RegisterSheet<string>[] = []
  const skipped: string[] = []
  let accepted: AcceptedRow<SheetEntry>[] = []
  let originals: string[] = []
  let seq = 0
  let skippedRows = 0
  for (const item of readRegister(bytes, filename, register) as Iterable<RegisterItem<string>>) {
    if (item.kind === 'skipped-sheet' && !item.hidden) skipped.push(item.sheet)
    if (item.kind === 'sheet') sheets.push(item.sheet)
    // The template explains its columns by name, which looks like a header; nothing on that sheet is data.
    if ('sheet' in item && nameOf(item.sheet) === INSTRUCTIONS) continue
    if (item.kind === 'skipped-row' && !NO_DATA.has(item.why)) skippedRows += item.count
    if (item.kind !== 'data') continue
    const { row, hidden, sheet } = item
    const entry = { place: `${sheets.length}:${row}`, cells: cellsOf(item.cells) }
    accepted.push({ seq, sheet: sheet.name, row, hidden, entry, warnings: [] })
    originals.push(JSON.stringify(item.original))
    seq += 1
    if (accepted.length < BATCH) continue
    yield { kind: 'rows', accepted, originals, others: [] }
    accepted = []
    originals = []
  }
  yield { kind: 'rows', accepted, originals, others: [] }
  const read = sheets.filter((sheet) => sheet.name !== INSTRUCTIONS)
  if (read.length === 0) throw noHeader(declaration)
  const counts: SheetCounts = {
    data_rows: seq,
    skipped_rows: skippedRows,
    skipped_sheets: skipped.filter((name) => name !== INSTRUCTIONS),
    unknown_columns: [...new Set(read.flatMap((sheet) => unknownColumns(sheet, register)))],
  }
  yield { kind: 'end', fills: new Map(), counts: { ...counts }, sheets: read, report: undefined }
}

const nameOf = (sheet: string | RegisterSheet<string>) => cleanText(typeof sheet === 'string' ? sheet : sheet.name)
