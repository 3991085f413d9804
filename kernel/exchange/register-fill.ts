import { textOf, withoutSpaces } from './cell-text.ts'
import type { Register, RegisterSheet } from './register.ts'
import { BLANK, type Cell, type Merge, type SheetRow } from './sheet.ts'

/** Fills the cells of one row; must see every row of the sheet from the top, also those that hold no data. */
export type MergeFiller = (row: SheetRow) => readonly Cell[]

/**
 * A merged range one column wide gives its top value to all its cells; a wider one only to its top left cell, where it stands anyway.
 */
export function createMergeFiller(merges: readonly Merge[]): MergeFiller {
  const waiting = merges
    .filter((merge) => merge.left === merge.right && merge.bottom > merge.top)
    .sort((one, other) => other.top - one.top)
  const active = new Map<number, { bottom: number; value: Cell }>()

  return ({ row, cells }) => {
    for (let next = waiting.at(-1); next && next.top <= row; next = waiting.at(-1)) {
      waiting.pop()
      active.set(next.left, { bottom: next.bottom, value: next.top === row ? (cells[next.left] ?? BLANK) : BLANK })
    }
    if (active.size === 0) return cells
    const filled = [...cells]
    for (const [column, { bottom, value }] of active) {
      if (bottom < row) active.delete(column)
      else setCell(filled, column, value)
    }
    return filled
  }
}

function setCell(cells: Cell[], column: number, value: Cell): void {
  while (cells.length < column) cells.push(BLANK)
  cells[column] = value
}

const DITTO_MARKS = new Set(['同上', '〃', '″', '"'])

/** Replaces ditto marks in one data row; must see every data row of the sheet in order. */
export type DittoFiller = (cells: readonly Cell[]) => readonly Cell[]

/**
 * A ditto mark means the value which its column has in the nearest data row above, after merging and after that row's own ditto,
 * whatever becomes of that row. In the first data row it means nothing and leaves the cell blank.
 */
export function createDittoFiller<K extends string>(register: Register<K>, sheet: RegisterSheet<K>): DittoFiller {
  const places = register.ditto.map((key) => sheet.columns[key]).filter((place) => place !== undefined)
  const above: Cell[] = places.map(() => BLANK)

  return (cells) => {
    let filled: Cell[] | undefined
    places.forEach((place, index) => {
      let cell = cells[place] ?? BLANK
      if (cell.kind === 'text' && cell.value.length < 20 && DITTO_MARKS.has(withoutSpaces(textOf(cell)))) {
        cell = above[index]!
        filled ??= [...cells]
        setCell(filled, place, cell)
      }
      above[index] = cell
    })
    return filled ?? cells
  }
}
