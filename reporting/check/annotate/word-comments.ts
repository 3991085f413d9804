import { zipSync, type Zippable } from 'fflate'
import { codePointOffsets } from '../code-points.ts'
import { openDocx, parseBody } from '../read/docx.ts'
import { addComments, addContentType, addRelation, commentsTarget, firstFreeId, wordPrefix } from './comment-part.ts'
import { insertBetweenCharacters, type Insertion } from './split-runs.ts'

/** A comment on the characters `start` to `end` (code points) of the text of the document. */
export type WordComment = { start: number; end: number; lines: readonly string[] }
export type CommentOptions = { author: string; initials: string; date: string | null }

const CONTENT_TYPES = '[Content_Types].xml'

/**
 * Gives the .docx back with Word comments at the exact characters. Runs are cut where a comment begins or ends; formatting
 * and every other part stay untouched; what stands behind the main part's text (headers, notes) cannot carry a comment and is left out.
 * Throws UnreadableDocument when the bytes are no .docx.
 */
export function commentDocx(bytes: Uint8Array, given: readonly WordComment[], options: CommentOptions): Uint8Array {
  const { archive, mainPart, xml } = openDocx(bytes)
  const { text, runs } = parseBody(xml)
  const length = codePointOffsets(text)(text.length)
  const comments = given.filter((comment) => comment.end <= length)
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1)
  const relationsPath = `${folder}_rels/${mainPart.slice(folder.length)}.rels`
  const relations = archive.read(relationsPath)?.toString('utf8') ?? null
  const named = commentsTarget(relations)
  const target = named ?? 'comments.xml'
  const commentsPath = target.startsWith('/') ? target.slice(1) : folder + target
  const existing = archive.read(commentsPath)?.toString('utf8') ?? null
  const first = firstFreeId(existing, xml)

  const changed = new Map<string, string>()
  changed.set(mainPart, insertBetweenCharacters(xml, runs, insertionsFor(comments, text, first, wordPrefix(xml))))
  changed.set(
    commentsPath,
    addComments(
      existing,
      comments.map(({ lines }, index) => ({ id: first + index, lines, ...options })),
    ),
  )
  if (named === null) changed.set(relationsPath, addRelation(relations, target))
  changed.set(
    CONTENT_TYPES,
    addContentType(archive.read(CONTENT_TYPES)?.toString('utf8') ?? '<Types></Types>', `/${commentsPath}`),
  )

  const files: Zippable = {}
  for (const name of new Set([CONTENT_TYPES, ...archive.names, ...changed.keys()])) {
    const content = changed.get(name)
    if (content !== undefined) files[name] = new TextEncoder().encode(content)
    else if (!name.endsWith('/')) files[name] = archive.read(name) ?? new Uint8Array()
  }
  return zipSync(files, { level: 6 })
}

function insertionsFor(comments: readonly WordComment[], text: string, first: number, prefix: string): Insertion[] {
  const unit = utf16Offsets(text)
  return comments.flatMap(({ start, end }, index) => {
    const id = `${prefix}id="${first + index}"`
    return [
      { at: unit(start), closes: false, xml: `<${prefix}commentRangeStart ${id}/>` },
      {
        at: unit(end),
        closes: true,
        xml: `<${prefix}commentRangeEnd ${id}/><${prefix}r><${prefix}commentReference ${id}/></${prefix}r>`,
      },
    ]
  })
}

/** The way back from code points to UTF-16 units. */
function utf16Offsets(text: string): (point: number) => number {
  const toPoint = codePointOffsets(text)
  if (toPoint(text.length) === text.length) return (point) => point
  const table: number[] = []
  for (let at = 0; at <= text.length; at++) table[toPoint(at)] ??= at
  return (point) => table[point] ?? text.length
}
