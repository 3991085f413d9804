import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { fontTable } from './fonts.ts'
import { OFF_GRID } from './styles.ts'

/** Any fixed moment: the same document is the same bytes, whenever it is printed. */
const MOMENT = new Date(2000, 0, 1)

/** Hyperlink relations get random names from the library; they are renamed in order. */
function orderedRelations(xml: string, names: Map<string, string>): string {
  return xml.replace(/rId(?=[A-Za-z0-9_-]*[A-Za-z_-])[A-Za-z0-9_-]+/g, (name) => {
    const known = names.get(name) ?? `rIdLink${names.size + 1}`
    names.set(name, known)
    return known
  })
}

/** Bookmarks get numbers from a counter of the whole process; they are counted anew in each document. */
function orderedBookmarks(xml: string): string {
  const numbers = new Map<string, number>()
  return xml.replace(/(<w:bookmark(?:Start|End) [^>]*w:id=")(\d+)"/g, (_, head: string, id: string) => {
    const known = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, known)
    return `${head}${known}"`
  })
}

/** Takes styles off the grid of lines, which the library has no word for. */
function offGrid(xml: string): string {
  return xml.replace(/<w:style [^>]*w:styleId="([^"]+)".*?<\/w:style>/gs, (style, id: string) =>
    OFF_GRID.includes(id) ? style.replace('<w:spacing', '<w:snapToGrid w:val="0"/><w:spacing') : style,
  )
}

/**
 * What the library cannot say: the font table with other names of the Chinese faces, and bytes that depend on nothing
 * but the document (no moment of printing, no random names).
 */
export function finish(bytes: Uint8Array, issuedOn: string | undefined): Uint8Array {
  const moment = `${issuedOn ?? '2000-01-01'}T00:00:00Z`
  const names = new Map<string, string>()
  const entries = Object.entries(unzipSync(bytes)).map(([path, content]): [string, Zippable[string]] => {
    if (path === 'word/fontTable.xml') return [path, [strToU8(fontTable()), { mtime: MOMENT }]]
    if (path === 'word/styles.xml') return [path, [strToU8(offGrid(strFromU8(content))), { mtime: MOMENT }]]
    if (path === 'docProps/core.xml') {
      const dated = strFromU8(content).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
      return [path, [strToU8(dated), { mtime: MOMENT }]]
    }
    if (path === 'word/document.xml' || path === 'word/_rels/document.xml.rels')
      return [path, [strToU8(orderedRelations(orderedBookmarks(strFromU8(content)), names)), { mtime: MOMENT }]]
    return [path, [content, { mtime: MOMENT }]]
  })
  return zipSync(Object.fromEntries(entries), { level: 6 })
}
