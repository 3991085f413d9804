import ExcelJS from 'exceljs'
import { appendixOf, statusText } from './appendix.ts'
import { decimal, text, type Decimal } from '@kangheng/kernel/wording/decimal.ts'
import { numberFigures, tablesOf } from './figures.ts'
import { pageMarks } from './marks.ts'
import type { FigureRef, ReportDocument, TableBlock } from '@kangheng/kernel/wording/model.ts'
import { ABSENT_SIGNS, absenceOf, printedValue } from '@kangheng/kernel/wording/print.ts'
import { columnEms, groupHeads, tableFacts, tableNotes } from './table.ts'

const FONT = '宋体'
const HEAD_FONT = '黑体'
const THIN = { style: 'thin' } as const
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN }
/** Height of a line of text in points. */
const LINE_HEIGHT = 17
const MARK_COLOUR = { argb: 'FFC00000' }

/** Excel keeps 15 digits; a longer number stays text, so that none is lost. */
const EXACT_DIGITS = 15

function setDecimal(cell: ExcelJS.Cell, value: Decimal | null, absent: string): void {
  cell.alignment = { horizontal: 'right', vertical: 'middle' }
  if (value === null) {
    cell.value = absent
    return
  }
  const written = text(value)
  cell.value = written.replace(/\D/g, '').length > EXACT_DIGITS ? written : Number(written)
  cell.numFmt = value.scale > 0 ? `#,##0.${'0'.repeat(value.scale)}` : '#,##0'
}

const setFigure = (cell: ExcelJS.Cell, figure: FigureRef) =>
  setDecimal(cell, printedValue(figure), ABSENT_SIGNS[absenceOf(figure)])

/** A name Excel accepts: no `: \ / ? * [ ]`, at most 31 characters. */
function sheetName(number: number, title: string): string {
  return `表${number} ${title}`.replace(/[:\\/?*[\]]/g, ' ').slice(0, 31)
}

function line(
  sheet: ExcelJS.Worksheet,
  columns: number,
  value: string,
  style: Partial<ExcelJS.Style> = {},
): ExcelJS.Row {
  const row = sheet.addRow([value])
  sheet.mergeCells(row.number, 1, row.number, columns)
  row.getCell(1).style = { font: { name: FONT, size: 10 }, alignment: { vertical: 'middle', wrapText: true }, ...style }
  return row
}

function addHead(sheet: ExcelJS.Worksheet, table: TableBlock): void {
  const groups = groupHeads(table.columns)
  const first = sheet.rowCount + 1
  const last = groups ? first + 1 : first
  table.columns.forEach((column, index) => {
    const head = column.unit ? `${column.title}\n（${column.unit}）` : column.title
    sheet.getCell(last, index + 1).value = head
    if (groups && !column.group) {
      sheet.getCell(first, index + 1).value = head
      sheet.mergeCells(first, index + 1, last, index + 1)
    }
  })
  let from = 1
  for (const { title, span } of groups ?? []) {
    if (title !== null) {
      sheet.getCell(first, from).value = title
      if (span > 1) sheet.mergeCells(first, from, first, from + span - 1)
    }
    from += span
  }
  sheet.getRow(last).height = table.columns.some((column) => column.unit) ? 2 * LINE_HEIGHT : LINE_HEIGHT
  for (let row = first; row <= last; row += 1)
    table.columns.forEach((_, index) => {
      sheet.getCell(row, index + 1).style = {
        font: { name: HEAD_FONT, size: 11 },
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
        border: BOX,
      }
    })
}

function addBody(sheet: ExcelJS.Worksheet, table: TableBlock): void {
  for (const row of table.rows) {
    const added = sheet.addRow([])
    added.height = LINE_HEIGHT
    row.cells.forEach((cell, index) => {
      const target = added.getCell(index + 1)
      if (cell.kind === 'figure') setFigure(target, cell.figure)
      else target.value = cell.text
      target.font = { name: FONT, size: 11, bold: row.kind === 'total' }
      target.border = BOX
    })
  }
}

