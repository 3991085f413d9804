import ExcelJS from 'exceljs'

/** A unit's row, with the columns of the record; amounts are decimal strings in yuan. */
export type AllocationRow = Readonly<Record<'unitName', string>> &
  Readonly<Partial<Record<AllocationColumn, string | number | null>>>

const COLUMNS = [
  ['residents', '常住人口（人）', '#,##0'],
  ['workload', '标化工作量', '#,##0.00'],
  ['byResidents', '按人口应得（元）', '#,##0.00'],
  ['byWorkload', '按工作量应得（元）', '#,##0.00'],
  ['entitled', '应得资金（元）', '#,##0.00'],
  ['score', '考核得分', '0.00'],
  ['kept', '拨付比例（%）', '0.00'],
  ['cut', '扣减（元）', '#,##0.00'],
  ['reward', '奖励（元）', '#,##0.00'],
  ['final', '结算资金（元）', '#,##0.00'],
  ['forVillages', '其中村卫生室（元）', '#,##0.00'],
  ['advance', '已预拨（元）', '#,##0.00'],
  ['clearing', '应补拨（元）', '#,##0.00'],
] as const
export type AllocationColumn = (typeof COLUMNS)[number][0]

const NOT_SUMMED: readonly AllocationColumn[] = ['score', 'kept']
const FIRST = 4

/** The allocation of a year as a workbook: one row for each unit, sums and the chain entitled − cut + reward = final − advance as formulas beside it. */
export async function allocationWorkbook(
  title: string,
  basis: string,
  rows: readonly AllocationRow[],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('资金分配', { views: [{ state: 'frozen', xSplit: 1, ySplit: FIRST - 1 }] })
  sheet.getCell('A1').value = title
  sheet.getCell('A2').value = basis
  sheet.getRow(1).font = { bold: true, size: 14 }
  sheet.addRow(['单位', ...COLUMNS.map(([, head]) => head), '核对（应为0）'])
  sheet.getRow(FIRST - 1).font = { bold: true }
  sheet.getRow(FIRST - 1).alignment = { wrapText: true, horizontal: 'center', vertical: 'middle' }
  const letter = (column: AllocationColumn) => String.fromCharCode(66 + COLUMNS.findIndex(([name]) => name === column))
  rows.forEach((row, index) => {
    const number = FIRST + index
    const cells = sheet.getRow(number)
    cells.getCell(1).value = row.unitName
    COLUMNS.forEach(([name], position) => {
      const value = row[name]
      cells.getCell(2 + position).value = value === null || value === undefined ? null : Number(value)
    })
    const at = (column: AllocationColumn) => `${letter(column)}${number}`
    cells.getCell(2 + COLUMNS.length).value = {
      formula: `ROUND(${at('entitled')}-${at('cut')}+${at('reward')}-${at('advance')}-${at('clearing')},2)`,
      date1904: false,
    }
  })
  const last = FIRST + rows.length - 1
  const total = sheet.getRow(last + 1)
  total.getCell(1).value = '合计'
  total.font = { bold: true }
  COLUMNS.forEach(([name], position) => {
    const column = letter(name)
    if (!NOT_SUMMED.includes(name))
      total.getCell(2 + position).value = { formula: `SUM(${column}${FIRST}:${column}${last})`, date1904: false }
  })
  COLUMNS.forEach(([, , format], position) => {
    sheet.getColumn(2 + position).numFmt = format
    sheet.getColumn(2 + position).width = 16
  })
  sheet.getColumn(1).width = 36
  return Buffer.from(await book.xlsx.writeBuffer())
}
