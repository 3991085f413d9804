import type { StoredRow } from '../import-jobs.ts'
import type { RegisterSheet } from '../register.ts'
import type { Cell } from '../sheet.ts'
import { workbookBytes, type WrittenSheet } from '../workbook-writer.ts'
import type { RowFault } from './read-input.ts'
import { RETURN_PLACE, RETURN_REASON } from './sheet-names.ts'

/** What is kept of a row, encrypted: its texts by column, and what was wrong with it. */
export interface KeptValues {
  readonly cells: Readonly<Record<string, string>>
  readonly faults: readonly RowFault[]
}

/** The values of a stored row of an action's import. */
export function keptValues(row: Pick<StoredRow, 'values'>): KeptValues {
  const { cells = {}, faults = [] } = row.values as Partial<KeptValues>
  return { cells, faults }
}

/** A fault in one sentence. */
export function faultText({ column, text }: RowFault): { zh: string; en: string } {
  return column ? { zh: `${column.zh}：${text.zh}`, en: `${column.en}: ${text.en}` } : text
}

function returnedSheet(sheet: RegisterSheet<string>, rows: readonly StoredRow[]): WrittenSheet {
  const originals = rows.map((row) => row.original as readonly Cell[])
  const width = originals.reduce((widest, cells) => Math.max(widest, cells.length), sheet.header.length)
  // A row that came back twice keeps one pair of the added columns, with the newest reasons.
  const places = Array.from({ length: width }, (_, place) => place).filter(
    (place) => ![RETURN_REASON, RETURN_PLACE].includes(sheet.header[place] ?? ''),
  )
  return {
    name: sheet.name,
    preface: ['退回修改表：请直接在原栏改正后重新导入，最右两栏不用填写'],
    columns: [
      ...places.map((place) => ({ title: sheet.header[place] ?? '', kind: 'mixed' as const })),
      { title: RETURN_REASON, kind: 'text', width: 60 },
      { title: RETURN_PLACE, kind: 'text', width: 18 },
    ],
    rows: rows.map((row, index) => [
      ...places.map((place) => originals[index]![place]),
      keptValues(row)
        .faults.map((fault) => faultText(fault).zh)
        .join('；'),
      `${row.sheet} 第${row.row}行`,
    ]),
  }
}

/** Refused rows as a workbook: the columns in which they came, and why each was refused. It can be corrected and imported again. */
export function returnedActionRows(sheets: readonly unknown[], rows: readonly StoredRow[]): Promise<Uint8Array> {
  const written = (sheets as readonly RegisterSheet<string>[]).flatMap((sheet) => {
    const own = rows.filter((row) => row.sheet === sheet.name && row.original)
    return own.length > 0 ? [returnedSheet(sheet, own)] : []
  })
  const nothing: WrittenSheet = { name: '无退回记录', columns: [{ title: '没有退回的记录', kind: 'text' }], rows: [] }
  return workbookBytes(written.length > 0 ? written : [nothing])
}
