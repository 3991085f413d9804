import type { Text } from '@kangheng/kernel/text/text.ts'
import { chineseDate, tableStatusText } from './appendix.ts'
import type { TableBlock, TableColumn } from '@kangheng/kernel/wording/model.ts'
import { ABSENT_SIGNS, absenceOf, printCell } from '@kangheng/kernel/wording/print.ts'

/** What a table says of itself above its head, in order. */
export function tableFacts(table: TableBlock): { label: Text; value: Text }[] {
  return [
    { label: { zh: '地区', en: 'Place' }, value: table.place.title },
    { label: { zh: '期间', en: 'Period' }, value: table.period.title },
    { label: { zh: '口径', en: 'Basis' }, value: table.basis },
    { label: { zh: '状态', en: 'Status' }, value: tableStatusText(table) },
    { label: { zh: '数据截至', en: 'As of' }, value: { zh: chineseDate(table.asOf), en: table.asOf } },
  ]
}

/** The notes under a table, with the explanation of the signs for absent values that occur in it. */
export function tableNotes(table: TableBlock): string[] {
  const cells = table.rows.flatMap((row) => row.cells)
  const absences = new Set(
    cells.flatMap((cell) => (cell.kind === 'figure' && cell.figure.value === null ? [absenceOf(cell.figure)] : [])),
  )
  const signs = [
    ...(absences.has('missing') ? [`“${ABSENT_SIGNS.missing}”表示数据缺报`] : []),
    ...(absences.has('not-applicable') ? [`“${ABSENT_SIGNS['not-applicable']}”表示不适用`] : []),
  ]
  return [...(table.notes ?? []), ...(signs.length > 0 ? [`${signs.join('，')}。`] : [])]
}

/** The head of a column with its unit: 签约人数（人）. */
export function columnHead(column: TableColumn): string {
  return column.unit ? `${column.title}（${column.unit}）` : column.title
}

/** A head cell with the columns it spans; neighbouring columns of one group share one. Null when no column has a group. */
export function groupHeads(columns: readonly TableColumn[]): { title: string | null; span: number }[] | null {
  if (!columns.some((column) => column.group)) return null
  const heads: { title: string | null; span: number }[] = []
  for (const column of columns) {
    const last = heads.at(-1)
    if (last && column.group && last.title === column.group) last.span += 1
    else heads.push({ title: column.group ?? null, span: 1 })
  }
  return heads
}

const ems = (text: string) => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0)

/** The width each column needs, in Chinese characters: its head (unit on a line of its own) and its widest cell. */
export function columnEms(table: TableBlock): number[] {
  const WIDEST = 14
  return table.columns.map((column, index) => {
    const cells = table.rows.map(({ cells: { [index]: cell } }) => {
      if (!cell) return 0
      return ems(cell.kind === 'text' ? cell.text : printCell(cell.figure))
    })
    return (
      column.width ??
      Math.min(WIDEST, Math.max(ems(column.title), column.unit ? ems(column.unit) + 2 : 0, ...cells)) + 1
    )
  })
}
