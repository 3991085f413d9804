import ExcelJS from 'exceljs'
import { appendixOf, statusText } from './appendix.ts'
import { text } from '@kangheng/kernel/wording/decimal.ts'
import { numberFigures, tablesOf } from './figures.ts'
import { pageMarks } from './marks.ts'
import type { FigureRef, ReportDocument, TableBlock } from '@kangheng/kernel/wording/model.ts'
import { ABSENT_SIGNS, absenceOf, printedValue } from '@kangheng/kernel/wording/print.ts'
import { columnEms, columnHead, groupHeads, tableFacts, tableNotes } from './table.ts'

const FONT = '宋体'
const HEAD_FONT = '黑体'
const THIN = { style: 'thin' } as const
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const MARK_COLOUR = { argb: 'FFC00000' }

/** Excel keeps 15 digits; a longer number stays text, so that none is lost. */
const EXACT_DIGITS = 15

function setNumber(cell: ExcelJS.Cell, figure: FigureRef): void {
  const value = printedValue(figure)
  cell.alignment = { horizontal: 'right', vertical: 'middle' }
  if (value === null) {
    cell.value = ABSENT_SIGNS[absenceOf(figure)]
    return
  }
  const written = text(value)
  cell.value = written.replace(/\D/g, '').length > EXACT_DIGITS ? written : Number(written)
  cell.numFmt = value.scale > 0 ? `#,##0.${'0'.repeat(value.scale)}` : '#,##0'
}

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
    sheet.getCell(last, index + 1).value = columnHead(column)
    if (groups && !column.group) {
      sheet.getCell(first, index + 1).value = columnHead(column)
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
    row.cells.forEach((cell, index) => {
      const target = added.getCell(index + 1)
      if (cell.kind === 'figure') setNumber(target, cell.figure)
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
  ['编号', 8],
  ['文中数字', 20],
  ['指标', 34],
  ['地区', 20],
  ['统计期', 16],
  ['数值', 14],
  ['单位', 10],
  ['分子', 14],
  ['分母', 14],
  ['口径', 20],
  ['定义版本', 9],
  ['状态', 20],
  ['校验码', 11],
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
  const term = (value: string | null | undefined) => (value == null ? '—' : Number(value))
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
      term(figure.numerator?.value),
      term(figure.denominator?.value),
      figure.basis.zh,
      figure.definitionVersion,
      statusText(figure.status, figure.closedOn).zh,
      check,
    ])
    setNumber(added.getCell(6), { ...figure, ...(figure.scale ? { scale: undefined } : {}) } as FigureRef)
    added.eachCell((cell) => {
      cell.font = { name: FONT, size: 10 }
      cell.border = BOX
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
