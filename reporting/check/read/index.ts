import type { DocumentText } from './document-text.ts'
import { readDocx } from './docx.ts'
import { readHtml } from './html.ts'
import { readWithOffice } from './office.ts'
import { readPdf } from './pdf.ts'
import { readMarkdown, readPlainText } from './plain-text.ts'
import { emptyFile, LONGEST_TEXT, tooLong, unknownFormat } from './unreadable-document.ts'

const OFFICE = new Set(['doc', 'wps', 'rtf', 'odt', 'wpt', 'dot'])

export const extensionOf = (filename: string): string => /\.([^./\\]+)$/.exec(filename)?.[1]?.toLowerCase() ?? ''

/** What the file is by its first bytes, which tell more than its name: a .doc may be a .docx, a .wps an old Word file. */
function formatOf(bytes: Uint8Array, extension: string): string {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04)) return extension === 'odt' ? 'odt' : 'docx'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return OFFICE.has(extension) ? extension : 'doc'
  if (starts(0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf'
  return extension
}

/** Reads any supported file into one text with paragraphs and tables. Throws UnreadableDocument in the reader's words. */
export async function readDocument(bytes: Uint8Array, filename: string): Promise<DocumentText> {
  const read = await readFormat(bytes, filename)
  if (read.text.length > LONGEST_TEXT) throw tooLong()
  return read
}

async function readFormat(bytes: Uint8Array, filename: string): Promise<DocumentText> {
  if (bytes.length === 0) throw emptyFile()
  const extension = extensionOf(filename)
  const format = formatOf(bytes, extension)
  if (format === 'docx' || format === 'docm') return readDocx(bytes)
  if (format === 'pdf') return readPdf(bytes)
  if (OFFICE.has(format)) return readWithOffice(bytes, format)
  if (format === 'txt' || format === 'text' || format === '') return readPlainText(bytes)
  if (format === 'md' || format === 'markdown') return readMarkdown(bytes)
  if (format === 'html' || format === 'htm' || format === 'xhtml') return readHtml(bytes)
  throw unknownFormat(filename)
}
