import { readCsv } from './csv-reader.ts'
import type { Sheet } from './sheet.ts'
import { EMPTY_FILE, otherFormat, UnreadableFile } from './unreadable-file.ts'
import { readWorkbook, refuseOle2 } from './workbook-reader.ts'

/**
 * Opens a file by what it is, not by what it is called: a workbook (.xlsx, .xlsm), or a CSV in any known encoding, whose one sheet
 * has the file's name. Throws UnreadableFile, with a remedy, for everything else.
 */
export function openSheets(bytes: Uint8Array, filename: string): Iterable<Sheet> {
  if (bytes.length === 0) throw new UnreadableFile('empty', EMPTY_FILE)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return readWorkbook(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseOle2(bytes)
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw otherFormat({ zh: 'PDF 文件', en: 'a PDF file' })
  if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21])) throw otherFormat({ zh: '压缩包（rar）', en: 'a rar archive' })
  return [readCsv(bytes, sheetNameOf(filename))]
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function sheetNameOf(filename: string): string {
  const base = filename.slice(Math.max(filename.lastIndexOf('/'), filename.lastIndexOf('\\')) + 1)
  return base.replace(/\.(csv|txt|tsv)$/i, '') || base
}
