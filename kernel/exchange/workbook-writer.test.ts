import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { textOf } from './cell-text.ts'
import type { Cell } from './sheet.ts'
import { readWorkbook } from './workbook-reader.ts'
import { workbookBytes, writeWorkbook, type WrittenColumn } from './workbook-writer.ts'

const columns: WrittenColumn[] = [
  { title: '姓名', kind: 'text' },
  { title: '身份证号', kind: 'text', width: 22 },
  { title: '出生日期', kind: 'date' },
  { title: '补助', kind: 'number', format: '#,##0.00' },
  { title: '签约', kind: 'boolean' },
]

async function cellsOf(bytes: Uint8Array): Promise<Array<{ name: string; rows: Array<readonly Cell[]> }>> {
  return [...readWorkbook(bytes)].map((sheet) => ({ name: sheet.name, rows: [...sheet.rows].map((row) => row.cells) }))
}

test('types survive: text stays text, dates are dates, blanks are blank', async () => {
  const rows = [
    ['和文军', '533221199011069151', '1990-11-06', 1234.5, true],
    [20121125, 12345, 'unknown', Number.NaN, false],
    [true, '=1+1', '1899-12-31', -0.1, null],
  ]
  const [sheet] = await cellsOf(await workbookBytes([{ name: '名单', columns, rows }]))
  assert.deepEqual(sheet!.rows.slice(1), [
    [
      { kind: 'text', value: '和文军' },
      { kind: 'text', value: '533221199011069151' },
      { kind: 'date', value: '1990-11-06' },
      { kind: 'number', value: 1234.5 },
      { kind: 'boolean', value: true },
    ],
    [
      { kind: 'text', value: '20121125' },
      { kind: 'text', value: '12345' },
      { kind: 'text', value: 'unknown' },
      { kind: 'blank' },
      { kind: 'boolean', value: false },
    ],
    [
      { kind: 'text', value: '是' },
      { kind: 'text', value: '=1+1' },
      { kind: 'text', value: '1899-12-31' },
      { kind: 'number', value: -0.1 },
    ],
  ])
})

test('another program reads it: values, formats, frozen header, widths', async () => {
  const bytes = await workbookBytes([
    {
      name: '名单',
      preface: ['居民名单', '单位：人'],
      columns,
      rows: [['和文军', '533221199011069151', '1990-11-06', 1234.5, true]],
    },
  ])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  const sheet = workbook.getWorksheet('名单')!
  assert.equal(sheet.getCell('A1').value, '居民名单')
  assert.equal(sheet.getCell('B3').value, '身份证号')
  assert.equal(sheet.getCell('B4').value, '533221199011069151')
  assert.equal(sheet.getCell('B4').numFmt, '@')
  assert.deepEqual(sheet.getCell('C4').value, new Date('1990-11-06T00:00:00Z'))
  assert.equal(sheet.getCell('C4').numFmt, 'yyyy-mm-dd')
  assert.equal(sheet.getCell('D4').numFmt, '#,##0.00')
  assert.equal(sheet.getCell('A3').font.bold, true)
  assert.equal(sheet.getColumn(2).width, 22)
  assert.equal(sheet.getColumn(2).numFmt, '@', 'what is typed into an empty cell of a text column is text')
  assert.deepEqual(sheet.views[0]?.state === 'frozen' && sheet.views[0].ySplit, 3)
})

test('mixed columns keep every cell as it is, numbers in text format', async () => {
  const cells: Cell[] = [
    { kind: 'text', value: '和' },
    { kind: 'number', value: 533221196607298000 },
    { kind: 'date', value: '1966-07-29' },
    { kind: 'boolean', value: false },
    { kind: 'blank' },
    { kind: 'error', value: '#N/A' },
  ]
  const mixed = cells.map((_, index): WrittenColumn => ({ title: `列${index}`, kind: 'mixed' }))
  const bytes = await workbookBytes([{ name: '退回', columns: mixed, rows: [cells] }])
  const [sheet] = await cellsOf(bytes)
  assert.deepEqual(sheet!.rows[1], [...cells.slice(0, 5), { kind: 'text', value: '#N/A' }])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  assert.equal(workbook.worksheets[0]!.getCell('B2').numFmt, '@')
})

