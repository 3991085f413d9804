/** Columns of a dashboard on a wide page. */
export const COLUMNS = 4

/** Where a cell stands: column and row count from nought. */
export interface Placed<Cell> {
  readonly cell: Cell
  readonly column: number
  readonly row: number
}

/** Sets cells in reading order, each in the first gap from where the one before it stands that is wide and high enough. The order of reading is the order of the cells. */
export function layOut<Cell extends { readonly width: number; readonly height: number }>(
  cells: readonly Cell[],
  columns: number = COLUMNS,
): Placed<Cell>[] {
  const taken = new Set<string>()
  let start = 0
  return cells.map((cell) => {
    const width = Math.min(cell.width, columns)
    const free = (column: number, row: number) => {
      for (let dx = 0; dx < width; dx += 1)
        for (let dy = 0; dy < cell.height; dy += 1) if (taken.has(`${column + dx},${row + dy}`)) return false
      return true
    }
    for (let row = start; ; row += 1) {
      for (let column = 0; column + width <= columns; column += 1) {
        if (!free(column, row)) continue
        for (let dx = 0; dx < width; dx += 1)
          for (let dy = 0; dy < cell.height; dy += 1) taken.add(`${column + dx},${row + dy}`)
        start = Math.max(start, row)
        return { cell: { ...cell, width }, column, row }
      }
    }
  })
}

/** Divides placed cells into screens or pages of at most so many rows, never through a cell unless it is higher than a page. */
export function pagesOf<Cell extends { readonly width: number; readonly height: number }>(
  cells: readonly Cell[],
  rows: number,
  columns: number = COLUMNS,
): Placed<Cell>[][] {
  const pages: Cell[][] = [[]]
  for (const cell of cells) {
    const fits = layOut([...pages.at(-1)!, cell], columns).every(({ cell: each, row }) => row + each.height <= rows)
    if (fits || pages.at(-1)!.length === 0) pages.at(-1)!.push(cell)
    else pages.push([cell])
  }
  return pages.filter((page) => page.length > 0).map((page) => layOut(page, columns))
}
