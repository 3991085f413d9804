import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from './cell-text.ts'
import { readRegisterSheet } from './register-sheet.ts'
import { defineRegister, readRegister, type RegisterItem } from './register.ts'
import type { Sheet } from './sheet.ts'
import { sheetOf, type TestCell } from './testing/cells.ts'

/** A register that has nothing to do with health: who borrowed which umbrella. */
const loans = defineRegister({
  id: 'umbrella-loans',
  title: { zh: '借伞登记表', en: 'Register of umbrella loans' },
  columns: {
    serial: { title: { zh: '序号', en: 'No.' }, aliases: ['序号'] },
    borrower: { title: { zh: '借伞人', en: 'Borrower' }, aliases: ['借伞人', '姓名'] },
    card: { title: { zh: '借书证号', en: 'Card' }, aliases: ['借书证号', '证号'] },
    umbrella: { title: { zh: '伞(号)', en: 'Umbrella' }, aliases: ['伞(号)', '雨伞'] },
    branch: { title: { zh: '分馆', en: 'Branch' }, aliases: ['分馆'] },
    back: { title: { zh: '是否归还', en: 'Returned' }, aliases: ['归还'] },
  },
  identifiedBy: ['borrower', 'card'],
  nameColumn: 'borrower',
  totalsIn: ['serial', 'borrower'],
  ditto: ['branch'],
})

type Column = (typeof loans.keys)[number]
const HEADER = ['序号', '借伞人', '借书证号', '雨伞', '分馆', '归还']

function items(sheet: Sheet): Array<RegisterItem<Column>> {
  return [...readRegisterSheet(sheet, loans)]
}

/** What became of every row: `[row, kind]`, data rows with their texts under the names of the columns asked for. */
function outcome(sheet: Sheet, ...columns: Column[]): unknown[] {
  return items(sheet).flatMap((item) => {
    if (item.kind === 'data') return [[item.row, ...columns.map((column) => item.texts[column])]]
    return item.kind === 'skipped-row' ? [[item.row, item.why, ...(item.count > 1 ? [item.count] : [])]] : []
  })
}

function headOf(rows: ReadonlyArray<readonly TestCell[] | null>) {
  const head = items(sheetOf('s', rows)).find((item) => item.kind === 'sheet')
  return head?.sheet
}

test('the header is the first of fifteen rows that names what identifies it; columns in any order and place', () => {
  const head = headOf([['借伞登记表'], [null, '*证 号：', '借 伞 人（必填）', '备注', '伞（号）']])
  assert.deepEqual(head?.columns, { card: 1, borrower: 2, umbrella: 4 })
  assert.equal(head?.headerRow, 2)
  const late = [...Array.from({ length: 15 }, () => ['x']), HEADER]
  assert.equal(headOf(late), undefined)
  assert.equal(headOf(late.slice(1))?.headerRow, 15)
})

test('a sheet without header or hidden is skipped, and it is told how', () => {
  const told = (sheet: Sheet) => items(sheet).map((item) => item.kind === 'skipped-sheet' && [item.hidden, item.header])
  assert.deepEqual(told(sheetOf('说明', [['1. 请填写']])), [[false, 'none']])
  assert.deepEqual(told(sheetOf('汇总', [['汇总'], ['序号', '分馆', '次数']])), [[false, 'other']])
  assert.deepEqual(told(sheetOf('名单', [HEADER, [1, '和', 'A1']], { hidden: true })), [[true, 'found']])
  assert.deepEqual(told(sheetOf('空', [])), [[false, 'none']])
})

test('instructions in brackets, however long, do not hide a header', () => {
  const long = `借 伞 人（${'请按证件填写，'.repeat(20)}）`
  assert.deepEqual(headOf([[long, '证号[必填]', '雨伞【编号】']])?.columns, { borrower: 0, card: 1, umbrella: 2 })
})

test('brackets of an alias count before those that are notes', () => {
  assert.deepEqual(headOf([['借伞人', '证号', '伞(号)(必填)']])?.columns, { borrower: 0, card: 1, umbrella: 2 })
})

