import { placeTiles, type Tile } from '@kangheng/drawing/tile-grid.ts'
import { drawable, grouped } from '../parts/number.ts'
import type { Heading } from './chart-options.ts'
import type { Inks } from './chart-inks.ts'

const [cell, gap, head] = [112, 6, 84]

/** Draws the tile map with its heading on a canvas and gives its PNG. */
export function mapPicture(tiles: readonly Tile[], { title, note, unit }: Heading, inks: Inks): string {
  const placed = placeTiles(tiles)
  const columns = Math.max(...placed.map((tile) => tile.column)) + 1
  const rows = Math.max(...placed.map((tile) => tile.row)) + 1
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(columns * cell + 40, 720)
  canvas.height = head + rows * 80 + 30
  const pen = canvas.getContext('2d')!
  const values = placed.map((tile) => drawable(tile.value)).filter((value) => value !== null)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const write = (text: string, x: number, y: number, size: number, ink: string) => {
    pen.fillStyle = ink
    pen.font = `${size}px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif`
    pen.fillText(text, x, y)
  }
  pen.fillStyle = inks.surface
  pen.fillRect(0, 0, canvas.width, canvas.height)
  write(`${title} / ${unit}`, 20, 34, 20, inks.ink)
  write(note, 20, 60, 14, inks.quiet)
  for (const tile of placed) {
    const value = drawable(tile.value)
    const [x, y] = [20 + tile.column * cell, head + tile.row * 80]
    pen.globalAlpha = value === null ? 0.05 : 0.08 + 0.4 * ((value - low) / (high - low || 1))
    pen.fillStyle = inks.accent
    pen.fillRect(x, y, cell - gap, 80 - gap)
    pen.globalAlpha = 1
    pen.strokeStyle = inks.rule
    pen.strokeRect(x, y, cell - gap, 80 - gap)
    write(tile.name.slice(0, 7), x + 8, y + 30, 14, inks.ink)
    write(tile.value === null ? '—' : grouped(tile.value), x + 8, y + 54, 16, inks.ink)
  }
  return canvas.toDataURL('image/png')
}
