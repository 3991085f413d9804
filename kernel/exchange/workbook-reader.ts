import type { Sheet } from './sheet.ts'
import { damaged, LEGACY_XLS, otherFormat, PASSWORD_PROTECTED, UnreadableFile } from './unreadable-file.ts'
import { readDateStyles } from './workbook-dates.ts'
import { findSheetData, readMerges, readRows, type WorkbookContext } from './workbook-sheet.ts'
import { readSharedStrings } from './workbook-strings.ts'
import { scanXml, xmlBytes, xmlText } from './xml-scanner.ts'
import { openZip, type ZipArchive } from './zip-reader.ts'

/** All parts of one workbook together may expand to this many bytes. A register of a million rows needs about 700 MB. */
const EXPANDED_LIMIT = 1024 * 1024 * 1024

/**
 * Reads an .xlsx workbook, sheet by sheet in workbook order; of the sheets only the present one is expanded in memory.
 * Charts and macro sheets are left out. Throws UnreadableFile (damaged, too large, password) when it is opened or while it is walked.
 */
export function* readWorkbook(bytes: Uint8Array, limit = EXPANDED_LIMIT): Generator<Sheet> {
  const zip = openZip(bytes, limit)
  const workbookPath = findWorkbook(zip)
  const relations = readRelations(zip, workbookPath)
  const byKind = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.target
  const { sheets, dateSystem } = readSheetList(part(zip, workbookPath))
  const [strings, styles] = [optionalPart(zip, byKind('sharedStrings')), optionalPart(zip, byKind('styles'))]
  const context: WorkbookContext = {
    strings: strings ? readSharedStrings(strings) : [],
    dateStyles: styles ? readDateStyles(xmlText(styles)) : [],
    dateSystem,
    days: new Map(),
  }
  for (const { name, hidden, relation: id } of sheets) {
    const relation = relations.get(id)
    if (!relation) throw damaged(`xl/workbook.xml: ${name}`)
    if (relation.kind !== 'worksheet') continue
    const data = findSheetData(part(zip, relation.target), relation.target)
    yield { name, hidden, merges: readMerges(data), rows: { [Symbol.iterator]: () => readRows(data, context) } }
  }
}

function part(zip: ZipArchive, name: string): Buffer {
  const bytes = zip.read(name)
  if (!bytes) throw damaged(name)
  return xmlBytes(bytes, name)
}

function optionalPart(zip: ZipArchive, name: string | undefined): Buffer | undefined {
  return name !== undefined && zip.has(name) ? part(zip, name) : undefined
}

function findWorkbook(zip: ZipArchive): string {
  const root = zip.has('_rels/.rels') ? [...readRelations(zip, '').values()] : []
  const path = root.find((relation) => relation.kind === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (zip.has(path) && path.endsWith('.xml') && !path.startsWith('word/') && !path.startsWith('ppt/')) return path
  if (zip.has('xl/workbook.bin')) throw otherFormat({ zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' })
  if (zip.has('content.xml')) throw otherFormat({ zh: 'OpenDocument 表格（.ods）', en: 'an OpenDocument sheet (.ods)' })
  if (path.startsWith('word/')) throw otherFormat({ zh: 'Word 文档', en: 'a Word document' })
  if (path.startsWith('ppt/')) throw otherFormat({ zh: '演示文稿', en: 'a presentation' })
  throw otherFormat({ zh: '压缩包（zip）', en: 'a zip archive' })
}

interface Relation {
  /** Last word of the relation type: worksheet, styles, sharedStrings … (strict and transitional files differ before it). */
  readonly kind: string
  readonly target: string
}

function readRelations(zip: ZipArchive, source: string): Map<string, Relation> {
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  const relations = new Map<string, Relation>()
  const bytes = optionalPart(zip, `${folder}_rels/${source.slice(folder.length)}.rels`)
  if (!bytes) return relations
  const scanner = scanXml(xmlText(bytes), 'relationships')
  for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
    if (tag !== 'Relationship' || scanner.isClosing()) continue
    const [id, type, target] = [scanner.attribute('Id'), scanner.attribute('Type'), scanner.attribute('Target')]
    if (id === undefined || type === undefined || target === undefined) continue
    relations.set(id, { kind: type.slice(type.lastIndexOf('/') + 1), target: resolve(folder, target) })
  }
  return relations
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps = (path.startsWith('/') ? path.slice(1) : folder + path).split('/')
  const kept: string[] = []
  for (const step of steps) {
    if (step === '..') kept.pop()
    else if (step !== '.') kept.push(step)
  }
  return kept.join('/')
}

function readSheetList(bytes: Buffer): {
  sheets: Array<{ name: string; hidden: boolean; relation: string }>
  dateSystem: 1900 | 1904
} {
  const sheets = []
  let dateSystem: 1900 | 1904 = 1900
  const scanner = scanXml(xmlText(bytes), 'xl/workbook.xml')
  for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
    if (tag === 'sheets' && scanner.isClosing()) break
    if (scanner.isClosing()) continue
    if (tag === 'workbookPr' && /^(1|true)$/.test(scanner.attribute('date1904') ?? '')) dateSystem = 1904
    if (tag !== 'sheet') continue
    const state = scanner.attribute('state')
    sheets.push({
      name: scanner.attribute('name') ?? '',
      hidden: state === 'hidden' || state === 'veryHidden',
      relation: scanner.attribute('id') ?? '',
    })
  }
  return { sheets, dateSystem }
}

/**
 * Refuses the containers that are no .xlsx but are sent under that name: a workbook with a password and an old .xls are both OLE2 files,
 * told apart by the names in their directory.
 */
export function refuseOle2(bytes: Uint8Array): never {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const names = (name: string) => data.includes(Buffer.from(name, 'utf16le'))
  if (names('EncryptedPackage')) throw new UnreadableFile('password-protected', PASSWORD_PROTECTED)
  if (names('Workbook') || names('Book')) throw new UnreadableFile('legacy-xls', LEGACY_XLS)
  throw otherFormat({ zh: '旧版 Office 文档', en: 'an old Office document' })
}
