import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Cell } from './sheet.ts'
import { handMadeWorkbook } from './testing/hand-made-workbook.ts'
import { readPlainCell, type PlainCell } from './workbook-plain-cell.ts'
import { readWorkbook } from './workbook-reader.ts'

function read(xml: string): [next: number, cell: PlainCell] {
  const cell: PlainCell = { column: 0, style: -1, type: 0, value: '', shared: -1 }
  return [readPlainCell(xml, 0, cell), cell]
}

test('the plain form with and without style, type and value', () => {
  assert.deepEqual(read('<c r="AB12" s="30" t="s"><v>217</v></c>'), [
    39,
    { column: 27, style: 30, type: 115, value: '', shared: 217 },
  ])
  assert.deepEqual(read('<c r="A1"><v>-1.5E+3</v></c>'), [
    28,
    { column: 0, style: -1, type: 0, value: '-1.5E+3', shared: -1 },
  ])
  assert.deepEqual(read('<c r="C9" s="4"/><c'), [17, { column: 2, style: 4, type: 0, value: '', shared: -1 }])
})

test('every other form is left to the general scanner', () => {
  for (const xml of [
    '<c><v>1</v></c>',
    '<c r="1"><v>1</v></c>',
    '<c s="1" r="A1"><v>1</v></c>',
    "<c r='A1'><v>1</v></c>",
    '<c r="A1" ><v>1</v></c>',
    '<c r="A1" t="str"><v>x</v></c>',
    '<c r="A1" s="x"><v>1</v></c>',
    '<c r="A1"><f>1</f><v>1</v></c>',
    '<c r="A1"><v>a&amp;b</v></c>',
    '<c r="A1"><v>1<!-- --></v></c>',
    '<c r="A1" t="s"><v> 1</v></c>',
    '<c r="A1"><v>1</v> </c>',
    '<c r="A1"><v>1',
    '<c r="A1',
    '<x:c r="A1"><v>1</v></x:c>',
  ]) {
    assert.equal(read(xml)[0], -1, xml)
  }
})

test('both ways of reading agree', () => {
  const cell = fc.record({
    style: fc.constantFrom('', '0', '1', '9'),
    typed: fc.constantFrom(
      ['', '33183'],
      ['', '5.3E+17'],
      ['', 'x'],
      ['n', '1'],
      ['s', '0'],
      ['s', '1'],
      ['b', '1'],
      ['e', '#N/A'],
      ['d', '1990-11-06'],
      ['', ''],
    ),
    gap: fc.integer({ min: 0, max: 2 }),
  })
  const strings = '<si><t>和</t></si><si/>'
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const rowOf = (sheetData: string): readonly Cell[] => {
    const [sheet] = readWorkbook(
      handMadeWorkbook({ sheets: { s: `<sheetData><row r="1">${sheetData}</row></sheetData>` }, strings, styles }),
    )
    return [...sheet!.rows][0]!.cells
  }
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 8 }), (cells) => {
      let column = -1
      const places = cells.map(({ gap }) => String.fromCharCode(65 + (column += 1 + gap)))
      const attributes = cells.map(({ style, typed: [type] }, index) => [
        `r="${places[index]}1"`,
        ...(style ? [`s="${style}"`] : []),
        ...(type ? [`t="${type}"`] : []),
      ])
      const values = cells.map(({ typed: [, value] }) => `<v>${value}</v>`)
      const plain = cells.map((_, index) => `<c ${attributes[index]!.join(' ')}>${values[index]}</c>`)
      const other = cells.map((_, index) => `<c ${attributes[index]!.toReversed().join('\n')} >\n${values[index]}</c >`)
      assert.deepEqual(rowOf(plain.join('')), rowOf(other.join('')))
    }),
  )
})
