import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { readRegister } from '@kangheng/kernel/exchange/register.ts'
import { assessRegister } from './assess-register.ts'
import { registerCounty } from './counties.ts'
import { residentRegister } from './register.ts'
import { buildReport, type ImportReport } from './report.ts'

/** Registers with the defects townships send, and what must become of every row. Not part of the product: the tests are skipped without them. */
const INPUTS = new URL('../../../../../shared/inputs/', import.meta.url)
const skip = existsSync(INPUTS) ? false : 'the register samples are not here'

function input(name: string): Buffer {
  return readFileSync(new URL(name, INPUTS))
}

function reportOf(file: string): ImportReport {
  const { townships } = JSON.parse(input('divisions-530721.json').toString())
  const items = readRegister(input(file), file, residentRegister)
  return buildReport(
    assessRegister(items, { county: registerCounty('530721', townships), importedOn: '2025-12-31' }),
    file,
  )
}

type Json = Record<string, unknown>

/** Absent and null mean the same; `tags` say how a defect was made. */
function plain(value: unknown, without: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, without))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(
    ([key, each]) => each !== null && each !== undefined && !without.includes(key),
  )
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each, without)]))
}

function agree(report: ImportReport, truth: Json, without: readonly string[] = []): void {
  const left = plain(report, without) as Json & { rows: Json[]; sheets: Json[] }
  const right = plain(truth, ['tags', ...without]) as Json & { rows: Json[]; sheets: Json[] }
  for (const part of ['counts', 'skipped_row_kinds', 'skipped_sheets']) assert.deepEqual(left[part], right[part], part)
  assert.equal(left.rows.length, right.rows.length)
  right.rows.forEach((row, index) => assert.deepEqual(left.rows[index], row))
  right.sheets.forEach((sheet, index) => {
    const ours = left.sheets[index]!
    for (const key of ['reporting_date', 'header_row', 'header_rows', 'last_row', 'counts']) {
      assert.deepEqual(ours[key], sheet[key], `${String(sheet.name)} ${key}`)
    }
    const listed = sheet.skipped_rows as unknown[]
    if (listed.length > 0) assert.deepEqual(ours.skipped_rows, listed)
  })
}

test('3,000 rows of a workbook: every row, reason, value, warning, merge and conflict', { skip }, () => {
  agree(reportOf('residents-messy.xlsx'), JSON.parse(input('residents-messy.truth.json').toString()))
})

test(
  'its first sheet as CSV in GB18030: the sheet is called after who reports it; it knows no hidden rows',
  { skip },
  () => {
    const truth = JSON.parse(input('residents-messy.gb18030.truth.json').toString())
    agree(reportOf('residents-messy.gb18030.csv'), truth, ['hidden'])
  },
)

test('100,000 rows', { skip }, (context) => {
  const start = performance.now()
  const report = reportOf('big/residents-100k.xlsx')
  const seconds = (performance.now() - start) / 1000
  context.diagnostic(`read and decided in ${seconds.toFixed(1)} s, ${Math.round(report.rows.length / seconds)} rows/s`)
  agree(report, JSON.parse(gunzipSync(input('big/residents-100k.truth.json.gz')).toString()))
})
