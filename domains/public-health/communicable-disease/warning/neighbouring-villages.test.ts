import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupVillages, type VillageCount } from './neighbouring-villages.ts'

const grid = (observed: Readonly<Record<string, number>>): VillageCount[] =>
  Array.from({ length: 100 }, (_, index) => ({
    code: String(index),
    x: index % 10,
    y: Math.floor(index / 10),
    observed: observed[String(index)] ?? 0,
    expected: 0.1,
  }))

test('cases in four villages side by side are one group', () => {
  const [group, ...more] = groupVillages(grid({ 44: 2, 45: 2, 54: 1, 55: 2, 3: 1, 90: 1 }))
  assert.deepEqual([...group!.villages].sort(), ['44', '45', '54', '55'])
  assert.equal(group!.observed, 7)
  assert.equal(more.length, 0)
})

test('the same cases spread over the county are none', () => {
  assert.deepEqual(groupVillages(grid({ 0: 1, 9: 1, 22: 1, 47: 1, 74: 1, 90: 1, 99: 1 })), [])
})

test('nothing is found where nothing is, or where cases are as expected', () => {
  assert.deepEqual(groupVillages(grid({})), [])
  const even = grid({}).map((village) => ({ ...village, observed: 1 }))
  assert.deepEqual(groupVillages(even), [])
})

test('the ratio is Kulldorff’s: c ln(c/e) + (C − c) ln((C − c)/(C − e))', () => {
  const [group] = groupVillages(grid({ 55: 5, 0: 5 }), { most: 1 })
  assert.ok(Math.abs(group!.logLikelihoodRatio - (5 * Math.log(5 / 0.1) + 5 * Math.log(5 / 9.9))) < 1e-12)
})
