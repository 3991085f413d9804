import { columnLetters, type Cell as SheetCell, type Sheet } from '@kangheng/kernel/exchange/sheet.ts'
import { cleanText, isBlankMark, textOf, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'
import { workbookBytes, type WrittenSheet } from '@kangheng/kernel/exchange/workbook-writer.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { faultOf } from '../cell-value.ts'
import type { Values } from '../compute.ts'
import { cellsOf, type Cell, type Layout } from '../layout.ts'

/** What a workbook of one return says of itself. */
export interface WorkbookHead {
  readonly formName: string
  readonly number: string
  readonly edition: number
  readonly unit: string
  readonly unitName: string
  readonly period: string
  readonly form: string
  /** Told in the workbook of a demo county. */
  readonly synthetic: boolean
}

const IDENTITY = '表单标识'
const FIXED = ['行次', '指标名称', '计量单位', '代码'] as const

const identityOf = ({ form, edition, unit, period }: WorkbookHead) => [form, edition, unit, period].join('|')

const SOURCES: Readonly<Record<Cell['source']['kind'], string>> = {
  entered: '',
  computed: '公式',
  figure: '系统取数',
}

/** A return in the layout of its official form: a sheet for each part, rows as they are printed, what must not be filled in is told beside it. */
export function returnWorkbook(head: WorkbookHead, layout: Layout, values: Values): Promise<Uint8Array> {
  let line = 0
  const sheets: WrittenSheet[] = layout.parts.map((part) => ({
    name: part.title.zh.slice(0, 28),
    preface: [
      head.formName,
      `表号：${head.number}　第${head.edition}版　填报单位：${head.unitName}　报告期：${head.period}${head.synthetic ? '　演示数据' : ''}`,
    ],
    columns: [
      { title: FIXED[0], kind: 'number', width: 6 },
      { title: FIXED[1], kind: 'text', width: 40 },
      { title: FIXED[2], kind: 'text', width: 10 },
      { title: FIXED[3], kind: 'text', width: 24 },
      ...part.columns.map(({ title }) => ({ title: title.zh, kind: 'number' as const, width: 16 })),
      { title: '说明', kind: 'text', width: 12 },
    ],
    rows: part.rows.map((row) => {
      line += 1
      const cells = row.cells.map((cell) =>
        cell && values[cell.code] !== undefined ? Number(values[cell.code]) : null,
      )
      const sources = [...new Set(row.cells.flatMap((cell) => (cell ? SOURCES[cell.source.kind] : [])))]
      return [
        line,
        `${'　'.repeat(row.level)}${row.title.zh}`,
        row.unit.zh,
        row.cells.find((cell) => cell !== null)?.code ?? '',
        ...cells,
        sources.filter(Boolean).join('、'),
      ]
    }),
  }))
  const identity: WrittenSheet = {
    name: IDENTITY,
    hidden: true,
    columns: [{ title: IDENTITY, kind: 'text' }],
    rows: [[identityOf(head)]],
  }
  return workbookBytes([...sheets, identity])
}

/** A cell of the workbook that cannot be taken over: where it stands, what is wrong, and what to do. */
export interface WorkbookFault {
  readonly sheet: string
  /** As the spreadsheet calls it: E7. Empty for a fault of the whole file. */
  readonly place: string
  readonly cell: string | null
  readonly text: Text
}

export interface ReadWorkbook {
  /** What was filled in, by cell; an empty text clears it. */
  readonly values: Readonly<Record<string, string>>
  readonly faults: readonly WorkbookFault[]
}

const wholeFile = (zh: string, en: string): ReadWorkbook => ({
  values: {},
  faults: [{ sheet: '', place: '', cell: null, text: { zh, en } }],
})

interface OpenSheet {
  readonly name: string
  readonly rows: readonly { readonly row: number; readonly texts: readonly string[] }[]
}

/** What a reader sees in a cell; an error such as #REF! is no empty cell. */
const shownText = (cell: SheetCell) => (cell.kind === 'error' ? cell.value : cleanText(textOf(cell)))

/** Numbers lose their grouping; what is written for nothing is nothing. */
function numberOf(text: string): string {
  const plain = withoutSpaces(text).replace(/(?<=\d),(?=\d{3}(\D|$))/g, '')
  return isBlankMark(plain) ? '' : plain
}

/** Reckoned by a spreadsheet, 0.1 + 0.2 has seventeen digits: they are rounded to two more than the cell has, so that real decimals stay a fault. */
function withoutNoise(text: string, decimals: number): string {
  return /^-?\d+\.\d{7,}$/.test(text) ? String(Number(Number(text).toFixed(decimals + 2))) : text
}

/**
 * Reads a return's own workbook back. Rows are found by their code, columns by their title, so that inserted lines and moved columns do no harm. Every cell that cannot stand is
 * named with its remedy, a changed figure too; reckoned cells are not read, they are reckoned anew.
 */
export function readReturnWorkbook(
  sheets: Iterable<Sheet>,
  head: WorkbookHead,
  layout: Layout,
  present: { readonly values: Values; readonly fromFigures: Readonly<Record<string, string>> },
): ReadWorkbook {
  const open: OpenSheet[] = []
  for (const sheet of sheets)
    open.push({
      name: sheet.name,
      rows: [...sheet.rows].map(({ row, cells }) => ({ row, texts: cells.map(shownText) })),
    })
  const identity = open.find((sheet) => sheet.name === IDENTITY)?.rows.at(-1)?.texts[0]
  if (identity === undefined)
    return wholeFile(
      '这不是本系统导出的报表文件，请先导出本表，在其中填写后再导入',
      'This is no workbook of this return: export the return, fill that in, and import it',
    )
  if (identity !== identityOf(head)) {
    const [form, edition, unit, period] = identity.split('|')
    return wholeFile(
      `文件是${form}第${edition}版、单位${unit}、${period}的，与正在填报的报表不同，请导出本表重新填写`,
      `The file belongs to ${form} edition ${edition}, unit ${unit}, ${period}: export this return and fill that in`,
    )
  }
  const values: Record<string, string> = {}
  const faults: WorkbookFault[] = []
  const byCode = new Map(cellsOf(layout).map((cell) => [cell.code, cell]))
  for (const part of layout.parts) {
    const missingPart = (zh: string, en: string) =>
      void faults.push({ sheet: part.title.zh, place: '', cell: null, text: { zh, en } })
    const sheet = open.find((each) => each.name === part.title.zh.slice(0, 28))
    const header = sheet?.rows.find(({ texts }) => texts.includes(FIXED[3]))
    if (!sheet || !header) {
      missingPart(
        `找不到工作表“${part.title.zh}”或其表头，请勿改名或删除`,
        `The sheet “${part.title.zh}” or its header is missing`,
      )
      continue
    }
    const codeColumn = header.texts.indexOf(FIXED[3])
    const columns = part.columns.map(({ title }) => header.texts.indexOf(cleanText(title.zh)))
    const rows = new Map(sheet.rows.map((row) => [row.texts[codeColumn] ?? '', row]))
    for (const row of part.rows) {
      const found = rows.get(row.cells.find((cell) => cell !== null)?.code ?? '')
      if (!found) {
        missingPart(`缺少“${row.title.zh}”一行，请勿删除行或改动代码`, `The row “${row.title.en}” is missing`)
        continue
      }
      row.cells.forEach((each, index) => {
        if (!each) return
        const cell = byCode.get(each.code)!
        const column = columns[index]!
        if (column < 0)
          return void faults.push({
            ...{ sheet: sheet.name, place: String(found.row), cell: cell.code },
            text: {
              zh: `找不到“${part.columns[index]!.title.zh}”一栏，请勿改动表头`,
              en: `The column “${part.columns[index]!.title.en}” is missing`,
            },
          })
        const typed = withoutNoise(numberOf(found.texts[column] ?? ''), cell.decimals)
        const given = cell.source.kind === 'computed' || present.fromFigures[cell.code] !== undefined
        const same = typed === '' || Number(typed) === Number(present.values[cell.code] ?? NaN)
        // Sums that were not touched, or follow what was typed above them, are reckoned anew anyway.
        if (given && (same || cell.source.kind === 'computed')) return
        const fault = faultOf(cell, typed, present.fromFigures[cell.code] !== undefined)
        if (fault)
          faults.push({
            ...{ sheet: sheet.name, place: `${columnLetters(column)}${found.row}`, cell: cell.code, text: fault },
          })
        else values[cell.code] = typed
      })
    }
  }
  return { values, faults }
}

/** All units of a form and period in one sheet: a row for each unit, a column for each cell, the total last. */
export function sheetWorkbook(
  head: { formName: string; number: string; period: string; synthetic: boolean },
  layout: Layout,
  units: readonly { unitName: string; values: Values }[],
  total: Values,
): Promise<Uint8Array> {
  const cells = cellsOf(layout)
  const numbers = (values: Values) =>
    cells.map(({ code }) => (values[code] === undefined ? null : Number(values[code])))
  return workbookBytes([
    {
      name: head.period,
      preface: [
        `${head.formName}汇总`,
        `表号：${head.number}　报告期：${head.period}${head.synthetic ? '　演示数据' : ''}`,
      ],
      columns: [
        { title: '填报单位', kind: 'text', width: 34 },
        ...cells.map(({ title, unit, decimals }) => ({
          title: `${title.zh}（${unit.zh}）`,
          kind: 'number' as const,
          width: 16,
          format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`,
        })),
      ],
      rows: [...units.map(({ unitName, values }) => [unitName, ...numbers(values)]), ['合计', ...numbers(total)]],
    },
  ])
}
