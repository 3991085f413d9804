import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvPages, csvPieces } from './csv-writer.ts'

test('byte order mark, CRLF, quotes where they are needed', () => {
  const csv = [
    ...csvPieces(
      ['姓名', '住址'],
      [
        ['和文军', '1组,2号'],
        ['a"b', null],
        [' x', 'line\nbreak'],
      ],
    ),
  ].join('')
  assert.equal(csv, '\uFEFF姓名,住址\r\n和文军,"1组,2号"\r\n"a""b",\r\n" x","line\nbreak"\r\n')
})

test('texts that a spreadsheet would run as formulas are guarded, numbers keep their sign', () => {
  const csv = [...csvPieces(['a'], [['=1+1'], ['+86'], ['-x'], ['@SUM'], ['\tx'], [-5], [true], ['a=b']])].join('')
  assert.equal(csv, "\uFEFFa\r\n'=1+1\r\n'+86\r\n'-x\r\n'@SUM\r\n'\tx\r\n-5\r\ntrue\r\na=b\r\n")
})

test('a long table comes in pieces', () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => [`行${row}`, '填充'.repeat(5)])
  const pieces = [...csvPieces(['a', 'b'], rows)]
  assert.ok(pieces.length > 1)
  assert.equal(pieces.join('').split('\r\n').length, 10_002)
})

test('pages that come one after the other make the same file', async () => {
  const rows = [
    ['和文军', 1],
    ['=1+1', null],
  ]
  async function* pages() {
    yield rows.slice(0, 1)
    yield []
    yield rows.slice(1)
  }
  const pieces: string[] = []
  for await (const piece of csvPages(['a', 'b'], pages())) pieces.push(piece)
  assert.equal(pieces.join(''), [...csvPieces(['a', 'b'], rows)].join(''))
})
