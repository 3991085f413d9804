import { MAX_ROWS } from './sheet.ts'
import {
  cellXml,
  columnWriter,
  inlineXml,
  STYLE,
  type CellValue,
  type ColumnKind,
  type ColumnWriter,
} from './workbook-cells.ts'
import {
  contentTypesXml,
  freeSheetName,
  rootRelationsXml,
  sheetClosing,
  sheetOpening,
  sheetPath,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
  type OfferedList,
} from './workbook-parts.ts'
import { createZipWriter, type ByteSink } from './zip-writer.ts'

/** A column to be written. */
export interface WrittenColumn {
  readonly title: string
  readonly kind: ColumnKind
  /** In characters of the default font; a Chinese character counts two. Guessed when left out. */
  readonly width?: number
  /** Number format of a number column, such as `#,##0.00`. */
  readonly format?: string
  /** A range of the workbook whose values are offered in every cell of the column: `选项!$A$2:$A$9`. */
  readonly offers?: string
}

/** Rows are arrays in the order of the columns; they may come from a database cursor. */
export type WrittenRows = Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>

export interface WrittenSheet {
  readonly name: string
  /** Not shown; holds what other sheets refer to. */
  readonly hidden?: boolean
  /** Lines above the header: title, unit, period. */
  readonly preface?: readonly string[]
  readonly columns: readonly WrittenColumn[]
  readonly rows: WrittenRows
  /** Rows of one sheet, header included, before it goes on in the next; what Excel can hold by default. */
  readonly maxRows?: number
}

/**
 * Writes an .xlsx workbook in constant memory, however many rows there are. The header is frozen; a sheet with more rows than a sheet can hold goes on in
 * `name (2)`. Throws Refusal when the file would exceed 4 GB, and whatever the rows or the sink throw.
 */
export async function writeWorkbook(sink: ByteSink, sheets: readonly WrittenSheet[]): Promise<void> {
  const formats = [...new Set(sheets.flatMap((sheet) => sheet.columns.flatMap((column) => column.format ?? [])))]
  const zip = createZipWriter(sink)
  await zip.add('xl/styles.xml', stylesXml(formats))
  const written: { name: string; hidden: boolean }[] = []
  const taken = new Set<string>()
  for (const sheet of sheets) {
    const rows = openCursor(sheet.rows)
    try {
      do {
        const name = freeSheetName(sheet.name, taken)
        taken.add(name.toLowerCase())
        written.push({ name, hidden: sheet.hidden ?? false })
        await zip.add(sheetPath(written.length - 1), sheetXml(sheet, rows, formats))
      } while (await rows.hasMore())
    } finally {
      await rows.close()
    }
  }
  await zip.add('xl/workbook.xml', workbookXml(written))
  await zip.add('xl/_rels/workbook.xml.rels', workbookRelationsXml(written.length))
  await zip.add('_rels/.rels', rootRelationsXml())
  await zip.add('[Content_Types].xml', contentTypesXml(written.length))
  await zip.finish()
}

/** A whole workbook in memory, for small ones. */
export async function workbookBytes(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await writeWorkbook((bytes) => void chunks.push(bytes), sheets)
  return Buffer.concat(chunks)
}

/** Rows which several sheets take one after the other; `next` answers at once where it can. */
interface RowCursor {
  next(): readonly CellValue[] | undefined | Promise<readonly CellValue[] | undefined>
  hasMore(): Promise<boolean>
  close(): Promise<void>
}

function openCursor(rows: WrittenRows): RowCursor {
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  const valueOf = (result: IteratorResult<readonly CellValue[]>) => (result.done ? undefined : result.value)
  let held: readonly CellValue[] | undefined
  function pull() {
    const result = iterator.next()
    return result instanceof Promise ? result.then(valueOf) : valueOf(result)
  }
  return {
    next() {
      if (held === undefined) return pull()
      const row = held
      held = undefined
      return row
    },
    async hasMore() {
      held ??= await pull()
      return held !== undefined
    },
    async close() {
      await iterator.return?.()
    },
  }
}

const PIECE = 256 * 1024

async function* sheetXml(sheet: WrittenSheet, rows: RowCursor, formats: readonly string[]): AsyncGenerator<string> {
  const preface = sheet.preface ?? []
  const header = preface.length + 1
  const last = Math.min(sheet.maxRows ?? MAX_ROWS, MAX_ROWS)
  const columns = sheet.columns.map((column, index) => columnWriter(index, column.kind, numberStyle(column, formats)))
  let xml = sheetOpening(
    sheet.columns.map((column, index) => ({ width: columnWidth(column), style: emptyStyle(columns[index]!) })),
    header,
  )
  preface.forEach(
    (line, index) => (xml += `<row r="${index + 1}">${styledText(line, `A${index + 1}`, STYLE.title)}</row>`),
  )
  const titles = sheet.columns.map((column, index) =>
    styledText(column.title, `${columns[index]!.letters}${header}`, STYLE.header),
  )
  xml += `<row r="${header}">${titles.join('')}</row>`
  for (let row = header + 1; row <= last; row++) {
    const next = rows.next()
    const values = next instanceof Promise ? await next : next
    if (values === undefined) break
    xml += rowXml(values, columns, row)
    if (xml.length >= PIECE) {
      yield xml
      xml = ''
    }
  }
  yield xml + sheetClosing(offeredLists(sheet, columns, header + 1))
}

/** How far down an empty sheet offers lists. */
const OFFERED_ROWS = 20_000

function offeredLists(sheet: WrittenSheet, columns: readonly ColumnWriter[], first: number): OfferedList[] {
  return sheet.columns.flatMap(({ offers }, index) => {
    const { letters } = columns[index]!
    return offers === undefined ? [] : [{ cells: `${letters}${first}:${letters}${OFFERED_ROWS}`, from: offers }]
  })
}

function rowXml(values: readonly CellValue[], columns: readonly ColumnWriter[], row: number): string {
  let xml = `<row r="${row}">`
  for (let index = 0; index < columns.length; index++) xml += cellXml(values[index], columns[index]!, row)
  return `${xml}</row>`
}

function styledText(text: string, place: string, style: number): string {
  return text === '' ? '' : `<c r="${place}" s="${style}" t="inlineStr">${inlineXml(text)}</c>`
}

/** Numbers of a mixed column are numbers, but stand in text format: whatever is typed over them stays as it is typed. */
function numberStyle(column: WrittenColumn, formats: readonly string[]): number {
  if (column.kind === 'mixed') return STYLE.text
  return column.format === undefined ? STYLE.general : STYLE.firstFormat + formats.indexOf(column.format)
}

function emptyStyle({ kind, numberStyle }: ColumnWriter): number {
  if (kind === 'date') return STYLE.date
  return kind === 'text' || kind === 'mixed' ? STYLE.text : numberStyle
}

const LEAST_WIDTH: Readonly<Record<ColumnKind, number>> = { text: 10, number: 10, date: 12, boolean: 6, mixed: 10 }

function columnWidth(column: WrittenColumn): number {
  const titleWidth = [...column.title].reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 2)
  return column.width ?? Math.min(40, Math.max(LEAST_WIDTH[column.kind], titleWidth))
}
