import { decodeTable } from '@kangheng/kernel/exchange/csv-reader.ts'
import { blocksOfLines, type DocumentText, type TextCell, type TextTable } from './document-text.ts'
import { damagedFile } from './unreadable-document.ts'

/** Bytes of another kind can be read in some encoding too, but only with signs that no text has. */
const isNoText = (text: string): boolean => (text.match(/[\0-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0) * 100 > text.length

/** Decodes UTF-8, UTF-16 or GB18030 by what fits; line ends become \n and a byte order mark goes. */
export function decodeText(bytes: Uint8Array): string {
  const decoded = decodeTable(bytes)
  if (decoded === undefined || isNoText(decoded.text)) throw damagedFile('encoding')
  return decoded.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
}

export function readPlainText(bytes: Uint8Array): DocumentText {
  const text = decodeText(bytes)
  return { format: 'text', text, blocks: blocksOfLines(text), tables: [] }
}

/** Markdown stays as it is written; its pipe tables are also read as tables. */
export function readMarkdown(bytes: Uint8Array): DocumentText {
  const text = decodeText(bytes)
  return { format: 'markdown', text, blocks: blocksOfLines(text), tables: pipeTables(text) }
}

function pipeTables(text: string): TextTable[] {
  const tables: TextTable[] = []
  let rows: TextCell[][] = []
  let start = 0
  const close = () => {
    if (rows.length > 1) tables.push({ path: `t${tables.length + 1}`, rows })
    rows = []
  }
  for (const line of text.split('\n')) {
    if (!/^\s*\|.*\|\s*$/.test(line)) close()
    else if (!/^[\s|:-]+$/.test(line)) rows.push(pipeCells(line, start))
    start += line.length + 1
  }
  close()
  return tables
}

function pipeCells(line: string, offset: number): TextCell[] {
  const cells: TextCell[] = []
  let from = line.indexOf('|') + 1
  for (let to = line.indexOf('|', from); to >= 0; to = line.indexOf('|', from)) {
    const content = line.slice(from, to)
    const start = offset + from + (content.length - content.trimStart().length)
    cells.push({ start, end: start + content.trim().length, column: cells.length, span: 1 })
    from = to + 1
  }
  return cells
}
