import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { titleLines } from './title-lines.ts'

test('a short title stays on one line', () => {
  assert.deepEqual(titleLines('玉龙县2025年卫生健康工作总结', 20), ['玉龙县2025年卫生健康工作总结'])
})

test('a long title breaks between words, in balance, sender before 关于', () => {
  const title = '玉龙纳西族自治县卫生健康局关于2025年11月全县卫生健康重点工作完成情况的通报'
  assert.deepEqual(titleLines(title, 20), [
    '玉龙纳西族自治县卫生健康局',
    '关于2025年11月全县卫生健康',
    '重点工作完成情况的通报',
  ])
})

test('dates and names of the field stay whole', () => {
  const lines = titleLines('关于印发2025年12月家庭医生签约服务和基本公共卫生服务考核结果的通知', 20)
  assert.ok(
    lines.some((line) => line.includes('2025年12月')),
    lines.join('/'),
  )
  assert.ok(
    lines.some((line) => line.includes('家庭医生')) && lines.some((line) => line.includes('公共卫生')),
    lines.join('/'),
  )
})

test('a line feed forces a break', () => {
  assert.deepEqual(titleLines('玉龙县卫生健康局\n2025年工作总结', 20), ['玉龙县卫生健康局', '2025年工作总结'])
})

test('property: no character is lost and no line begins with a closing mark', () => {
  const characters = fc.constantFrom(...'县卫生健康局关于年月的和2025、，）（通报工作情况')
  fc.assert(
    fc.property(
      fc.array(characters, { minLength: 1, maxLength: 45 }).map((list) => list.join('')),
      (title) => {
        const lines = titleLines(title, 20)
        return lines.join('') === title && lines.slice(1).every((line) => !/^[、，）]/.test(line))
      },
    ),
    { numRuns: 60 },
  )
})
