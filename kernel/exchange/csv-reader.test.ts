import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { textOf } from './cell-text.ts'
import { decodeTable, readCsv } from './csv-reader.ts'
import { csvPieces } from './csv-writer.ts'
import { UnreadableFile } from './unreadable-file.ts'

function read(text: string | Uint8Array): Array<[number, string[]]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return [...readCsv(bytes, 'test').rows].map(({ row, cells }) => [
    row,
    cells.map((cell) => (cell.kind === 'text' ? cell.value : textOf(cell))),
  ])
}

test('records are rows: a quoted line break does not begin a new one, an empty line is one', () => {
  assert.deepEqual(read('a,b\r\n"x\r\ny","说""好"""\r\n\r\n,c\n'), [
    [1, ['a', 'b']],
    [2, ['x\r\ny', '说"好"']],
    [3, ['']],
    [4, ['', 'c']],
  ])
})

test('the last record needs no line end; lone carriage returns end records; text after a quote is kept', () => {
  assert.deepEqual(read('a\rb,"c"d'), [
    [1, ['a']],
    [2, ['b', 'cd']],
  ])
})

test('everything is text', () => {
  const [row] = readCsv(Buffer.from('1,TRUE,1990-11-06,5.33E+17,""'), 'test').rows
  assert.deepEqual(
    row!.cells.map((cell) => cell.kind),
    ['text', 'text', 'text', 'text', 'blank'],
  )
})

test('a ditto mark in quotes is one quotation mark', () => {
  assert.deepEqual(read('2,"""",和'), [[1, ['2', '"', '和']]])
})

const name = '和𬱖㐀䶮，傈僳族'

test('encodings: with and without byte order mark, UTF-16 both ways, GB18030 with characters of four bytes', () => {
  for (const [encoding, bytes] of [
    ['utf-8', Buffer.from(name)],
    ['utf-8', Buffer.from(`\uFEFF${name}`)],
    ['utf-16le', Buffer.from(`\uFEFF${name}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${name}`, 'utf16le').swap16()],
    ['utf-16le', Buffer.from(`a,b,${name}`, 'utf16le')],
    ['gb18030', iconv.encode(name, 'gb18030')],
  ] as const) {
    const decoded = decodeTable(bytes)
    assert.equal(decoded?.encoding, encoding)
    assert.ok(decoded.text.endsWith(name), encoding)
  }
})

test('one stray byte does not make a register unreadable, a file full of them does', () => {
  const good = iconv.encode('姓名,身份证号\r\n'.repeat(300), 'gb18030')
  assert.equal(decodeTable(Buffer.concat([good, Buffer.from([0xff, 0x0a])]))?.encoding, 'gb18030')
  assert.equal(decodeTable(Buffer.from(Array.from({ length: 300 }, () => 0xff))), undefined)
  assert.throws(() => readCsv(Buffer.from(Array.from({ length: 300 }, () => 0xff)), 'x'), {
    problem: 'unknown-encoding',
  })
})

test('tabs and semicolons', () => {
  assert.deepEqual(read('姓名\t身份证号\n和, 平\t1'), [
    [1, ['姓名', '身份证号']],
    [2, ['和, 平', '1']],
  ])
  assert.deepEqual(read('a;b;c'), [[1, ['a', 'b', 'c']]])
})

test('a quote that never closes is told with its row', () => {
  assert.throws(
    () => read('a,b\nc,"d\ne'),
    (error: unknown) => {
      assert.ok(error instanceof UnreadableFile)
      assert.equal(error.problem, 'unclosed-quote')
      assert.match(error.text.zh, /第 2 行/)
      return true
    },
  )
})

test('what the writer writes is read back, texts guarded against formulas', () => {
  // U+FFFD stands for bytes that could not be decoded: a file that holds one is taken for one in an unknown encoding.
  const value = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\u0000\ufffd]/g, ''))
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const csv = [...csvPieces(['甲', '乙,丙'], rows)].join('')
      const guard = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
      assert.deepEqual(
        read(csv)
          .slice(1)
          .map(([, cells]) => cells),
        rows.map((row) => row.map(guard)),
      )
    }),
  )
})