test('of two columns with the same meaning the left one counts', () => {
  assert.equal(headOf([['姓名', '证号', '借伞人']])?.columns.borrower, 0)
})

test('two header rows: nothing under the identifying columns, and the lower text wins', () => {
  const sheet = sheetOf('s', [
    ['序号', '借伞人', '证号', '雨伞', '情况', ''],
    ['', '', '', '', '分馆', '归还'],
    [1, '和', 'A1', '伞1', '东', '是'],
  ])
  const head = headOf([
    ['序号', '借伞人', '证号', '雨伞', '情况', ''],
    ['', '', '', '', '分馆', '归还'],
  ])
  assert.equal(head?.headerRows, 2)
  assert.deepEqual(head?.columns, { serial: 0, borrower: 1, card: 2, umbrella: 3, branch: 4, back: 5 })
  assert.deepEqual(outcome(sheet, 'branch', 'back'), [
    [1, 'header'],
    [2, 'header'],
    [3, '东', '是'],
  ])
})

test('the row below is no second header when it holds a person, no header name, or is not the next row', () => {
  assert.equal(headOf([HEADER, [1, '和', '', '分馆']])?.headerRows, 1)
  assert.equal(headOf([HEADER, ['', '', '', '伞7']])?.headerRows, 1)
  assert.equal(headOf([HEADER, null, ['', '', '', '', '分馆']])?.headerRows, 1)
  assert.equal(headOf([HEADER])?.headerRows, 1)
})

test('the reporting date stands above the header in any of its forms', () => {
  for (const text of [
    '填报单位：东馆   填报时间：2025年11月20日',
    '填报日期: 2025.11.20',
    '填报时间 2025-11-20',
    '填报时间：2025/11/20',
    '填报时间： 2025 年 11 月 20 日',
  ]) {
    assert.equal(headOf([['表'], ['', text], HEADER])?.reportingDate, '2025-11-20', text)
  }
  assert.equal(
    headOf([['填报时间：', null, { kind: 'date', value: '2025-11-20' }], HEADER])?.reportingDate,
    '2025-11-20',
  )
  const beside: ReadonlyArray<readonly [string, string, string]> = [
    ['填报时间：2025.11.2', '8户', '2025-11-02'],
    ['填报日期：2025-11-2', '0', '2025-11-02'],
    ['填报时间：2025/1/1', '1', '2025-01-01'],
  ]
  for (const [text, next, expected] of beside) {
    assert.equal(headOf([[text, next], HEADER])?.reportingDate, expected, text)
  }
  assert.equal(headOf([['填报时间：2025年13月1日'], HEADER])?.reportingDate, undefined)
  assert.equal(headOf([['2025年11月20日'], HEADER])?.reportingDate, undefined)
  assert.equal(headOf([HEADER, ['填报时间：2025-11-20']])?.reportingDate, undefined)
})

test('rows in their classes, the first rule wins, and reading goes on below the footer', () => {
  const rows: Array<readonly TestCell[] | null> = [
    ['借伞登记表'], // 1
    ['填报单位：东馆'], // 2
    HEADER, // 3
    ['东馆'], // 4 a heading that is no group
    ['第一小组'], // 5
    [1, '和', 'A1'], // 6
    ['', '小 计：1人', '', 1], // 7
    ['全馆累计合计', '和', 'A1'], // 8 subtotal although name and card are there
    null, // 9
    ['', ' ', '　', '#N/A'], // 10
    ['借伞登记表'], // 11
    HEADER, // 12
    [2, '', '', '', '东', '否'], // 13
    [3], // 14
    ['注：还伞请擦干'], // 15
    ['备注：无', '和', 'A9'], // 16
    ['填表人：', '和', 'A9'], // 17 a signature although name and card are there
    ['后补名单'], // 18
    [4, '', 'A2'], // 19 the card alone is data
    [5, '无', ''], // 20 the name alone is data
    ['说明书', '和', 'A3'], // 21 no note: no colon
    [],
    ['', ''],
  ]
  assert.deepEqual(outcome(sheetOf('s', rows), 'borrower', 'card'), [
    [1, 'title'],
    [2, 'note'],
    [3, 'header'],
    [4, 'section'],
    [5, 'group_heading'],
    [6, '和', 'A1'],
    [7, 'subtotal'],
    [8, 'subtotal'],
    [9, 'blank', 2],
    [11, 'repeated_title'],
    [12, 'repeated_header'],
    [13, 'prefilled'],
    [14, 'prefilled'],
    [15, 'note'],
    [16, 'note'],
    [17, 'footer'],
    [18, 'section'],
    [19, '', 'A2'],
    [20, '无', ''],
    [21, '和', 'A3'],
  ])
})

