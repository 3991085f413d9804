import { createHash } from 'node:crypto'
import { cellsOf, identityOf, quotedFigures, tablesOf } from './figures.ts'
import type { FigureRef, ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { absenceOf, printCell } from '@kangheng/kernel/wording/print.ts'

/** SM3 (GB/T 32905-2016) of the text as UTF-8, in lower-case hexadecimal. */
export function sm3(text: string): string {
  return createHash('sm3').update(text, 'utf8').digest('hex')
}

/** One figure of the canonical list: its key and everything a reader relies on. */
export interface CanonicalFigure {
  readonly key: string
  readonly identity: string
  readonly version: string
  readonly value: string
  readonly unit: string
  readonly numerator: string
  readonly denominator: string
  readonly status: string
  readonly closedOn: string
  readonly printed: string
  /** How often it is printed in running text; 1 for a table cell. */
  readonly times: string
}

const FIELDS: readonly (keyof CanonicalFigure)[] = [
  'key',
  'identity',
  'version',
  'value',
  'unit',
  'numerator',
  'denominator',
  'status',
  'closedOn',
  'printed',
  'times',
]

const NONE = '-'
const clean = (text: string) => text.replaceAll('|', '｜').replace(/\s+/g, ' ').trim()

/** The line that is digested: the fields in fixed order, between bars. */
export function canonicalLine(figure: CanonicalFigure): string {
  return FIELDS.map((field) => clean(figure[field])).join('|')
}

/** Reads a canonical line back; undefined when it has another number of fields. */
export function parseCanonicalLine(line: string): CanonicalFigure | undefined {
  const values = line.split('|')
  if (values.length !== FIELDS.length) return undefined
  return Object.fromEntries(FIELDS.map((field, index) => [field, values[index]])) as unknown as CanonicalFigure
}

function canonical(figure: FigureRef, key: string, printed: string, times: number): CanonicalFigure {
  return {
    key,
    identity: identityOf(figure),
    version: String(figure.definitionVersion),
    value: figure.value ?? absenceOf(figure),
    unit: figure.unit.zh,
    numerator: figure.numerator?.value ?? NONE,
    denominator: figure.denominator?.value ?? NONE,
    status: figure.status,
    closedOn: figure.closedOn ?? NONE,
    printed,
    times: String(times),
  }
}

/** The key of a table cell: table, row and column, counted from 1: `T1-03-2`. */
export function cellKey(table: number, row: number, column: number): string {
  return `T${table}-${String(row).padStart(2, '0')}-${column}`
}

/** Quoted figures by number, then the cells of the tables; the document must be numbered. */
export function canonicalFigures(document: ReportDocument): CanonicalFigure[] {
  const quoted = new Map<string, { figure: FigureRef; printed: string; times: number }>()
  for (const { figure, text } of quotedFigures(document)) {
    const known = quoted.get(figure.key)
    quoted.set(figure.key, { figure, printed: text, times: (known?.times ?? 0) + 1 })
  }
  const texts = [...quoted].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  const cells = tablesOf(document).flatMap((table, index) =>
    cellsOf(table).map(({ row, column, figure }) =>
      canonical(figure, cellKey(index + 1, row, column), printCell(figure), 1),
    ),
  )
  return [...texts.map(([key, { figure, printed, times }]) => canonical(figure, key, printed, times)), ...cells]
}

/** The first line of the list, which says of which document it is. */
export function canonicalHead(document: ReportDocument): string {
  const { kind, organisation, title, place, period } = document
  return ['kangheng-figures-1', kind, organisation, title, place.code, period.id].map(clean).join('|')
}

/** The whole list that is digested: head and figures, one a line, line feeds between them and none at the end. */
export function canonicalText(document: ReportDocument): string {
  return [canonicalHead(document), ...canonicalFigures(document).map(canonicalLine)].join('\n')
}

/** The digest of a numbered document's figures. */
export function digestOf(document: ReportDocument): string {
  return sm3(canonicalText(document))
}

/** Eight hexadecimal digits that stand beside a figure in the appendix, so that a difference can be found by row. */
export function rowCheck(figure: CanonicalFigure): string {
  return sm3(canonicalLine(figure)).slice(0, 8)
}