/** A4, as wide as the page, heads repeated, page numbers, and the document's marks at the head of every page. */
function setUpPrint(sheet: ExcelJS.Worksheet, document: ReportDocument, head: [number, number], wide: boolean): void {
  const marks = pageMarks(document)
    .map((mark) => mark.zh)
    .join('　')
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: wide ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${head[0]}:${head[1]}`,
  })
  sheet.headerFooter.oddHeader = marks ? `&C&"${HEAD_FONT}"&9${marks}` : ''
  sheet.headerFooter.oddFooter = '&C— &P / &N —'
}

function addTable(book: ExcelJS.Workbook, document: ReportDocument, table: TableBlock, number: number): void {
  const columns = table.columns.length
  const sheet = book.addWorksheet(sheetName(number, table.title))
  for (const mark of pageMarks(document))
    line(sheet, columns, mark.zh, { font: { name: HEAD_FONT, size: 10, color: MARK_COLOUR } })
  line(sheet, columns, table.title, {
    font: { name: HEAD_FONT, size: 16 },
    alignment: { horizontal: 'center', vertical: 'middle' },
  }).height = 30
  for (const { label, value } of tableFacts(table)) line(sheet, columns, `${label.zh}：${value.zh}`)
  const head = sheet.rowCount + 1
  addHead(sheet, table)
  const lastHead = sheet.rowCount
  addBody(sheet, table)
  for (const note of tableNotes(table)) line(sheet, columns, `注：${note}`)
  columnEms(table).forEach((ems, index) => (sheet.getColumn(index + 1).width = Math.max(9, ems * 2 + 1)))
  sheet.views = [{ state: 'frozen', ySplit: lastHead, xSplit: table.columns[0]?.kind === 'text' ? 1 : 0 }]
  setUpPrint(sheet, document, [head, lastHead], columns > 8)
}

const LIST_COLUMNS: readonly (readonly [string, number])[] = [
  ['编号', 7],
  ['文中数字', 18],
  ['指标', 28],
  ['地区', 17],
  ['统计期', 14],
  ['数值', 13],
  ['单位', 9],
  ['分子', 13],
  ['分母', 13],
  ['口径', 12],
  ['版本', 6],
  ['状态', 18],
  ['校验码', 10],
]

/** The list of figures as a sheet, with each figure's full value. */
function addList(book: ExcelJS.Workbook, document: ReportDocument, baseUrl: string | undefined): void {
  const { rows, digest } = appendixOf(document)
  if (rows.length === 0) return
  const sheet = book.addWorksheet('数据清单')
  for (const mark of pageMarks(document))
    line(sheet, LIST_COLUMNS.length, mark.zh, { font: { name: HEAD_FONT, size: 10, color: MARK_COLOUR } })
  line(sheet, LIST_COLUMNS.length, `${document.title.replaceAll('\n', '')}　数据清单`, {
    font: { name: HEAD_FONT, size: 14 },
  })
  line(sheet, LIST_COLUMNS.length, `数据摘要（SM3）：${digest}`)
  const head = sheet.addRow(LIST_COLUMNS.map(([title]) => title))
  head.eachCell(
    (cell) => (cell.style = { font: { name: HEAD_FONT, size: 10 }, border: BOX, alignment: { horizontal: 'center' } }),
  )
  LIST_COLUMNS.forEach(([, width], index) => (sheet.getColumn(index + 1).width = width))
  for (const { key, printed, figure, check } of rows) {
    const title =
      baseUrl === undefined
        ? figure.title.zh
        : { text: figure.title.zh, hyperlink: `${baseUrl.replace(/\/$/, '')}${figure.link}` }
    const added = sheet.addRow([
      key,
      printed,
      title,
      figure.place.title.zh,
      figure.period.title.zh,
      '',
      figure.unit.zh,
      '',
      '',
      figure.basis.zh,
      figure.definitionVersion,
      statusText(figure.status, figure.closedOn).zh,
      check,
    ])
    const exact = (value: string | null | undefined) => (value == null ? null : decimal(value))
    setDecimal(added.getCell(6), exact(figure.value), ABSENT_SIGNS[absenceOf(figure)])
    setDecimal(added.getCell(8), exact(figure.numerator?.value), '—')
    setDecimal(added.getCell(9), exact(figure.denominator?.value), '—')
    added.eachCell((cell) => {
      cell.font = { name: FONT, size: 10 }
      cell.border = BOX
      cell.alignment = { ...cell.alignment, vertical: 'middle', wrapText: true }
    })
  }
  sheet.views = [{ state: 'frozen', ySplit: head.number }]
  setUpPrint(sheet, document, [head.number, head.number], true)
}

/**
 * The tables of the document as a workbook, one sheet each: what the table is above its head, numbers as numbers at the
 * definition's decimals, heads frozen and repeated in print; then the list of the figures of the text.
 */
export async function toExcel(source: ReportDocument, options: { baseUrl?: string } = {}): Promise<Buffer> {
  const document = numberFigures(source)
  const book = new ExcelJS.Workbook()
  book.creator = document.organisation
  book.title = document.title.replaceAll('\n', '')
  const moment = new Date(`${document.issuedOn ?? '2000-01-01'}T00:00:00Z`)
  book.created = moment
  book.modified = moment
  tablesOf(document).forEach((table, index) => addTable(book, document, table, index + 1))
  addList(book, document, options.baseUrl)
  return Buffer.from(await book.xlsx.writeBuffer())
}
