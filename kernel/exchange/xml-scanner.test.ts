import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeEntities, decodeEscapes, scanXml, xmlBytes, xmlPieces } from './xml-scanner.ts'
import { UnreadableFile } from './unreadable-file.ts'

function tagsOf(xml: string): string[] {
  const scanner = scanXml(xml, 'test')
  const tags: string[] = []
  for (let tag = scanner.next(); tag !== undefined; tag = scanner.next()) {
    tags.push(`${scanner.isClosing() ? '/' : ''}${tag}${scanner.isEmpty() ? '!' : ''}`)
  }
  return tags
}

test('names are local, comments, instructions, CDATA and document types are passed over', () => {
  assert.deepEqual(tagsOf('<?xml version="1.0"?><!DOCTYPE x><x:row r="1"><!-- <c> --><x:c/><![CDATA[<v>]]></x:row >'), [
    'row',
    'c!',
    '/row',
  ])
})

test('attributes come in any order, quotes and spacing, with prefixes and entities', () => {
  const scanner = scanXml(`<c t = 's'\n r="A1" x:id="a>b&amp;c" />`, 'test')
  assert.equal(scanner.next(), 'c')
  assert.equal(scanner.isEmpty(), true)
  assert.deepEqual(['r', 't', 'id', 'none'].map(scanner.attribute), ['A1', 's', 'a>b&c', undefined])
})

test('texts join entities and CDATA and leave comments out', () => {
  const scanner = scanXml('<t>a&lt;b<!-- no --><![CDATA[<&amp;>]]>&#x4E00;&#20108;</t><v/>', 'test')
  scanner.next()
  assert.equal(scanner.text(), 'a<b<&amp;>一二')
  assert.equal(scanner.next(), 't')
  scanner.next()
  assert.equal(scanner.text(), '')
})

test('entities: unknown ones and impossible characters are left as they stand', () => {
  assert.equal(decodeEntities('&quot;&apos;&gt;&nbsp;&#x110000;&#9;'), `"'>&nbsp;&#x110000;\t`)
})

test('workbook escapes', () => {
  assert.equal(decodeEscapes('a_x000D_b_x005F_x000D_'), 'a\rb_x000D_')
})

test('what is cut off is damaged, not endless', () => {
  for (const xml of ['<c r="A1', '<c r', '<c r=A1>', '<!-- x', '<c', '<c r="<']) {
    assert.throws(() => tagsOf(xml), UnreadableFile, xml)
  }
  const scanner = scanXml('<v>12', 'test')
  scanner.next()
  assert.throws(() => scanner.text(), UnreadableFile)
})

test('parts in other encodings are converted', () => {
  const xml = '<?xml version="1.0" encoding="UTF-16"?><a>和</a>'
  assert.match(xmlBytes(Buffer.from(`\uFEFF${xml}`, 'utf16le'), 'test').toString(), /<a>和<\/a>/)
  assert.equal(xmlBytes(Buffer.from('\uFEFF<a/>'), 'test').toString(), '<a/>')
  assert.throws(() => xmlBytes(Buffer.from('<?xml version="1.0" encoding="klingon"?>'), 'test'), UnreadableFile)
})

test('pieces end after a closing tag and join to the whole', () => {
  const rows = Array.from({ length: 200_000 }, (_, index) => `<row r="${index + 1}"><c><v>和</v></c></row>`).join('')
  const bytes = Buffer.from(`<sheetData>${rows}</sheetData>`)
  const pieces = [...xmlPieces(bytes, 0, bytes.length, '</row>')]
  assert.ok(pieces.length > 1)
  assert.ok(pieces.slice(0, -1).every((piece) => piece.endsWith('</row>')))
  assert.equal(pieces.join(''), bytes.toString())
})
