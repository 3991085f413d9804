import { figureKey, finder, noteNumber, type CellData, type Language } from './cell-data.ts'
import { fifths } from './fifths.ts'
import { lightMark } from './light-mark.ts'
import { noteMark } from './note-mark.ts'
import { drawable } from './scale.ts'
import { corners, hatched, type Box, type Mark } from './scene.ts'
import { fitted, shortName, textWidth } from './text.ts'
import { placeTiles } from './tile-grid.ts'
import { valueText } from './words.ts'

/** Gaps of the hatching by fifth: the higher the value, the denser. */
const GAPS = [0, 14, 9, 6, 4] as const

/** Name and value in the middle of a tile, the value alone where a tile is flat; a light ground below them where hatching would cross them. */
function wordsOf(box: Box, name: string, value: string, hatching: boolean): Mark[] {
  const { x, y, width, height } = box
  const both = height >= 23
  const [nameSize, valueSize] = height < 30 ? [9, Math.min(10, height * 0.8)] : [11, 12]
  const [middle, centre] = [x + width / 2, y + height / 2]
  const base = both ? centre + valueSize : centre + valueSize * 0.38
  const wide = Math.min(
    width - 6,
    6 + Math.max(both ? textWidth(name, nameSize) : 0, textWidth(value, valueSize, true)),
  )
  const ground = {
    x: middle - wide / 2,
    y: both ? centre - nameSize - 1 : centre - valueSize * 0.5,
    width: wide,
    height: both ? nameSize + valueSize + 4 : valueSize,
  }
  const text = (words: string, at: number, size: number, bold: boolean): Mark => ({
    kind: 'text',
    at: [middle, at],
    text: fitted(words, size, width - 6),
    size,
    ink: 'ink',
    anchor: 'middle',
    bold,
  })
  return [
    ...(hatching ? [{ kind: 'shape' as const, points: corners(ground), fill: 'surface' as const }] : []),
    ...(both ? [text(name, centre - 2, nameSize, false)] : []),
    text(value, base, valueSize, true),
  ]
}

/** The places as tiles where they lie: by light with its sign, or by fifth, paler to deeper and hatched closer; the value stands in each. */
export function drawMap(cell: CellData, width: number, height: number, language: Language): Mark[] {
  const [indicator] = cell.indicators
  const period = cell.periods.at(-1)
  if (!indicator || !period) return []
  const at = finder(cell)
  const placed = placeTiles(
    cell.places.flatMap((place) => {
      const datum = at(indicator.id, place.code, period.id)
      return datum ? [{ ...place, value: datum.value, light: datum.light }] : []
    }),
  )
  if (placed.length === 0) return []
  const columns = Math.max(...placed.map((tile) => tile.column)) + 1
  const rows = Math.max(...placed.map((tile) => tile.row)) + 1
  const gap = 4
  const [tileWidth, tileHeight] = [
    Math.min(150, (width - gap * (columns - 1)) / columns),
    Math.min(76, (height - gap * (rows - 1)) / rows),
  ]
  const [left, top] = [(width - columns * (tileWidth + gap) + gap) / 2, (height - rows * (tileHeight + gap) + gap) / 2]
  const fifth = fifths(placed.map((tile) => drawable(tile.value)))
  return placed.flatMap((tile): Mark[] => {
    const datum = at(indicator.id, tile.code, period.id)!
    const box = {
      x: left + tile.column * (tileWidth + gap),
      y: top + tile.row * (tileHeight + gap),
      width: tileWidth,
      height: tileHeight,
    }
    const shade = tile.light ? null : fifth(drawable(tile.value))
    const words = `${tile.name} ${valueText(datum, language)}${indicator.unit[language]}`
    const marks: Mark[] = [
      {
        kind: 'shape',
        points: corners(box),
        fill: shade === null ? 'surface' : `shade-${shade}`,
        ink: 'quiet',
        width: 0.8,
        figure: figureKey(datum),
        label: words,
      },
    ]
    if (shade !== null && shade > 0) marks.push(...hatched(box, GAPS[shade], 'quiet', 0.4))
    marks.push(...wordsOf(box, shortName(tile.name), valueText(datum, language), shade !== null && shade > 0))
    const small = tileHeight < 30
    const signs = box.y + Math.min(9, box.height / 2)
    if (tile.light) marks.push(...lightMark(tile.light, [box.x + 9, signs], small ? 3 : 4))
    const number = noteNumber(cell, datum)
    if (number !== undefined) marks.push(...noteMark(number, [box.x + box.width - 9, signs]))
    return marks
  })
}
