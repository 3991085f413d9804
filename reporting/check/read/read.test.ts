import assert from 'node:assert/strict'
import { test } from 'node:test'
import iconv from 'iconv-lite'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { samplePdf } from '../testing/sample-pdf.ts'
import { readDocument } from './index.ts'
import { findOffice } from './office.ts'
import { UnreadableDocument } from './unreadable-document.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = async (bytes: Uint8Array, name: string): Promise<string> => (await readDocument(bytes, name)).text

test('text is read in UTF-8, with a mark, in UTF-16 and in GB18030', async () => {
  const text = '某县总结\n共签约106351人，㐀𠮷。'
  assert.equal(await textOf(utf8(text), 'a.txt'), text)
  assert.equal(await textOf(utf8(`\ufeff${text}`), 'a.txt'), text)
  assert.equal(await textOf(Buffer.from(`\ufeff${text}`, 'utf16le'), 'a.txt'), text)
  assert.equal(await textOf(iconv.encode(text, 'gb18030'), 'a.txt'), text)
})

test('line ends become newlines', async () => assert.equal(await textOf(utf8('一\r\n二\r三'), 'a.txt'), '一\n二\n三'))

test('a page gives its visible text, a line per block, and its tables', async () => {
  const page =
    '<html><head><style>p{}</style><title>x</title></head><body><h1>总结</h1><p>共&nbsp;12<b>人</b>，<br>完成。</p><script>1人</script><table><tr><th>单位</th><th>人数（人）</th></tr><tr><td>甲</td><td>12</td></tr></table></body></html>'
  const { text, tables, blocks } = await readDocument(utf8(page), 'a.html')
  assert.equal(text, '总结\n共\u00a012人，\n完成。\n单位\n人数（人）\n甲\n12\n')
  assert.deepEqual(
    tables[0]?.rows.map((row) => row.map((cell) => text.slice(cell.start, cell.end))),
    [
      ['单位', '人数（人）'],
      ['甲', '12'],
    ],
  )
  assert.equal(blocks[0]?.heading, true)
})

test('Word paragraphs keep their order, runs, breaks and paths; tables keep rows and spans', async () => {
  const cell = (text: string, columnSpan = 1) => new TableCell({ columnSpan, children: [new Paragraph(text)] })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new TextRun('共签约'),
              new TextRun({ text: '106', bold: true }),
              new TextRun('351人'),
              new TextRun({ text: '。', break: 1 }),
            ],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell('合并', 2), cell('率')] }),
              new TableRow({ children: [cell('甲'), cell('12'), cell('5%')] }),
            ],
          }),
          new Paragraph('完 & 了'),
        ],
      },
    ],
  })
  const { text, blocks, tables } = await readDocument(new Uint8Array(await Packer.toBuffer(document)), 'a.docx')
  assert.equal(text, '共签约106351人\n。\n合并\n率\n甲\n12\n5%\n完 & 了\n')
  assert.deepEqual(
    blocks.map((block) => block.path),
    ['p1', 't1/r1/c1/p1', 't1/r1/c2/p1', 't1/r2/c1/p1', 't1/r2/c2/p1', 't1/r2/c3/p1', 'p2'],
  )
  assert.deepEqual(
    tables[0]?.rows.map((row) => row.map((cell) => [text.slice(cell.start, cell.end), cell.column])),
    [
      [
        ['合并', 0],
        ['率', 2],
      ],
      [
        ['甲', 0],
        ['12', 1],
        ['5%', 2],
      ],
    ],
  )
})

test('a file is known by its content, whatever its name', async () => {
  const docx = new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('共12人')] }] })),
  )
  assert.equal(await textOf(docx, 'a.doc'), '共12人\n')
})

test('a PDF gives its text layer, with fonts that are not embedded', async () => {
  assert.equal(await textOf(samplePdf('共签约106351人，签约率48.39%。'), 'a.pdf'), '共签约106351人，签约率48.39%。')
  await assert.rejects(readDocument(samplePdf(''), 'a.pdf'), /no text layer/)
})

test('what stands in columns in a PDF is a table; cells may have several lines', async () => {
  const row = (y: number, ...cells: string[]) => cells.map((text, column) => ({ text, x: 50 + column * 160, y }))
  const page = [
    ...row(760, '各乡镇签约情况如下。'),
    ...row(720, '单位', '应签（人）', '实签（人）'),
    { text: '青山镇中心', x: 50, y: 698 },
    { text: '卫生院', x: 50, y: 682 },
    ...row(690, '', '1200', '900').slice(1),
    ...row(650, '白水乡', '800', '640'),
    ...row(620, '合计', '2000', '1540'),
    ...row(580, '二、存在问题。'),
  ]
  const { text, tables, blocks } = await readDocument(samplePdf(page), 'a.pdf')
  const words = tables.map(({ rows }) => rows.map((cells) => cells.map(({ start, end }) => text.slice(start, end))))
  assert.deepEqual(words, [
    [
      ['单位', '应签（人）', '实签（人）'],
      ['青山镇中心卫生院', '1200', '900'],
      ['白水乡', '800', '640'],
      ['合计', '2000', '1540'],
    ],
  ])
  assert.deepEqual([blocks[0]?.path, blocks[1]?.path, blocks.at(-1)?.path], ['p1', 't1/r1/c1/p1', 'p1'])
  assert.match(text, /^各乡镇签约情况如下。\n单位\n.*\n二、存在问题。$/s)
})

test('prose with wide gaps, numbers without heads and forms stay lines in a PDF', async () => {
  const at = (x: number, y: number, text: string) => ({ text, x, y })
  const page = [
    at(50, 760, '姓名：甲'),
    at(300, 760, '12'),
    at(50, 740, '一、建档1200份，'),
    at(300, 740, '签约800人，'),
    at(50, 720, '二、体检600人，'),
    at(300, 720, '随访540人。'),
  ]
  assert.deepEqual((await readDocument(samplePdf(page), 'a.pdf')).tables, [])
})

test(
  'old Word files are read through LibreOffice',
  { skip: (await findOffice()) === null && 'LibreOffice is not installed' },
  async () => {
    const rtf = `{\\rtf1\\ansi ${[...'共签约106351人。'].map((sign) => `\\u${sign.codePointAt(0)}?`).join('')}\\par}`
    assert.equal((await textOf(utf8(rtf), 'a.rtf')).trim(), '共签约106351人。')
  },
)

test('what cannot be read is refused in both languages', async () => {
  const refused = async (bytes: Uint8Array, name: string, words: RegExp) => {
    await assert.rejects(readDocument(bytes, name), (error) => {
      assert.ok(error instanceof UnreadableDocument)
      assert.match(`${error.text.zh} ${error.text.en}`, words)
      return true
    })
  }
  await refused(new Uint8Array(), 'a.txt', /是空的.*empty/)
  await refused(Uint8Array.of(0xb0, 0xa1, 0, 7, 0xff), 'a.txt', /已损坏.*damaged/)
  await refused(utf8('x'), 'a.xyz', /不认识.*not known/)
  await refused(utf8('PK\u0003\u0004broken'), 'a.docx', /已损坏.*damaged/)
  await refused(utf8('%PDF-1.7 broken'), 'a.pdf', /已损坏.*damaged/)
})
