import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { COLUMNS, layOut, pagesOf } from './layout.ts'

const cells = fc.array(
  fc.record(
    { width: fc.integer({ min: 1, max: 4 }), height: fc.integer({ min: 1, max: 3 }) },
    { noNullPrototype: true },
  ),
  {
    maxLength: 24,
  },
)

test('no two cells lie on another, none sticks out, none is lost, and their order is the order of reading', () => {
  fc.assert(
    fc.property(cells, fc.constantFrom(1, 2, COLUMNS), (given, columns) => {
      const placed = layOut(given, columns)
      assert.equal(placed.length, given.length)
      const taken = placed.flatMap(({ cell, column, row }) =>
        Array.from({ length: cell.width * cell.height }, (_, index) => {
          const x = column + (index % cell.width)
          assert.ok(x < columns)
          return `${x},${row + Math.floor(index / cell.width)}`
        }),
      )
      assert.equal(new Set(taken).size, taken.length)
      assert.ok(placed.every(({ row }, index) => index === 0 || row >= placed[index - 1]!.row))
    }),
  )
})

test('a page holds no more rows than it has, and takes every cell once, in order', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 5 }), (given, rows) => {
      const pages = pagesOf(given, rows)
      assert.deepEqual(
        pages.flat().map(({ cell }) => cell),
        given,
      )
      for (const page of pages) for (const { cell, row } of page) assert.ok(row + cell.height <= rows)
    }),
  )
})
