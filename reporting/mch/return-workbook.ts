import ExcelJS from 'exceljs'
import type { PrintedReturn } from '@kangheng/domains/public-health/mch-surveillance/index.ts'

const THIN = { style: 'thin' } as const
const GRID = { top: THIN, left: THIN, bottom: THIN, right: THIN }
const HEAD = ['序号', '指标名称', '计量单位', '数量']
const COLUMNS = HEAD.length

/** A return as a workbook in the layout of the official tables: title, place and period above the grid, who signed below it. Counts are numbers, a rate without value is a dash. */
export async function returnWorkbook(
  { row, network, placeName, lines, surveys }: PrintedReturn,
  synthetic: boolean,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(network.zh, {
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = [{ width: 8 }, { width: 44 }, { width: 12 }, { width: 16 }]
  const wide = (text: string, font: Partial<ExcelJS.Font>, horizontal: 'center' | 'left' = 'left') => {
    const line = sheet.addRow([text])
    sheet.mergeCells(line.number, 1, line.number, COLUMNS)
    line.font = font
    line.alignment = { horizontal, vertical: 'middle', wrapText: true }
    return line
  }
  const [year, quarter] = row.quarter.split('-Q')
  wide(`${network.zh}季报表`, { bold: true, size: 16 }, 'center').height = 30
  wide(`${year}年第${quarter}季度`, { size: 11 }, 'center')
  wide(`填报单位：${placeName}　　汇总日期：${row.compiledOn ?? ''}${synthetic ? '　　（演示数据）' : ''}`, {
    size: 10,
  })
  const grid = (cells: (string | number | null)[], bold = false) => {
    const line = sheet.addRow(cells)
    line.font = { bold, size: 10 }
    for (let column = 1; column <= COLUMNS; column += 1) {
      const cell = line.getCell(column)
      cell.border = GRID
      cell.alignment = { horizontal: column === 2 ? 'left' : column === COLUMNS ? 'right' : 'center' }
    }
    return line
  }
  grid(HEAD, true)
  for (const { code, title, unit, value } of lines) {
    const line = grid([code, title.zh, unit.zh, value === null ? '—' : Number(value)])
    if (value?.includes('.')) line.getCell(COLUMNS).numFmt = '0.00'
  }
  for (const { happenedOn, found, registered, missedRate, sources } of surveys)
    wide(
      `漏报调查（${happenedOn}，${sources}）：查到${found}例，已登记${registered}例，漏报率${missedRate === null ? '—' : `${missedRate}%`}`,
      { size: 10 },
    )
  if (row.unreported) wide(`已登记未报卡${row.unreported}例。说明：${row.explanation ?? ''}`, { size: 10 })
  wide('单位负责人：　　　　　　填表人：　　　　　　审核人：', { size: 10 })
  wide(`上报日期：${row.submittedOn ?? ''}　　审核日期：${row.reviewedOn ?? ''}`, { size: 10 })
  return Buffer.from(await book.xlsx.writeBuffer())
}
