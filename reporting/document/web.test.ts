import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestOf } from './digest.ts'
import { numberFigures } from './figures.ts'
import { sampleBulletin } from './testing/bulletin.ts'
import { sampleSummary } from './testing/summary.ts'
import { renderText } from './text.ts'
import { toWeb, type WebBlock } from './web.ts'

const page = toWeb(sampleBulletin())
const blocks = page.sections.flatMap((section) => section.blocks)
const find = <Kind extends WebBlock['kind']>(kind: Kind) =>
  blocks.filter((block) => block.kind === kind) as Extract<WebBlock, { kind: Kind }>[]

test('the page is plain data', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(page)), page)
})

test('every figure of the page has its number and its way to the rows behind it', () => {
  const figures = find('paragraph').flatMap((paragraph) => paragraph.parts.filter((part) => part.kind === 'figure'))
  const listed = new Set(page.appendix.rows.map((row) => row.key))
  assert.ok(figures.length >= 30)
  for (const figure of figures) {
    assert.ok(listed.has(figure.key), figure.key)
    assert.match(figure.link, /^\/figures\//)
  }
  assert.equal(page.appendix.digest, digestOf(numberFigures(sampleBulletin())))
})

test('headings are numbered, tables say what they are, cells keep their plain value', () => {
  assert.deepEqual(
    page.sections.map((section) => `${section.number}${section.title}`),
    ['一、总体进展', '二、存在问题', '三、下一步工作要求'],
  )
  assert.deepEqual(
    find('heading').map((heading) => heading.number),
    ['（一）', '（二）', '（三）', '1.', '2.'],
  )
  const [table] = find('table')
  assert.deepEqual([table?.number, table?.status.en, table?.asOf], [1, 'closed 2025-12-05', '2025-11-30'])
  const total = table!.rows.at(-1)!.cells
  assert.deepEqual(total[2]?.kind === 'figure' && [total[2].text, total[2].value, total[2].absence], [
    '106,351',
    '106351',
    null,
  ])
  assert.deepEqual(total[7]?.kind === 'figure' && [total[7].text, total[7].value, total[7].absence], [
    '—',
    null,
    'not-applicable',
  ])
})

test('marks and obstacles are told in both languages', () => {
  assert.deepEqual(
    page.marks.map((mark) => mark.en),
    ['Demo data: all people and records are invented'],
  )
  assert.deepEqual(
    toWeb(sampleSummary()).marks.map((mark) => mark.zh),
    ['演示数据：人员与记录均为虚构', '汇总稿'],
  )
  assert.deepEqual(page.obstacles, [])
})

test('page and text say the same sentences', () => {
  const text = renderText(sampleBulletin())
  for (const paragraph of find('paragraph')) assert.ok(text.includes(paragraph.parts.map((part) => part.text).join('')))
  assert.ok(
    text.includes(
      '截至11月底，全县常住居民219757人，已签约106351人，同比增长5.0%，完成年度目标（110000人）的96.7%，快于时间进度5.0个百分点。',
    ),
  )
  assert.ok(text.includes('老年人中医药健康管理率暂无数据。'))
  assert.ok(text.includes('\n石鼓镇\t17,920\t8,062\t-0.2\t90.0\t44.99\t-0.53\t10\n'))
  assert.doesNotMatch(text, /，，|，。|（）|undefined|null/)
})
