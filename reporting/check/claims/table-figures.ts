import { decimalToRational, parseDecimal } from '@kangheng/kernel/exact/decimal.ts'
import { divide, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import type { TextCell, TextTable } from '../read/document-text.ts'
import type { Figure } from '../types.ts'
import { toHalfWidth } from './half-width.ts'
import { readUnit } from './units.ts'

/** A cell with its heads: the words of its column and of its row. */
export type TableFigure = Figure & { table: string; row: number; column: number; columnHead: string; rowHead: string }

const NUMBER = /^[+-]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)? ?(%|‰)?$/
/** True for what stands in a cell of numbers: 1,234, 98.5%, -3. */
export const isTableNumber = (words: string): boolean => NUMBER.test(toHalfWidth(words))

const UNIT_IN_HEAD = /\(([^()]{1,8})\)\s*$/
const UNIT_LINE = /单位 ?: ?([^\s,，;；)]{1,8})/
const SHARE_BASE: Readonly<Record<string, bigint>> = { '%': 100n, '‰': 1000n, '/10万': 100_000n, '/万': 10_000n }

/** Reads the plain numbers of tables, whose units stand in the heads (签约人数（人）) or above the table (单位：万元). */
export function findTableFigures(original: string, tables: readonly TextTable[]): TableFigure[] {
  if (tables.length === 0) return []
  const text = toHalfWidth(original)
  return tables.flatMap((table) => figuresOf(text, table))
}

function figuresOf(text: string, table: TextTable): TableFigure[] {
  const content = (cell: TextCell) => text.slice(cell.start, cell.end).trim()
  const dataStart = table.rows.findIndex((row) =>
    row.slice(1).some((cell) => NUMBER.test(content(cell)) && !isYear(content(cell))),
  )
  if (dataStart < 1) return []
  const first = table.rows[0]?.[0]
  const unitLine =
    first === undefined ? undefined : UNIT_LINE.exec(text.slice(Math.max(0, first.start - 60), first.start))?.[1]
  const heads = columnHeads(table.rows.slice(0, dataStart), content)
  return table.rows.slice(dataStart).flatMap((row, offset) => {
    const rowHead = row
      .filter((cell) => !NUMBER.test(content(cell)))
      .map(content)
      .filter((words) => !/^\d+$/.test(words))
      .join(' ')
    return row.flatMap((cell) => {
      const match = NUMBER.exec(content(cell))
      const columnHead = heads.get(cell.column) ?? ''
      if (match === null || columnHead === '' || /序号|编号|代码|年份|电话/.test(columnHead)) return []
      const start = cell.start + text.slice(cell.start, cell.end).indexOf(match[0])
      return [
        toFigure(
          match,
          start,
          { table: table.path, row: dataStart + offset, column: cell.column, columnHead, rowHead },
          unitLine,
        ),
      ]
    })
  })
}

const isYear = (words: string): boolean => /^(?:19|20)\d{2}$/.test(words)

/** The words over each column, those of spanning heads first. */
function columnHeads(rows: readonly TextCell[][], content: (cell: TextCell) => string): Map<number, string> {
  const heads = new Map<number, string>()
  for (const row of rows) {
    for (const cell of row) {
      for (let column = cell.column; column < cell.column + cell.span; column++) {
        const words = content(cell).replace(/\s+/g, '')
        const above = heads.get(column)
        if (words !== '' && !above?.endsWith(words)) heads.set(column, `${above ?? ''}${words}`)
      }
    }
  }
  return heads
}

function toFigure(
  match: RegExpExecArray,
  start: number,
  place: Pick<TableFigure, 'table' | 'row' | 'column' | 'columnHead' | 'rowHead'>,
  unitLine: string | undefined,
): TableFigure {
  const printed = parseDecimal((match[1] ?? '').replaceAll(',', '') + (match[2] ?? ''))
  const value = match[0].startsWith('-')
    ? multiply(decimalToRational(printed), rational(-1n))
    : decimalToRational(printed)
  const named =
    match[3] ??
    UNIT_IN_HEAD.exec(place.columnHead)?.[1] ??
    UNIT_IN_HEAD.exec(place.rowHead)?.[1] ??
    (isShare(place) ? '%' : (unitLine ?? ''))
  const { scale, scaleText, unit, family } = splitUnit(named)
  return {
    ...place,
    start,
    end: start + match[0].length,
    value,
    valueMax: null,
    exact: divide(multiply(value, rational(scale)), rational(SHARE_BASE[unit] ?? 1n)),
    decimals: printed.decimals,
    scale,
    unit: scaleText + unit,
    baseUnit: unit,
    family,
    kind:
      /增长|增幅|增减|同比|环比/.test(place.columnHead) && family !== 'money'
        ? 'change'
        : family === 'share'
          ? 'rate'
          : family === 'money'
            ? 'amount'
            : /目标|任务|计划/.test(place.columnHead)
              ? 'target'
              : 'count',
    approximate: false,
    status: /计划|目标|任务/.test(place.columnHead) ? 'plan' : 'actual',
    chinese: false,
    lead: place.columnHead,
    tail: '',
    subject: { what: `${place.rowHead}${place.columnHead.replace(UNIT_IN_HEAD, '')}`, place: null, period: null },
  }
}

const isShare = ({ columnHead, rowHead }: { columnHead: string; rowHead: string }): boolean =>
  /[率比]$|占比|%/.test(columnHead) || /率$/.test(rowHead)

function splitUnit(named: string): { scale: bigint; scaleText: string; unit: string; family: Figure['family'] } {
  const scaleText = /^[万亿](?=.)/.exec(named)?.[0] ?? ''
  const rest = named.slice(scaleText.length)
  const unit = readUnit(rest, 0)
  return {
    scale: scaleText === '万' ? 10_000n : scaleText === '亿' ? 100_000_000n : 1n,
    scaleText,
    unit: unit?.name ?? rest,
    family: unit?.family ?? 'thing',
  }
}
