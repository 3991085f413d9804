import { checkText } from './check-text.ts'
import { codePointOffsets } from './code-points.ts'
import type { DocumentFormat } from './read/document-text.ts'
import { readDocument } from './read/index.ts'
import type { CheckResult } from './types.ts'

export { checkText } from './check-text.ts'
export type { Check, CheckResult, Claim, Finding, SummaryDocument } from './types.ts'

/** A paragraph of the extracted text and where it stands in the file: p12, t1/r2/c3/p1. Offsets in code points. */
export type CheckedParagraph = { start: number; end: number; path: string; heading: boolean }

/** What a file says, and what was found in it. All offsets count Unicode code points of `text`. */
export type DocumentCheck = CheckResult & { format: DocumentFormat; text: string; paragraphs: CheckedParagraph[] }

/**
 * Reads a file (.docx, .txt, .md, .html, .pdf, and .doc or .wps through LibreOffice) and checks every figure in it.
 * Throws UnreadableDocument, in both languages, when the file cannot be read.
 */
export async function checkDocument(
  bytes: Uint8Array,
  filename: string,
  options: { title?: string } = {},
): Promise<DocumentCheck> {
  const { format, text, blocks, tables } = await readDocument(bytes, filename)
  const result = checkText(text, { title: options.title ?? filename.replace(/\.[^.]+$/, ''), tables })
  const point = codePointOffsets(text)
  return {
    ...result,
    format,
    text,
    paragraphs: blocks.map((block) => ({ ...block, start: point(block.start), end: point(block.end) })),
  }
}
