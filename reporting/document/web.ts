import type { Text } from '@kangheng/kernel/text/text.ts'
import { appendixOf, statusText, tableStatusText, type Appendix } from './appendix.ts'
import { obstaclesToSigning, type Obstacle } from './check.ts'
import { paragraphSource } from './edit.ts'
import { numberFigures, tablesOf } from './figures.ts'
import { flatten } from '@kangheng/kernel/wording/flatten.ts'
import { headingNumber, headingNumbers } from './headings.ts'
import { DOCUMENT_STATUS_TITLES, pageMarks } from './marks.ts'
import type { Block, FigureRef, ReportDocument, TableBlock, TableColumn } from '@kangheng/kernel/wording/model.ts'
import { absenceOf, printCell } from '@kangheng/kernel/wording/print.ts'
import { tableNotes } from './table.ts'

/** A figure of the page: what is printed and where it leads. */
export interface WebFigure {
  readonly kind: 'figure'
  readonly text: string
  readonly key: string
  readonly link: string
  readonly title: Text
  readonly status: FigureRef['status']
}

export type WebPart = { readonly kind: 'text'; readonly text: string } | WebFigure

/** A cell; `value` is the plain decimal string for sorting and copying, null when there is none. */
export type WebCell =
  | { readonly kind: 'text'; readonly text: string }
  | (WebFigure & { readonly value: string | null; readonly absence: 'missing' | 'not-applicable' | null })

export type WebBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3 | 4; readonly number: string; readonly text: string }
  | {
      readonly kind: 'paragraph'
      readonly id: string | null
      readonly parts: readonly WebPart[]
      readonly source: string
    }
  | {
      readonly kind: 'table'
      readonly number: number
      readonly title: string
      readonly place: Text
      readonly period: Text
      readonly basis: Text
      readonly status: Text
      readonly asOf: string
      readonly columns: readonly TableColumn[]
      readonly rows: readonly { readonly kind: 'body' | 'total'; readonly cells: readonly WebCell[] }[]
      readonly notes: readonly string[]
    }

/** The document for the page: plain data, every string ready to print, every figure with its way to the rows. */
export interface WebDocument {
  readonly kind: ReportDocument['kind']
  readonly title: string
  readonly organisation: string
  readonly documentNumber: string | null
  readonly issuedOn: string | null
  readonly signedBy: string | null
  readonly addressees: string | null
  readonly place: Text
  readonly period: Text
  readonly status: ReportDocument['status']
  readonly statusTitle: Text
  readonly synthetic: boolean
  /** Printed at the head of the page. */
  readonly marks: readonly Text[]
  readonly opening: readonly WebBlock[]
  readonly sections: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly owner: string | null
    readonly blocks: readonly WebBlock[]
  }[]
  readonly attachments: readonly { readonly title: string; readonly blocks: readonly WebBlock[] }[]
  readonly appendix: Pick<Appendix, 'rows' | 'columns' | 'digest'> & {
    readonly statuses: Readonly<Record<string, Text>>
  }
  readonly obstacles: readonly Obstacle[]
}

function webFigure(figure: FigureRef, text: string): WebFigure {
  const { key, link, title, status } = figure
  return { kind: 'figure', text, key, link, title, status }
}

function webTable(table: TableBlock, number: number): WebBlock {
  const rows = table.rows.map((row) => ({
    kind: row.kind,
    cells: row.cells.map((cell): WebCell => {
      if (cell.kind === 'text') return cell
      const absence = cell.figure.value === null ? absenceOf(cell.figure) : null
      return { ...webFigure(cell.figure, printCell(cell.figure)), value: cell.figure.value, absence }
    }),
  }))
  const { title, basis, asOf, columns } = table
  const [place, period, status] = [table.place.title, table.period.title, tableStatusText(table)]
  return { kind: 'table', number, title, place, period, basis, status, asOf, columns, rows, notes: tableNotes(table) }
}

/** The document as plain JSON for the web page. */
export function toWeb(source: ReportDocument): WebDocument {
  const document = numberFigures(source)
  const tables = tablesOf(document)
  const blocks = (list: readonly Block[]): WebBlock[] => {
    const numbers = headingNumbers(list)
    return list.map((block) => {
      if (block.kind === 'heading')
        return { kind: 'heading', level: block.level, number: numbers.get(block) ?? '', text: block.text }
      if (block.kind === 'table') return webTable(block, tables.indexOf(block) + 1)
      const parts = flatten(block.parts).map((part): WebPart =>
        part.kind === 'text' ? part : webFigure(part.figure, part.text),
      )
      return { kind: 'paragraph', id: block.id ?? null, parts, source: paragraphSource(block.parts) }
    })
  }
  const { rows, columns, digest } = appendixOf(document)
  const statuses = Object.fromEntries(rows.map(({ key, figure }) => [key, statusText(figure.status, figure.closedOn)]))
  return {
    kind: document.kind,
    title: document.title,
    organisation: document.organisation,
    documentNumber: document.documentNumber ?? null,
    issuedOn: document.issuedOn ?? null,
    signedBy: document.signedBy ?? null,
    addressees: document.addressees ?? null,
    place: document.place.title,
    period: document.period.title,
    status: document.status,
    statusTitle: DOCUMENT_STATUS_TITLES[document.status],
    synthetic: document.synthetic,
    marks: pageMarks(document),
    opening: blocks(document.opening),
    sections: document.sections.map((section, index) => ({
      id: section.id,
      number: headingNumber(1, index + 1),
      title: section.title,
      owner: section.owner ?? null,
      blocks: blocks(section.blocks),
    })),
    attachments: (document.attachments ?? []).map(({ title, blocks: list }) => ({ title, blocks: blocks(list) })),
    appendix: { rows, columns, digest, statuses },
    obstacles: obstaclesToSigning(document),
  }
}
