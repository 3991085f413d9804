import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { refusal } from '../../../testing/county.ts'
import { comparedSpan, weekOf } from './span.ts'

test('a week goes from Monday to Sunday and is compared with the same week of last year and the week before', () => {
  const { from, until, lastYear, before } = comparedSpan('2025-W46')
  assert.deepEqual(
    [from, until, lastYear.id, lastYear.from, before?.id],
    ['2025-11-10', '2025-11-16', '2024-W46', '2024-11-11', '2025-W45'],
  )
  assert.equal(comparedSpan('2021-W01').before?.id, '2020-W53')
  assert.equal(comparedSpan('2020-W53').lastYear.id, '2019-W52')
  assert.equal(comparedSpan('2025-11').lastYear.until, '2024-11-30')
  assert.equal(comparedSpan('2025-11-ytd').before, null)
})

test('what is no period is refused, also a week that the year does not have', () => {
  for (const wrong of ['2025-W54', '2025-W53', '2025-W00', 'FP2025', 'soon'])
    assert.throws(() => comparedSpan(wrong), refusal('invalid', 'period'), wrong)
})

test('property: a day lies in its week, and the next week follows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 15_000 }), (days) => {
      const day = addDays('2000-01-01', days)
      const { year, week } = weekOf(day)
      const span = comparedSpan(`${year}-W${String(week).padStart(2, '0')}`)
      assert.ok(span.from <= day && day <= span.until)
    }),
  )
})
