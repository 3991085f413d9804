import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { openSheets } from './open-sheets.ts'
import { handMadeWorkbook } from './testing/hand-made-workbook.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Reads a file to its end; the problem when it is refused, undefined when it is read. Anything but a clear refusal fails. */
function problemOf(bytes: Uint8Array, name = 'file.xlsx'): string | undefined {
  try {
    for (const sheet of openSheets(bytes, name)) for (const row of sheet.rows) void row
    return undefined
  } catch (error) {
    assert.ok(error instanceof UnreadableFile, String((error as Error).stack))
    assert.match(error.text.zh, /。?[请].+/)
    assert.ok(error.text.en.length > 20)
    return error.problem
  }
}

const ole2 = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(600),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(600),
  ])

test('what is no table is refused by what it is', () => {
  assert.equal(problemOf(new Uint8Array()), 'empty')
  assert.equal(problemOf(ole2('EncryptedPackage')), 'password-protected')
  assert.equal(problemOf(ole2('Workbook')), 'legacy-xls')
  assert.equal(problemOf(ole2('WordDocument')), 'other-format')
  assert.equal(problemOf(strToU8('%PDF-1.7')), 'other-format')
  assert.equal(problemOf(strToU8('Rar!\u001a')), 'other-format')
  assert.equal(problemOf(strToU8('<html><table><tr><td>姓名</td></tr></table></html>'), 'file.xls'), 'other-format')
  assert.equal(problemOf(strToU8('<?xml version="1.0"?><Workbook/>'), 'file.xls'), 'other-format')
  assert.equal(
    problemOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82])),
    'other-format',
  )
  assert.equal(problemOf(zipSync({ 'content.xml': strToU8('<x/>') })), 'other-format')
  assert.equal(problemOf(zipSync({ 'xl/workbook.bin': strToU8('x') })), 'other-format')
  assert.equal(problemOf(zipSync({ 'a.txt': strToU8('x') })), 'other-format')
  assert.equal(problemOf(zipSync({})), 'other-format')
})

test('a Word document under the name of a workbook', () => {
  const relation =
    '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>'
  assert.equal(
    problemOf(zipSync({ '_rels/.rels': strToU8(relation), 'word/document.xml': strToU8('<w/>') })),
    'other-format',
  )
})

test('the sheet of a CSV has the name of the file', () => {
  const [sheet] = openSheets(strToU8('姓名,身份证号'), 'C:\\报送\\黄山街道.csv')
  assert.equal(sheet!.name, '黄山街道')
})

const sample = handMadeWorkbook({
  sheets: {
    名单: `<sheetData>${Array.from({ length: 40 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>${row % 3}</v></c><c r="B${row + 1}" s="1"><v>${33000 + row}</v></c></row>`).join('')}</sheetData><mergeCells><mergeCell ref="A1:A4"/></mergeCells>`,
  },
  strings: '<si><t>姓名</t></si><si><r><t>和</t></r></si><si><t>a&amp;b</t></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
})

test('a damaged workbook is read or refused, never a crash: bytes changed, cut, doubled', () => {
  assert.equal(problemOf(sample), undefined)
  const change = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(change, fc.nat(sample.length), (changes, length) => {
      const bytes = Uint8Array.from(sample)
      for (const [at, value] of changes) bytes[at] = value
      problemOf(bytes)
      problemOf(bytes.subarray(0, length))
      problemOf(Buffer.concat([bytes.subarray(0, length), bytes]))
    }),
    { numRuns: 300 },
  )
})

test('damaged XML inside a sound archive is read or refused, never a crash', () => {
  const xml =
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>和</t></is></c></row></sheetData>'
  const part = fc.constantFrom(
    'sheet',
    'strings',
    'styles',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    '_rels/.rels',
  )
  const edit = fc.tuple(
    fc.nat(xml.length),
    fc.nat(12),
    fc.constantFrom('', '<', '>', '"', '&', '/', '<c>', '</row>', '<!--', '<![CDATA[', '\u0000', 'r="9"', '和'),
  )
  fc.assert(
    fc.property(part, edit, (name, [at, removed, inserted]) => {
      const broken = (text: string) =>
        text.slice(0, at % text.length) + inserted + text.slice((at % text.length) + removed)
      const bytes =
        name === 'sheet'
          ? handMadeWorkbook({ sheets: { 名单: broken(xml) }, strings: '<si><t>姓名</t></si>' })
          : name === 'strings'
            ? handMadeWorkbook({ sheets: { 名单: xml }, strings: broken('<si><t>姓名</t></si>') })
            : name === 'styles'
              ? handMadeWorkbook({ sheets: { 名单: xml }, styles: broken('<cellXfs><xf numFmtId="14"/></cellXfs>') })
              : handMadeWorkbook({
                  sheets: { 名单: xml },
                  parts: { [name]: broken('<sheets><sheet name="a" r:id="rId1"/></sheets>') },
                })
      problemOf(bytes)
    }),
    { numRuns: 400 },
  )
})

test('any bytes at all are read as a table or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void problemOf(bytes, 'file.csv')),
    { numRuns: 300 },
  )
})
