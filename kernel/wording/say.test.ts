import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind } from './bound.ts'
import { en, sentenceText, zh } from './say.ts'
import { sampleFigure, sampleRate } from '../testing/figures.ts'
import { TEN_THOUSAND_YUAN } from './units.ts'

const loans = bind(sampleFigure({ value: '1280', unit: '把次' }), { sameTimeLastYear: sampleFigure({ value: '1000' }) })
const fresh = bind(sampleFigure({ value: '1280', unit: '把次' }))

test('a figure in a sentence stays a figure', () => {
  const parts = zh`全年借出雨伞${loans}，${loans.sameTimeLastYear}。`
  assert.deepEqual(
    parts.map((part) => part.kind),
    ['text', 'figure', 'text', 'phrase', 'text'],
  )
  assert.equal(sentenceText(parts), '全年借出雨伞1280把次，同比增长28.0%。')
})

test('a phrase with nothing to say takes its punctuation along', () => {
  assert.equal(sentenceText(zh`借出${fresh}，${fresh.sameTimeLastYear}；逾期`), '借出1280把次；逾期')
  assert.equal(sentenceText(zh`借出${fresh}（${fresh.sameTimeLastYear}）。`), '借出1280把次。')
  assert.equal(sentenceText(zh`借出${fresh}（${fresh.sameTimeLastYear}${fresh.rank}）。`), '借出1280把次。')
  assert.equal(sentenceText(zh`借出${fresh}，${fresh.sameTimeLastYear}，${fresh.rank}。`), '借出1280把次。')
  assert.equal(sentenceText(zh`好。${fresh.rank}，借出${fresh}。`), '好。借出1280把次。')
  assert.equal(sentenceText(zh`好。${fresh.rank}。又好。`), '好。又好。')
  assert.equal(sentenceText(zh`${fresh.rank}，借出${fresh}。`), '借出1280把次。')
  assert.equal(sentenceText(en`Lent ${fresh}, ${fresh.sameTimeLastYear}; overdue`), 'Lent 1,280 把次; overdue')
})

test('numbers are said in their unit, scaled only when the definition says so', () => {
  const say = (figure: Parameters<typeof bind>[0]) => sentenceText(zh`${bind(figure)}`)
  assert.equal(say(sampleFigure({ value: '106351' })), '106351人')
  assert.equal(say(sampleFigure({ value: '83659', unit: '人次' })), '83659人次')
  assert.equal(say(sampleRate('4.20', { unit: '‰' })), '4.20‰')
  assert.equal(say(sampleRate('12.50', { unit: '/10万' })), '12.50/10万')
  assert.equal(say(sampleFigure({ value: '19324400', unit: '元' })), '19324400元')
  assert.equal(say(sampleFigure({ value: '19324449', unit: '元', scale: TEN_THOUSAND_YUAN })), '1932.44万元')
  assert.equal(sentenceText(en`${bind(sampleFigure({ value: '106351' }))}`), '106,351 people')
})

test('missing, zero and not applicable read differently', () => {
  const say = (figure: Parameters<typeof bind>[0]) => sentenceText(zh`死亡${bind(figure)}`)
  assert.equal(say(sampleFigure({ value: '0' })), '死亡0人')
  assert.equal(say(sampleFigure({ value: null })), '死亡暂无数据')
  assert.equal(say(sampleFigure({ value: null, absence: 'not-applicable' })), '死亡不适用')
})

test('all and none are said without decimals only when they are exact', () => {
  const term = (value: string) => ({ title: { zh: '数', en: 'number' }, value })
  const say = (value: string, numerator: string, denominator: string) =>
    sentenceText(zh`${bind(sampleRate(value, { numerator: term(numerator), denominator: term(denominator) }))}`)
  assert.equal(say('100.00', '15497', '15497'), '100%')
  assert.equal(say('100.00', '219756', '219757'), '100.00%')
  assert.equal(say('0.00', '0', '15497'), '0%')
  assert.equal(say('0.00', '1', '219757'), '0.00%')
})

test('a sentence may hold a sentence', () => {
  const inner = zh`借出${fresh}`
  assert.equal(sentenceText(zh`全年${inner}，全部归还。`), '全年借出1280把次，全部归还。')
})
