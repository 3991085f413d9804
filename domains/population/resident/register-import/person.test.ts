import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, idNumber, reasonsOf, valueOf, type TestRow } from './testing/residents.ts'

const BIRTH = '1965-03-08'
const man = { id: idNumber(BIRTH, '801') }
const woman = { id: idNumber(BIRTH, '802') }

/** Reasons of the same row with each of the cells in one column. */
function reasonsFor(base: TestRow, column: keyof TestRow, cells: ReadonlyArray<NonNullable<TestRow[keyof TestRow]>>) {
  return cells.map((cell) => reasonsOf({ ...base, [column]: cell }).join())
}

function all<T>(results: readonly T[], expected: T): void {
  assert.deepEqual(
    results,
    results.map(() => expected),
  )
}

test('names: missing and invalid', () => {
  all(reasonsFor({}, 'name', ['无', '待定', '　', '/', '(户主)']), 'NAME_MISSING')
  all(reasonsFor({}, 'name', ['和', '胡某某', '和*', '和1', 5]), 'NAME_INVALID')
  assert.equal(valueOf({ name: ' 木 呷．尔古（大）' }, 'name'), '木呷·尔古')
})

test('a number cell of 16 digits or more has lost digits even if it passes the check, below it is complete', () => {
  assert.deepEqual(reasonsOf({ id: 533221196607298000 }), ['ID_PRECISION_LOST'])
  assert.deepEqual(reasonsOf({ id: Number(idNumber('1965-03-08', '800').replace('X', '0')) }), ['ID_PRECISION_LOST'])
  assert.deepEqual(reasonsOf({ id: -533221196607298000 }), ['ID_PRECISION_LOST'])
  assert.deepEqual(reasonsOf({ id: 1e15 }), ['ID_PRECISION_LOST'])
  assert.deepEqual(reasonsOf({ id: '5.33221E+17' }), ['ID_PRECISION_LOST'])
  assert.deepEqual(reasonsOf({ id: 999999999999999 }), ['ID_AREA'])
  assert.deepEqual(decide({ id: 533221340524847 }).values, { ...decide({ id: '533221340524847' }).values })
  assert.equal(valueOf({ id: 533221340524847 }, 'id18'), '533221193405248470')
  assert.equal(valueOf({ id: 533221340524847 }, 'id_from'), '15')
})

test('only the first reason of a number is given', () => {
  assert.deepEqual(reasonsOf({ id: '56322119900230801X' }), ['ID_AREA'])
  assert.deepEqual(reasonsOf({ id: '53322119900230801X' }), ['ID_BIRTH_INVALID'])
  assert.deepEqual(reasonsOf({ id: '533221199011069152' }), ['ID_CHECK_DIGIT'])
  assert.deepEqual(reasonsOf({ id: '53322119901106915' }), ['ID_FORMAT'])
  assert.deepEqual(reasonsOf({ id: true }), ['ID_FORMAT'])
})

test('birth date and sex come from the number', () => {
  assert.deepEqual([valueOf(man, 'birth'), valueOf(man, 'sex'), valueOf(woman, 'sex')], [BIRTH, '男', '女'])
})

test('birth column: everything that says the same day, or leaves it open', () => {
  const cells = [
    '1965-3-8',
    '1965.03.08',
    '1965/3/8',
    '1965年3月8日',
    '1965年03月08',
    '1965.3.8.',
    '１９６５．３．８',
    '1965 年 3 月 8 日',
    '19650308',
    19650308,
    23809,
    '23809',
    '1965-03-08 00:00:00',
    '1965-03-08 00:00:00.0',
    '1965-03-08 0:00',
    '65-3-8',
    '65.3.8',
    '65年3月8日',
    '1965.03',
    '1965年3月',
    '1965-3',
    '1965/03',
    1965.03,
    '',
    '/',
    '-',
    '—',
    '无',
    '不详',
    '#VALUE!',
    { kind: 'date', value: BIRTH } as const,
  ]
  all(reasonsFor(man, 'birth', cells), '')
})

test('birth column: another day, month, year', () => {
  const cells = [
    '1965-3-9',
    '1965-8-3',
    '1956-3-8',
    '19650309',
    23810,
    '66-3-8',
    '65-3-9',
    '1965.04',
    '1966年3月',
    { kind: 'date', value: '1965-03-09' } as const,
  ]
  all(reasonsFor(man, 'birth', cells), 'BIRTH_MISMATCH')
})

test('birth column: what cannot be read, or does not exist', () => {
  const cells = [
    '1996.13.5',
    '1972.2.30',
    '1965',
    '196503',
    '65.3',
    '1965年',
    '三月八日',
    '1965-3-8-1',
    9999,
    60001,
    123456,
    '1965.13',
    '1965-00-08',
    '65-2-30',
    '19651308',
    23809.5,
    '1965-03-08T00:00:00',
    true,
  ]
  all(reasonsFor(man, 'birth', cells), 'BIRTH_FORMAT')
})

test('29 February of a two-digit year', () => {
  const leap = { id: idNumber('2000-02-29') }
  assert.deepEqual(reasonsFor(leap, 'birth', ['00-2-29', '00.02.29']), ['', ''])
  assert.deepEqual(reasonsFor(leap, 'birth', ['01-2-29']), ['BIRTH_FORMAT'])
})

test('sex column', () => {
  all(reasonsFor(man, 'sex', ['男', ' 男 性', 'm', 'Ｍ', 1, '1', '', '/', '-', '—']), '')
  all(reasonsFor(woman, 'sex', ['女', '女性', 'f', 2, '2']), '')
  all(reasonsFor(man, 'sex', ['女', 'F', 2]), 'SEX_MISMATCH')
  all(reasonsFor(man, 'sex', ['?', '先生', '男/女', '0', true]), 'SEX_INVALID')
})

