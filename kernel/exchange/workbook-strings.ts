import type { Cell } from './sheet.ts'
import { tooLarge } from './unreadable-file.ts'
import { decodeEscapes, scanXml, xmlPieces, type XmlScanner } from './xml-scanner.ts'

/**
 * The text of a string item: its runs joined, phonetic runs (`rPh`) left out. The scanner stands on the opening tag `item`
 * (`si` of the shared strings, `is` of an inline string) and is moved to its closing tag.
 */
export function readStringItem(scanner: XmlScanner, item: string): string {
  let text = ''
  let phonetic = false
  if (scanner.isEmpty()) return text
  for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
    if (tag === 't') {
      if (!scanner.isClosing() && !phonetic) text += scanner.text()
    } else if (tag === 'rPh') phonetic = !scanner.isClosing() && !scanner.isEmpty()
    else if (tag === item && scanner.isClosing()) break
  }
  return decodeEscapes(text)
}

/** More strings than a workbook of a million rows needs; a crafted part could hold a hundred million empty ones. */
const MOST_STRINGS = 10_000_000

/** The shared strings of a workbook as ready cells: a string used a thousand times is one object. */
export function readSharedStrings(bytes: Buffer): Cell[] {
  const cells: Cell[] = []
  const prefix = /<([\w.-]+:)?sst[\s>]/.exec(bytes.toString('latin1', 0, 2000))?.[1] ?? ''
  for (const piece of xmlPieces(bytes, 0, bytes.length, `</${prefix}si>`)) {
    const scanner = scanXml(piece, 'sharedStrings.xml')
    for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
      if (tag !== 'si' || scanner.isClosing()) continue
      cells.push({ kind: 'text', value: readStringItem(scanner, 'si') })
      if (cells.length > MOST_STRINGS) throw tooLarge(bytes.length)
    }
  }
  return cells
}
