/** Formats that can be read. `office` stands for what LibreOffice turns into .docx first (.doc, .wps, .rtf, .odt). */
export type DocumentFormat = 'docx' | 'text' | 'markdown' | 'html' | 'pdf' | 'office'

/** A paragraph of the extracted text. Offsets are UTF-16 units, `end` exclusive. The path says where it stands: p12, t1/r2/c3/p1. */
export type TextBlock = { start: number; end: number; path: string; heading: boolean }

/** A cell with the column it begins in and the columns it spans. */
export type TextCell = { start: number; end: number; column: number; span: number }
export type TextTable = { path: string; rows: TextCell[][] }

/** What a reader makes of a file: one text, with a newline between paragraphs and between table cells. */
export type DocumentText = { format: DocumentFormat; text: string; blocks: TextBlock[]; tables: TextTable[] }

/** Blocks for plain text: one per line that is not empty. */
export function blocksOfLines(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let start = 0
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() !== '') blocks.push({ start, end: start + line.length, path: `p${index + 1}`, heading: false })
    start += line.length + 1
  }
  return blocks
}
