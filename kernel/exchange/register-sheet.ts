import { textOf } from './cell-text.ts'
import { createDittoFiller, createMergeFiller } from './register-fill.ts'
import {
  columnPlaces,
  findReportingDate,
  findReportingUnit,
  headerColumns,
  HEADER_SEARCH_ROWS,
  isHeader,
  isSecondHeader,
  joinHeaders,
} from './register-header.ts'
import { createRowClassifier } from './register-rows.ts'
import type { Register, RegisterItem, RegisterRow, RegisterSheet } from './register.ts'
import { BLANK, type Cell, type Sheet, type SheetRow } from './sheet.ts'

/** A row with the texts of its cells, and with its merged cells filled. */
interface ReadRow {
  readonly source: SheetRow
  readonly texts: readonly string[]
  readonly filled: readonly Cell[]
}

/** Reads one sheet as a register: its head, then every row in its class. A sheet that holds none yields only that it was skipped. */
export function* readRegisterSheet<K extends string>(sheet: Sheet, register: Register<K>): Generator<RegisterItem<K>> {
  const rows = readRows(sheet)
  const above: ReadRow[] = []
  let header: ReadRow | undefined
  for (let next = rows.next(); !next.done; next = rows.next()) {
    if (next.value.source.row > HEADER_SEARCH_ROWS) break
    if (isHeader(headerColumns(next.value.texts, register), register)) {
      header = next.value
      break
    }
    above.push(next.value)
  }
  if (!header || sheet.hidden) {
    const named = above.some((row) => headerColumns(row.texts, register).filter((key) => key !== undefined).length >= 2)
    yield {
      kind: 'skipped-sheet',
      sheet: sheet.name,
      hidden: sheet.hidden,
      header: header ? 'found' : named ? 'other' : 'none',
    }
    return
  }
  const second = rows.next()
  const unit = sheet.unnamed && findReportingUnit(above.map((row) => row.texts))
  yield* readBody(unit || sheet.name, register, above, header, second.done ? undefined : second.value, rows)
}

function* readRows(sheet: Sheet): Generator<ReadRow> {
  const fill = createMergeFiller(sheet.merges)
  for (const source of sheet.rows) yield { source, texts: source.cells.map(textOf), filled: fill(source) }
}

function* readBody<K extends string>(
  sheetName: string,
  register: Register<K>,
  above: readonly ReadRow[],
  header: ReadRow,
  next: ReadRow | undefined,
  rest: Iterable<ReadRow>,
): Generator<RegisterItem<K>> {
  const twoRows =
    next !== undefined &&
    next.source.row === header.source.row + 1 &&
    isSecondHeader(next.texts, header.texts, register)
  const texts = twoRows ? joinHeaders(header.texts, next.texts) : header.texts
  const sheet: RegisterSheet<K> = {
    name: sheetName,
    headerRow: header.source.row,
    headerRows: twoRows ? 2 : 1,
    columns: columnPlaces(texts, register),
    header: texts,
    reportingDate: findReportingDate(above.map((row) => row.texts)),
  }
  yield { kind: 'sheet', sheet }
  for (const row of above) {
    const said = row.texts.join('')
    if (said === '') continue
    yield skipped(sheetName, row.source.row, 1, /填报(单位|时间|日期|人)/.test(said) ? 'note' : 'title')
  }
  for (let row = 0; row < sheet.headerRows; row++) yield skipped(sheetName, sheet.headerRow + row, 1, 'header')
  yield* readDataRows(sheet, register, above, twoRows ? undefined : next, rest)
}

function skipped<K extends string>(
  sheet: string,
  row: number,
  count: number,
  why: Extract<RegisterItem<K>, { kind: 'skipped-row' }>['why'],
): RegisterItem<K> {
  return { kind: 'skipped-row', sheet, row, count, why }
}

function* readDataRows<K extends string>(
  sheet: RegisterSheet<K>,
  register: Register<K>,
  above: readonly ReadRow[],
  first: ReadRow | undefined,
  rest: Iterable<ReadRow>,
): Generator<RegisterItem<K>> {
  const classify = createRowClassifier(register, sheet, new Set(above.flatMap((row) => row.texts)))
  const fillDitto = createDittoFiller(register, sheet)
  let lastFilled = sheet.headerRow + sheet.headerRows - 1

  const blank = blankRow(register)
  for (const read of first ? follow(first, rest) : rest) {
    const { row } = read.source
    const kind = classify(read.texts)
    if (kind === 'blank') continue
    // Rows which the file leaves out are blank as well; those after the last filled row are nobody's business.
    if (row > lastFilled + 1) yield skipped(sheet.name, lastFilled + 1, row - lastFilled - 1, 'blank')
    lastFilled = row
    if (kind !== 'data') yield skipped(sheet.name, row, 1, kind)
    else yield dataRow(sheet, read, fillDitto(read.filled), blank)
  }
}

function* follow<T>(first: T, rest: Iterable<T>): Generator<T> {
  yield first
  yield* rest
}

/** Cells and texts of a row in which nothing stands. */
interface BlankRow<K extends string> {
  readonly cells: Readonly<Record<K, Cell>>
  readonly texts: Readonly<Record<K, string>>
}

function blankRow<K extends string>(register: Register<K>): BlankRow<K> {
  return {
    cells: Object.fromEntries(register.keys.map((key) => [key, BLANK])) as Record<K, Cell>,
    texts: Object.fromEntries(register.keys.map((key) => [key, ''])) as Record<K, string>,
  }
}

function dataRow<K extends string>(
  sheet: RegisterSheet<K>,
  read: ReadRow,
  original: readonly Cell[],
  blank: BlankRow<K>,
): RegisterRow<K> {
  const cells: Record<K, Cell> = { ...blank.cells }
  const texts: Record<K, string> = { ...blank.texts }
  for (const key in sheet.columns) {
    const place = sheet.columns[key]!
    const cell = original[place]
    if (cell === undefined || cell === BLANK) continue
    cells[key] = cell
    // The text is known already unless the cell was filled from elsewhere.
    texts[key] = cell === read.source.cells[place] ? read.texts[place]! : textOf(cell)
  }
  return { kind: 'data', sheet, row: read.source.row, hidden: read.source.hidden, cells, texts, original }
}
