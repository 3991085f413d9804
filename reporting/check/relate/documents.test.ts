import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkText } from '../check-text.ts'
import { findDocuments } from './documents.ts'

const titles = (text: string): string[] => findDocuments(text).map((document) => document.title)
const body = '我局认真贯彻落实上级决策部署，各项工作取得新的成效。'.repeat(10)

test('each title line opens a summary', () => {
  assert.deepEqual(
    titles(`第一篇：甲县扶贫工作总结\n甲县2025年度\n扶贫工作总结\n${body}\n第二篇：乙区依法行政工作总结\n${body}`),
    ['甲县2025年度扶贫工作总结', '乙区依法行政工作总结'],
  )
})

test('the same title twice in a file opens two summaries', () => {
  assert.deepEqual(titles(`年终总结\n${body}\n年终总结\n${body}`), ['年终总结', '年终总结'])
})

test('numbered headings and sentences open none', () => {
  assert.deepEqual(titles(`某区工作总结\n一、2025年工作总结\n${body}\n现将工作总结如下：\n${body}`), ['某区工作总结'])
})

test('a text without a title is one summary', () => {
  const text = `${body}\n${body}`
  const [only, ...more] = findDocuments(text)
  assert.equal(more.length, 0)
  assert.deepEqual([only?.start, only?.end], [0, text.length])
})

test('figures of different summaries are never compared', () => {
  const one = (rate: string) => `年终总结\n${body}\n全区婴儿死亡率为${rate}‰。\n${body}\n本区婴儿死亡率为${rate}‰。`
  assert.deepEqual(checkText(`${one('3.38')}\n${one('4.30')}`).findings, [])
})