test('whatever is written is read back', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 })
  const value = fc.oneof(
    text,
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('_x000D_', 'a_x0041_b', ' 和 ', '\t\n', ']]>', '&amp;', '\u0000\uFFFF'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { maxLength: 20 }), async (rows) => {
      const mixed = ['甲', '乙', '丙'].map((title): WrittenColumn => ({ title, kind: 'mixed' }))
      const [sheet] = await cellsOf(await workbookBytes([{ name: 's', columns: mixed, rows }]))
      const expected = rows.map((row) => row.map((each) => (typeof each === 'string' ? each.toWellFormed() : each)))
      const read = sheet!.rows.slice(1).map((cells) =>
        [0, 1, 2].map((column) => {
          const cell = cells[column]
          return cell === undefined || cell.kind === 'blank' ? null : cell.value
        }),
      )
      assert.deepEqual(
        read,
        expected.map((row) => row.map((each) => (each === '' ? null : each === 0 ? 0 : each))),
      )
    }),
    { numRuns: 100 },
  )
})

test('rows may come from a cursor, and a failing one closes it and fails the writing', async () => {
  let closed = false
  async function* rows(fail: boolean) {
    try {
      for (let row = 0; row < 3; row++) yield [`行${row}`]
      if (fail) throw new Error('connection lost')
    } finally {
      closed = true
    }
  }
  const one = { name: '甲', columns: [columns[0]!] }
  const [sheet] = await cellsOf(await workbookBytes([{ ...one, rows: rows(false) }]))
  assert.deepEqual(
    sheet!.rows.map((cells) => cells.map(textOf)),
    [['姓名'], ['行0'], ['行1'], ['行2']],
  )
  closed = false
  await assert.rejects(workbookBytes([{ ...one, rows: rows(true) }]), /connection lost/)
  assert.equal(closed, true)
})

test('a sink that fails ends the writing', async () => {
  const rows = Array.from({ length: 50_000 }, (_, row) => [`行${row}${Math.random()}`])
  const full = (bytes: Uint8Array) => {
    if (bytes.length > 1000) throw new Error('disk full')
  }
  await assert.rejects(writeWorkbook(full, [{ name: '甲', columns: [columns[0]!], rows }]), /disk full/)
})

test('a sheet that is full goes on in the next, header repeated; none is left empty', async () => {
  const rows = Array.from({ length: 8 }, (_, row) => [`行${row}`])
  const sheet = { name: '名单', preface: ['题'], columns: [columns[0]!], rows, maxRows: 6 }
  const written = await cellsOf(await workbookBytes([sheet, { ...sheet, rows: [] }]))
  assert.deepEqual(
    written.map(({ name, rows: read }) => [name, read.map((cells) => cells.map(textOf).join())]),
    [
      ['名单', ['题', '姓名', '行0', '行1', '行2', '行3']],
      ['名单 (2)', ['题', '姓名', '行4', '行5', '行6', '行7']],
      ['名单 (3)', ['题', '姓名']],
    ],
  )
})

test('sheet names which Excel refuses are changed, equal ones numbered', async () => {
  const sheet = { columns: [columns[0]!], rows: [] }
  const names = ["'[2025]:*?/\\年'", '很长'.repeat(20), '很长'.repeat(20), '', 'ABC', 'abc']
  const written = await cellsOf(await workbookBytes(names.map((name) => ({ ...sheet, name }))))
  assert.deepEqual(
    written.map(({ name }) => name),
    ['2025      年', `${'很长'.repeat(15)}很`, `${'很长'.repeat(13)}很 (2)`, 'Sheet', 'ABC', 'abc (2)'],
  )
})

test('the same content gives the same bytes', async () => {
  const sheet = { name: '名单', columns, rows: [['和', '1', '1990-11-06', 1, true]] }
  assert.deepEqual(await workbookBytes([sheet]), await workbookBytes([sheet]))
})

test('a hundred thousand rows are written without being held', async () => {
  function* rows() {
    for (let row = 0; row < 100_000; row++) yield [`和文军${row}`, `5332211990110${row}`, '1990-11-06', row, true]
  }
  let [size, largest] = [0, 0]
  await writeWorkbook(
    (bytes) => {
      size += bytes.length
      largest = Math.max(largest, bytes.length)
    },
    [{ name: '名单', columns, rows: rows() }],
  )
  assert.ok(size > 500_000)
  assert.ok(largest <= 256 * 1024, 'bytes leave in small pieces')
})
