import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, HeadingBlock } from '@kangheng/kernel/wording/model.ts'
import { headingNumber, headingNumbers, numeral } from './headings.ts'

test('numerals of headings', () => {
  assert.deepEqual([1, 9, 10, 11, 20, 23, 99].map(numeral), ['一', '九', '十', '十一', '二十', '二十三', '九十九'])
})

test('each level has its own form', () => {
  assert.deepEqual(
    ([1, 2, 3, 4] as const).map((level) => headingNumber(level, 3)),
    ['三、', '（三）', '3.', '（3）'],
  )
})

test('a higher heading starts the lower ones anew', () => {
  const heading = (level: HeadingBlock['level']): Block => ({ kind: 'heading', level, text: '' })
  const blocks = [heading(2), heading(3), heading(4), heading(4), heading(3), heading(4), heading(2), heading(3)]
  assert.deepEqual(
    [...headingNumbers(blocks).values()],
    ['（一）', '1.', '（1）', '（2）', '2.', '（1）', '（二）', '1.'],
  )
})
