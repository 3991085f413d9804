import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { drawCell } from './cell.ts'
import { lightMark } from './light-mark.ts'
import { fifths } from './fifths.ts'
import type { Ink, LineMark, Mark } from './scene.ts'
import { marker, seriesStyles } from './series-style.ts'
import { paperPalette } from './svg.ts'
import { sampleCell } from './testing/sample-cell.ts'

/** How light a colour is on grey paper, 0 black to 1 white (relative luminance, WCAG 2). */
function lightness(ink: Ink): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(paperPalette[ink].slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (one: Ink, other: Ink) => {
  const [low, high] = [lightness(one), lightness(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}
/** A mark without its colours. */
const shapeOf = (mark: Mark) =>
  JSON.stringify({
    ...mark,
    ...('fill' in mark ? { fill: mark.fill === 'surface' ? 'hollow' : 'filled' } : {}),
    ink: '',
  })
const texts = (marks: readonly Mark[]) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))

describe('printed in black and white', () => {
  test('no two series have the same dash, and none the same marker', () => {
    assert.equal(new Set(seriesStyles.map((style) => style.dash.join(' '))).size, seriesStyles.length)
    const markers = seriesStyles.map((style) => shapeOf(marker(style, [0, 0], 3)))
    assert.equal(new Set(markers).size, seriesStyles.length)
  })

  test('the lines of a chart keep their dashes, and each has its name and value at its end', () => {
    const marks = drawCell(sampleCell('line', { places: 6, months: 12 }), 560, 300, 'zh')
    const lines = marks.filter((mark): mark is LineMark => mark.kind === 'line' && mark.ink.startsWith('series-'))
    assert.equal(new Set(lines.map((line) => (line.dash ?? []).join(' '))).size, 6)
    for (const name of ['石鼓', '巨甸', '黎明', '鸣音', '奉科', '宝山'])
      assert.ok(
        texts(marks).some((text) => text.startsWith(`${name} `)),
        name,
      )
  })

  test('every line and bar stands out from paper by 3 to 1, every word by 4.5 to 1', () => {
    for (const { ink } of seriesStyles) assert.ok(contrast(ink, 'surface') >= 3, ink)
    assert.ok(contrast('accent', 'surface') >= 3)
    for (const ground of ['surface', 'sunken', 'shade-1'] as const)
      for (const ink of ['ink', 'quiet'] as const) assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`)
  })

  test('last year’s bar is hatched, this year’s solid, and the value stands behind it', () => {
    const marks = drawCell(sampleCell('bar', { places: 8 }), 560, 300, 'zh')
    assert.equal(marks.filter((mark) => mark.kind === 'shape' && mark.fill === 'accent').length, 8)
    assert.ok(marks.filter((mark) => mark.kind === 'line' && mark.ink === 'quiet').length > 8)
    assert.ok(texts(marks).includes('65.90') && texts(marks).includes('上年同期'))
  })

  test('lights differ in shape, and a number says its own in words', () => {
    const shapes = (['green', 'yellow', 'red'] as const).map((light) => lightMark(light, [0, 0], 4).map(shapeOf).join())
    assert.equal(new Set(shapes).size, 3)
    assert.ok(texts(drawCell(sampleCell('number'), 260, 140, 'zh')).includes('达到序时'))
  })

  test('the tiles of a map have their values in them, and are hatched the closer the higher', () => {
    const cell = sampleCell('map', { places: 8 })
    const plain = { ...cell, data: cell.data.map((datum) => ({ ...datum, light: null })) }
    const marks = drawCell(plain, 560, 300, 'zh')
    for (const datum of cell.data) assert.ok(texts(marks).includes(datum.value!))
    const tile = (place: string) => marks.findIndex((mark) => mark.figure?.includes(`~${place}~`))
    const lines = (place: string) => {
      const from = tile(place) + 1
      const length = marks.slice(from).findIndex((mark) => mark.kind !== 'line')
      return length
    }
    assert.ok(lines('P7') > lines('P4') && lines('P4') > lines('P0'))
    assert.deepEqual([1, 2, 3, 4, 5].map(fifths([1, 2, 3, 4, 5])), [0, 1, 2, 3, 4])
    assert.equal(fifths([1])(null), null)
  })

  test('a note’s number stands beside its figure in every view', () => {
    for (const view of ['number', 'line', 'bar', 'map', 'table', 'bullet'] as const) {
      const marks = drawCell(sampleCell(view, { places: view === 'number' ? 1 : 6, months: 2 }), 560, 300, 'zh')
      assert.ok(
        marks.some((mark) => mark.kind === 'text' && mark.text === '1' && mark.bold),
        view,
      )
    }
  })
})
