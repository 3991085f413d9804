import type { Text } from '@kangheng/kernel/text/text.ts'
import { canonicalFigures, canonicalLine, digestOf, rowCheck, type CanonicalFigure } from './digest.ts'
import { cellsOf, quotedFigures, STATUS_TITLES, tablesOf, tableStatus } from './figures.ts'
import type { FigureRef, ReportDocument, TableBlock } from '@kangheng/kernel/wording/model.ts'

/** A row of the list of figures: a number of the text with its definition, terms, status and check. */
export interface AppendixRow {
  readonly key: string
  readonly printed: string
  readonly figure: FigureRef
  /** Eight hexadecimal digits over the row's canonical line. */
  readonly check: string
}

/** A column of a table: the definition that all its figures share. */
export interface AppendixColumn {
  /** `T1C3`: table and column, counted from 1. */
  readonly key: string
  readonly table: string
  readonly column: string
  readonly unit: string
  /** The first figure of the column, for its definition, basis and link. */
  readonly figure: FigureRef
  readonly figures: number
  readonly status: Text
}

/** The annex that makes a document verifiable: 附：数据清单. */
export interface Appendix {
  readonly rows: readonly AppendixRow[]
  readonly columns: readonly AppendixColumn[]
  readonly canonical: readonly CanonicalFigure[]
  /** SM3 over the canonical list, 64 hexadecimal digits. */
  readonly digest: string
}

/** `2025年12月5日`; Arabic digits without leading zeros, as GB/T 9704-2012 §7.3.5.4 asks. */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 2025年12月5日结账 — closed 2025-12-05; the bare status while the period is open. */
export function statusText(status: FigureRef['status'], closedOn: string | null): Text {
  const title = STATUS_TITLES[status]
  if (!closedOn || status === 'provisional') return title
  return { zh: `${chineseDate(closedOn)}${title.zh.replace('已', '')}`, en: `${title.en} ${closedOn}` }
}

/** The same for a table as a whole; some of its figures may still be open. */
export function tableStatusText(table: TableBlock): Text {
  const { status, closedOn, partly } = tableStatus(table)
  return partly ? { zh: '部分未结账', en: 'partly provisional' } : statusText(status, closedOn)
}

function columnsOf(table: TableBlock, number: number): AppendixColumn[] {
  return table.columns.flatMap((column, index) => {
    const figures = cellsOf(table).flatMap((cell) => (cell.column === index + 1 ? [cell.figure] : []))
    const [figure] = figures
    if (!figure) return []
    const status = tableStatusText({
      ...table,
      rows: [{ kind: 'body', cells: figures.map((f) => ({ kind: 'figure', figure: f })) }],
    })
    const title = column.group ? `${column.group}·${column.title}` : column.title
    return [
      {
        key: `T${number}C${index + 1}`,
        table: `表${number}`,
        column: title,
        unit: column.unit ?? '',
        figure,
        figures: figures.length,
        status,
      },
    ]
  })
}

/** The list of figures of a numbered document. */
export function appendixOf(document: ReportDocument): Appendix {
  const first = new Map<string, FigureRef>()
  for (const { figure } of quotedFigures(document)) if (!first.has(figure.key)) first.set(figure.key, figure)
  const canonical = canonicalFigures(document)
  const rows = canonical.flatMap((line) => {
    const figure = first.get(line.key)
    return figure ? [{ key: line.key, printed: line.printed, figure, check: rowCheck(line) }] : []
  })
  const columns = tablesOf(document).flatMap((table, index) => columnsOf(table, index + 1))
  return { rows, columns, canonical, digest: digestOf(document) }
}

/** The canonical lines, for the document's properties. */
export function canonicalLines(appendix: Appendix): { key: string; line: string }[] {
  return appendix.canonical.map((figure) => ({ key: figure.key, line: canonicalLine(figure) }))
}
