import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ETHNIC_GROUPS } from '@kangheng/kernel/person/ethnic-groups.ts'
import { decide, type TestRow } from './testing/residents.ts'
import type { ResidentColumn } from './register.ts'

const FIELDS: Partial<Record<ResidentColumn, string>> = {
  ethnic: 'ethnic',
  head: 'household_head',
  relation: 'relation',
  group: 'group',
  address: 'address',
  phone: 'phone',
  hukou: 'hukou',
  poverty: 'poverty',
  htn: 'hypertension',
  dm: 'diabetes',
}

/** The value of a cell in one of the columns that never reject, and its warnings behind a bar. */
function read(column: ResidentColumn, cell: TestRow[ResidentColumn], rest: TestRow = {}): string {
  const { outcome, values, warnings } = decide({ ...rest, [column]: cell })
  assert.equal(outcome, 'accepted')
  return [String(values?.[FIELDS[column]!]), ...(warnings ?? [])].join('|')
}

function expect(column: ResidentColumn, cases: Record<string, string>): void {
  for (const [cell, expected] of Object.entries(cases)) assert.equal(read(column, cell), expected, cell)
}

test('ethnic group: names with and without 族, brackets, codes, misspellings', () => {
  for (const { code, zh } of ETHNIC_GROUPS) {
    assert.equal(read('ethnic', zh), zh)
    assert.equal(read('ethnic', zh.slice(0, -1)), zh)
    assert.equal(read('ethnic', Number(code)), zh)
    assert.equal(read('ethnic', code), zh)
  }
  expect('ethnic', {
    '纳 西 族': '纳西族',
    '纳西（族）': '纳西族',
    '汉族（客家）': '汉族',
    傈粟族: '傈僳族',
    栗粟: '傈僳族',
    僳僳族: '傈僳族',
    傈傈: '傈僳族',
    栗僳族: '傈僳族',
    '２７': '纳西族',
    '': 'null',
    '/': 'null',
    '—': 'null',
    '0': 'null|ETHNIC_UNKNOWN',
    '57': 'null|ETHNIC_UNKNOWN',
    '001': 'null|ETHNIC_UNKNOWN',
    那西族: 'null|ETHNIC_UNKNOWN',
    族: 'null|ETHNIC_UNKNOWN',
    纳西族族: 'null|ETHNIC_UNKNOWN',
    '纳西族族（摩梭）': 'null|ETHNIC_UNKNOWN',
    少数民族: 'null|ETHNIC_UNKNOWN',
  })
})

test('relation to the head of household', () => {
  expect('relation', {
    '户 主': '户主',
    户主本人: '户主',
    丈夫: '配偶',
    长子: '子',
    养女: '女',
    媳妇: '儿媳',
    上门女婿: '女婿',
    父: '父亲',
    母: '母亲',
    爷爷: '祖父',
    奶奶: '祖母',
    孙: '孙子',
    长孙女: '孙女',
    哥哥: '兄弟',
    妹: '姐妹',
    非亲属: '其他',
    '': 'null',
    '/': 'null',
    房客: 'null|RELATION_UNKNOWN',
    四子: 'null|RELATION_UNKNOWN',
  })
})

test('head of household: a name, else the own name of a head, else nobody', () => {
  expect('head', { '木 春(户主)': '木春', '格桑.永宗': '格桑·永宗', 无: 'null', '': 'null', '木*': 'null' })
  assert.equal(read('head', '', { relation: '本人' }), '和文军')
  assert.equal(read('head', '不详', { relation: '户主' }), '和文军')
  assert.equal(read('head', '木春', { relation: '户主' }), '木春')
})

test('village group: its number without zeros, or the text', () => {
  expect('group', {
    '3': '3',
    '03组': '3',
    第三村民小组: '3',
    '三 社': '3',
    '１2小组': '12',
    十组: '10',
    十一村民小组: '11',
    二十: '20',
    第二十九组: '29',
    三十组: '三十组',
    一十组: '一十组',
    上村: '上村',
    '上 村 组': '上村组',
    '00': '0',
    '3组4组': '3组4组',
    '': 'null',
  })
  assert.equal(read('group', 3), '3')
})

