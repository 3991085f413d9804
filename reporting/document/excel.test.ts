import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { toExcel } from './excel.ts'
import { sampleBulletin } from './testing/bulletin.ts'
import { sampleSummary } from './testing/summary.ts'

async function open(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  return book
}

const book = await open(await toExcel(sampleBulletin(), { baseUrl: 'https://kangheng.example.cn' }))
const sheet = book.worksheets[0]!
const column = (letter: string) => sheet.getColumn(letter).values.slice(1)

test('a table says what it is above its head', () => {
  assert.deepEqual(column('A').slice(0, 9), [
    '演示数据：人员与记录均为虚构',
    '2025年1—11月各乡镇家庭医生签约情况',
    '地区：玉龙纳西族自治县',
    '期间：2025年1—11月',
    '口径：常住人口',
    '状态：2025年12月5日结账',
    '数据截至：2025年11月30日',
    '乡镇',
    '乡镇',
  ])
})

test('numbers are numbers with the decimals of their definition', () => {
  const first = sheet.getRow(10)
  assert.deepEqual((first.values as unknown[]).slice(1), ['黄山街道', 35840, 17421, 3.7, 97.2, 48.61, 1.48, 8])
  assert.equal(first.getCell(2).numFmt, '#,##0')
  assert.equal(first.getCell(6).numFmt, '#,##0.00')
})

test('what has no value is a sign with a note, not a zero', () => {
  assert.equal(sheet.getRow(26).getCell(8).value, '—')
  assert.ok(column('A').includes('注：“—”表示不适用。'))
})

test('heads are grouped, frozen and repeated in print', () => {
  assert.equal(sheet.getCell('C8').value, '签约')
  assert.equal(sheet.getCell('C9').value, '人数\n（人）')
  assert.deepEqual([sheet.views[0]?.state, (sheet.views[0] as { ySplit?: number }).ySplit], ['frozen', 9])
  assert.equal(sheet.pageSetup.printTitlesRow, '8:9')
  assert.equal(sheet.pageSetup.paperSize, 9)
  assert.match(sheet.headerFooter.oddHeader ?? '', /演示数据/)
})

test('the list of figures follows, each with its full value and the way to the rows behind it', () => {
  const list = book.getWorksheet('数据清单')!
  const row = list.getSheetValues().find((values) => Array.isArray(values) && values[1] === 'F029') as unknown[]
  assert.equal(row[2], '19324.40万元')
  assert.equal(row[6], 193244000)
  assert.deepEqual(row[3], {
    text: '医疗机构业务收入',
    hyperlink: 'https://kangheng.example.cn/figures/hospital.income/530721/2025-11-ytd',
  })
})

test('a document without tables is a list of figures alone', async () => {
  const summary = await open(await toExcel(sampleSummary()))
  assert.deepEqual(
    summary.worksheets.map((each) => each.name),
    ['数据清单'],
  )
})