test('a total announces itself within nine characters of the number or name column only', () => {
  const rows = [
    HEADER,
    ['12345678小计', '和', 'A'],
    ['123456789小计', '和', 'A'],
    [1, '和', 'A', '合计'],
    [1, '本组共计3人', ''],
  ]
  assert.deepEqual(
    outcome(sheetOf('s', rows), 'serial').map((row) => (row as unknown[])[1]),
    ['header', 'subtotal', '123456789小计', '1', 'subtotal'],
  )
})

test('two cells with header names are no repeated header, three without the name neither', () => {
  const rows = [HEADER, ['序号', '借伞人', 'A'], ['序号', 'x', '证号', '雨伞'], ['序号', '姓名', '证号']]
  assert.deepEqual(outcome(sheetOf('s', rows), 'serial'), [
    [1, 'header'],
    [2, '序号'],
    [3, '序号'],
    [4, 'repeated_header'],
  ])
})

test('the second row of a repeated two-row header belongs to it', () => {
  const head = [
    ['序号', '借伞人', '证号', '雨伞', '情况', ''],
    ['', '', '', '', '分馆', '归还'],
  ]
  assert.deepEqual(outcome(sheetOf('s', [...head, [1, '和', 'A1'], ...head]), 'borrower'), [
    [1, 'header'],
    [2, 'header'],
    [3, '和'],
    [4, 'repeated_header'],
    [5, 'repeated_header'],
  ])
})

test('hidden rows are data', () => {
  const [, , row] = items(sheetOf('s', [HEADER, [1, '和', 'A1']], { hiddenRows: [2] }))
  assert.equal(row?.kind === 'data' && row.hidden, true)
})

test('a merged range one column wide fills all its cells, a wider one only its first', () => {
  const rows = [
    HEADER,
    [1, '和', 'A1', '伞1', '东馆'],
    [2, '木', 'A2', '', '被盖住'],
    ['小计'],
    [3, '李', 'A3', '伞3', ''],
    [4, '杨', 'A4', '', ''],
  ]
  const sheet = sheetOf('s', rows, { merges: ['E2:E5', 'D2:D3', 'A4:B4', 'D5:E6'] })
  assert.deepEqual(outcome(sheet, 'umbrella', 'branch'), [
    [1, 'header'],
    [2, '伞1', '东馆'],
    [3, '伞1', '东馆'],
    [4, 'subtotal'],
    [5, '伞3', '东馆'],
    [6, '', ''],
  ])
})

test('rows are classified before merged cells are filled; what is filled keeps its type', () => {
  const sheet = sheetOf('s', [HEADER, [1, '和', 'A1', '', '东'], ['', '', '', '', ''], ['', '', 'A3', '', '']], {
    merges: ['B2:B4', 'E2:E4'],
  })
  assert.deepEqual(outcome(sheet, 'borrower', 'branch'), [
    [1, 'header'],
    [2, '和', '东'],
    [3, 'blank'],
    [4, '和', '东'],
  ])
  const number = items(sheetOf('s', [HEADER, [7, '和', 'A1'], ['', '木', 'A2']], { merges: ['A2:A3'] })).at(-1)
  assert.deepEqual(number?.kind === 'data' && number.cells.serial, { kind: 'number', value: 7 })
})

test('a range whose top row the file leaves out is empty', () => {
  const sheet = sheetOf('s', [HEADER, null, [1, '和', 'A1', '', '东']], { merges: ['E2:E3'] })
  assert.deepEqual(outcome(sheet, 'branch').at(-1), [3, ''])
})

