import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeText } from './words.ts'

test('a rate differs in points of its own unit, a quantity in percent', () => {
  const unit = (zh: string, en = zh) => ({ zh, en })
  const points = { kind: 'points', value: '-3.22' } as const
  assert.equal(changeText(points, unit('%'), 'zh'), '▼ 3.22个百分点')
  assert.equal(changeText(points, unit('‰'), 'zh'), '▼ 3.22个千分点')
  assert.equal(changeText(points, unit('/10万', 'per 100,000'), 'en'), '▼ 3.22 per 100,000')
  assert.equal(changeText({ kind: 'percent', value: '5.0' }, unit('人', 'people'), 'zh'), '▲ 5.0%')
})
