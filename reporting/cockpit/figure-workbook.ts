import ExcelJS from 'exceljs'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import type { FigureReading } from '@kangheng/kernel/indicator/read-figures.ts'

const STATUS = { provisional: '未结账', closed: '已结账', revised: '已修订' } as const
const HEADS = [
  '指标',
  '单位',
  '地区',
  '时期',
  '数值',
  '分子',
  '分母',
  '状态',
  '结账日期',
  '上年同期',
  '年度目标',
  '口径',
]
const WIDTHS = [28, 8, 22, 14, 14, 14, 14, 10, 13, 14, 14, 24]

const number = (text: string | null) => (text === null ? null : Number(text))

/** Figures as a workbook: one row each, numbers as numbers at the indicator's decimals, with status and basis beside them. */
export async function workbook(
  figures: readonly FigureReading[],
  indicators: readonly Indicator[],
  context: { synthetic: boolean; on: string },
): Promise<Buffer> {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('指标数据', { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.addRow([`指标数据　导出日期：${context.on}${context.synthetic ? '　演示数据：人员与记录均为虚构' : ''}`]).font =
    { bold: true }
  sheet.addRow(HEADS).font = { bold: true }
  sheet.columns.forEach((column, index) => {
    column.width = WIDTHS[index] ?? 12
  })
  for (const figure of figures) {
    const indicator = byId.get(figure.indicator)
    const row = sheet.addRow([
      indicator?.title.zh ?? figure.indicator,
      indicator?.unit.zh ?? '',
      figure.placeName,
      figure.period,
      figure.value === null ? (figure.withheld ? '不公开' : '不适用') : number(figure.value),
      number(figure.numerator),
      number(figure.denominator),
      STATUS[figure.status],
      figure.closedOn,
      number(figure.lastYear),
      number(figure.target),
      indicator?.basis.zh ?? '',
    ])
    const decimals = indicator?.decimals ?? 0
    const format = decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
    for (const column of [5, 10, 11]) row.getCell(column).numFmt = format
    for (const column of [6, 7]) row.getCell(column).numFmt = '#,##0'
    if (figure.value === null) row.getCell(5).alignment = { horizontal: 'right' }
  }
  return Buffer.from(await book.xlsx.writeBuffer())
}
