import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAtGoal, isEmergency } from './pressure.ts'

/** Source: 国家基本公共卫生服务规范（第三版）高血压患者健康管理, 随访评估 and 工作指标. */
const goals: readonly [systolic: number, diastolic: number, birth: string, on: string, atGoal: boolean][] = [
  [139, 89, '1970-01-01', '2025-06-01', true],
  [140, 89, '1970-01-01', '2025-06-01', false],
  [139, 90, '1970-01-01', '2025-06-01', false],
  [149, 89, '1950-01-01', '2025-06-01', true],
  [150, 89, '1950-01-01', '2025-06-01', false],
  [149, 90, '1950-01-01', '2025-06-01', false],
  // Age is age on the day of the visit: 65 on 1 June.
  [145, 80, '1960-06-01', '2025-05-31', false],
  [145, 80, '1960-06-01', '2025-06-01', true],
]

test('the goal is below 140/90, from 65 years below 150/90, and both values must hold', () => {
  for (const [systolic, diastolic, birth, on, wanted] of goals)
    assert.equal(isAtGoal({ systolic, diastolic }, birth, on), wanted, `${systolic}/${diastolic} ${birth} ${on}`)
})

test('180 or 110 is an emergency, either alone', () => {
  assert.equal(isEmergency({ systolic: 179, diastolic: 109 }, '2025-06-01'), false)
  assert.equal(isEmergency({ systolic: 180, diastolic: 80 }, '2025-06-01'), true)
  assert.equal(isEmergency({ systolic: 150, diastolic: 110 }, '2025-06-01'), true)
})
