import { defineRegister } from '@kangheng/kernel/exchange/register.ts'
import { isIsoDate } from '@kangheng/kernel/period/date.ts'
import { momentOf, type Moment } from '@kangheng/kernel/period/moment.ts'

/** Results of analysers as a table: one row for each sample and item, the columns under the names by which laboratories send them. */
export const resultRegister = defineRegister({
  id: 'examination-results',
  title: { zh: '体检检验结果', en: 'Examination results' },
  columns: {
    barcode: {
      title: { zh: '样本条码', en: 'Barcode' },
      aliases: ['样本条码', '条码', '条码号', '条形码', '样本号', '标本号', '标本条码', 'Barcode', 'SampleID'],
    },
    number: {
      title: { zh: '身份证号', en: 'Identity number' },
      aliases: ['身份证号', '身份证号码', '公民身份号码', '证件号码', '身份证'],
    },
    name: { title: { zh: '姓名', en: 'Name' }, aliases: ['姓名', '受检人', '受检者', '病人姓名', 'Name'] },
    item: {
      title: { zh: '项目', en: 'Item' },
      aliases: ['项目', '项目代码', '检验项目', '项目名称', '项目缩写', 'Item'],
    },
    text: { title: { zh: '结果', en: 'Result' }, aliases: ['结果', '检验结果', '检测结果', '结果值', 'Result'] },
    unit: { title: { zh: '单位', en: 'Unit' }, aliases: ['单位', '结果单位', 'Unit', 'Units'] },
    measuredAt: {
      title: { zh: '检测时间', en: 'Measured at' },
      aliases: ['检测时间', '检验时间', '报告时间', '检验日期', '检测日期', '时间', 'Time'],
    },
    device: { title: { zh: '仪器', en: 'Device' }, aliases: ['仪器', '仪器名称', '设备', 'Device'] },
  },
  identifiedBy: ['item', 'text'],
  nameColumn: 'item',
  totalsIn: [],
  ditto: ['barcode', 'number', 'name', 'measuredAt'],
})

export type ResultColumn = (typeof resultRegister.keys)[number]

const TIME = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T]?(\d{1,2})[:：]?(\d{2})(?:[:：]?\d{2})?)?$/

/** A time as tables have it: 2025-11-20 09:30, 2025/11/20 9:30:15, 20251120093000, 2025年11月20日. Undefined when it is none. */
export function tableMoment(text: string): Moment | undefined {
  const [, year, month = '', day = '', hour = '0', minute = '00'] = TIME.exec(text.trim()) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!year || !isIsoDate(date) || Number(hour) > 23 || Number(minute) > 59) return undefined
  return momentOf(date, `${hour.padStart(2, '0')}:${minute}`)
}
