import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** A row of a table: the text of its cells (paragraphs between line feeds), its bookmarks, and the links in it. */
export interface ReadRow {
  readonly header: boolean
  readonly cells: string[]
  readonly bookmarks: string[]
  readonly links: ReadLink[]
}

/** A link inside the document with the text it stands on. */
export interface ReadLink {
  readonly anchor: string
  text: string
}

/** What verification needs of a Word file. */
export interface ReadWord {
  /** Links outside tables, in reading order. */
  readonly links: ReadLink[]
  readonly tables: ReadRow[][]
  /** Text of the paragraphs outside tables that hold a bookmark, by its name. */
  readonly marked: Map<string, string>
  readonly properties: Map<string, string>
}

/** Larger parts than any document of ours are not unpacked. */
const LARGEST_PART = 64 * 1024 * 1024
const PARTS = ['word/document.xml', 'docProps/custom.xml']

function parse(
  xml: string,
  on: {
    open(name: string, attributes: Record<string, string>): void
    close(name: string): void
    text(text: string): void
  },
) {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => on.open(name, attributes as Record<string, string>))
  parser.on('closetag', ({ name }) => on.close(name))
  parser.on('text', (text) => on.text(text))
  parser.write(xml).close()
}

function readProperties(xml: string): Map<string, string> {
  const properties = new Map<string, string>()
  let name: string | undefined
  let value = ''
  parse(xml, {
    open(tag, attributes) {
      if (tag !== 'property') return
      name = attributes['name']
      value = ''
    },
    close(tag) {
      if (tag === 'property' && name !== undefined) properties.set(name, value)
    },
    text(text) {
      value += text
    },
  })
  return properties
}

function readBody(xml: string): Omit<ReadWord, 'properties'> {
  const read: Omit<ReadWord, 'properties'> = { links: [], tables: [], marked: new Map() }
  let row: { header: boolean; cells: string[]; bookmarks: string[]; links: ReadLink[] } | undefined
  let link: ReadLink | undefined
  let paragraph = ''
  let bookmarks: string[] = []
  let inText = false
  const say = (text: string) => {
    paragraph += text
    if (link) link.text += text
  }
  const open: Record<string, (attributes: Record<string, string>) => void> = {
    'w:tbl': () => read.tables.push([]),
    'w:tr': () => (row = { header: false, cells: [], bookmarks: [], links: [] }),
    'w:tblHeader': (attributes) => row && (row.header = !['0', 'false', 'off'].includes(attributes['w:val'] ?? '')),
    'w:tc': () => row?.cells.push(''),
    'w:p': () => ((paragraph = ''), (bookmarks = [])),
    'w:bookmarkStart': (attributes) => (row?.bookmarks ?? bookmarks).push(attributes['w:name'] ?? ''),
    'w:hyperlink': (attributes) =>
      (link = attributes['w:anchor'] ? { anchor: attributes['w:anchor'], text: '' } : undefined),
    'w:t': () => (inText = true),
    'w:br': () => say('\n'),
    'w:tab': () => say('\t'),
  }
  const close: Record<string, () => void> = {
    'w:t': () => (inText = false),
    'w:hyperlink'() {
      if (link) (row?.links ?? read.links).push(link)
      link = undefined
    },
    'w:p'() {
      for (const name of bookmarks) read.marked.set(name, paragraph)
      const cell = row ? row.cells.length - 1 : -1
      if (row && cell >= 0) row.cells[cell] = row.cells[cell] ? `${row.cells[cell]}\n${paragraph}` : paragraph
    },
    'w:tr'() {
      if (row) read.tables.at(-1)?.push(row)
      row = undefined
    },
  }
  parse(xml, {
    open: (name, attributes) => open[name]?.(attributes),
    close: (name) => close[name]?.(),
    text: (text) => inText && say(text),
  })
  return read
}

/** Reads a .docx; throws when it is not one. */
export function readWord(bytes: Uint8Array): ReadWord {
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => PARTS.includes(name) && originalSize <= LARGEST_PART,
  })
  const [body, custom] = PARTS.map((name) => parts[name])
  if (!body) throw new TypeError('no word/document.xml in the file')
  return { ...readBody(strFromU8(body)), properties: custom ? readProperties(strFromU8(custom)) : new Map() }
}
