import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheetOf } from '@kangheng/kernel/exchange/testing/cells.ts'
import { EXPLANATIONS, REASON_CODES } from './reasons.ts'
import { readRegisterSheet } from '@kangheng/kernel/exchange/register-sheet.ts'
import { assessRegister } from './assess-register.ts'
import { residentRegister } from './register.ts'
import { reportRow } from './report.ts'
import { decide, idNumber, reportOf, residentSheet, yulong } from './testing/residents.ts'

test('all reasons in the order of their codes, the first is the outcome', () => {
  const { outcome, reasons } = decide({
    name: '和*',
    id: '53322119901106915',
    birth: '1990.13.1',
    sex: '?',
    township: 'x',
    village: '',
  })
  assert.equal(outcome, 'rejected:NAME_INVALID')
  assert.deepEqual(reasons, [
    'NAME_INVALID',
    'ID_FORMAT',
    'BIRTH_FORMAT',
    'SEX_INVALID',
    'TOWNSHIP_UNKNOWN',
    'VILLAGE_MISSING',
  ])
  assert.deepEqual(
    reasons,
    REASON_CODES.filter((code) => reasons.includes(code)),
  )
})

test('every code says in two languages what is wrong and what to do', () => {
  for (const [code, { title, remedy }] of Object.entries(EXPLANATIONS)) {
    for (const text of [title, remedy]) assert.ok(text.zh.length >= 4 && text.en.length >= 4, code)
  }
})

test('sheets, skipped rows and sheets', () => {
  const report = reportOf([
    sheetOf('填表说明', [['1. 请填写']]),
    sheetOf('汇总表', [['序号', '乡镇', '人数']]),
    sheetOf('选项', [['民族']], { hidden: true }),
    sheetOf('隐藏', [['姓名', '身份证号']], { hidden: true }),
    sheetOf(
      '名单',
      [
        ['花名册'],
        ['填报时间：2025/11/20'],
        [null, '姓名', '性别', '身份证号', '村名'],
        null,
        [null, '和文军', '', idNumber('1965-03-08'), '白马'],
        [null, '填表人：和'],
        [],
        [''],
      ],
      { hiddenRows: [5] },
    ),
  ])
  assert.deepEqual(report.skipped_sheets, [
    { name: '填表说明', why: 'no header row' },
    { name: '汇总表', why: 'no header row (no 姓名 and 身份证号 columns)' },
    { name: '选项', why: 'hidden sheet, no header row' },
    { name: '隐藏', why: 'hidden sheet' },
  ])
  assert.deepEqual(report.skipped_row_kinds, { title: 1, note: 1, header: 1, blank: 1, footer: 1 })
  assert.deepEqual(report.sheets, [
    {
      name: '名单',
      reporting_date: '2025-11-20',
      header_row: 3,
      header_rows: 1,
      columns: { name: 'B', sex: 'C', id: 'D', village: 'E' },
      last_row: 6,
      counts: { data_rows: 1, accepted: 1, rejected: 0, 'duplicate-of': 0, 'conflict-with': 0 },
      hidden_rows: 1,
      skipped_rows: [
        [1, 'title'],
        [2, 'note'],
        [3, 'header'],
        [4, 'blank'],
        [6, 'footer'],
      ],
    },
  ])
  assert.equal(report.rows[0]!.hidden, true)
})

test('a stray cell a million rows down is counted without a million entries', () => {
  const rows = residentSheet([{}]).rows
  const stray = { row: 1_000_000, hidden: false, cells: [{ kind: 'text', value: '说明:x' } as const] }
  const report = reportOf([{ name: '名单', hidden: false, merges: [], rows: [...rows, stray] }])
  assert.equal(report.skipped_row_kinds.blank, 999_996)
  assert.ok(report.sheets[0]!.skipped_rows.length < 1100)
})

test('a sheet without a date is reported on the day of import', () => {
  const newborn = { name: '和小宝', id: '', birth: '2025-01-10', sex: '女', remark: '母亲：和丽芬' }
  const outcome = (importedOn: string) =>
    reportOf([residentSheet([newborn], '名单', '花名册')], importedOn).rows[0]!.outcome
  assert.equal(outcome('2026-01-10'), 'accepted')
  assert.equal(outcome('2026-01-11'), 'rejected:ID_MISSING')
})

test('a single row can be reported as it is decided', () => {
  const items = assessRegister(readRegisterSheet(residentSheet([{ village: '' }]), residentRegister), {
    county: yulong,
    importedOn: '2026-01-15',
  })
  const rows = [...items].flatMap((item) => (item.kind === 'decided' ? [reportRow(item)] : []))
  assert.deepEqual(rows, [{ sheet: '名单', row: 3, outcome: 'rejected:VILLAGE_MISSING', reasons: ['VILLAGE_MISSING'] }])
})
