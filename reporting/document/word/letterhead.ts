import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx'
import type { ReportDocument } from '@kangheng/kernel/wording/model.ts'
import { millimetres, PAGE, RED } from './measures.ts'
import { titleLines } from './title-lines.ts'

/** Largest size of the sender mark in points, and the narrowest a character may be set, in percent. */
const MARK_SIZE = 54
const NARROWEST = 62

/** Size in points and character width in percent at which the mark fills at most the measure on one line. */
export function fitMark(characters: number): { size: number; scale: number } {
  const room = PAGE.measure / 20 / characters
  const size = Math.min(MARK_SIZE, Math.floor(room / (NARROWEST / 100)))
  return { size, scale: Math.min(100, Math.floor((room / size) * 100)) }
}

/** Empty lines of the grid; `keepNext` ties them to what follows. */
export function blank(lines = 1, keepNext = false): Paragraph[] {
  return Array.from({ length: lines }, () => new Paragraph({ keepNext }))
}

/**
 * Sender mark in red, document number, red rule (§7.2.4–7.2.7): the mark's upper edge 35 mm below the type area's, the
 * number two lines below it, the rule 4 mm below the number and as wide as the type area.
 */
export function letterhead(document: ReportDocument): Paragraph[] {
  const mark = `${document.organisation}文件`
  const { size, scale } = fitMark([...mark].length)
  return [
    new Paragraph({
      style: 'SenderMark',
      // The glyphs stand a little below the top of their line; what is measured is their upper edge.
      spacing: { before: millimetres(35) - size * 2, line: size * 22, lineRule: LineRuleType.EXACT, after: 0 },
      children: [new TextRun({ text: mark, size: size * 2, scale })],
    }),
    ...blank(2),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, color: RED, size: 14, space: 6 } },
      children: [new TextRun(document.documentNumber ?? '')],
    }),
    ...blank(2),
  ]
}

/** Characters of the title's size on one line. */
const TITLE_LIMIT = Math.floor(PAGE.measure / 20 / 22)

/** The title, balanced over its lines. */
export function titleBlock(title: string): Paragraph {
  const lines = titleLines(title, TITLE_LIMIT)
  const children = lines.map((text, index) => new TextRun({ text, ...(index > 0 ? { break: 1 } : {}) }))
  return new Paragraph({ style: 'Title', children })
}
