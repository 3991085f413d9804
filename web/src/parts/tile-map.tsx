import { useWords } from '../language/words.ts'
import { LightSign } from './light.tsx'
import { drawable, grouped } from './number.ts'
import { fifths } from '@kangheng/drawing/fifths.ts'
import { shortName } from '@kangheng/drawing/text.ts'
import { placeTiles, type Tile } from '@kangheng/drawing/tile-grid.ts'
import { words } from './words.ts'
import { common } from '../language/common.ts'
import './tile-map.css'

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
  // For maps without lights: 0 palest to 4 deepest.
  const shade = fifths(tiles.map((tile) => drawable(tile.value)))
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
          const fifth = tile.light ? null : shade(drawable(tile.value))
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
