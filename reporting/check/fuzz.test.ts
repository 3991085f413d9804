import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDocument, checkText } from './index.ts'
import { UnreadableDocument } from './read/unreadable-document.ts'
import { sampleDocx } from './testing/sample-docx.ts'

const WORDS =
  '其中 率- 同比增长- ，- 共 占 率 签约 建档 应 实种 同比增长 下降 较上年 提高到 由 从 分别 其他 合计 （ ） ， 。 ； 、 ： \n 一、 二是 第 全县 年 月 日 1 21 98% 0 00 1.5 万 亿 元 人 人次 例 家 个 ‰ /10万 :100 百分之 三分之 近半 两 十二 〇 ％ ～ - 余 多 约 以上 “ ” x 【2025】8号 每千人口 每季度 控制在 第三 个百分点 倍 岁 \u3000 𠮷'.split(
    ' ',
  )

const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

test('no text makes the check fail, and every claim stands at its offsets', () => {
  fc.assert(
    fc.property(text, (input) => {
      const points = [...input]
      const { claims, findings, documents } = checkText(input)
      for (const claim of claims) {
        assert.equal(points.slice(claim.start, claim.end).join(''), claim.text)
        assert.ok(Number.isFinite(claim.value) && claim.unit !== '')
      }
      const ids = new Set(claims.map((claim) => claim.id))
      for (const finding of findings) assert.ok([finding.claim, ...finding.others].every((id) => ids.has(id)))
      assert.equal(documents[0]?.start, 0)
      assert.equal(documents.at(-1)?.end, points.length)
    }),
    { numRuns: 250 },
  )
})

test('the same text always gives the same result', () => {
  fc.assert(
    fc.property(text, (input) => assert.deepEqual(checkText(input), checkText(input))),
    { numRuns: 40 },
  )
})

test('a damaged Word file is read or refused, never a crash', async () => {
  const docx = await sampleDocx('某区年终总结\n受理投诉21件，办结率98%。', [
    [
      ['单位', '人数（人）'],
      ['甲', '12'],
    ],
  ])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(docx.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(docx.length),
      async (changes, cut) => {
        const damaged = Uint8Array.from(docx)
        for (const [at, byte] of changes) damaged[at] = byte
        for (const bytes of [damaged, docx.subarray(0, cut)]) {
          try {
            await checkDocument(bytes, 'a.docx')
          } catch (error) {
            assert.ok(error instanceof UnreadableDocument, String(error))
          }
        }
      },
    ),
    { numRuns: 30 },
  )
})

test('hostile texts take no more time than others of their length', () => {
  for (const unit of [
    '其中1人，',
    '（',
    '1、',
    '占1%、',
    '合计1人',
    '一二三四五六七八九',
    '受理1件审核1件',
    '年月日',
    '“一个',
    '由1%到2%，提高1个百分点，',
  ]) {
    const started = performance.now()
    checkText(unit.repeat(Math.ceil(10_000 / unit.length)))
    assert.ok(performance.now() - started < 5000, unit)
  }
})
