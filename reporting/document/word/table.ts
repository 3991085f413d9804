import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type ITableBordersOptions,
} from 'docx'
import type { TableBlock, TableRow as Row } from '@kangheng/kernel/wording/model.ts'
import { printCell } from '@kangheng/kernel/wording/print.ts'
import { columnEms, columnHead, groupHeads, tableFacts, tableNotes } from '../table.ts'
import { FONT } from './fonts.ts'
import { innerLink } from './inline.ts'
import { PAGE } from './measures.ts'

const line = (size: number) => ({ style: BorderStyle.SINGLE, size, color: '000000' })
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Heavy rules above and below, fine ones within, open at the sides. */
export const RULES: ITableBordersOptions = {
  top: line(12),
  bottom: line(12),
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: line(4),
  insideVertical: line(4),
}

/** Column widths in twips that fill the measure. */
export function columnWidths(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((share / total) * PAGE.measure))
  const used = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => (index === 0 ? width + PAGE.measure - used : width))
}

const MARGINS = { left: 60, right: 60, top: 20, bottom: 20 }

interface HeadCell {
  readonly text: string
  readonly width: number
  readonly span?: number
  readonly rows?: number
}

function headCell({ text, width, span = 1, rows = 1 }: HeadCell): TableCell {
  const [title = '', unit] = text.split(/(?=（[^（]*）$)/)
  const run = (part: string, first: boolean) =>
    new TextRun({ text: part, font: FONT.black, ...(first ? {} : { break: 1 }) })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    rowSpan: rows,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: 'TableCell',
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: [run(title, true), ...(unit ? [run(unit, false)] : [])],
      }),
    ],
  })
}

function headRows(table: TableBlock, widths: readonly number[]): TableRow[] {
  const groups = groupHeads(table.columns)
  const heads = (pick: (group: boolean) => boolean, rows: number) =>
    table.columns.flatMap((column, index) =>
      pick(column.group !== undefined) ? [headCell({ text: columnHead(column), width: widths[index]!, rows })] : [],
    )
  if (!groups) return [new TableRow({ tableHeader: true, cantSplit: true, children: heads(() => true, 1) })]
  let index = 0
  const upper = groups.map(({ title, span }) => {
    const from = index
    index += span
    const width = widths.slice(from, index).reduce((sum, w) => sum + w, 0)
    return title === null
      ? headCell({ text: columnHead(table.columns[from]!), width, rows: 2 })
      : headCell({ text: title, width, span })
  })
  return [
    new TableRow({ tableHeader: true, cantSplit: true, children: upper }),
    new TableRow({ tableHeader: true, cantSplit: true, children: heads((grouped) => grouped, 1) }),
  ]
}

function bodyRow(row: Row, table: TableBlock, number: number, widths: readonly number[], last: boolean): TableRow {
  const cells = row.cells.map((cell, index) => {
    const numeric = table.columns[index]!.kind === 'number'
    const font = row.kind === 'total' ? FONT.black : FONT.table
    const children =
      cell.kind === 'text'
        ? [new TextRun({ text: cell.text, font })]
        : [innerLink(printCell(cell.figure), `T${number}C${index + 1}`, row.kind === 'total' ? 'bold' : 'plain')]
    const paragraph = new Paragraph({
      style: 'TableCell',
      alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: numeric ? { right: 80 } : { left: 40 },
      keepNext: last,
      children,
    })
    return new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [paragraph],
    })
  })
  return new TableRow({ cantSplit: true, children: cells })
}

function factsLines(table: TableBlock): Paragraph[] {
  const facts = tableFacts(table).map(({ label, value }) => `${label.zh}：${value.zh}`)
  const lineOf = (left: string, right: string, after = 0) =>
    new Paragraph({
      style: 'TableFacts',
      spacing: { after },
      tabStops: [{ type: TabStopType.RIGHT, position: PAGE.measure }],
      children: [new TextRun(`${left}\t${right}`)],
    })
  const [place = '', period = '', basis = '', status = '', asOf = ''] = facts
  return [lineOf(`${place}　${period}`, basis), lineOf(status, asOf, 60)]
}

/** A table with its title, what it is, repeated heads, and its notes; each number leads to its column in the appendix. */
export function tableBlock(table: TableBlock, number: number): FileChild[] {
  const widths = columnWidths(columnEms(table))
  const notes = tableNotes(table)
  const rows = table.rows.map((row, index) =>
    bodyRow(row, table, number, widths, index >= table.rows.length - 2 && notes.length > 0),
  )
  return [
    new Paragraph({
      style: 'TableTitle',
      children: [new Bookmark({ id: `T${number}`, children: [new TextRun(`表${number}　${table.title}`)] })],
    }),
    ...factsLines(table),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: PAGE.measure, type: WidthType.DXA },
      columnWidths: widths,
      margins: MARGINS,
      borders: RULES,
      rows: [...headRows(table, widths), ...rows],
    }),
    ...notes.map(
      (note, index) =>
        new Paragraph({ style: 'TableNote', children: [new TextRun(`${index === 0 ? '注：' : '　　'}${note}`)] }),
    ),
    new Paragraph({ style: 'TableFacts', keepNext: false }),
  ]
}
