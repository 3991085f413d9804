import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRegister } from '@kangheng/kernel/exchange/register.ts'
import { readRegisterSheet } from '@kangheng/kernel/exchange/register-sheet.ts'
import type { Sheet } from '@kangheng/kernel/exchange/sheet.ts'
import { sheetOf } from '@kangheng/kernel/exchange/testing/cells.ts'
import { readWorkbook } from '@kangheng/kernel/exchange/workbook-reader.ts'
import { textOf } from '@kangheng/kernel/exchange/cell-text.ts'
import { assessRegister } from './assess-register.ts'
import { residentRegister } from './register.ts'
import { buildReport } from './report.ts'
import { returnedRow, returnedWorkbook } from './returned-workbook.ts'
import { idNumber, residentSheet, yulong } from './testing/residents.ts'

const options = { county: yulong, importedOn: '2026-01-15' }

async function returned(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const items = sheets.flatMap((sheet) => [...readRegisterSheet(sheet, residentRegister)])
  const rows = [...assessRegister(items, options)].flatMap((item) =>
    item.kind === 'decided' ? (returnedRow(item) ?? []) : [],
  )
  return returnedWorkbook(rows)
}

function again(bytes: Uint8Array) {
  return buildReport(assessRegister(readRegister(bytes, '退回.xlsx', residentRegister), options), '退回.xlsx')
}

test('rejected and conflicting rows come back in their sheets and columns, with their reasons', async () => {
  const id = idNumber('1965-03-08')
  const sheet = sheetOf(
    '名单',
    [
      ['填报日期：2025.11.20'],
      [null, '备忘', '*姓名', '身份证号', '乡镇', '村名'],
      [null, '甲', '和文军', id, '黄山街道', '白马'],
      [null, '乙', '木春', id, '同上', '白马'],
      [null, '丙', '和*', 533221196607298000, '〃', ''],
    ],
    { merges: ['F3:F4'] },
  )
  const bytes = await returned([sheet, residentSheet([{ village: '' }], '另一张', '无日期')])
  const sheets = [...readWorkbook(bytes)].map(({ name, rows }) => [name, [...rows].map((row) => row.cells.map(textOf))])
  assert.deepEqual(sheets[0], [
    '名单',
    [
      ['居民花名册退回修改表:请直接在原栏改正后重新导入,最右四栏不用填写'],
      ['填报时间:2025-11-20'],
      ['备忘', '*姓名', '身份证号', '乡镇', '村名', '退回原因', '修改办法', '原因代码', '原表位置'],
      [
        '乙',
        '木春',
        id,
        '黄山街道',
        '白马',
        '证件号码与本表另一人相同而姓名不同(见“名单”第3行)',
        sheets[0]![1]![3]![6]!,
        'CONFLICT_IN_FILE',
        '名单 第4行',
      ],
      [
        '丙',
        '和*',
        '533221196607298000',
        '黄山街道',
        '',
        '姓名不能识别;证件号码被存成数字,末几位已丢失;没有填村(社区)',
        sheets[0]![1]![4]![6]!,
        'NAME_INVALID ID_PRECISION_LOST VILLAGE_MISSING',
        '名单 第5行',
      ],
    ].map((row) => row.map(String)),
  ])
  assert.equal(sheets[1]![0], '另一张')
})

test('imported again uncorrected, every row is rejected for the same reasons on the same reporting date', async () => {
  const rows = [
    { name: '和*' },
    { id: 533221196607298000 },
    { id: '5.3E+17', birth: { kind: 'date', value: '1966-07-29' } as const },
    { id: '', birth: '2025-10-01', sex: '女' },
    { id: '', birth: 45000, htn: true },
    { id: 'E12345678', birth: '1985.13.1', sex: '?' },
    { township: '没有乡', village: '/' },
    { id: idNumber('2025-11-21') },
  ]
  const first = [...assessRegister(readRegisterSheet(residentSheet(rows), residentRegister), options)].flatMap(
    (item) => (item.kind === 'decided' && item.decision.outcome === 'rejected' ? [item.decision.reasons] : []),
  )
  assert.equal(first.length, rows.length)
  const report = again(await returned([residentSheet(rows)]))
  assert.deepEqual(
    report.rows.map((row) => row.reasons),
    first,
  )
  assert.equal(report.sheets[0]!.reporting_date, '2025-11-20')
})

test('nothing to return is a workbook that imports nothing', async () => {
  const report = again(await returned([residentSheet([{}])]))
  assert.deepEqual([report.counts.data_rows, report.sheets.length], [0, 0])
})
