import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { blocksOfLines, type DocumentText, type TextBlock, type TextTable } from './document-text.ts'
import { findPlacedTables, joinRuns, type PlacedCell, type PlacedText } from './pdf-tables.ts'
import { damagedFile, LONGEST_TEXT, protectedFile, tooLong, UnreadableDocument } from './unreadable-document.ts'

/** A line whose length comes this near the longest was broken by the page, not by the author. */
const FULL_LINE = 0.86
const PAGE_NUMBER = /^\s*[-—–]?\s*(?:第\s*)?\d{1,4}\s*(?:页)?\s*(?:\/\s*\d+|共\s*\d+\s*页)?\s*[-—–]?\s*$/

/** What a page holds in its order: lines of prose, and tables. */
type Part = { lines: string[] } | { rows: PlacedCell[][] }

/**
 * Reads the text layer of a PDF. Lines broken by the page are joined again; page numbers go; what stands in columns under heads
 * is read as a table, so that its rows and columns can be added up.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  const pages = await pagesOf(bytes)
  const parts = joinParts(pages)
  if (parts.length === 0) {
    throw new UnreadableDocument({
      zh: '这个 PDF 没有文字层（多半是扫描件），无法核对。请提供可复制文字的 PDF 或 Word 文件。',
      en: 'This PDF has no text layer (it is probably a scan). Provide a PDF with selectable text, or a Word file.',
    })
  }
  return { format: 'pdf', ...textOf(parts) }
}

/** Prose and tables that go on over a page border become one. */
function joinParts(pages: readonly Part[][]): Part[] {
  const parts: Part[] = []
  for (const part of pages.flat()) {
    const last = parts.at(-1)
    if ('rows' in part) {
      if (last !== undefined && 'rows' in last && columnsOf(last.rows) === columnsOf(part.rows))
        last.rows.push(...part.rows)
      else parts.push(part)
      continue
    }
    const lines = part.lines.filter((line) => line.trim() !== '' && !PAGE_NUMBER.test(line))
    if (lines.length === 0) continue
    if (last !== undefined && 'lines' in last) last.lines.push(...lines)
    else parts.push({ lines })
  }
  return parts
}

const columnsOf = (rows: readonly PlacedCell[][]): number =>
  Math.max(...rows.flatMap((row) => row.map(({ column, span }) => column + span)))

/** One text with a newline between lines and between cells, as of a Word file. */
function textOf(parts: readonly Part[]): Pick<DocumentText, 'text' | 'blocks' | 'tables'> {
  const widths = parts.flatMap((part) => ('lines' in part ? part.lines.map(widthOf) : [])).sort((a, b) => a - b)
  const full = (widths[Math.floor(widths.length * 0.9)] ?? 0) * FULL_LINE
  const blocks: TextBlock[] = []
  const tables: TextTable[] = []
  let text = ''
  for (const part of parts) {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
    if ('lines' in part) {
      const from = text.length
      text += joinLines(part.lines, full)
      blocks.push(
        ...blocksOfLines(text.slice(from)).map((block) => ({
          ...block,
          start: block.start + from,
          end: block.end + from,
        })),
      )
      continue
    }
    const path = `t${tables.length + 1}`
    const rows = part.rows.map((row, rowIndex) =>
      row.map(({ text: words, column, span }) => {
        const cell = { start: text.length, end: text.length + words.length, column, span }
        blocks.push({
          start: cell.start,
          end: cell.end,
          path: `${path}/r${rowIndex + 1}/c${column + 1}/p1`,
          heading: false,
        })
        text += `${words}\n`
        return cell
      }),
    )
    tables.push({ path, rows })
  }
  return { text, blocks, tables }
}

/** The library asks for these at once, though only drawing pages needs them; text does not. */
function standInForGraphics(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
}

/** Loaded on demand: the library is large and most files are not PDF. */
async function pagesOf(bytes: Uint8Array): Promise<Part[][]> {
  standInForGraphics()
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: join(home, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts/'),
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages: Part[][] = []
    let length = 0
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent()
      const runs: PageRun[] = []
      for (const item of content.items) {
        if (!('str' in item)) continue
        length += item.str.length
        if (length > LONGEST_TEXT) throw tooLong()
        runs.push(toRun(item))
      }
      pages.push(partsOf(runs))
    }
    return pages
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw protectedFile()
    if (error instanceof UnreadableDocument) throw error
    throw damagedFile(error instanceof Error ? `PDF: ${error.message}` : 'PDF')
  } finally {
    await task.destroy()
  }
}

type PageRun = PlacedText & { endsLine: boolean }

type PdfItem = { str: string; transform: unknown[]; width: number; height: number; hasEOL: boolean }

/** Text that stands on its side, as stamps do, has no height here: it is no part of a table. */
function toRun({ str, transform, width, height, hasEOL }: PdfItem): PageRun {
  const [, skew = 0, , , x = 0, y = 0] = transform.map(Number)
  return { text: str, x, y, width, height: skew === 0 ? height : 0, endsLine: hasEOL }
}

/** The lines and tables of one page; a table stands where its first piece does. */
function partsOf(runs: readonly PageRun[]): Part[] {
  const { pieces, pieceOf } = joinRuns(runs)
  const tables = pieces.length > MOST_PIECES ? [] : findPlacedTables(pieces)
  const tableOf = new Map(tables.flatMap((table) => [...table.members].map((piece) => [piece, table] as const)))
  const parts: Part[] = []
  const placed = new Set<unknown>()
  let line = ''
  const endLine = () => {
    if (line.trim() === '') return
    const last = parts.at(-1)
    if (last !== undefined && 'lines' in last) last.lines.push(line)
    else parts.push({ lines: [line] })
    line = ''
  }
  for (const run of runs) {
    const piece = pieceOf.get(run)
    const table = piece && tableOf.get(piece)
    if (table === undefined) line += line === '' ? run.text.trimStart() : run.text
    else if (!placed.has(table)) {
      endLine()
      placed.add(table)
      parts.push({ rows: table.rows })
    }
    if (run.endsLine) endLine()
  }
  endLine()
  return parts
}

/** More pieces than any page of a report has; a drawing is not searched for tables. */
const MOST_PIECES = 4000

function joinLines(lines: readonly string[], full: number): string {
  let text = ''
  for (const [index, line] of lines.entries()) {
    text += line
    const next = lines[index + 1]
    if (next === undefined) break
    const broken =
      widthOf(line) >= full &&
      !/[。！？!?：:]\s*$/.test(line) &&
      !/^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十]+[篇章])/.test(
        next,
      )
    text += broken ? '' : '\n'
  }
  return text
}

/** A Chinese character is as wide as two others. */
const widthOf = (line: string): number => [...line.trim()].reduce((width, sign) => width + (sign > '\u2e7f' ? 2 : 1), 0)