test('address: without white space, blank is nothing', () => {
  expect('address', { ' 黄山街道\n白马社区 1组': '黄山街道白马社区1组', '': 'null', '/': 'null' })
})

test('phone: the first good number of several, digits only', () => {
  expect('phone', {
    '13900012070': '13900012070',
    '139-0001-2070': '13900012070',
    '139 0001　2070': '13900012070',
    '+86 13900012070': '13900012070',
    '008613900012070': '13900012070',
    '86-13900012070': '13900012070',
    "'13900012070": '13900012070',
    '（0888）5461191': '08885461191',
    '0888—5581224': '08885581224',
    '5581224': '08885581224',
    '8885581224': '08885581224',
    '1234567 / 13900012070': '13900012070',
    '13900012070、0888-5838446': '13900012070',
    '0888-5188553或19100023482': '08885188553',
    '139；19100023482': '19100023482',
    '139，19100023482': '19100023482',
    '010123456789': '010123456789',
    '0123456789': '0123456789',
    '': 'null',
    '/': 'null',
    '—': 'null',
    无: 'null',
    '12900012070': 'null|PHONE_INVALID',
    '1390001207': 'null|PHONE_INVALID',
    '8612900012070': 'null|PHONE_INVALID',
    '0123456789012': 'null|PHONE_INVALID',
    '1581224': 'null|PHONE_INVALID',
    '1.39E+10': 'null|PHONE_INVALID',
    暂无: 'null|PHONE_INVALID',
  })
  assert.equal(read('phone', 13900012070), '13900012070')
  assert.equal(read('phone', 8885581224), '08885581224')
})

test('household registration', () => {
  expect('hukou', {
    农村户口: '农业户口',
    '农 业': '农业户口',
    城镇: '非农业户口',
    家庭户: '居民户口',
    集体户: '集体户口',
    '': 'null',
    '/': 'null',
    蓝印户口: 'null|HUKOU_UNKNOWN',
  })
})

test('yes and no: blank is not no', () => {
  for (const cell of [
    '是',
    '√',
    '✓',
    '✔',
    '☑',
    '1',
    '有',
    'y',
    'Yes',
    '对',
    'TRUE',
    '是（2级）',
    '是 (2019年确诊)',
    '１',
    1,
    true,
  ]) {
    for (const column of ['poverty', 'htn', 'dm'] as const) assert.equal(read(column, cell), 'true', String(cell))
  }
  for (const cell of [
    '否',
    '×',
    '✗',
    '✘',
    '╳',
    'x',
    '☐',
    '0',
    '无',
    '没有',
    '不是',
    'n',
    'NO',
    'False',
    '否(复查)',
    0,
    false,
  ]) {
    assert.equal(read('htn', cell), 'false', String(cell))
  }
  for (const cell of ['', '/', '-', '—', '#REF!']) assert.equal(read('dm', cell), 'null')
  for (const cell of ['待查', '2', '？', '疑似', '(是)']) assert.equal(read('dm', cell), 'null|FLAG_UNREADABLE', cell)
})

test('warnings are sorted, one for each unreadable flag; a rejected row has none', () => {
  const odd: TestRow = { ethnic: 'x', poverty: 'x?', htn: '2', dm: '疑似', hukou: 'x', phone: 'x', relation: 'x' }
  assert.deepEqual(decide(odd).warnings, [
    'ETHNIC_UNKNOWN',
    'FLAG_UNREADABLE',
    'FLAG_UNREADABLE',
    'FLAG_UNREADABLE',
    'HUKOU_UNKNOWN',
    'PHONE_INVALID',
    'RELATION_UNKNOWN',
  ])
  assert.equal(decide({ ...odd, name: '' }).warnings, undefined)
})
