import { readRegisterSheet } from '@kangheng/kernel/exchange/register-sheet.ts'
import type { Sheet } from '@kangheng/kernel/exchange/sheet.ts'
import { sheetOf, type TestCell } from '@kangheng/kernel/exchange/testing/cells.ts'
import { checkDigit } from '@kangheng/kernel/person/identity-number.ts'
import { readCounty } from '@kangheng/kernel/place/county-data.ts'
import { assessRegister } from '../assess-register.ts'
import { nestVillages, registerCounty } from '../counties.ts'
import { residentRegister, type ResidentColumn } from '../register.ts'
import { buildReport, type ImportReport, type ReportRow } from '../report.ts'

/** The county of the tests, with its real divisions. */
export const yulong = registerCounty('530721', nestVillages(readCounty('530721').divisions))

const REPORTED_ON = '2025-11-20'

/** An identity number of its parts, with its check digit. */
export function idNumber(birth: string, sequence = '801', area = '533221'): string {
  const digits = area + birth.replaceAll('-', '') + sequence
  return digits + checkDigit(digits)
}

/** A row by columns; what is not said is a sound man of 白马社区. */
export type TestRow = Partial<Record<ResidentColumn, TestCell>>

const SOUND: TestRow = { name: '和文军', id: idNumber('1965-03-08'), township: '黄山街道', village: '白马社区居委会' }

/** A sheet with the reporting date above a header of all columns; its first data row is row 3. */
export function residentSheet(rows: readonly TestRow[], name = '名单', reported = `填报时间：${REPORTED_ON}`): Sheet {
  const { keys, columns } = residentRegister
  const header = keys.map((key) => columns[key].title.zh)
  const cells = rows.map((row) => keys.map((key) => ({ ...SOUND, ...row })[key] ?? null))
  return sheetOf(name, [[reported], header, ...cells])
}

/** The report of sheets, as if they were one workbook. */
export function reportOf(sheets: readonly Sheet[], importedOn = '2026-01-15'): ImportReport {
  const items = sheets.flatMap((sheet) => [...readRegisterSheet(sheet, residentRegister)])
  return buildReport(assessRegister(items, { county: yulong, importedOn }), 'test.xlsx')
}

/** What becomes of one row alone. */
export function decide(row: TestRow): ReportRow {
  return reportOf([residentSheet([row])]).rows[0]!
}

/** The reasons of one row alone; none when it is accepted. */
export function reasonsOf(row: TestRow): readonly string[] {
  return decide(row).reasons ?? []
}

/** One value of a row that is accepted; undefined when it has none. */
export function valueOf(row: TestRow, field: string): unknown {
  const { values, outcome, reasons } = decide(row)
  if (!values) throw new Error(`${outcome}: ${reasons?.join(', ')}`)
  return values[field]
}
