import type { Light } from '../api/figure-types.ts'
import { useWords } from '../language/words.ts'
import { LightSign } from './light.tsx'
import { drawable, grouped } from './number.ts'
import { words } from './words.ts'
import { common } from '../language/common.ts'
import './tile-map.css'

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

/** Fifths of the values, for maps without lights: 0 palest to 4 deepest. */
function shades(tiles: readonly Tile[]): (value: string | null) => number | null {
  const sorted = tiles
    .map((tile) => drawable(tile.value))
    .filter((value) => value !== null)
    .sort((a, b) => a - b)
  return (value) => {
    const number = drawable(value)
    if (number === null || sorted.length === 0) return null
    const below = sorted.filter((other) => other < number).length
    return Math.min(4, Math.floor((below / sorted.length) * 5))
  }
}

const shortName = (name: string) =>
  name.replace(/(村民委员会|村委会|社区居委会|居委会|街道办事处|街道|彝族乡|傈僳族乡|民族乡|镇|乡)$/, '')

/** The county as tiles: colour by light (with its sign) or by fifth (with its number). */
export function TileMap({
  tiles,
  unit,
  label,
  onChoose,
}: {
  tiles: readonly Tile[]
  unit: string
  label: string
  onChoose?: (code: string) => void
}) {
  const t = useWords(words)
  const c = useWords(common)
  const placed = placeTiles(tiles)
  const shade = shades(tiles)
  const columns = Math.max(1, ...placed.map((tile) => tile.column + 1))
  return (
    <div
      className={`tile-map ${columns > 8 ? 'tile-map-dense' : ''}`}
      role="group"
      aria-label={label}
      style={{ '--columns': columns } as React.CSSProperties}
    >
      {placed
        .toSorted((a, b) => a.row - b.row || a.column - b.column)
        .map((tile) => {
          const fifth = tile.light ? null : shade(tile.value)
          const reading = tile.value === null ? c.missing : `${grouped(tile.value)}${unit}`
          return (
            <button
              key={tile.code}
              type="button"
              className={`tile ${tile.light ? `tile-light light-${tile.light}` : fifth === null ? 'tile-blank' : `tile-shade-${fifth}`}`}
              style={{ gridColumn: tile.column + 1, gridRow: tile.row + 1 }}
              title={`${tile.name} ${reading}`}
              aria-label={`${tile.name} ${reading}${tile.light ? ` ${t[tile.light]}` : ''}`}
              onClick={() => onChoose?.(tile.code)}
              disabled={!onChoose}
            >
              {tile.light && <LightSign light={tile.light} />}
              <span className="tile-name">{shortName(tile.name)}</span>
              <span className="tile-value number">{tile.value === null ? '—' : grouped(tile.value)}</span>
            </button>
          )
        })}
    </div>
  )
}
