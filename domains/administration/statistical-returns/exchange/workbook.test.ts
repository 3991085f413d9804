import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ExcelJS from 'exceljs'
import { openSheets } from '@kangheng/kernel/exchange/open-sheets.ts'
import { computed } from '../compute.ts'
import { shippedForms } from '../forms/index.ts'
import { cellsOf } from '../layout.ts'
import { dhis2DataValueSet, sdmxMessage, upwardRows } from './upward.ts'
import { readReturnWorkbook, returnWorkbook, type WorkbookHead } from './workbook.ts'

const { layout } = shippedForms['township-monthly']
const head: WorkbookHead = {
  ...{ formName: '月报', number: '1-10', edition: 1, form: 'township-monthly', period: '2025-11', synthetic: true },
  ...{ unit: 'C530721102', unitName: '石鼓卫生院' },
}
const values = computed(
  layout,
  Object.fromEntries(
    cellsOf(layout).flatMap((cell, index) =>
      cell.source.kind === 'computed' ? [] : [[cell.code, cell.decimals ? `${index * 1000}.25` : String(index + 100)]],
    ),
  ),
)
const fromFigures = { residents: '2025-12-01' }
const exported = () => returnWorkbook(head, layout, values)
const read = (bytes: Uint8Array, of = head) =>
  readReturnWorkbook(openSheets(bytes, 'a.xlsx'), of, layout, { values, fromFigures })

/** The exported workbook as somebody changed it in a spreadsheet. */
async function edited(change: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(await exported()) as never)
  change(book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const cellOf = (book: ExcelJS.Workbook, sheet: string, title: string, column = 5) => {
  const rows = book.getWorksheet(sheet)!
  for (let row = 1; row <= rows.rowCount; row += 1)
    if (String(rows.getCell(row, 2).value ?? '').includes(title)) return rows.getCell(row, column)
  throw new Error(title)
}

describe('the workbook of a return', () => {
  test('what was exported is read back as it was, without a fault', async () => {
    const { values: back, faults } = read(await exported())
    assert.deepEqual(faults, [])
    for (const [code, value] of Object.entries(back)) assert.equal(Number(value), Number(values[code]), code)
    const entered = cellsOf(layout).filter((cell) => cell.source.kind !== 'computed' && cell.code !== 'residents')
    assert.deepEqual(Object.keys(back).sort(), entered.map((cell) => cell.code).sort())
  })

  test('every wrong cell is named with its place and what to do', async () => {
    const bytes = await edited((book) => {
      cellOf(book, '门诊服务', '急诊人次').value = '约三百'
      cellOf(book, '门诊服务', '出诊').value = 12.5
      cellOf(book, '住院服务', '入院人数').value = -3
      cellOf(book, '收入与费用', '财政补助').value = 1.005
      cellOf(book, '辖区服务（系统取数）', '常住人口').value = 5
      cellOf(book, '人员', '注册护士').value = { error: '#REF!' } as never
    })
    const { values: back, faults } = read(bytes)
    assert.deepEqual(
      faults.map(({ sheet, cell, place }) => [sheet, cell, /^E\d+$/.test(place)]),
      [
        ['门诊服务', 'emergency', true],
        ['门诊服务', 'home-visits', true],
        ['住院服务', 'admissions', true],
        ['收入与费用', 'fiscal-income', true],
        ['人员', 'nurses', true],
        ['辖区服务（系统取数）', 'residents', true],
      ],
    )
    assert.ok(faults.every((fault) => fault.text.zh.includes('“')))
    assert.equal(back['emergency'], undefined)
    assert.equal(back['outpatient'], values['outpatient'])
  })

  test('an inserted line and a grouped number do no harm, an emptied cell is cleared', async () => {
    const bytes = await edited((book) => {
      book.getWorksheet('门诊服务')!.insertRow(4, ['备注'])
      cellOf(book, '门诊服务', '急诊人次').value = '1,234'
      cellOf(book, '门诊服务', '健康检查').value = null
    })
    const { values: back, faults } = read(bytes)
    assert.deepEqual(faults, [])
    assert.equal(back['emergency'], '1234')
    assert.equal(back['check-ups'], '')
  })

  test('the file of another unit, and a file that is none of ours, are refused whole', async () => {
    const other = read(await exported(), { ...head, unit: 'C530721103' })
    assert.deepEqual([other.values, other.faults.length], [{}, 1])
    assert.match(other.faults[0]!.text.zh, /C530721102/)
    const foreign = readReturnWorkbook(openSheets(Buffer.from('甲,乙\n1,2\n'), 'a.csv'), head, layout, {
      values,
      fromFigures,
    })
    assert.match(foreign.faults[0]!.text.zh, /先导出本表/)
  })

  test('a missing row is named', async () => {
    const bytes = await edited((book) => book.getWorksheet('人员')!.spliceRows(4, 1))
    assert.match(read(bytes).faults[0]!.text.zh, /缺少“在岗职工数”/)
  })
})

describe('what goes upward', () => {
  const sheet = {
    ...{ county: '530721', form: 'township-monthly', formName: '月报', edition: 1, period: '2025-11', layout },
    units: [
      { unit: 'C530721102', unitName: '石鼓卫生院', values },
      { unit: 'C530721103', unitName: '巨甸卫生院', values: { outpatient: '7' } },
    ],
  }
  const numbers = Object.keys(values).length + 1

  test('a DHIS2 data value set', () => {
    const set = dhis2DataValueSet(sheet)
    assert.equal(set.dataValues.length, numbers)
    assert.deepEqual(set.dataValues.at(-1), {
      dataElement: 'township-monthly.outpatient',
      period: '202511',
      orgUnit: 'C530721103',
      value: '7',
    })
  })

  test('the observations of the SDMX message lead back to every number', () => {
    const { data } = sdmxMessage(sheet, '2025-12-01T00:00:00Z', true)
    const [units, cells] = data.structures[0]!.dimensions.observation
    const observations = Object.entries(data.dataSets[0]!.observations)
    assert.equal(observations.length, numbers)
    for (const [key, [value]] of observations) {
      const [unit, cell] = key.split(':').map(Number)
      const named = sheet.units.find((each) => each.unit === units!.values[unit!]!.id)!
      assert.equal(value, (named.values as Record<string, string>)[cells!.values[cell!]!.id])
    }
  })

  test('one line for each number', () => assert.equal(upwardRows(sheet).rows.length, numbers))
})
