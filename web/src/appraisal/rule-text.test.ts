import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauseText } from './rule-text.ts'

const titles = (key: string) =>
  ({ '[older-people.rate]': '老年人管理率', '{late}': '迟报份数', '@last-year': '（上年）' })[key] ?? key

test('rules read like an appraisal sheet', () => {
  assert.equal(
    clauseText({ kind: 'ratio', value: '[older-people.rate]', baseline: '62', points: '10' }, titles).zh,
    '老年人管理率达到62得10分，未达到按比例得分',
  )
  assert.equal(
    clauseText({ kind: 'deduct-each', count: '{late}', points: '0.5', most: '5' }, titles).zh,
    '迟报份数每1扣0.5分，最多5分',
  )
  assert.equal(
    clauseText(
      {
        kind: 'deduct-steps',
        value: '[older-people.rate]',
        baseline: '[older-people.rate@last-year]',
        step: '2',
        points: '0.5',
        counts: 'started',
      },
      titles,
    ).zh,
    '老年人管理率低于老年人管理率（上年）的，每2扣0.5分（不足一档按一档）',
  )
})
