import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growthPoints, shownPart, ticks } from './growth-scale.ts'

const keys = [0, 6, 12, 18, 24, 36, 48]
const curves = { keys, values: keys.map((key) => [key, key + 1]) }

test('points stand at their age in months', () => {
  const [point] = growthPoints([{ on: '2025-01-01', value: 9 }], '2024-01-01')
  assert.equal(point!.value, 9)
  assert.ok(Math.abs(point!.age - 12) < 0.05)
})

test('the picture ends at the first whole age after the last point', () => {
  const at = (age: number) => [{ age, value: 1, on: '' }]
  assert.deepEqual(shownPart(curves, []).keys, [0, 6, 12])
  assert.deepEqual(shownPart(curves, at(12.5)).keys, [0, 6, 12, 18, 24])
  assert.equal(shownPart(curves, at(40)).end, 48)
  assert.equal(shownPart(curves, at(50)).end, 50)
  assert.deepEqual(shownPart(curves, at(3)).values.at(-1), [12, 13])
})

test('ticks are whole steps, at most eight', () => {
  assert.deepEqual(ticks(0, 12, [1, 2, 3, 6, 12]), [0, 2, 4, 6, 8, 10, 12])
  assert.deepEqual(ticks(0, 81, [1, 2, 3, 6, 12]), [0, 12, 24, 36, 48, 60, 72])
  assert.deepEqual(ticks(2.1, 13.9, [1, 2, 5]), [4, 6, 8, 10, 12])
})
