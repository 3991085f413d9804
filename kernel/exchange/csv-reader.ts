import type { Cell, Sheet, SheetRow } from './sheet.ts'
import { BLANK } from './sheet.ts'
import { otherFormat, tooLarge, UnreadableFile } from './unreadable-file.ts'

/** Encodings in which Excel, WPS and Chinese systems write text tables. */
export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A CSV larger than this is no register; one text holds at most twice as many characters. */
const LARGEST = 256 * 1024 * 1024
/** Of a thousand characters, at most this many may be undecodable: a stray byte must not make a whole register unreadable. */
const TOLERATED_PER_THOUSAND = 2

/**
 * Decodes a text table: by its byte order mark, by the zero bytes of UTF-16, else as UTF-8 or GB18030 (which contains GBK and GB2312), whichever fits.
 * Undefined when none does.
 */
export function decodeTable(bytes: Uint8Array): { encoding: CsvEncoding; text: string } | undefined {
  const encoding = markedEncoding(bytes)
  if (encoding) return { encoding, text: new TextDecoder(encoding).decode(bytes) }
  let best: { encoding: CsvEncoding; text: string; bad: number } | undefined
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const text = new TextDecoder(encoding).decode(bytes)
    const bad = text.split('\uFFFD').length - 1
    if (bad === 0) return { encoding, text }
    if (!best || bad < best.bad) best = { encoding, text, bad }
  }
  return best && best.bad * 1000 <= best.text.length * TOLERATED_PER_THOUSAND ? best : undefined
}

function markedEncoding(bytes: Uint8Array): CsvEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 2000)
  const [even, odd] = [0, 1].map((parity) => head.filter((byte, index) => byte === 0 && index % 2 === parity).length)
  if (even === 0 && odd === 0) return undefined
  return odd! > even! ? 'utf-16le' : 'utf-16be'
}

/**
 * Reads a CSV (or tab-separated) text as one sheet; everything is text. The row is the record number: a quoted field may hold line breaks and is
 * still one row. Throws UnreadableFile when it is no text in a known encoding, and while it is read when a quote is never closed.
 */
export function readCsv(bytes: Uint8Array, name: string): Sheet {
  if (bytes.length > LARGEST) throw tooLarge(LARGEST)
  const decoded = decodeTable(bytes)
  if (!decoded) {
    throw new UnreadableFile('unknown-encoding', {
      zh: '无法识别文件的文字编码。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”或 .xlsx 再导入',
      en: 'The text encoding of the file is not recognised. Save it as “CSV UTF-8 (comma delimited)” or .xlsx and import that',
    })
  }
  const { text } = decoded
  const head = text.slice(0, 1000)
  if (/[\u0000-\u0008\u000E-\u001F]/.test(head)) throw otherFormat({ zh: '二进制文件', en: 'a binary file' })
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)/i.test(head)) {
    throw otherFormat({ zh: '网页或 XML 格式的表格', en: 'a table saved as a web page or XML' })
  }
  const delimiter = findDelimiter(text)
  return {
    name,
    unnamed: true,
    hidden: false,
    merges: [],
    rows: { [Symbol.iterator]: () => readRecords(text, delimiter) },
  }
}

/** Comma, unless the first lines hold more tabs (what Excel saves as "Unicode text") or semicolons. */
function findDelimiter(text: string): string {
  const head = text.slice(0, 4000).replace(/"[^"]*"/g, '')
  const count = (mark: string) => head.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

const QUOTE = 34
const [LF, CR] = [10, 13]

function* readRecords(text: string, delimiter: string): Generator<SheetRow> {
  const mark = delimiter.charCodeAt(0)
  let at = 0
  for (let row = 1; at < text.length; row++) {
    const cells: Cell[] = []
    for (;;) {
      let value = ''
      if (text.charCodeAt(at) === QUOTE) {
        const end = closingQuote(text, at + 1, row)
        value = text.slice(at + 1, end).replaceAll('""', '"')
        at = end + 1
      }
      const from = at
      let code = text.charCodeAt(at)
      while (at < text.length && code !== mark && code !== LF && code !== CR) code = text.charCodeAt(++at)
      if (at > from) value += text.slice(from, at)
      cells.push(value === '' ? BLANK : { kind: 'text', value })
      if (at >= text.length || code !== mark) break
      at++
    }
    if (text.charCodeAt(at) === CR) at++
    if (text.charCodeAt(at) === LF) at++
    yield { row, hidden: false, cells }
  }
}

function closingQuote(text: string, from: number, row: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at
  }
  throw new UnreadableFile(
    'unclosed-quote',
    {
      zh: `第 ${row} 行有一个双引号没有结束，其后的内容无法分列。请补上引号，或用 Excel 打开后另存为 .xlsx 再导入`,
      en: `A quotation mark opened in row ${row} is never closed. Close it, or open the file in Excel and save it as .xlsx`,
    },
    { row },
  )
}
