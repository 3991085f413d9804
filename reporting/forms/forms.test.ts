import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VisitRow } from '@kangheng/domains/public-health/chronic-follow-up/index.ts'
import { examinationForm, type Examination } from './examination-form.ts'
import { choices, printable } from './markup.ts'
import { visitCard } from './visit-card.ts'

const person = {
  ...{ id: 'x', name: '和<测试>', sex: '女', birth: '1950-01-01', division: '530721102201' },
  ...{ documentNumber: null, phone: null, recordNumber: '53072110220100123' },
}
const plain = (markup: string) => markup.replace(/<[^>]*>/g, '').replace(/&nbsp;/g, ' ')

test('a choice is written into its box by its number', () => {
  const codes = { never: { zh: '从不', en: '' }, daily: { zh: '每天', en: '' } }
  assert.equal(plain(choices(codes, 'daily')), '21 从不　2 每天')
  assert.equal(plain(choices(codes, ['never', 'daily'])), '121 从不　2 每天')
  assert.equal(plain(choices(codes, null)), '1 从不　2 每天')
})

test('the examination form: values, number in boxes, signatures; names are escaped', () => {
  const examined = {
    ...{ happenedOn: '2025-11-20', systolicLeft: 150, diastolicLeft: 90, haemoglobin: 129, fastingGlucose: '7.0' },
    ...{
      symptoms: ['dizziness'],
      problems: [],
      guidance: ['recheck'],
      riskControls: ['diet'],
      abnormalities: '血糖高',
    },
  } as unknown as Examination
  const markup = examinationForm(person, examined)
  assert.ok(markup.includes('和&lt;测试&gt;') && !markup.includes('<测试>'))
  const words = plain(markup)
  for (const part of [
    '编号201－00123',
    '2025年11月20日',
    '150／90 mmHg',
    '血红蛋白 129g/L',
    '有异常：血糖高',
    '本人签字：',
  ])
    assert.ok(words.includes(part), `${part} in ${words}`)
})

test('a card holds four visits; what is not there is left to be written', () => {
  const visit = {
    happenedOn: '2025-03-10',
    mode: 'clinic',
    systolic: 138,
    diastolic: 84,
    class: 'satisfied',
    dueOn: '2025-06-10',
    symptoms: [],
  }
  const markup = visitCard('hypertension', person, [visit as unknown as VisitRow])
  const words = plain(markup)
  for (const part of ['高血压患者随访服务记录表', '☑1 门诊', '138／84', '无症状', '患者（家属）签名', '2025年6月10日'])
    assert.ok(words.includes(part), `${part} in ${words}`)
  assert.equal(markup.match(/<td><\/td>/g)!.length % 3, 0)
  assert.equal(printable('卡', [markup, markup]).match(/<section>/g)!.length, 2)
})
