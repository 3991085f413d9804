import { dayOfSerial } from './workbook-dates.ts'
import { readStringItem } from './workbook-strings.ts'
import { BLANK, MAX_COLUMNS, MAX_ROWS, parseRange, type Cell, type Merge, type SheetRow } from './sheet.ts'
import { damaged } from './unreadable-file.ts'
import { readPlainCell, type PlainCell } from './workbook-plain-cell.ts'
import { decodeEscapes, scanXml, xmlPieces, xmlText, type XmlScanner } from './xml-scanner.ts'
import { isIsoDate } from '../period/date.ts'

/** What the cells of all sheets of one workbook share. */
export interface WorkbookContext {
  readonly strings: readonly Cell[]
  /** By style index: whether numbers are shown as dates. */
  readonly dateStyles: readonly boolean[]
  readonly dateSystem: 1900 | 1904
  /** Cells of dates already met, by serial number: a register has few thousand different days. */
  readonly days: Map<number, Cell>
}

/** A sheet part with the place of its data found. */
export interface SheetPart {
  readonly part: string
  readonly bytes: Buffer
  readonly prefix: string
  readonly dataFrom: number
  readonly dataTo: number
}

/** Finds the data of a sheet part. Throws UnreadableFile when it does not end. */
export function findSheetData(bytes: Buffer, part: string): SheetPart {
  let at = bytes.indexOf('sheetData', 0, 'latin1')
  let open = at
  while (open >= 0 && bytes[open] !== 0x3c && at - open < 64) open--
  if (at < 0 || bytes[open] !== 0x3c) return { part, bytes, prefix: '', dataFrom: bytes.length, dataTo: bytes.length }
  const prefix = bytes.toString('latin1', open + 1, at)
  at = bytes.indexOf('>', at, 'latin1')
  if (at < 0) throw damaged(part)
  if (bytes[at - 1] === 0x2f) return { part, bytes, prefix, dataFrom: at + 1, dataTo: at + 1 }
  const end = bytes.lastIndexOf(`</${prefix}sheetData`, undefined, 'latin1')
  if (end < at) throw damaged(part)
  return { part, bytes, prefix, dataFrom: at + 1, dataTo: end }
}

/** The merged ranges, which stand behind the data. */
export function readMerges(sheet: SheetPart): Merge[] {
  const merges: Merge[] = []
  if (sheet.bytes.indexOf('mergeCell', sheet.dataTo, 'latin1') < 0) return merges
  const scanner = scanXml(xmlText(sheet.bytes, sheet.dataTo), sheet.part)
  for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
    if (tag === 'mergeCells' && scanner.isClosing()) break
    if (tag !== 'mergeCell' || scanner.isClosing()) continue
    const range = parseRange(scanner.attribute('ref') ?? '')
    if (range) merges.push(range)
    if (merges.length > MAX_ROWS) throw damaged(sheet.part)
  }
  return merges
}

/** The rows of a sheet part, one at a time. Missing row and cell references are counted on from the last. */
export function* readRows(sheet: SheetPart, context: WorkbookContext): Generator<SheetRow> {
  let last = 0
  for (const piece of xmlPieces(sheet.bytes, sheet.dataFrom, sheet.dataTo, `</${sheet.prefix}row>`)) {
    const scanner = scanXml(piece, sheet.part)
    for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
      if (tag !== 'row' || scanner.isClosing()) continue
      const row = rowNumber(scanner.attribute('r'), last, sheet.part)
      last = row
      const hidden = isTrue(scanner.attribute('hidden'))
      yield { row, hidden, cells: scanner.isEmpty() ? [] : readCells(scanner, piece, context, sheet.part) }
    }
  }
}

function rowNumber(reference: string | undefined, last: number, part: string): number {
  const row = reference === undefined ? last + 1 : Number(reference)
  if (!Number.isInteger(row) || row <= last || row > MAX_ROWS) throw damaged(part)
  return row
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

function readCells(scanner: XmlScanner, xml: string, context: WorkbookContext, part: string): Cell[] {
  const cells: Cell[] = []
  const plain: PlainCell = { column: 0, style: -1, type: 0, value: '', shared: -1 }
  function readPlainCells(): void {
    let at = scanner.offset()
    for (let next = readPlainCell(xml, at, plain); next >= 0; next = readPlainCell(xml, at, plain)) {
      at = next
      put(cells, plain.column, plainCell(plain, context, part), part)
    }
    scanner.moveTo(at)
  }

  readPlainCells()
  for (let tag = scanner.next(); ; tag = scanner.next()) {
    if (tag === undefined) throw damaged(part)
    if (tag === 'row' && scanner.isClosing()) return cells
    if (tag !== 'c' || scanner.isClosing()) continue
    const column = columnOf(scanner.attribute('r')) ?? cells.length
    put(cells, column, readCell(scanner, context, part), part)
    readPlainCells()
  }
}

function put(cells: Cell[], column: number, cell: Cell, part: string): void {
  if (column >= MAX_COLUMNS) throw damaged(part)
  while (cells.length < column) cells.push(BLANK)
  cells[column] = cell
}

function plainCell({ type, value, style, shared }: PlainCell, context: WorkbookContext, part: string): Cell {
  if (shared >= 0) return sharedString(shared, context, part)
  return typedCell(type === 0 ? undefined : String.fromCharCode(type), value, style, context, part)
}

function sharedString(index: number, context: WorkbookContext, part: string): Cell {
  const cell = context.strings[index]
  if (!cell) throw damaged(`${part}: shared string ${index}`)
  return cell
}

function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column > 0 ? column - 1 : undefined
}

function readCell(scanner: XmlScanner, context: WorkbookContext, part: string): Cell {
  const type = scanner.attribute('t')
  const style = Number(scanner.attribute('s') ?? -1)
  if (scanner.isEmpty()) return BLANK
  let value: string | undefined
  let inline: string | undefined
  for (let tag = scanner.next(); ; tag = scanner.next()) {
    if (tag === undefined) throw damaged(part)
    if (tag === 'c') break
    if (scanner.isClosing()) continue
    if (tag === 'v') value = scanner.text()
    else if (tag === 'is') inline = readStringItem(scanner, 'is')
    else if (tag === 'f') scanner.text()
  }
  if (inline !== undefined) return { kind: 'text', value: inline }
  if (value === undefined) return BLANK
  return typedCell(type, value, style, context, part)
}

function typedCell(
  type: string | undefined,
  value: string,
  style: number,
  context: WorkbookContext,
  part: string,
): Cell {
  if (value === '') return BLANK
  switch (type) {
    case 's':
      return sharedString(Number(value), context, part)
    case 'str':
    case 'inlineStr':
      return { kind: 'text', value: decodeEscapes(value) }
    case 'b':
      return { kind: 'boolean', value: isTrue(value.trim()) }
    case 'e':
      return { kind: 'error', value }
    case 'd':
      return isIsoDate(value.slice(0, 10)) ? { kind: 'date', value: value.slice(0, 10) } : { kind: 'text', value }
    default:
      return numberCell(value, style, context)
  }
}

function numberCell(text: string, style: number, context: WorkbookContext): Cell {
  const value = Number(text)
  if (Number.isNaN(value)) return { kind: 'text', value: text }
  if (!context.dateStyles[style]) return { kind: 'number', value }
  const known = context.days.get(value)
  if (known) return known
  const day = dayOfSerial(value, context.dateSystem)
  const cell: Cell = day === undefined ? { kind: 'number', value } : { kind: 'date', value: day }
  if (context.days.size < 100_000) context.days.set(value, cell)
  return cell
}
