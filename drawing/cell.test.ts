import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { aboutCell, drawCell } from './cell.ts'
import { views } from './cell-data.ts'
import { apart } from './line-chart.ts'
import { rowsThatFit } from './bars.ts'
import { niceTicks } from './scale.ts'
import type { Mark, Point } from './scene.ts'
import { sampleCell } from './testing/sample-cell.ts'
import { fitted, textWidth, wrapped } from './text.ts'
import { sceneToSvg } from './svg.ts'

const pointsOf = (mark: Mark): readonly Point[] =>
  mark.kind === 'text' ? [mark.at] : mark.kind === 'circle' ? [mark.centre] : mark.points

describe('a cell', () => {
  test('stays within its frame, whatever its size, view, places and months', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...views),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 220, max: 1100 }),
        fc.integer({ min: 110, max: 640 }),
        (view, places, months, width, height) => {
          const cell = sampleCell(view, { places: view === 'number' ? 1 : places, months: Math.min(12, months) })
          for (const mark of drawCell(cell, width, height, 'zh'))
            for (const [x, y] of pointsOf(mark))
              assert.ok(
                Number.isFinite(x) && Number.isFinite(y) && x >= -1 && x <= width + 1 && y >= -1 && y <= height + 1,
                `${view} ${JSON.stringify(mark)}`,
              )
        },
      ),
      { numRuns: 200 },
    )
  })

  test('says so when there is nothing to show, and never draws what is missing as nought', () => {
    const cell = sampleCell('line', { months: 3 })
    const none = { ...cell, data: [], notes: [] }
    for (const view of views) {
      const marks = drawCell({ ...none, view }, 300, 200, 'en')
      assert.deepEqual(
        marks.map((mark) => mark.kind === 'text' && mark.text),
        ['No figures to show'],
      )
    }
    const gap = { ...cell, data: cell.data.map((datum, index) => (index === 1 ? { ...datum, value: null } : datum)) }
    const lines = drawCell(gap, 300, 200, 'en').filter((mark) => mark.kind === 'line' && mark.ink === 'series-0')
    assert.deepEqual(lines, [], 'two values with a gap between them are two markers and no line')
  })

  test('tells its place, periods and unit', () => {
    assert.equal(aboutCell(sampleCell('line', { months: 6 }), 'zh'), '石鼓镇 · 2025年1月—2025年6月 · %')
  })

  test('words of the county cannot write into the picture’s markup', () => {
    const cell = sampleCell('bar', { places: 1 })
    const named = { ...cell, places: [{ ...cell.places[0]!, name: '<script>"&' }] }
    const svg = sceneToSvg(drawCell(named, 300, 200, 'zh'), { width: 300, height: 200, font: 'x' })
    assert.ok(!svg.includes('<script>'))
    assert.ok(svg.includes('&lt;'))
  })
})

describe('parts of pictures', () => {
  test('labels are moved apart and stay between the edges as long as there is room', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (wanted) => {
        const placed = apart(wanted, 14, 10, 190)
        const sorted = [...placed].sort((one, other) => one - other)
        assert.ok(sorted.every((y, index) => index === 0 || y - sorted[index - 1]! >= 13.99))
        assert.ok(placed.every((y) => y >= 10 - 0.01 && y <= 190.01))
      }),
    )
  })

  test('round ticks cover the range', () => {
    assert.deepEqual(niceTicks(0, 97, 4), [0, 25, 50, 75, 100])
    assert.deepEqual(niceTicks(5, 5, 3), [4, 6])
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        (low, span) => {
          const ticks = niceTicks(low, low + span, 4)
          assert.ok(ticks[0]! <= low + span * 1e-6 && ticks.at(-1)! >= low + span - span * 1e-6)
          assert.ok(ticks.length <= 8)
        },
      ),
    )
  })

  test('of too many rows the first and the last are kept', () => {
    assert.deepEqual(rowsThatFit([1, 2, 3, 4, 5, 6, 7, 8], 5), [1, 2, undefined, 7, 8])
    assert.deepEqual(rowsThatFit([1, 2], 5), [1, 2])
    assert.deepEqual(rowsThatFit([1, 2, 3], 1), [1, undefined])
  })

  test('texts are shortened and broken to fit', () => {
    assert.equal(fitted('家庭医生签约覆盖率', 10, 45), '家庭医…')
    assert.equal(fitted('ab', 10, 100), 'ab')
    const lines = wrapped('家庭医生签约 contract coverage 覆盖率', 10, 62)
    assert.ok(
      lines.every((line) => textWidth(line, 10) <= 62 || !line.includes(' ')),
      JSON.stringify(lines),
    )
    assert.equal(lines.join('').replaceAll(' ', ''), '家庭医生签约contractcoverage覆盖率')
  })
})
