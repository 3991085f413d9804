import type { RegisterRow, RegisterSheet } from '@kangheng/kernel/exchange/register.ts'
import type { CellValue } from '@kangheng/kernel/exchange/workbook-cells.ts'
import { workbookBytes, type WrittenColumn, type WrittenSheet } from '@kangheng/kernel/exchange/workbook-writer.ts'
import type { DecidedRow } from './assess-register.ts'
import { EXPLANATIONS, type ReasonCode, type ReviewCode } from './reasons.ts'
import type { ResidentColumn } from './register.ts'

/** A row that goes back to its township. `remark` adds what the codes cannot say, such as the other row of a conflict. */
export interface ReturnedRow {
  readonly source: RegisterRow<ResidentColumn>
  readonly codes: ReadonlyArray<ReasonCode | ReviewCode>
  readonly remark?: string
}

/** What a decided row sends back: rejected rows and those that conflict with another; nothing for the rest. */
export function returnedRow({ source, decision }: DecidedRow): ReturnedRow | undefined {
  switch (decision.outcome) {
    case 'rejected':
      return { source, codes: decision.reasons }
    case 'conflict': {
      const { sheet, row } = decision.with
      return { source, codes: ['CONFLICT_IN_FILE'], remark: `见“${sheet}”第${row}行` }
    }
    case 'accepted':
    case 'duplicate':
      return undefined
  }
}

const ADDED: readonly WrittenColumn[] = [
  { title: '退回原因', kind: 'text', width: 36 },
  { title: '修改办法', kind: 'text', width: 60 },
  { title: '原因代码', kind: 'text', width: 22 },
  { title: '原表位置', kind: 'text', width: 18 },
]

/**
 * The workbook in which rejected and reviewed rows go back: a sheet for each sheet they came from, with its columns in their order and its reporting date, and
 * four columns at the end that say why. It can be corrected and imported again: the added columns are no columns of the register, so reading ignores them.
 */
export async function returnedWorkbook(rows: Iterable<ReturnedRow>): Promise<Uint8Array> {
  const bySheet = new Map<RegisterSheet<ResidentColumn>, ReturnedRow[]>()
  for (const row of rows) {
    const others = bySheet.get(row.source.sheet)
    if (others) others.push(row)
    else bySheet.set(row.source.sheet, [row])
  }
  const sheets = [...bySheet].map(([sheet, returned]) => returnedSheet(sheet, returned))
  return workbookBytes(sheets.length > 0 ? sheets : [nothingReturned()])
}

/** A workbook needs a sheet; this one holds no register, so importing it does nothing. */
function nothingReturned(): WrittenSheet {
  return { name: '无退回记录', columns: [{ title: '没有退回的记录', kind: 'text', width: 30 }], rows: [] }
}

function returnedSheet(sheet: RegisterSheet<ResidentColumn>, rows: readonly ReturnedRow[]): WrittenSheet {
  const first = sheet.header.findIndex((text) => text !== '')
  const width = rows.reduce((widest, row) => Math.max(widest, row.source.original.length), sheet.header.length)
  const reported = sheet.reportingDate === undefined ? [] : [`填报时间：${sheet.reportingDate}`]
  return {
    name: sheet.name,
    preface: ['居民花名册退回修改表：请直接在原栏改正后重新导入，最右四栏不用填写', ...reported],
    columns: [...originalColumns(sheet, first, width), ...ADDED],
    rows: rows.map((row) => [...originalCells(row.source, first, width), ...explanation(row)]),
  }
}

/** Texts stay texts and what is typed into an empty cell becomes text, so that a corrected identity number keeps its digits. */
function originalColumns(sheet: RegisterSheet<ResidentColumn>, first: number, width: number): WrittenColumn[] {
  return Array.from({ length: width - first }, (_, index): WrittenColumn => {
    const column = first + index
    const title = sheet.header[column] ?? ''
    const isNumber = column === sheet.columns.id
    return {
      title,
      kind: 'mixed',
      ...(isNumber && { width: 22 }),
      ...(column === sheet.columns.address && { width: 34 }),
    }
  })
}

function originalCells(source: RegisterRow<ResidentColumn>, first: number, width: number): CellValue[] {
  return Array.from({ length: width - first }, (_, index) => source.original[first + index])
}

function explanation({ source, codes, remark }: ReturnedRow): string[] {
  const titles = codes.map((code) => EXPLANATIONS[code].title.zh).join('；')
  return [
    remark === undefined ? titles : `${titles}（${remark}）`,
    codes.map((code) => EXPLANATIONS[code].remedy.zh).join('；'),
    codes.join(' '),
    `${source.sheet.name} 第${source.row}行`,
  ]
}
