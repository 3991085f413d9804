import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { screeningStandings, type Measurement } from './screening.ts'

const measured = (on: string, systolic: number, diastolic = 80, factors: string[] = []): Measurement => ({
  id: `${on} ${systolic}`,
  on,
  systolic,
  diastolic,
  factors,
})
const last = (...measurements: Measurement[]) => screeningStandings(measurements).get(measurements.at(-1)!.id)

/** Source: 国家基本公共卫生服务规范（第三版）高血压患者健康管理, 筛查. */
test('one measurement', () => {
  assert.deepEqual(last(measured('2025-01-10', 120)), { finding: 'normal', dueOn: '2026-01-10' })
  assert.deepEqual(last(measured('2025-01-10', 130)), { finding: 'high-risk', dueOn: '2025-07-10' })
  assert.deepEqual(last(measured('2025-01-10', 120, 85)), { finding: 'high-risk', dueOn: '2025-07-10' })
  assert.deepEqual(last(measured('2025-01-10', 120, 80, ['family'])), { finding: 'high-risk', dueOn: '2025-07-10' })
  assert.deepEqual(last(measured('2025-01-10', 140)), { finding: 'recheck', dueOn: '2025-01-24' })
  assert.deepEqual(last(measured('2025-01-10', 120, 90)), { finding: 'recheck', dueOn: '2025-01-24' })
})

test('high on three different days: suspected, to be referred', () => {
  const [first, second, third] = [measured('2025-01-10', 150), measured('2025-01-17', 145), measured('2025-01-24', 142)]
  assert.equal(last(first, second)!.finding, 'recheck')
  assert.deepEqual(last(first, second, third), { finding: 'suspected', dueOn: '2025-02-07' })
  // Three measurements of two days are two days.
  assert.equal(last(first, measured('2025-01-10', 155), second)!.finding, 'recheck')
  // Too long ago to belong together.
  assert.equal(last(measured('2024-01-10', 150), second, third)!.finding, 'recheck')
})

test('property: the order of entry changes no finding', () => {
  const one = fc.record({ day: fc.integer({ min: 10, max: 30 }), systolic: fc.integer({ min: 110, max: 180 }) })
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ day }) => day, maxLength: 8 }), (found) => {
      const rows = found.map(({ day, systolic }) => measured(`2025-03-${day}`, systolic))
      const standings = (given: Measurement[]) => [...screeningStandings(given)].sort()
      assert.deepEqual(standings(rows.toReversed()), standings(rows))
    }),
  )
})
