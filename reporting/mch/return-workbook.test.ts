import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { returnWorkbook } from './return-workbook.ts'

test('a return is a workbook with its lines as numbers and its signatures', async () => {
  const unit = { zh: '例', en: 'cases' }
  const file = await returnWorkbook(
    {
      row: { quarter: '2025-Q3', compiledOn: '2025-10-08', submittedOn: '2025-10-09', unreported: 1 } as never,
      network: { zh: '出生缺陷监测', en: 'Birth defects' },
      placeName: '石鼓镇',
      lines: [
        { code: '01', title: { zh: '出生缺陷儿数', en: '' }, unit, value: '3' },
        { code: '02', title: { zh: '出生缺陷发生率', en: '' }, unit, value: '126.08' },
        { code: '03', title: { zh: '没有分母', en: '' }, unit, value: null },
      ],
      surveys: [{ happenedOn: '2025-10-08', found: 3, registered: 2, missedRate: '33.33', sources: '医院' }],
    },
    true,
  )
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file as never)
  const sheet = book.worksheets[0]!
  const cells = (row: number) => [2, 4].map((column) => sheet.getRow(row).getCell(column).value)
  assert.equal(sheet.getCell('A1').value, '出生缺陷监测季报表')
  assert.match(String(sheet.getCell('A3').value), /石鼓镇.*演示数据/)
  assert.deepEqual(
    [cells(5), cells(6), cells(7)],
    [
      ['出生缺陷儿数', 3],
      ['出生缺陷发生率', 126.08],
      ['没有分母', '—'],
    ],
  )
  assert.match(String(sheet.getCell('A8').value), /漏报率33.33%/)
  assert.match(String(sheet.getCell('A11').value), /审核日期/)
})
