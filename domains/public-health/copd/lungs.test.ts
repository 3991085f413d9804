import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmergency, isStable, screeningStanding } from './lungs.ts'

/** Source: 慢性阻塞性肺疾病患者健康服务规范（试行）: 16 points of the questionnaire, 0.70 of the forced volume. */
test('a screening', () => {
  const cases: readonly [number, number | null, string, string][] = [
    [15, null, 'normal', '2026-03-10'],
    [16, null, 'suspected', '2025-03-24'],
    [16, 0.7, 'high-risk', '2026-03-10'],
    [16, 0.699, 'suspected', '2025-03-24'],
    [10, 0.65, 'suspected', '2025-03-24'],
    [10, 0.75, 'normal', '2026-03-10'],
  ]
  for (const [score, ratio, finding, dueOn] of cases)
    assert.deepEqual(screeningStanding({ on: '2025-03-10', score, ratio }), { finding, dueOn }, `${score} ${ratio}`)
})

test('stable, and what is referred at once', () => {
  assert.deepEqual(['none', 'mild', 'severe', null].map(isStable), [true, false, false, null])
  const urgent = (exacerbation: string | null, oxygenSaturation: number | null) =>
    isEmergency({ exacerbation, oxygenSaturation }, '2025-03-10')
  assert.deepEqual(
    [urgent('severe', null), urgent('mild', 95), urgent('none', 89), urgent('none', 90)],
    [true, false, true, false],
  )
})
