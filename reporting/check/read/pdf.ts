import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { blocksOfLines, type DocumentText } from './document-text.ts'
import { damagedFile, LONGEST_TEXT, protectedFile, tooLong, UnreadableDocument } from './unreadable-document.ts'

/** A line whose length comes this near the longest was broken by the page, not by the author. */
const FULL_LINE = 0.86
const PAGE_NUMBER = /^\s*[-—–]?\s*(?:第\s*)?\d{1,4}\s*(?:页)?\s*(?:\/\s*\d+|共\s*\d+\s*页)?\s*[-—–]?\s*$/

/** Reads the text layer of a PDF. Lines broken by the page are joined again; page numbers go. */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  const pages = await pagesOf(bytes)
  const lines = pages.flatMap((page) => page.filter((line) => line.trim() !== '' && !PAGE_NUMBER.test(line)))
  if (lines.length === 0) {
    throw new UnreadableDocument({
      zh: '这个 PDF 没有文字层（多半是扫描件），无法核对。请提供可复制文字的 PDF 或 Word 文件。',
      en: 'This PDF has no text layer (it is probably a scan). Provide a PDF with selectable text, or a Word file.',
    })
  }
  const text = joinLines(lines)
  return { format: 'pdf', text, blocks: blocksOfLines(text), tables: [] }
}

/** The library asks for these at once, though only drawing pages needs them; text does not. */
function standInForGraphics(): void {
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D'])
    if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} })
}

/** Loaded on demand: the library is large and most files are not PDF. */
async function pagesOf(bytes: Uint8Array): Promise<string[][]> {
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
    const pages: string[][] = []
    let length = 0
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent()
      let line = ''
      const lines: string[] = []
      for (const item of content.items) {
        if (!('str' in item)) continue
        line += item.str
        length += item.str.length
        if (length > LONGEST_TEXT) throw tooLong()
        if (item.hasEOL) [line] = ['', lines.push(line)]
      }
      pages.push(line === '' ? lines : [...lines, line])
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

function joinLines(lines: readonly string[]): string {
  const widths = lines.map(widthOf).sort((a, b) => a - b)
  const full = (widths[Math.floor(widths.length * 0.9)] ?? 0) * FULL_LINE
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
