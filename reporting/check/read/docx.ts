import { openZip, type ZipArchive } from '@kangheng/kernel/exchange/zip-reader.ts'
import { UnreadableFile } from '@kangheng/kernel/exchange/unreadable-file.ts'
import { findFigures } from '../claims/figures.ts'
import type { DocumentText, TextBlock } from './document-text.ts'
import { type DocxBody, readDocxBody } from './docx-body.ts'
import { damagedFile, protectedFile, tooLong } from './unreadable-document.ts'

/** No archive of a summary expands to more, pictures and all; a crafted one stops here. */
const LARGEST = 256 * 1024 * 1024
/** The XML of a million characters with a run for each would be about this long. */
const LONGEST_PART = 64 * 1024 * 1024

/** Opens the archive of a .docx and finds its main part. Throws UnreadableDocument when it is none. */
export function openDocx(bytes: Uint8Array): { archive: ZipArchive; mainPart: string; xml: string } {
  try {
    const archive = openZip(bytes, LARGEST)
    const mainPart = findMainPart(archive)
    const xml = archive.read(mainPart)?.toString('utf8')
    if (xml === undefined) throw damagedFile('word/document.xml')
    if (xml.length > LONGEST_PART) throw tooLong()
    return { archive, mainPart, xml }
  } catch (error) {
    if (error instanceof UnreadableFile && error.problem === 'too-large') throw tooLong()
    if (error instanceof UnreadableFile)
      throw error.problem === 'password-protected' ? protectedFile() : damagedFile('zip')
    throw error
  }
}

function findMainPart(archive: ZipArchive): string {
  const relations = archive.read('_rels/.rels')?.toString('utf8') ?? ''
  for (const [relation] of relations.matchAll(/<[^<>]*Relationship\s[^<>]*>/g)) {
    if (!/Type="[^"]*\/officeDocument"/.test(relation)) continue
    const target = /Target="([^"]*)"/.exec(relation)?.[1]
    if (target !== undefined) return target.replace(/^\//, '')
  }
  return 'word/document.xml'
}

export function parseBody(xml: string): DocxBody {
  try {
    return readDocxBody(xml)
  } catch (error) {
    throw damagedFile(error instanceof Error ? `word/document.xml: ${error.message}` : 'word/document.xml')
  }
}

/** Parts that stand around the text; Word sets no comments there. */
const AROUND = /^word\/(?:header\d*|footer\d*|footnotes|endnotes)\.xml$/
const MOST_AROUND = 24
/** Each line is looked for in the text; a crafted file stops here. */
const MOST_LINES = 500

const PAGE_NUMBERS = /[第共] ?\d+ ?页/

/** The lines of a header, footer or note with their paths; a damaged one has none: the text itself can still be checked. */
function linesAround(archive: ZipArchive, name: string): { line: string; path: string }[] {
  try {
    const part = archive.read(name)?.toString('utf8') ?? ''
    if (part === '' || part.length > LONGEST_PART) return []
    const { text, blocks } = readDocxBody(part)
    const folder = /(\w+)\.xml$/.exec(name)?.[1] ?? name
    return blocks.map(({ start, end, path }) => ({ line: text.slice(start, end).trim(), path: `${folder}/${path}` }))
  } catch {
    return []
  }
}

/**
 * Reads the paragraphs and tables of a .docx; deleted text is left out. Of headers, footers and notes those lines follow which
 * claim something and do not repeat the text: behind it, so that its offsets are those of the main part.
 */
export function readDocx(bytes: Uint8Array): DocumentText {
  const { archive, xml } = openDocx(bytes)
  const { text, blocks, tables } = parseBody(xml)
  const around = archive.names.filter((name) => AROUND.test(name)).slice(0, MOST_AROUND)
  const added: TextBlock[] = []
  let whole = text
  for (const { line, path } of around.flatMap((name) => linesAround(archive, name)).slice(0, MOST_LINES)) {
    if (whole.includes(line) || PAGE_NUMBERS.test(line) || findFigures(line).figures.length === 0) continue
    added.push({ start: whole.length, end: whole.length + line.length, path, heading: false })
    whole += `${line}\n`
  }
  return { format: 'docx', text: whole, blocks: [...blocks, ...added], tables }
}
