import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { writeFile } from 'node:fs/promises'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { AnyRecord } from '@kangheng/kernel/domain/define-domain.ts'
import { csvPages, type CsvValue } from '@kangheng/kernel/exchange/csv-writer.ts'
import type { CellValue } from '@kangheng/kernel/exchange/workbook-cells.ts'
import { writeWorkbook } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { readFigures } from '@kangheng/kernel/indicator/read-figures.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'
import { checkPlaceCode } from '@kangheng/kernel/place/code.ts'
import { presentRows } from '@kangheng/kernel/record/present.ts'
import { listRecords } from '@kangheng/kernel/record/read.ts'
import type { Connection } from '@kangheng/kernel/store/connection.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { workbook } from '@kangheng/reporting/cockpit/figure-workbook.ts'
import { officeActor } from '@kangheng/server/system-actor.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { exportColumns } from '@kangheng/server/view/export.ts'
import { optional, required, type Arguments, type Command } from '../arguments.ts'
import { withInstallation } from '../installation.ts'
import { say } from '../print.ts'

const PAGE = 1000

async function exportFigures(given: Arguments, setting: Setting, out: string): Promise<number> {
  const indicators = await setting.indicators()
  const figures = await readFigures(setting.database, {
    county: setting.county,
    indicators: indicators.map((each) => each.id),
    ...(optional(given, 'place') ? { places: [checkPlaceCode(optional(given, 'place')!)] } : { under: setting.county }),
    periods: [getPeriod(required(given, 'period')).id],
  })
  await writeFile(out, await workbook(figures, indicators, { synthetic: setting.demo, on: setting.today() }))
  return figures.length
}

/** The cells of a record's rows, a page at a time, as a bureau section sees them: masked. */
async function* pagesOf(
  connection: Connection,
  setting: Setting,
  record: AnyRecord,
  columns: ReturnType<typeof exportColumns>,
  place: string | undefined,
  count: { rows: number },
): AsyncGenerator<CellValue[][]> {
  const where = place ? { place: checkPlaceCode(place) } : {}
  for (let cursor: string | undefined; ;) {
    const page = await listRecords(connection, setting.county, setting.county, record, {
      limit: PAGE,
      cursor,
      ...where,
    })
    count.rows += page.rows.length
    yield presentRows(record, page.rows, false).map((row) => columns.map((column) => column.value(row)))
    if (!page.next) return
    cursor = page.next
  }
}

async function* flat<Item>(pages: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const page of pages) yield* page
}

/** Writes a record's rows as they are read, so that memory does not grow with the file. */
async function exportRecords(given: Arguments, setting: Setting, name: string, out: string): Promise<number> {
  const record = setting.house.records.get(name)
  if (!record)
    throw new Refusal('not-found', {
      zh: `没有记录“${name}”。现有：figures、${[...setting.house.records.keys()].join('、')}`,
      en: `There is no record “${name}”. Available: figures, ${[...setting.house.records.keys()].join(', ')}`,
    })
  const columns = exportColumns(record, [], given.language)
  const count = { rows: 0 }
  await asActor(setting.database, setting.house, officeActor(setting), async (connection) => {
    const pages = pagesOf(connection, setting, record, columns, optional(given, 'place'), count)
    const file = createWriteStream(out)
    if (out.endsWith('.csv')) {
      const titles = columns.map((column) => column.title)
      return pipeline(Readable.from(csvPages(titles, pages as AsyncIterable<CsvValue[][]>)), file)
    }
    const sheet = {
      name: record.title[given.language].slice(0, 31),
      columns: columns.map(({ title, kind }) => ({ title, kind })),
      rows: flat(pages),
    }
    await writeWorkbook(
      async (bytes) => {
        if (!file.write(bytes)) await once(file, 'drain')
      },
      [sheet],
    )
    file.end()
    await finished(file)
  })
  return count.rows
}

export const exportData: Command = {
  name: 'export',
  usage: 'export figures|RECORD --out FILE',
  text: {
    zh: '导出数据或记录（xlsx，记录也可 csv；个人信息脱敏）',
    en: 'Export figures or records (xlsx, records also csv; personal data masked)',
  },
  options: [
    { name: 'out', value: 'FILE', text: { zh: '写入的文件', en: 'file to write' } },
    { name: 'place', value: 'CODE', text: { zh: '区划代码', en: 'division code' } },
    { name: 'period', value: 'PERIOD', text: { zh: '时期（导出指标数据时）', en: 'period (for figures)' } },
  ],
  async run(given) {
    const [what] = given.positionals
    const out = required(given, 'out')
    if (!what)
      throw new Refusal('invalid', {
        zh: '请写明导出什么：figures 或记录名',
        en: 'Say what to export: figures or a record',
      })
    if (!/\.(xlsx|csv)$/.test(out))
      throw new Refusal(
        'invalid',
        { zh: '--out 须以 .xlsx 或 .csv 结尾', en: '--out must end in .xlsx or .csv' },
        { field: 'out' },
      )
    const rows = await withInstallation(given, (setting) =>
      what === 'figures' ? exportFigures(given, setting, out) : exportRecords(given, setting, what, out),
    )
    say(given, { zh: `已导出 ${rows} 行到 ${out}`, en: `${rows} rows written to ${out}` })
    return 0
  },
}
