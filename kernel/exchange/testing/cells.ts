import { BLANK, type Cell, type Merge, parseRange, type Sheet } from '../sheet.ts'

/** What tests write for a cell: text, number, boolean, null for blank, or a cell. */
export type TestCell = string | number | boolean | null | Cell

/** A cell of a test. */
function cellOf(value: TestCell): Cell {
  if (value === null) return BLANK
  if (typeof value === 'object') return value
  if (typeof value === 'string') return { kind: 'text', value }
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'boolean', value }
}

/** A sheet of a test: rows from row 1 on; `null` for a row which the file leaves out. `merges` are ranges such as `B3:B5`. */
export function sheetOf(
  name: string,
  rows: ReadonlyArray<readonly TestCell[] | null>,
  options: { merges?: readonly string[]; hidden?: boolean; hiddenRows?: readonly number[] } = {},
): Sheet {
  const merges: Merge[] = (options.merges ?? []).map((range) => parseRange(range)!)
  const read = rows.flatMap((cells, index) => {
    const row = index + 1
    return cells ? [{ row, hidden: options.hiddenRows?.includes(row) ?? false, cells: cells.map(cellOf) }] : []
  })
  return { name, hidden: options.hidden ?? false, merges, rows: read }
}
