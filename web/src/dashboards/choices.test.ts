import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cellOfView, freeId, moveCell, newCell, resizeCell } from './choices.ts'
import type { Cell } from './types.ts'

const cells = ['a', 'b', 'c'].map((id): Cell => ({ ...newCell('number', ['x'], []), id }))
const order = (list: readonly Cell[]) => list.map((cell) => cell.id).join('')

describe('views of a page', () => {
  test('are moved within the order of reading and never out of it', () => {
    assert.equal(order(moveCell(cells, 'a', 1)), 'bac')
    assert.equal(order(moveCell(cells, 'c', -2)), 'cab')
    assert.equal(order(moveCell(cells, 'a', -1)), 'abc')
    assert.equal(order(moveCell(cells, 'c', 5)), 'abc')
    assert.equal(order(moveCell(cells, 'nothing', 1)), 'abc')
  })

  test('are never smaller than one nor larger than a page', () => {
    const [first] = resizeCell(cells, 'a', 9, 9)
    assert.deepEqual([first!.width, first!.height], [4, 3])
    const [small] = resizeCell(cells, 'a', -9, -9)
    assert.deepEqual([small!.width, small!.height], [1, 1])
  })

  test('get a name nobody has', () => {
    assert.equal(freeId([]), 'v1')
    assert.equal(freeId([{ ...cells[0]!, id: 'v2' }]), 'v3')
  })
})

describe('a saved view of the explorer', () => {
  const saved = (state: object) => ({
    id: '1',
    title: '各乡镇签约率',
    shared: false,
    account: '',
    accountName: '',
    state: {
      indicators: ['x', 'y'],
      places: [],
      periods: ['2025-10', '2025-11'],
      chart: 'bar',
      under: '530721',
      ...state,
    },
  })

  test('of the own area follows the reader; of another place it stays there', () => {
    assert.deepEqual(cellOfView(saved({}), '530721', [])[0]?.places, { kind: 'below-own' })
    assert.deepEqual(cellOfView(saved({ chart: 'table' }), '530721', [])[0]?.places, { kind: 'own-and-below' })
    assert.deepEqual(cellOfView(saved({ under: '530721102' }), '530721', [])[0]?.places, {
      kind: 'below',
      code: '530721102',
    })
    assert.deepEqual(cellOfView(saved({ under: undefined, places: ['A'] }), '530721', [])[0]?.places, {
      kind: 'named',
      codes: ['A'],
    })
  })

  test('keeps its periods, and a map its one indicator', () => {
    const [map] = cellOfView(saved({ chart: 'map' }), '530721', [])
    assert.deepEqual([map?.indicators, map?.periods], [['x'], { kind: 'named', ids: ['2025-11'] }])
    const [line] = cellOfView(saved({ chart: 'line' }), '530721', [])
    assert.deepEqual(line?.periods, { kind: 'named', ids: ['2025-10', '2025-11'] })
    assert.deepEqual(cellOfView(saved({ indicators: [] }), '530721', []), [])
  })
})
