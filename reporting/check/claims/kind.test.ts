import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkText } from '../check-text.ts'
import type { ClaimKind } from '../types.ts'

const kindsOf = (text: string): ClaimKind[] => checkText(text).claims.map((claim) => claim.kind)
const statusesOf = (text: string): string[] => checkText(text).claims.map((claim) => claim.status)

test('the unit decides where the words say nothing else', () => {
  assert.deepEqual(kindsOf('建档39447人，建档率60.94%，投入36万元，每千人口床位4.0张。'), [
    'count',
    'rate',
    'amount',
    'ratio',
  ])
})

test('a change follows its verb', () => {
  assert.deepEqual(kindsOf('收入1932.44万元，同比增长64.8%。'), ['amount', 'change'])
  assert.deepEqual(kindsOf('比2025年增加25元，比上年下降14.58/10万、4.71‰。'), ['change', 'change', 'change'])
  assert.deepEqual(kindsOf('建档率99.05%，超过目标任务10%。'), ['rate', 'change'])
})

test('a level that was reached is no change', () => {
  assert.deepEqual(kindsOf('住院日由9.2天缩短为8.6天，同比缩短0.6天，降幅为6.5%。'), [
    'count',
    'count',
    'change',
    'change',
  ])
  assert.deepEqual(kindsOf('标准由380元提高到410元，死亡率下降到4.5‰，自然增长率6.01‰。'), [
    'amount',
    'amount',
    'rate',
    'rate',
  ])
  assert.deepEqual(kindsOf('新增床位50张，减免费用35万元。'), ['count', 'amount'])
})

test('targets: what ought to be, limits, demands', () => {
  for (const text of [
    '应接种52794人次。',
    '孕检目标人群2690人。',
    '年度计划4亿元。',
    '增长率控制在7‰以内。',
    '达到省人均33元以上的要求。',
    '努力实现90%病人不出县的目标。',
    '成功率≥85%。',
    '保证全区80%农民享有服务。',
  ]) {
    assert.deepEqual(kindsOf(text), ['target'], text)
  }
})

test('the parts of a target are targets until the text turns to what was done', () => {
  assert.deepEqual(kindsOf('应完成签约15497人，其中未脱贫3549人，已脱贫11948人，实际完成未脱贫3549人。'), [
    'target',
    'target',
    'target',
    'count',
  ])
})

test('what is planned is planned to the end of its paragraph', () => {
  assert.deepEqual(statusesOf('明年，争取资金500万元，参合率稳定在98%以上。新建公厕30座。\n建成12所。'), [
    'plan',
    'plan',
    'plan',
    'actual',
  ])
  assert.deepEqual(statusesOf('工作总结\n建成12所。\n2017年工作打算\n1、新建公厕30座。\n存在问题\n缺少5人。'), [
    'actual',
    'plan',
    'actual',
  ])
  assert.deepEqual(statusesOf('八、2024年目标：出院人次≥7800，药占比≤30%。\n培训300人次。'), ['plan', 'plan', 'plan'])
  assert.deepEqual(kindsOf('二、明年打算\n培训300人次。'), ['target'])
  assert.deepEqual(statusesOf('我县争取到15个项目，资金225万元。'), ['actual', 'actual'])
})

test('plans: said to be so, or in a section about the year to come', () => {
  assert.deepEqual(statusesOf('计划投资495万元完成48个标准化村卫生室建设。'), ['plan', 'plan'])
  assert.deepEqual(statusesOf('计划生育率96.5%，占年度计划的95%。'), ['actual', 'actual'])
  const text =
    '一、工作回顾\n建成13个。\n二、明年工作打算\n（一）抓项目。完成20个村卫生室建设。\n三、存在问题\n缺少5人。'
  assert.deepEqual(statusesOf(text), ['actual', 'plan', 'actual'])
})