test('both columns are compared with the number of cards for residents from elsewhere too', () => {
  for (const id of [idNumber(BIRTH, '801', '810000'), idNumber(BIRTH, '801', '953156')]) {
    assert.deepEqual(reasonsOf({ id, birth: '1965-03-09', sex: '女' }), ['BIRTH_MISMATCH', 'SEX_MISMATCH'])
    assert.deepEqual(
      [valueOf({ id }, 'doc_number'), valueOf({ id }, 'id18'), valueOf({ id }, 'sex')],
      [id, undefined, '男'],
    )
  }
})

test('with a bad number the columns are not compared, but must be readable', () => {
  const id = '533221196503088011'
  assert.deepEqual(reasonsOf({ id, birth: '1999-1-1', sex: '女' }), ['ID_CHECK_DIGIT'])
  assert.deepEqual(reasonsOf({ id, birth: '1999-13-1', sex: '?' }), ['ID_CHECK_DIGIT', 'BIRTH_FORMAT', 'SEX_INVALID'])
})

test('documents without birth date need both columns, to the day', () => {
  const passport = { id: ' e1234 5678' }
  assert.deepEqual(decide({ ...passport, birth: '1985.7.20', sex: 'F' }).values, {
    ...decide({ ...passport, birth: '1985-07-20', sex: '女' }).values,
    doc_type: 'PASSPORT',
    doc_number: 'E12345678',
    birth: '1985-07-20',
    sex: '女',
  })
  all(
    [
      {},
      { birth: '1985.7.20' },
      { sex: '女' },
      { birth: '1985.7', sex: '女' },
      { birth: '/', sex: '女' },
      { birth: '1985.7.20', sex: '/' },
    ].map((row) => reasonsOf({ ...passport, ...row }).join()),
    'OTHER_DOC_INCOMPLETE',
  )
  assert.deepEqual(reasonsOf({ ...passport, birth: '1985.13.1', sex: '?' }), [
    'OTHER_DOC_INCOMPLETE',
    'BIRTH_FORMAT',
    'SEX_INVALID',
  ])
})

test('without a number to compare with, a two-digit year means the latest day not after the reporting', () => {
  const passport = { id: 'E12345678', sex: '女' }
  assert.equal(valueOf({ ...passport, birth: '85-7-20' }, 'birth'), '1985-07-20')
  assert.equal(valueOf({ ...passport, birth: '25-11-20' }, 'birth'), '2025-11-20')
  assert.equal(valueOf({ ...passport, birth: '25-11-21' }, 'birth'), '1925-11-21')
  assert.equal(valueOf({ ...passport, birth: '00-2-29' }, 'birth'), '2000-02-29')
})

test('permits: 台 in the remark makes eight digits one', () => {
  const row = { id: 12345678, birth: '1985-07-20', sex: '男' }
  assert.equal(valueOf({ ...row, remark: '台胞' }, 'doc_type'), 'TW_PERMIT')
  assert.deepEqual(reasonsOf(row), ['ID_FORMAT'])
  assert.equal(valueOf({ ...row, id: 'H12345678' }, 'doc_type'), 'HM_PERMIT')
  assert.equal(valueOf({ ...row, id: 'usa123456789012' }, 'doc_type'), 'FOREIGN_PR')
})

const newborn = { name: '和小宝', id: '未办', birth: '2025-10-01', sex: '女', remark: '母亲：和丽芬' }

test('a newborn without number: sex, birth date within 365 days, mother', () => {
  const { values } = decide(newborn)
  assert.deepEqual(
    [values?.doc_type, values?.birth, values?.sex, values?.mother],
    ['NONE', '2025-10-01', '女', '和丽芬'],
  )
  assert.deepEqual(
    ['id18', 'doc_number'].map((field) => values?.[field]),
    [undefined, undefined],
  )
  assert.deepEqual(reasonsOf({ ...newborn, birth: '2024-11-20' }), [], '365 days')
  assert.deepEqual(reasonsOf({ ...newborn, birth: '2024-11-19' }), ['ID_MISSING'], '366 days')
  assert.deepEqual(reasonsOf({ ...newborn, birth: '2025-11-20' }), [], 'the day itself')
  assert.deepEqual(reasonsOf({ ...newborn, birth: '2025-11-21' }), ['ID_MISSING'], 'after the reporting')
  assert.equal(valueOf({ ...newborn, birth: '25.10.1' }, 'birth'), '2025-10-01')
})

test('no number and no newborn', () => {
  all(
    ['', '/', '2025.10', '1990-01-01'].map((birth) => reasonsOf({ ...newborn, birth }).join()),
    'ID_MISSING',
  )
  assert.deepEqual(reasonsOf({ ...newborn, birth: '2025.13.1', sex: '?' }), [
    'ID_MISSING',
    'BIRTH_FORMAT',
    'SEX_INVALID',
  ])
})

test('a newborn lacking sex or mother', () => {
  all(
    [{ sex: '' }, { remark: '' }, { remark: '母亲：无' }, { remark: '母亲：和某' }, { remark: '双胞胎' }].map((row) =>
      reasonsOf({ ...newborn, ...row }).join(),
    ),
    'NEWBORN_INCOMPLETE',
  )
  assert.deepEqual(reasonsOf({ ...newborn, sex: '?' }), ['NEWBORN_INCOMPLETE', 'SEX_INVALID'])
})

test('the mother of a person with a number is nobody’s business', () => {
  assert.equal(valueOf({ ...man, remark: '母亲：和丽芬' }, 'mother'), undefined)
})
