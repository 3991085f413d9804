import type { Text } from '@kangheng/kernel/text/text.ts'
import { flatten } from '@kangheng/kernel/wording/flatten.ts'
import type {
  Block,
  FigurePart,
  FigureRef,
  FigureStatus,
  Inline,
  ParagraphBlock,
  PlainPart,
  ReportDocument,
  TableBlock,
} from '@kangheng/kernel/wording/model.ts'

/** What makes two quotations the same figure: indicator, place, period and derivation; never the value. */
export function identityOf(figure: FigureRef): string {
  const derivation = figure.derivation ? `!${figure.derivation.name}` : ''
  return `${figure.indicator}@${figure.place.code}/${figure.period.id}${derivation}`
}

function mapBlocks(blocks: readonly Block[], map: (block: Block) => Block): Block[] {
  return blocks.map((block) => map(block))
}

/** The document with every block passed through `map`, in reading order: opening, sections, attachments. */
export function mapDocument(document: ReportDocument, map: <B extends Block>(block: B) => B): ReportDocument {
  const blocks = (list: readonly Block[]) => mapBlocks(list, (block) => map(block))
  const opening = document.opening.map((block) => map(block))
  const sections = document.sections.map((section) => ({ ...section, blocks: blocks(section.blocks) }))
  const attachments = document.attachments?.map((attachment) => ({ ...attachment, blocks: blocks(attachment.blocks) }))
  return { ...document, opening, sections, ...(attachments ? { attachments } : {}) }
}

/** All blocks in reading order. */
function blocksOf(document: ReportDocument): Block[] {
  return [
    ...document.opening,
    ...document.sections.flatMap((section) => section.blocks),
    ...(document.attachments ?? []).flatMap((attachment) => attachment.blocks),
  ]
}

/** The tables in reading order; the first is 表1. */
export function tablesOf(document: ReportDocument): TableBlock[] {
  return blocksOf(document).filter((block) => block.kind === 'table')
}

/** The paragraphs in reading order. */
export function paragraphsOf(document: ReportDocument): ParagraphBlock[] {
  return blocksOf(document).filter((block) => block.kind === 'paragraph')
}

/** Every figure printed in running text, in reading order, as often as it is printed. */
export function quotedFigures(document: ReportDocument): FigurePart[] {
  return paragraphsOf(document).flatMap((paragraph) =>
    flatten(paragraph.parts).filter((part) => part.kind === 'figure'),
  )
}

function mapFigures(parts: readonly Inline[], map: (part: FigurePart) => FigurePart): Inline[] {
  const plain = (part: PlainPart): PlainPart => (part.kind === 'figure' ? map(part) : part)
  return parts.map((part) => (part.kind === 'phrase' ? { ...part, parts: part.parts.map(plain) } : plain(part)))
}

const printing = (part: FigurePart) => `${identityOf(part.figure)} ${part.text}`

/**
 * Gives every quoted figure its number, F001 onwards in reading order; a figure that is said twice has one number.
 * Numbers already given stay, so that a document keeps them through editing and refreshing.
 */
export function numberFigures(document: ReportDocument): ReportDocument {
  const keys = new Map<string, string>()
  const used = new Set<string>()
  for (const part of quotedFigures(document)) {
    const key = part.figure.key
    if (key === '' || used.has(key) || keys.has(printing(part))) continue
    keys.set(printing(part), key)
    used.add(key)
  }
  let last = Math.max(0, ...[...used].map((key) => Number(key.slice(1))))
  for (const part of quotedFigures(document)) {
    if (keys.has(printing(part))) continue
    last += 1
    keys.set(printing(part), `F${String(last).padStart(3, '0')}`)
  }
  const keyed = (part: FigurePart): FigurePart => ({
    ...part,
    figure: { ...part.figure, key: keys.get(printing(part)) ?? '' },
  })
  return mapDocument(document, (block) =>
    block.kind === 'paragraph' ? { ...block, parts: mapFigures(block.parts, keyed) } : block,
  )
}

/** The figures of a table, row by row, with their row and column counted from 1. */
export function cellsOf(table: TableBlock): { row: number; column: number; figure: FigureRef }[] {
  return table.rows.flatMap((row, rowIndex) =>
    row.cells.flatMap((cell, index) =>
      cell.kind === 'figure' ? [{ row: rowIndex + 1, column: index + 1, figure: cell.figure }] : [],
    ),
  )
}

export const STATUS_TITLES: Record<FigureStatus, Text> = {
  provisional: { zh: '未结账', en: 'provisional' },
  closed: { zh: '已结账', en: 'closed' },
  revised: { zh: '已修订', en: 'revised' },
}

/** What the head of a table says of its figures: the least settled of them, and the day the last was closed. */
export function tableStatus(table: TableBlock): { status: FigureStatus; closedOn: string | null; partly: boolean } {
  const figures = cellsOf(table).map((cell) => cell.figure)
  const open = figures.filter((figure) => figure.status === 'provisional').length
  const closedOn = figures.map((figure) => figure.closedOn ?? '').reduce((late, day) => (day > late ? day : late), '')
  if (open > 0) return { status: 'provisional', closedOn: null, partly: open < figures.length }
  const revised = figures.some((figure) => figure.status === 'revised')
  return { status: revised ? 'revised' : 'closed', closedOn: closedOn || null, partly: false }
}
