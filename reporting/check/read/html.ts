import { Parser } from 'htmlparser2'
import type { DocumentText, TextBlock, TextCell, TextTable } from './document-text.ts'
import { decodeText } from './plain-text.ts'

const BLOCK = new Set([
  'p',
  'div',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'blockquote',
  'pre',
  'table',
  'ul',
  'ol',
  'dd',
  'dt',
  'title',
  'caption',
  'td',
  'th',
])
const SKIPPED = new Set(['script', 'style', 'head', 'template', 'noscript'])

/** Reads the visible text of a page: a line per block element and per table cell. */
export function readHtml(bytes: Uint8Array): DocumentText {
  const source = decodeText(bytes)
  const blocks: TextBlock[] = []
  const tables: TextTable[] = []
  const open: TextTable[] = []
  const parts: string[] = []
  let [length, line, heading, skipped] = [0, '', false, 0]

  const endLine = () => {
    const text = line.replace(/[ \t\n\r\f]+/g, ' ').trim()
    line = ''
    if (text === '') return
    blocks.push({ start: length, end: length + text.length, path: `p${blocks.length + 1}`, heading })
    parts.push(text, '\n')
    length += text.length + 1
    heading = false
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (SKIPPED.has(name)) skipped++
      if (BLOCK.has(name) || name === 'br') endLine()
      if (/^h[1-6]$/.test(name)) heading = true
      if (name === 'table') open.push({ path: `t${tables.length + open.length + 1}`, rows: [] })
      if (name === 'tr') open.at(-1)?.rows.push([])
      if (name === 'td' || name === 'th') openCell(Number(attributes.colspan))
    },
    ontext(text) {
      if (skipped === 0) line += text
    },
    onclosetag(name) {
      if (SKIPPED.has(name)) skipped--
      if (BLOCK.has(name)) endLine()
      if (name === 'td' || name === 'th') {
        const cell = open.at(-1)?.rows.at(-1)?.at(-1)
        if (cell !== undefined) cell.end = Math.max(cell.start, length - 1)
      }
      if (name === 'table') {
        const table = open.pop()
        if (table !== undefined) tables.push({ ...table, rows: table.rows.filter((row) => row.length > 0) })
      }
    },
  })

  function openCell(span: number): void {
    const row = open.at(-1)?.rows.at(-1)
    const before: TextCell | undefined = row?.at(-1)
    row?.push({
      start: length,
      end: length,
      column: before === undefined ? 0 : before.column + before.span,
      span: span > 0 && span < 64 ? span : 1,
    })
  }

  parser.write(source)
  parser.end()
  endLine()
  return { format: 'html', text: parts.join(''), blocks, tables }
}