test('a ditto mark means the nearest data row above, after merging and after its own ditto', () => {
  const rows = [
    HEADER,
    [1, '甲', 'A1', '', '同上'],
    [2, '乙', 'A2', '', '东'],
    [3, '丙', 'A3', '', ' 同 上 '],
    ['小计', '', '', '', '西'],
    [4, '丁', 'A4', '', '〃'],
    [5, '戊', 'A5', '', ''],
    [6, '己', 'A6', '', '＂'],
    [7, '庚', 'A7', '″', '南'],
    [8, '辛', 'A8', '〃', '″'],
  ]
  assert.deepEqual(
    outcome(sheetOf('s', rows, { merges: ['E7:E7'] }), 'umbrella', 'branch').filter(
      (row) => typeof (row as unknown[])[2] === 'string',
    ),
    [
      [2, '', ''],
      [3, '', '东'],
      [4, '', '东'],
      [6, '', '东'],
      [7, '', ''],
      [8, '', ''],
      [9, '″', '南'],
      [10, '〃', '南'],
    ],
  )
})

test('the original row holds all columns, filled, in their places', () => {
  const sheet = sheetOf('s', [
    ['', '备忘', '姓名', '证号', '分馆'],
    ['', 'x', '和', 'A1', '东'],
    ['', 'y', '木', 'A2', '同上'],
  ])
  const row = items(sheet).at(-1)
  assert.deepEqual(row?.kind === 'data' && row.original.map(textOf), ['', 'y', '木', 'A2', '东'])
  assert.deepEqual(row?.kind === 'data' && row.sheet.header, ['', '备忘', '姓名', '证号', '分馆'])
})

test('a whole file: a CSV is one sheet named after it', () => {
  const csv = '借伞登记表,\r\n姓名,证号,备注\r\n和,A1,"两\r\n行"\r\n木,A2,\r\n'
  const read = [...readRegister(Buffer.from(csv), '东馆.csv', loans)]
  assert.deepEqual(
    read.map((item) => (item.kind === 'data' ? [item.sheet.name, item.row, item.texts.borrower] : item.kind)),
    ['sheet', 'skipped-row', 'skipped-row', ['东馆', 3, '和'], ['东馆', 4, '木']],
  )
})

test('a declaration that contradicts itself does not pass', () => {
  const column = (...aliases: string[]) => ({ title: { zh: 'x', en: 'x' }, aliases })
  const broken = (columns: Record<string, ReturnType<typeof column>>, identifiedBy: string[]) => () =>
    defineRegister({
      id: 'x',
      title: { zh: 'x', en: 'x' },
      columns,
      identifiedBy,
      nameColumn: 'a',
      totalsIn: [],
      ditto: [],
    })
  assert.throws(broken({ a: column('甲'), b: column('甲') }, ['a']), /names both a and b/)
  assert.throws(broken({ a: column('甲') }, []), /identifies/)
})

test('a CSV has no name for its sheet: it is called after who reports it, otherwise after the file', () => {
  const nameOf = (lines: readonly string[], file = 'upload-7.csv') => {
    const items = [...readRegister(Buffer.from(lines.join('\r\n')), file, loans)]
    const [head] = items.flatMap((item) => (item.kind === 'sheet' ? [item.sheet.name] : []))
    return head
  }
  const table = ['序号,借伞人,借书证号', '1,和文,B77']
  for (const [above, name] of [
    ['填报单位：东馆街道人民政府        填报时间：2025/11/20,,', '东馆街道'],
    ['填报单位: 东馆镇（盖章）,填报日期：2025-11-20,', '东馆镇'],
    ['填报单位：,东馆镇人民政府,', '东馆镇'],
    ['借伞登记表,,', 'upload-7'],
    ['填报单位：　　　填报时间：2025/11/20,,', 'upload-7'],
  ] as const)
    assert.equal(nameOf([above, ...table]), name, above)
  assert.equal(nameOf(table, '台账.csv'), '台账')
})
