import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind } from '@kangheng/kernel/wording/bound.ts'
import type { FigureRef } from '@kangheng/kernel/wording/model.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { sampleFigure } from '@kangheng/kernel/testing/figures.ts'
import { canonicalFigures, canonicalLine, canonicalText, digestOf, parseCanonicalLine, sm3 } from './digest.ts'
import { numberFigures } from './figures.ts'
import { sampleBulletin } from './testing/bulletin.ts'
import { sampleSummary } from './testing/summary.ts'

const saying = (change: Partial<Omit<FigureRef, 'unit'>> = {}, title = '标题') =>
  numberFigures(
    sampleSummary({
      title,
      sections: [],
      opening: [{ kind: 'paragraph', parts: zh`签约${bind(sampleFigure(change))}。` }],
    }),
  )

test('SM3 of GB/T 32905-2016, example 1', () => {
  assert.equal(sm3('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
})

test('the canonical list: head, then one line a figure', () => {
  const [head, line, ...more] = canonicalText(saying()).split('\n')
  assert.equal(head, 'kangheng-figures-1|summary|玉龙纳西族自治县卫生健康局|标题|530721|2025')
  assert.equal(line, 'F001|family-doctor.signed@530721/2025|1|106351|人|-|-|closed|2026-01-05|106351人|1')
  assert.deepEqual(more, [])
})

test('whatever a reader relies on changes the digest; where the text stands does not', () => {
  const digest = digestOf(saying())
  const changes: Partial<Omit<FigureRef, 'unit'>>[] = [
    { value: '106352' },
    { status: 'revised' },
    { closedOn: '2026-01-06' },
    { definitionVersion: 2 },
    { numerator: { title: { zh: '甲', en: 'a' }, value: '1' } },
    { place: { code: '530722', title: { zh: '乙', en: 'b' } } },
  ]
  for (const change of changes) assert.notEqual(digestOf(saying(change)), digest, JSON.stringify(change))
  assert.notEqual(digestOf(saying({}, '另一标题')), digest)
  assert.equal(digestOf(saying({ link: '/elsewhere' })), digest)
})

test('every figure of text and tables is in the list, and a line reads back', () => {
  const figures = canonicalFigures(numberFigures(sampleBulletin()))
  assert.equal(figures.filter((figure) => figure.key.startsWith('T1-')).length, 17 * 7)
  assert.equal(new Set(figures.map((figure) => figure.key)).size, figures.length)
  for (const figure of figures) assert.deepEqual(parseCanonicalLine(canonicalLine(figure)), figure)
  assert.equal(parseCanonicalLine('F001|x'), undefined)
})
