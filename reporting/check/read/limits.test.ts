import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Footer, FootnoteReferenceRun, Header, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { annotateFindings } from '../annotate/findings-in-word.ts'
import { checkDocument } from '../index.ts'
import { sampleDocx } from '../testing/sample-docx.ts'
import { UnreadableDocument } from './unreadable-document.ts'

/** A Word file with this as its main part. */
async function withBody(body: string): Promise<Uint8Array> {
  const parts = unzipSync(await sampleDocx('某县工作总结'))
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) })
}
const refused = (bytes: Uint8Array, name: string, words: RegExp) =>
  assert.rejects(
    checkDocument(bytes, name),
    (error: unknown) => error instanceof UnreadableDocument && words.test(error.text.zh),
  )
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

test('tables nested without end are refused, those people nest are read', async () => {
  const nest = (depth: number) =>
    '<w:tbl><w:tr><w:tc>'.repeat(depth) + paragraph(run('办结21件')) + '</w:tc></w:tr></w:tbl>'.repeat(depth)
  await refused(await withBody(nest(50_000)), 'a.docx', /已损坏.*nested/)
  assert.match((await checkDocument(await withBody(nest(8)), 'a.docx')).text, /办结21件/)
})

test('a text of more than a million characters is refused in words, whatever the format', async () => {
  const long = '签约12人。\n'.repeat(150_000)
  await refused(strToU8(long), 'a.txt', /一百万字/)
  await refused(await withBody(paragraph(run(long))), 'a.docx', /一百万字/)
})

test('an archive that expands beyond all measure is refused', async () => {
  await refused(await withBody(paragraph(run(' '.repeat(70 << 20)))), 'bomb.docx', /一百万字/)
})

test('empty documents have no claims', async () => {
  for (const [bytes, name] of [
    [await withBody(''), 'a.docx'],
    [strToU8(' \n\n '), 'a.txt'],
    [strToU8('<html></html>'), 'a.html'],
  ] as const) {
    const { claims, findings } = await checkDocument(bytes, name)
    assert.deepEqual([claims, findings], [[], []])
  }
  await refused(new Uint8Array(), 'a.docx', /空的/)
})

test('tracked changes are read as if they were accepted, and can be annotated', async () => {
  const body = paragraph(
    `${run('全年受理投诉21件，办结率')}<w:del w:id="1"><w:r><w:delText>95%</w:delText></w:r></w:del><w:ins w:id="2">${run('98%')}</w:ins>${run('。')}`,
  )
  const bytes = await withBody(body)
  const result = await checkDocument(bytes, 'a.docx')
  assert.equal(result.text, '全年受理投诉21件，办结率98%。\n')
  assert.equal(result.findings.length, 1)
  assert.equal((await checkDocument(annotateFindings(bytes, result), 'a.docx')).text, result.text)
})

test('headers, footers and notes that claim something are read behind the text, once; page numbers and titles are not', async () => {
  const header = new Header({ children: [new Paragraph('某县2025年工作总结'), new Paragraph('全县户籍人口219757人')] })
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('含上年结转3件，办结率98%。')] } },
    sections: [
      {
        headers: { default: header, first: header },
        footers: { default: new Footer({ children: [new Paragraph('第1页 共12页')] }) },
        children: [
          new Paragraph('某县工作总结'),
          new Paragraph({ children: [new TextRun('全年受理投诉21件。'), new FootnoteReferenceRun(1)] }),
        ],
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const result = await checkDocument(bytes, 'a.docx')
  assert.deepEqual(
    result.paragraphs
      .slice(2)
      .map(({ start, end, path }) => [result.text.slice(start, end), path.split('/')[0]!.replace(/\d+$/, '')])
      .sort(),
    [
      ['全县户籍人口219757人', 'header'],
      ['含上年结转3件，办结率98%。', 'footnotes'],
    ],
  )
  // What cannot carry a comment does not break the others.
  assert.doesNotThrow(() => annotateFindings(bytes, result))
})
