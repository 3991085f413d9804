import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bind, type BoundFigure } from '@kangheng/kernel/wording/bound.ts'
import { sentenceText, zh } from '@kangheng/kernel/wording/say.ts'
import { sampleFigure } from '@kangheng/kernel/testing/figures.ts'
import { paragraphSource, parseParagraph, refreshFigures } from './edit.ts'
import { numberFigures, paragraphsOf, quotedFigures, tablesOf } from './figures.ts'
import { sampleBulletin } from './testing/bulletin.ts'
import { sampleSummary } from './testing/summary.ts'

const ID = 'family-doctor.signed@530721/2025'
const signed = (value: string) =>
  bind(sampleFigure({ value }), {
    sameTimeLastYear: sampleFigure({ value: '100000', period: { id: '2024', title: { zh: '2024年', en: '2024' } } }),
  })
const only = (bound: BoundFigure) => (identity: string) => (identity === ID ? bound : undefined)

test('a paragraph is edited as text with placeholders and reads back the same', () => {
  const parts = zh`已签约${signed('106351')}，${signed('106351').sameTimeLastYear}。`
  const source = paragraphSource(parts)
  assert.equal(source, `已签约{{${ID}}}，{{${ID}#sameTimeLastYear}}。`)
  assert.deepEqual(parseParagraph(source, only(signed('106351'))), { ok: true, parts })
})

test('free text is kept to the letter; derived figures can be placed too', () => {
  const source = `　全县（含街道）已签约{{ ${ID} }}——{{${ID}!change}}。`
  const parsed = parseParagraph(source, only(signed('106351')))
  assert.equal(parsed.ok && sentenceText(parsed.parts), '　全县（含街道）已签约106351人——6351人。')
})

test('placeholders that name nothing are told', () => {
  const parsed = parseParagraph(`甲{{no.such@1/2}}乙{{${ID}#nonsense}}丙{{${ID}!nonsense}}`, only(signed('1')))
  assert.deepEqual(parsed, { ok: false, unknown: ['no.such@1/2', `${ID}#nonsense`, `${ID}!nonsense`] })
})

test('refreshing renews figures and the words that follow their sign, and keeps free text and numbers', () => {
  const parts = zh`经各方努力，已签约${signed('106351')}，${signed('106351').sameTimeLastYear}，成绩来之不易。`
  const before = numberFigures(sampleSummary({ sections: [], opening: [{ kind: 'paragraph', parts }] }))
  const { document, changes, unknown } = refreshFigures(before, only(signed('98000')))
  const [paragraph] = paragraphsOf(document)
  assert.equal(sentenceText(paragraph!.parts), '经各方努力，已签约98000人，同比下降2.0%，成绩来之不易。')
  assert.deepEqual(
    quotedFigures(document).map((part) => part.figure.key),
    ['F001', 'F002'],
  )
  assert.deepEqual(
    changes.map(({ before, after }) => [before, after]),
    [
      ['106351人', '98000人'],
      ['同比增长6.4%', '同比下降2.0%'],
    ],
  )
  assert.deepEqual(unknown, [])
})

test('tables are refreshed with their derived columns; unknown figures stay and are listed', () => {
  const before = sampleBulletin()
  const place = { code: '530721102', title: { zh: '石鼓镇', en: 'Shigu' } }
  const fresh = bind(sampleFigure({ value: '9000', place }), {
    sameTimeLastYear: sampleFigure({ value: '8000', place }),
  })
  const { document, unknown } = refreshFigures(before, (identity) =>
    identity === 'family-doctor.signed@530721102/2025-11-ytd' ? fresh : undefined,
  )
  const row = tablesOf(document)[0]!.rows[1]!
  const values = row.cells.map((cell) => (cell.kind === 'text' ? cell.text : cell.figure.value))
  assert.deepEqual(values, ['石鼓镇', '17920', '9000', '12.5', null, '44.99', '-0.53', '10'])
  assert.ok(unknown.includes('family-doctor.coverage@530721/2025-11-ytd'))
})
