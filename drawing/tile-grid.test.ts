import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeTiles } from './tile-grid.ts'

const tile = (code: number, x: number | null, y: number | null) => ({
  code: String(code),
  name: String(code),
  x,
  y,
  value: null,
})

test('a schematic grid with gaps keeps its order', () => {
  const placed = placeTiles([tile(1, 2, 2), tile(2, 14, 2), tile(3, 32, 26)])
  assert.deepEqual(
    placed.map(({ column, row }) => [column, row]),
    [
      [0, 0],
      [1, 0],
      [2, 1],
    ],
  )
})

test('no two tiles share a cell and none is lost', () => {
  const many = Array.from({ length: 200 }, (_, index) => tile(index, (index * 37) % 91, (index * 53) % 83))
  const same = Array.from({ length: 30 }, (_, index) => tile(index, 5, 5))
  const without = Array.from({ length: 17 }, (_, index) => tile(index, null, null))
  for (const tiles of [many, same, without]) {
    const placed = placeTiles(tiles)
    assert.equal(placed.length, tiles.length)
    assert.equal(new Set(placed.map(({ column, row }) => `${column},${row}`)).size, tiles.length)
    assert.ok(placed.every(({ column, row }) => column >= 0 && row >= 0))
  }
})
