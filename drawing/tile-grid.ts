import type { Light } from './cell-data.ts'

export interface Tile {
  code: string
  name: string
  /** Cells or schematic coordinates; tiles without any are set in order. */
  x: number | null
  y: number | null
  value: string | null
  light?: Light | null
}

interface Placed extends Tile {
  column: number
  row: number
}

/** Cells of coordinates: their order when few differ (schematic grids leave gaps), else eight equal steps. */
function scale(values: readonly number[]): (value: number) => number {
  const distinct = [...new Set(values)].sort((a, b) => a - b)
  if (distinct.length <= 10) return (value) => distinct.indexOf(value)
  const [low, high] = [distinct[0]!, distinct.at(-1)!]
  return (value) => Math.round(((value - low) / (high - low)) * 7)
}

/** Puts tiles on a grid. Whole small coordinates are cells already; others are snapped to the nearest free cell. */
export function placeTiles(unplaced: readonly Tile[]): Placed[] {
  if (unplaced.length === 0) return []
  const width = Math.ceil(Math.sqrt(unplaced.length * 1.5))
  const known = unplaced.every((tile) => tile.x !== null && tile.y !== null)
  const tiles = unplaced.map((tile, index) => ({
    ...tile,
    x: known ? tile.x! : index % width,
    y: known ? tile.y! : Math.floor(index / width),
  }))
  const columnOf = scale(tiles.map((tile) => tile.x))
  const rowOf = scale(tiles.map((tile) => tile.y))
  const taken = new Set<string>()
  return tiles.map((tile) => {
    const [wantedColumn, wantedRow] = [columnOf(tile.x), rowOf(tile.y)]
    let [column, row] = [wantedColumn, wantedRow]
    for (let ring = 1; taken.has(`${column},${row}`); ring += 1) {
      const free = around(wantedColumn, wantedRow, ring).find(([x, y]) => x >= 0 && y >= 0 && !taken.has(`${x},${y}`))
      if (free) [column, row] = free
    }
    taken.add(`${column},${row}`)
    return { ...tile, column, row }
  })
}

function around(x: number, y: number, ring: number): [number, number][] {
  const cells: [number, number][] = []
  for (let dx = -ring; dx <= ring; dx += 1) {
    for (let dy = -ring; dy <= ring; dy += 1)
      if (Math.max(Math.abs(dx), Math.abs(dy)) === ring) cells.push([x + dx, y + dy])
  }
  return cells.sort((a, b) => Math.hypot(a[0] - x, a[1] - y) - Math.hypot(b[0] - x, b[1] - y))
}
