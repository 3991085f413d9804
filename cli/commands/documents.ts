import { writeFile } from 'node:fs/promises'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { toExcel } from '@kangheng/reporting/document/excel.ts'
import { toWord } from '@kangheng/reporting/document/word.ts'
import { writeBulletin, writeSummary, type OpenReport } from '@kangheng/reporting/report/desk.ts'
import { officeActor } from '@kangheng/server/system-actor.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { optional, required, type Arguments, type Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'
import { say, show } from '../print.ts'

const OUT = {
  name: 'out',
  value: 'FILE',
  text: { zh: '写入的文件（.docx，通报也可 .xlsx）', en: 'file to write (.docx; a bulletin also .xlsx)' },
} as const
const PLACE = {
  name: 'place',
  value: 'CODE',
  text: { zh: '区划代码（默认全县）', en: 'division code (default: the county)' },
} as const

async function writeFileOf(given: Arguments, open: OpenReport): Promise<number> {
  const out = required(given, 'out')
  const excel = out.endsWith('.xlsx') && open.report.kind === 'bulletin'
  if (!excel && !out.endsWith('.docx'))
    throw new Refusal(
      'invalid',
      { zh: '--out 的文件名须以 .docx 结尾（通报也可 .xlsx）', en: '--out must end in .docx (a bulletin also .xlsx)' },
      { field: 'out' },
    )
  await writeFile(out, excel ? await toExcel(open.document) : await toWord(open.document))
  const provisional = open.obstacles.filter((each) => each.kind === 'provisional').length
  const facts = { file: out, title: open.report.title, state: open.report.state, provisional }
  if (given.options['json']) show(given, facts, () => '')
  say(given, {
    zh: `《${open.report.title}》已写入 ${out}${provisional > 0 ? `；其中 ${provisional} 个数据尚未结账，结账前不能签发` : ''}`,
    en: `“${open.report.title}” written to ${out}${provisional > 0 ? `; ${provisional} figures are provisional, it cannot be signed yet` : ''}`,
  })
  return 0
}

const placeOf = (given: Arguments, setting: Setting) => checkPlaceCode(optional(given, 'place') ?? setting.county)

export const bulletin: Command = {
  name: 'bulletin',
  usage: 'bulletin --month YYYY-MM --out FILE',
  text: { zh: '生成某月的工作进展通报（Word 或 Excel）', en: 'Write the bulletin of a month (Word or Excel)' },
  options: [PLACE, { name: 'month', value: 'YYYY-MM', text: { zh: '月份', en: 'month' } }, OUT],
  run: (given) =>
    withInstallation(given, async (setting) =>
      writeFileOf(
        given,
        await writeBulletin(setting, officeActor(setting), {
          place: placeOf(given, setting),
          month: required(given, 'month'),
        }),
      ),
    ),
}

export const summary: Command = {
  name: 'summary',
  usage: 'summary --year YYYY --out FILE',
  text: {
    zh: '生成某年的工作总结（Word，附数据清单）',
    en: 'Write the work summary of a year (Word, with its list of figures)',
  },
  options: [PLACE, { name: 'year', value: 'YYYY', text: { zh: '年份', en: 'year' } }, OUT],
  run: (given) =>
    withInstallation(given, async (setting) => {
      const year = Number(required(given, 'year'))
      if (!Number.isInteger(year) || year < 2000 || year > 2100)
        throw new Refusal(
          'invalid',
          { zh: '--year 应为4位年份', en: '--year is a year of four digits' },
          { field: 'year' },
        )
      return writeFileOf(
        given,
        await writeSummary(setting, officeActor(setting), { place: placeOf(given, setting), year }),
      )
    }),
}
