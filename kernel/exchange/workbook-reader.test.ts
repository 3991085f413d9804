import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './cell-text.ts'
import type { Cell, Sheet } from './sheet.ts'
import { handMadeWorkbook } from './testing/hand-made-workbook.ts'
import { UnreadableFile, type FileProblem } from './unreadable-file.ts'
import { readWorkbook } from './workbook-reader.ts'

function read(bytes: Uint8Array): Sheet[] {
  return [...readWorkbook(bytes)]
}

function firstRow(
  sheetData: string,
  rest: Omit<Parameters<typeof handMadeWorkbook>[0], 'sheets'> = {},
): readonly Cell[] {
  const bytes = handMadeWorkbook({ ...rest, sheets: { 名单: `<sheetData>${sheetData}</sheetData>` } })
  return [...read(bytes)[0]!.rows][0]!.cells
}

function problemOf(bytes: Uint8Array): FileProblem {
  try {
    for (const sheet of readWorkbook(bytes)) for (const row of sheet.rows) void row
  } catch (error) {
    assert.ok(error instanceof UnreadableFile, String(error))
    assert.ok(error.text.zh.length > 10 && error.text.en.length > 10)
    return error.problem
  }
  assert.fail('the file was read')
}

test('every type of cell', () => {
  const cells = firstRow(
    `<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>20121125</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#N/A</v></c>
     <c r="E1" t="str"><f>A1&amp;"x"</f><v>李文军</v></c><c r="F1" t="inlineStr"><is><r><t>和</t></r><r><t xml:space="preserve"> 平</t></r></is></c>
     <c r="G1" t="d"><v>1990-11-06T00:00:00</v></c><c r="H1" s="1"><v>33183</v></c><c r="I1" s="1"><v>5.33221196607298E+17</v></c></row>`,
    {
      strings: '<si><t>no</t></si><si><t>yes</t></si>',
      styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs>',
    },
  )
  assert.deepEqual(cells, [
    { kind: 'text', value: 'yes' },
    { kind: 'number', value: 20121125 },
    { kind: 'boolean', value: true },
    { kind: 'error', value: '#N/A' },
    { kind: 'text', value: '李文军' },
    { kind: 'text', value: '和 平' },
    { kind: 'date', value: '1990-11-06' },
    { kind: 'date', value: '1990-11-06' },
    { kind: 'number', value: 533221196607298000 },
  ])
})

test('a formula without cached value, an empty value and a styled empty cell are blank', () => {
  const cells = firstRow(
    '<row><c><f>TODAY()</f></c><c t="str"><f>A1</f><v></v></c><c s="3"/><c><v/></c><c t="s"/></row>',
  )
  assert.deepEqual(
    cells.map((cell) => cell.kind),
    ['blank', 'blank', 'blank', 'blank', 'blank'],
  )
})

test('rich text is joined, phonetic text left out, escapes undone, entities read', () => {
  const strings =
    '<si><r><rPr><b/></rPr><t>和</t></r><r><t>文&amp;军</t></r><rPh sb="0" eb="1"><t>he</t></rPh><phoneticPr fontId="1"/></si><si><t>a_x000D_\nb</t></si><si/>'
  const cells = firstRow('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>', { strings })
  assert.deepEqual(
    cells.map((cell) => cell.kind === 'text' && cell.value),
    ['和文&军', 'a\r\nb', ''],
  )
})

test('references may be missing, out of step with attributes, or leave gaps', () => {
  const bytes = handMadeWorkbook({
    sheets: {
      名单: '<sheetData><row><c><v>1</v></c></row><row spans="1:9" hidden="1" r="5"><c t="n" r="C5"><v>3</v></c><c><v>4</v></c></row><row/></sheetData>',
    },
  })
  const rows = [...read(bytes)[0]!.rows]
  assert.deepEqual(
    rows.map((row) => [row.row, row.hidden, row.cells.map(textOf)]),
    [
      [1, false, ['1']],
      [5, true, ['', '', '3', '4']],
      [6, false, []],
    ],
  )
})

test('namespace prefixes everywhere', () => {
  const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const bytes = handMadeWorkbook({
    sheets: { 名单: '' },
    parts: {
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><x:worksheet ${main}><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="B2:B9"/></x:mergeCells></x:worksheet>`,
      'xl/sharedStrings.xml': `<x:sst ${main}><x:si><x:t>和</x:t></x:si></x:sst>`,
    },
  })
  const [sheet] = read(bytes)
  assert.deepEqual(
    [...sheet!.rows].map((row) => row.cells.map(textOf)),
    [['', '和']],
  )
  assert.deepEqual(sheet!.merges, [{ top: 2, bottom: 9, left: 1, right: 1 }])
})

test('hidden and very hidden sheets are told, charts left out, sheets come in workbook order', () => {
  const bytes = handMadeWorkbook({
    sheets: { 甲: '<sheetData/>', 乙: '<sheetData></sheetData>', 丙: '' },
    states: { 乙: 'state="hidden"', 丙: 'state="veryHidden"' },
  })
  assert.deepEqual(
    read(bytes).map((sheet) => [sheet.name, sheet.hidden, [...sheet.rows].length]),
    [
      ['甲', false, 0],
      ['乙', true, 0],
      ['丙', true, 0],
    ],
  )
})

test('the 1904 date system', () => {
  const cells = firstRow('<row><c s="0"><v>31721</v></c></row>', {
    styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
    workbookPr: '<workbookPr date1904="true"/>',
  })
  assert.deepEqual(cells, [{ kind: 'date', value: '1990-11-06' }])
})

test('rows can be walked twice', () => {
  const [sheet] = read(handMadeWorkbook({ sheets: { 名单: '<sheetData><row><c><v>1</v></c></row></sheetData>' } }))
  assert.deepEqual([...sheet!.rows], [...sheet!.rows])
})

test('references beyond the sheet, backwards rows and missing strings are damage', () => {
  const bad = (sheetData: string) =>
    problemOf(handMadeWorkbook({ sheets: { 名单: `<sheetData>${sheetData}</sheetData>` } }))
  assert.equal(bad('<row r="9"/><row r="2"/>'), 'damaged')
  assert.equal(bad('<row r="1048577"/>'), 'damaged')
  assert.equal(bad('<row r="x"/>'), 'damaged')
  assert.equal(bad('<row><c r="ZZZ1"><v>1</v></c></row>'), 'damaged')
  assert.equal(bad('<row><c t="s"><v>7</v></c></row>'), 'damaged')
  assert.equal(bad('<row><c><v>7</v>'), 'damaged')
  assert.equal(problemOf(handMadeWorkbook({ sheets: { 名单: '<sheetData><row><c><v>7</v></c></row>' } })), 'damaged')
})

test('a workbook whose part is missing is damaged', () => {
  const relations =
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/none.xml"/></Relationships>'
  assert.equal(
    problemOf(handMadeWorkbook({ sheets: { 名单: '' }, parts: { 'xl/_rels/workbook.xml.rels': relations } })),
    'damaged',
  )
  assert.equal(
    problemOf(handMadeWorkbook({ sheets: { 名单: '' }, parts: { 'xl/_rels/workbook.xml.rels': '' } })),
    'damaged',
  )
})
