import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import ExcelJS from 'exceljs'
import { checkDocument, checkText } from '../index.ts'
import { parseBody } from '../read/docx.ts'
import { sampleDocx } from '../testing/sample-docx.ts'
import { claimWorkbook } from './claim-workbook.ts'
import { annotateFindings } from './findings-in-word.ts'
import { commentDocx } from './word-comments.ts'

const OPTIONS = { author: '核对', initials: '核', date: null }
const SUMMARY =
  '某区年终总结\n全年受理投诉21件，办结率98%，满意率95%。\n法定传染病报告1495例。报告乙类传染病1018例，丙类467例。'
const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  )

/** The text between the marks of each comment. */
function commented(xml: string): string[] {
  const found: string[] = []
  for (const [, id] of xml.matchAll(/<w:commentRangeStart w:id="(\d+)"\/>/g)) {
    const stretch = xml.slice(
      xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`),
      xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`),
    )
    found.push([...stretch.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''))
  }
  return found
}

test('each finding becomes a comment on exactly its characters', async () => {
  const original = await sampleDocx(SUMMARY)
  const result = await checkDocument(original, 'a.docx')
  const parts = partsOf(annotateFindings(original, result))
  assert.deepEqual(commented(parts['word/document.xml'] ?? ''), ['98%', '1495例'])
  assert.match(parts['word/comments.xml'] ?? '', /【矛盾·不可能的比率】/)
  assert.match(parts['[Content_Types].xml'] ?? '', /\/word\/comments\.xml/)
  assert.match(parts['word/_rels/document.xml.rels'] ?? '', /relationships\/comments/)
})

test('text, formatting and all other parts stay as they were', async () => {
  const original = await sampleDocx(SUMMARY)
  const result = await checkDocument(original, 'a.docx')
  const annotated = annotateFindings(original, result)
  const [before, after] = [partsOf(original), partsOf(annotated)]
  for (const name of Object.keys(before)) {
    if (
      !['word/document.xml', 'word/comments.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels'].includes(name)
    )
      assert.equal(after[name], before[name], name)
  }
  assert.equal((await checkDocument(annotated, 'a.docx')).text, result.text)
  assert.deepEqual(formatted(after['word/document.xml'] ?? ''), formatted(before['word/document.xml'] ?? ''))
})

/** Every character with the properties of its run. */
function formatted(xml: string): string[] {
  const { text, runs } = parseBody(xml)
  return runs.flatMap((run) =>
    run.items.flatMap((item) =>
      [...text.slice(item.textStart, item.textEnd)].map((sign) => `${sign}${run.properties}`),
    ),
  )
}

test('a second round of comments is added to the first', async () => {
  const original = await sampleDocx('共签约106351人。')
  const once = commentDocx(original, [{ start: 3, end: 10, lines: ['一'] }], OPTIONS)
  const twice = partsOf(
    commentDocx(
      once,
      [
        { start: 0, end: 3, lines: ['二'] },
        { start: 5, end: 7, lines: ['三 <&>'] },
      ],
      OPTIONS,
    ),
  )
  assert.deepEqual(commented(twice['word/document.xml'] ?? ''), ['共签约', '106351人', '63'])
  assert.deepEqual(
    [...(twice['word/comments.xml'] ?? '').matchAll(/<w:t [^>]*>([^<]*)/g)].map((match) => match[1]),
    ['一', '二', '三 &lt;&amp;&gt;'],
  )
})

test('comments may begin and end anywhere, overlap and nest', async () => {
  const text = '甲&乙<丙>1495例、“丁”共21件；办结率98%。'
  const original = await sampleDocx(text)
  const spans = fc.array(fc.tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 8 })), { maxLength: 6 })
  fc.assert(
    fc.property(spans, (chosen) => {
      const comments = chosen.map(([start, length]) => ({
        start,
        end: Math.min(text.length, start + length),
        lines: ['x'],
      }))
      const xml = partsOf(commentDocx(original, comments, OPTIONS))['word/document.xml'] ?? ''
      assert.equal(parseBody(xml).text, `${text}\n`)
      const marked = commented(xml).map((stretch) =>
        stretch.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      )
      assert.deepEqual(marked.sort(), comments.map(({ start, end }) => text.slice(start, end)).sort())
    }),
    { numRuns: 30 },
  )
})

test('the figure inventory lists every claim and every finding', async () => {
  const result = checkText(SUMMARY)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await claimWorkbook(result, SUMMARY)) as unknown as ExcelJS.Buffer)
  const [claims, findings] = workbook.worksheets
  assert.equal(claims?.name, '数据台账')
  assert.equal(claims?.rowCount, result.claims.length + 1)
  assert.equal(findings?.rowCount, result.findings.length + 1)
  const row = claims?.getRow(3)
  assert.deepEqual(
    [row?.getCell(3).value, row?.getCell(6).value, row?.getCell(8).value, row?.getCell(12).value],
    ['办结率', 98, '%', '矛盾'],
  )
})
