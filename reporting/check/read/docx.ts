import { openZip, type ZipArchive } from '@kangheng/kernel/exchange/zip-reader.ts'
import { UnreadableFile } from '@kangheng/kernel/exchange/unreadable-file.ts'
import type { DocumentText } from './document-text.ts'
import { type DocxBody, readDocxBody } from './docx-body.ts'
import { damagedFile, protectedFile } from './unreadable-document.ts'

/** No summary expands to more; a crafted archive stops here. */
const LARGEST = 256 * 1024 * 1024

/** Opens the archive of a .docx and finds its main part. Throws UnreadableDocument when it is none. */
export function openDocx(bytes: Uint8Array): { archive: ZipArchive; mainPart: string; xml: string } {
  try {
    const archive = openZip(bytes, LARGEST)
    const mainPart = findMainPart(archive)
    const xml = archive.read(mainPart)?.toString('utf8')
    if (xml === undefined) throw damagedFile('word/document.xml')
    return { archive, mainPart, xml }
  } catch (error) {
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

/** Reads the paragraphs and tables of a .docx; headers, footnotes and deleted text are left out. */
export function readDocx(bytes: Uint8Array): DocumentText {
  const { text, blocks, tables } = parseBody(openDocx(bytes).xml)
  return { format: 'docx', text, blocks, tables }
}
