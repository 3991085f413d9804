import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAtGoal, isEmergency, type Measured } from './glucose.ts'
import { screeningStanding } from './screening.ts'

const ON = '2025-06-01'
const plain: Measured = { fasting: 6.0, random: null, systolic: 130, diastolic: 80, heartRate: 72 }

/** Source: 国家基本公共卫生服务规范（第三版）2型糖尿病患者健康管理. */
test('the goal is a fasting glucose below 7.0', () => {
  assert.equal(isAtGoal(6.9, ON), true)
  assert.equal(isAtGoal(7.0, ON), false)
})

test('emergency: 16.7 and above, 3.9 and below, pressure from 180 or 110, heart rate above 100', () => {
  const cases: [Partial<Measured>, boolean][] = [
    [{}, false],
    [{ fasting: 16.6 }, false],
    [{ fasting: 16.7 }, true],
    [{ fasting: 4.0 }, false],
    [{ fasting: 3.9 }, true],
    [{ fasting: null, random: 16.7 }, true],
    [{ systolic: 180 }, true],
    [{ diastolic: 110 }, true],
    [{ heartRate: 100 }, false],
    [{ heartRate: 101 }, true],
    [{ systolic: null, diastolic: null, heartRate: null }, false],
  ]
  for (const [change, wanted] of cases)
    assert.equal(isEmergency({ ...plain, ...change }, ON), wanted, JSON.stringify(change))
})

/** Limits of diagnosis: WS 397-2012. */
test('screening: what a measurement leads to', () => {
  const measured = (fasting: number | null, random: number | null = null, factors: string[] = []) =>
    screeningStanding({ id: '', on: ON, fasting, random, factors })
  assert.deepEqual(measured(5.4), { finding: 'normal', dueOn: '2026-06-01' })
  assert.deepEqual(measured(6.1), { finding: 'high-risk', dueOn: '2026-06-01' })
  assert.deepEqual(measured(5.4, null, ['family']), { finding: 'high-risk', dueOn: '2026-06-01' })
  assert.deepEqual(measured(7.0), { finding: 'suspected', dueOn: '2025-06-15' })
  assert.deepEqual(measured(null, 11.0), { finding: 'normal', dueOn: '2026-06-01' })
  assert.deepEqual(measured(null, 11.1), { finding: 'suspected', dueOn: '2025-06-15' })
})
