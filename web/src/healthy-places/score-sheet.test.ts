import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder, lossesOf, scoreOf } from './score-sheet.ts'

const item = (code: string, points: string) => ({ code, part: '部分', requirement: '要求', points, decisive: false })
const items = [item('2.10', '40.0'), item('2.9', '30.5'), item('1.1', '29.5')]

test('lines stand in the order of their numbers', () =>
  assert.deepEqual(
    inOrder(items).map(({ code }) => code),
    ['1.1', '2.9', '2.10'],
  ))

test('the score follows what was written, and only that is handed in', () => {
  const marks = {
    '2.9': { points: '1.5', why: ' 有垃圾 ' },
    '1.1': { points: '', why: '' },
    '2.10': { points: '', why: '没有填分' },
  }
  assert.equal(scoreOf(items, {}), '100.0')
  assert.equal(scoreOf(items, marks), '98.5')
  assert.equal(scoreOf(items, { '1.1': { points: 'x', why: '' } }), '100.0')
  assert.deepEqual(lossesOf(items, marks), [
    { code: '2.10', points: 0, why: '没有填分' },
    { code: '2.9', points: 1.5, why: '有垃圾' },
  ])
})
