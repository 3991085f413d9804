import type { ImportableRegister, ReturnedSource } from '@kangheng/kernel/exchange/importable-register.ts'
import { workbookBytes, type WrittenSheet } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { maskIdentity, maskName } from '@kangheng/kernel/person/mask.ts'
import type { Text } from '@kangheng/kernel/text/text.ts'
import { items } from '../items.ts'
import { recordResult } from '../result-actions.ts'
import type { ResultEntry } from './entry.ts'
import { resultLoader } from './load.ts'
import { EXPLANATIONS, type ReasonCode } from './reasons.ts'
import { resultRegister } from './sheet.ts'

const titles = resultRegister.keys.map((key) => resultRegister.columns[key].title)
const text = (title: string, width = 16) => ({ title, kind: 'text' as const, width })

/** What could not be taken over, in one layout whatever it came from, with why and what to do: it can be corrected and imported again. */
function returned(_sheets: readonly unknown[], rows: Iterable<ReturnedSource>): Promise<Uint8Array> {
  const written: WrittenSheet = {
    name: '未导入的检验结果',
    preface: ['请直接在原栏改正后重新导入，最右三栏不用填写'],
    columns: [...titles.map(({ zh }) => text(zh)), text('退回原因', 36), text('修改办法', 44), text('原文件位置', 24)],
    rows: Array.from(rows, ({ sheet, row, codes, original }) => [
      ...titles.map((_, index) => original[index]),
      codes.map((code) => EXPLANATIONS[code as ReasonCode].title.zh).join('；'),
      codes.map((code) => EXPLANATIONS[code as ReasonCode].remedy.zh).join('；'),
      `${sheet} 第${row}行`,
    ]),
  }
  return workbookBytes([written])
}

function template(): WrittenSheet[] {
  const rows = Object.values(items).map(({ title, unit, codes }) => [
    title.zh,
    codes.join('、'),
    unit || '阴性、微量、＋',
  ])
  return [
    { name: resultRegister.title.zh, columns: titles.map(({ zh }) => text(zh)), rows: [] },
    { name: '项目代码', columns: [text('名称', 24), text('可用代码', 60), text('单位')], rows },
  ]
}

const VALUE_TITLES: readonly (readonly [string, Text])[] = [
  ['barcode', resultRegister.columns.barcode.title],
  ['name', resultRegister.columns.name.title],
  ['number', resultRegister.columns.number.title],
  ['item', resultRegister.columns.item.title],
  ['text', resultRegister.columns.text.title],
  ['time', resultRegister.columns.measuredAt.title],
]

/** Results of analysers (CSV, Excel, HL7 v2 ORU^R01), ready to be imported: by page, by command line, by test. */
export const resultImport: ImportableRegister<ResultEntry> = {
  id: resultRegister.id,
  title: resultRegister.title,
  permit: recordResult.id,
  reading: new URL('./read-file.ts', import.meta.url),
  explanations: EXPLANATIONS,
  columns: VALUE_TITLES.map(([key, title]) => ({ key, title })),
  valuesOf: ({ barcodes, number, name, item, original, measuredAt }) => ({
    ...{ barcode: barcodes[0] ?? '', number, name, item: items[item].title.zh, text: original, time: measuredAt },
  }),
  mask: (values) => ({
    ...values,
    name: values['name'] ? maskName(String(values['name'])) : '',
    number: values['number'] ? maskIdentity(String(values['number'])) : '',
  }),
  loader: resultLoader,
  returned,
  template,
}
