import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { TextBlock, TextCell, TextTable } from './document-text.ts'

/** A child of a run: where it stands in the XML, and the text it shows. */
export type RunItem = { xmlStart: number; xmlEnd: number; textStart: number; textEnd: number; isText: boolean }

/** A run of equally formatted text. `whole` runs hold drawings with text of their own and are never cut. */
export type Run = {
  xmlStart: number
  xmlEnd: number
  opening: string
  properties: string
  items: RunItem[]
  whole: boolean
}

/** The text of a Word part with the runs behind it, so that marks can be set at exact characters. */
export type DocxBody = { text: string; blocks: TextBlock[]; tables: TextTable[]; runs: Run[] }

type OpenParagraph = { text: string; items: RunItem[]; path: string; heading: boolean }
type OpenTable = { path: string; rows: TextCell[][]; paragraphs: number }

/** Text inside these is not part of what the reader sees: deleted, moved away, or a second form of the same thing. */
const HIDDEN = new Set(['del', 'moveFrom', 'Fallback'])
const SHOWN: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', softHyphen: '' }

/** Nobody nests tables deeper; each level lengthens the paths of all below. */
const DEEPEST = 32

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads word/document.xml. Throws what the XML parser throws when the part is not well formed. */
export function readDocxBody(xml: string): DocxBody {
  const body: DocxBody = { text: '', blocks: [], tables: [], runs: [] }
  const parts: string[] = []
  let length = 0
  const paragraphs: OpenParagraph[] = []
  const runs: Run[] = []
  const tables: OpenTable[] = []
  const counts = { paragraphs: 0, tables: 0 }
  let hidden = 0
  let textOpen = -1
  let buffer = ''
  let propertiesOpen = -1
  let depthInProperties = 0
  let bodyParagraphs = 0
  let inParagraphProperties = 0

  const parser = new SaxesParser({ xmlns: false, position: true })
  const tagStart = () => xml.lastIndexOf('<', parser.position - 1)
  const addItem = (xmlStart: number, shown: string, isText: boolean) => {
    const paragraph = paragraphs.at(-1)
    const run = runs.at(-1)
    if (paragraph === undefined) return
    const item: RunItem = {
      xmlStart,
      xmlEnd: parser.position,
      textStart: paragraph.text.length,
      textEnd: paragraph.text.length + shown.length,
      isText,
    }
    paragraph.text += shown
    if (run !== undefined) {
      run.items.push(item)
      paragraph.items.push(item)
    }
  }

  const openTag = (tag: SaxesTagPlain) => {
    const name = localName(tag.name)
    if (HIDDEN.has(name)) hidden++
    if (propertiesOpen >= 0) {
      depthInProperties++
      return
    }
    if (name === 'pPr') inParagraphProperties++
    switch (name) {
      case 'p':
        paragraphs.push({ text: '', items: [], path: nextPath(), heading: false })
        if (runs.length > 0) for (const run of runs) run.whole = true
        break
      case 'pStyle':
        if (/^(?:heading|title|[1-9]$|标题)/i.test(attribute(tag, 'val') ?? ''))
          (paragraphs.at(-1) as OpenParagraph).heading = true
        break
      case 'r':
        runs.push({
          xmlStart: tagStart(),
          xmlEnd: -1,
          opening: xml.slice(tagStart(), parser.position),
          properties: '',
          items: [],
          whole: tag.isSelfClosing,
        })
        break
      case 'rPr':
        if (runs.length > 0 && inParagraphProperties === 0) [propertiesOpen, depthInProperties] = [tagStart(), 0]
        break
      case 't':
        if (runs.length > 0) [textOpen, buffer] = [tagStart(), '']
        break
      case 'tbl':
        if (tables.length >= DEEPEST) throw new Error(`tables nested more than ${DEEPEST} deep`)
        counts.tables++
        tables.push({
          path: `${tables.length > 0 ? `${tables.at(-1)?.path}/` : ''}t${counts.tables}`,
          rows: [],
          paragraphs: 0,
        })
        break
      case 'tr':
        tables.at(-1)?.rows.push([])
        break
      case 'tc':
        openCell()
        break
      case 'gridSpan': {
        const cell = tables.at(-1)?.rows.at(-1)?.at(-1)
        if (cell !== undefined) cell.span = Math.max(1, Math.min(64, Number(attribute(tag, 'val')) || 1))
        break
      }
      default:
    }
  }

  const closeTag = (tag: SaxesTagPlain) => {
    const name = localName(tag.name)
    if (HIDDEN.has(name)) hidden--
    if (propertiesOpen >= 0) {
      if (depthInProperties > 0) depthInProperties--
      else {
        ;(runs.at(-1) as Run).properties = xml.slice(propertiesOpen, parser.position)
        propertiesOpen = -1
      }
      return
    }
    if (name === 'pPr') inParagraphProperties--
    else if (name === 't' && textOpen >= 0) {
      addItem(textOpen, hidden > 0 ? '' : buffer, hidden === 0)
      textOpen = -1
    } else if (name === 'r') closeRun()
    else if (name === 'p') closeParagraph()
    else if (name === 'tc') closeCell()
    else if (name === 'tbl') {
      const table = tables.pop()
      if (table !== undefined) body.tables.push({ path: table.path, rows: table.rows.filter((row) => row.length > 0) })
    } else if (runs.length > 0 && inParagraphProperties === 0 && tag.isSelfClosing)
      addItem(tagStart(), hidden > 0 ? '' : (SHOWN[name] ?? ''), false)
    else if (
      runs.length > 0 &&
      (name === 'drawing' || name === 'pict' || name === 'object' || name === 'AlternateContent')
    ) {
      ;(runs.at(-1) as Run).whole = true
    }
  }

  function nextPath(): string {
    const table = tables.at(-1)
    if (table === undefined) return `p${++bodyParagraphs}`
    table.paragraphs++
    return `${table.path}/r${table.rows.length}/c${table.rows.at(-1)?.length ?? 0}/p${table.paragraphs}`
  }

  function openCell(): void {
    const table = tables.at(-1)
    const row = table?.rows.at(-1)
    if (table === undefined || row === undefined) return
    table.paragraphs = 0
    const before = row.at(-1)
    row.push({ start: length, end: length, column: before === undefined ? 0 : before.column + before.span, span: 1 })
  }

  function closeCell(): void {
    const cell = tables.at(-1)?.rows.at(-1)?.at(-1)
    if (cell !== undefined) cell.end = Math.max(cell.start, length - 1)
  }

  function closeRun(): void {
    const run = runs.pop()
    if (run === undefined) return
    run.xmlEnd = parser.position
    if (run.items.some((item) => item.textEnd > item.textStart)) body.runs.push(run)
  }

  function closeParagraph(): void {
    const paragraph = paragraphs.pop()
    if (paragraph === undefined) return
    for (const item of paragraph.items) {
      item.textStart += length
      item.textEnd += length
    }
    body.blocks.push({
      start: length,
      end: length + paragraph.text.length,
      path: paragraph.path,
      heading: paragraph.heading,
    })
    parts.push(paragraph.text, '\n')
    length += paragraph.text.length + 1
    counts.paragraphs++
  }

  parser.on('opentag', openTag)
  parser.on('closetag', closeTag)
  parser.on('text', (text) => {
    if (textOpen >= 0) buffer += text
  })
  parser.on('cdata', (text) => {
    if (textOpen >= 0) buffer += text
  })
  parser.write(xml).close()
  body.text = parts.join('')
  return body
}

function attribute(tag: SaxesTagPlain, name: string): string | undefined {
  for (const [key, value] of Object.entries(tag.attributes)) if (localName(key) === name) return value
  return undefined
}
