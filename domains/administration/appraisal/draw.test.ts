import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draw, drawKey } from './draw.ts'

const SEED = 'HB-2026-03-482913'
const objects = Array.from({ length: 12 }, (_, index) => `U${String(index + 1).padStart(3, '0')}`)

test('the draw gives the order of the worked example (domain notes G2.3)', () => {
  assert.equal(drawKey(SEED, 'U005').slice(0, 8), '19e1502f')
  assert.deepEqual(draw(SEED, objects, 12), [
    'U005',
    'U007',
    'U006',
    'U002',
    'U004',
    'U009',
    'U001',
    'U011',
    'U012',
    'U010',
    'U003',
    'U008',
  ])
})

test('the order in which objects are given changes nothing; another seed does', () => {
  assert.deepEqual(draw(SEED, [...objects].reverse(), 3), ['U005', 'U007', 'U006'])
  assert.notDeepEqual(draw(`${SEED}1`, objects, 12), draw(SEED, objects, 12))
  assert.equal(draw(SEED, objects.slice(0, 2), 5).length, 2)
})
