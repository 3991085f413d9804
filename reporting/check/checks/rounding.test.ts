import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkText } from '../index.ts'

const findings = (text: string) => checkText(text).findings.map((finding) => finding.type)
const values = (text: string) => checkText(text).claims.map((claim) => `${claim.value}${claim.unit}`)

test('a minus after words that take a value belongs to the number; a hyphen elsewhere does not', () => {
  assert.deepEqual(values('人口自然增长率-0.23‰，结余－5万元。'), ['-0.23‰', '-5万元'])
  assert.deepEqual(values('新冠COVID-19患者12人，每组3-5人。'), ['12人', '3人'])
  assert.deepEqual(values('-5人'), ['5人'])
  // The word has said that it fell.
  assert.deepEqual(values('同比下降-3.2%。'), ['3.2%'])
})

const AGREES = [
  '出生率4.39‰，死亡率13.17‰，人口自然增长率-8.78‰。',
  '出生率6.81‰，死亡率7.03‰，人口自然增长率-0.23‰。',
  '全年收入90万元，上年100万元，同比增长-10%。',
  '签约率48.40%，上年43.61%，提高4.78个百分点。',
  '签约率由43.61%提高到48.40%，提高4.80个百分点。',
  '自然增长率由2.10‰提高到2.35‰，提高0.26个千分点。',
  '投入资金占全年任务的120%。',
  '登记出生31人，出生人口性别比181.82（以女婴为100）。',
  '甲医院120人。乙医院80人。以上两项合计200人。',
  '甲医院120人，县外90人。乙医院80人。以上两项合计201人。',
]
for (const text of AGREES) test(`nothing is wrong with: ${text}`, () => assert.deepEqual(findings(text), []))

const DISAGREES: [string, string][] = [
  ['出生率4.39‰，死亡率13.17‰，人口自然增长率8.78‰。', 'sum'],
  ['全年收入90万元，上年100万元，同比增长-12%。', 'change'],
  ['签约率48.40%，上年43.61%，提高4.75个百分点。', 'change'],
  ['其中老年人占签约人数的112.3%。', 'magnitude'],
  ['出生人口性别比181.82（以女婴为100）。', 'magnitude'],
  ['甲医院120人。乙医院80人。以上两项合计201人。', 'sum'],
]
for (const [text, type] of DISAGREES) test(`found: ${text}`, () => assert.deepEqual(findings(text), [type]))

test('a difference of rounded rates is never a contradiction, whatever the rates were', () => {
  const share = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(share, share, fc.constantFrom(0, 1, 2), (one, other, decimals) => {
      const [base, now] = [Math.min(one, other), Math.max(one, other)].map((each) => each / 10_000) as [number, number]
      const print = (value: number) => value.toFixed(decimals)
      const text = `签约率由${print(base)}%提高到${print(now)}%，提高${print(now - base)}个百分点。`
      assert.deepEqual(findings(text), [], text)
    }),
  )
})
