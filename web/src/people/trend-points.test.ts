import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RecordRow } from '../api/types.ts'
import { scaleOf, trendPoints } from './trend-points.ts'

const row = (happenedOn: string, systolic: unknown, more: object = {}) =>
  ({ id: happenedOn, happenedOn, systolic, ...more }) as unknown as RecordRow

test('points are in the order of their days; voided rows and rows without a value are left out', () => {
  const rows = [
    row('2025-05-01', 130),
    row('2025-02-01', '150'),
    row('2025-03-01', null),
    row('2025-04-01', 200, { voidedAt: 'x' }),
  ]
  assert.deepEqual(trendPoints(rows, 'systolic'), [
    { on: '2025-02-01', value: 150 },
    { on: '2025-05-01', value: 130 },
  ])
})

test('first and last day at the edges, limits within the picture', () => {
  const points = trendPoints([row('2025-01-01', 150), row('2025-01-11', 130)], 'systolic')
  const { x, y } = scaleOf(points, [140, 90], { width: 120, height: 100, inset: 10 })
  assert.deepEqual([x('2025-01-01'), x('2025-01-06'), x('2025-01-11')], [10, 60, 110])
  assert.deepEqual([y(150), y(90)], [10, 90])
})
