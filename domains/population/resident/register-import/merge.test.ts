import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idNumber, reportOf, residentSheet, type TestRow } from './testing/residents.ts'

function outcomes(...rows: TestRow[]): string[] {
  return reportOf([residentSheet(rows)]).rows.map((row) => row.outcome)
}

const id = idNumber('1965-03-08')

test('the second row of a number and name is a duplicate of the first, also through a 15-digit number', () => {
  assert.deepEqual(outcomes({ id }, { id, name: '和 文军(大)' }, { id: '533221650308801' }, { id: `'${id}` }), [
    'accepted',
    'duplicate-of:名单,3',
    'duplicate-of:名单,3',
    'duplicate-of:名单,3',
  ])
})

test('another name is a conflict with the first row, changes nothing, and is named there', () => {
  const { rows, counts } = reportOf([
    residentSheet([{ id }, { id, name: '木 春', phone: '13900012070' }, { id, phone: '13900012071' }], '甲'),
    residentSheet([{ id, name: '木春' }], '乙'),
  ])
  assert.deepEqual(
    rows.map((row) => row.outcome),
    ['accepted', 'conflict-with:甲,3', 'duplicate-of:甲,3', 'conflict-with:甲,3'],
  )
  assert.deepEqual(rows[0]!.conflicts, [
    ['甲', 4],
    ['乙', 3],
  ])
  assert.deepEqual(rows[0]!.after_merge, { phone: '13900012071' })
  assert.equal(rows[1]!.name, '木春')
  assert.deepEqual(
    [counts.data_rows, counts.accepted, counts.merged_duplicates, counts.conflicts_for_review],
    [4, 1, 1, 2],
  )
})

test('null is filled in file order, what is there stays and the difference is told', () => {
  const { rows } = reportOf([
    residentSheet([
      { id, ethnic: '纳西', poverty: '' },
      { id, ethnic: '白族', group: '3', poverty: '否', village: '白华' },
      {
        id,
        group: '4',
        phone: '13900012070',
        poverty: '是',
        htn: '是',
        relation: '子',
        head: '木春',
        hukou: '农',
        address: 'x1',
        dm: '否',
      },
    ]),
  ])
  assert.deepEqual(rows[0]!.values?.ethnic, '纳西族')
  assert.deepEqual(rows[0]!.after_merge, {
    group: '3',
    address: 'x1',
    phone: '13900012070',
    household_head: '木春',
    relation: '子',
    hukou: '农业户口',
    poverty: false,
    hypertension: true,
    diabetes: false,
  })
  assert.deepEqual(rows[0]!.values?.poverty, null, 'values stay the row’s own')
  assert.deepEqual(
    rows.slice(1).map((row) => row.differs),
    [['ethnic', 'village_code'], []],
  )
})

test('rejected rows take no part', () => {
  assert.deepEqual(outcomes({ id, village: '' }, { id }, { id, village: 'x' }, { id }), [
    'rejected:VILLAGE_MISSING',
    'accepted',
    'rejected:VILLAGE_UNKNOWN',
    'duplicate-of:名单,4',
  ])
})

test('other documents: kind and number; birth and sex may differ, which is told', () => {
  const passport = { id: 'E12345678', birth: '1985-07-20', sex: '女' }
  const { rows } = reportOf([
    residentSheet([
      passport,
      { ...passport, id: 'e12345678', birth: '1985-07-21' },
      { ...passport, name: '木春' },
      { ...passport, id: '12345678', remark: '台' },
      { ...passport, id: 'H12345678' },
    ]),
  ])
  assert.deepEqual(
    rows.map((row) => row.outcome),
    ['accepted', 'duplicate-of:名单,3', 'conflict-with:名单,3', 'accepted', 'accepted'],
  )
  assert.deepEqual(rows[1]!.differs, ['birth'])
})

test('newborns: name, sex, birth date and mother together', () => {
  const newborn = { name: '和小宝', id: '', birth: '2025-10-01', sex: '女', remark: '母亲：和丽芬' }
  assert.deepEqual(
    outcomes(
      newborn,
      { ...newborn, remark: '其母和丽芬' },
      { ...newborn, remark: '母：木丽芬' },
      { ...newborn, name: '和大宝' },
      { ...newborn, sex: '男' },
      { ...newborn, birth: '2025-10-02' },
    ),
    ['accepted', 'duplicate-of:名单,3', 'accepted', 'accepted', 'accepted', 'accepted'],
  )
})

test('the same name and birth date under two numbers are two people', () => {
  assert.deepEqual(outcomes({ id }, { id: idNumber('1965-03-08', '803') }), ['accepted', 'accepted'])
})

test('whatever comes, every row has one outcome and the counts add up', () => {
  const row = fc.record({
    name: fc.constantFrom('和文军', '木春', ''),
    id: fc.constantFrom(id, '533221650308801', idNumber('1970-01-01', '802'), 'E12345678', '', 'x'),
    birth: fc.constantFrom('', '1985-07-20', '2025-10-01'),
    sex: fc.constantFrom('男', '女', ''),
    phone: fc.constantFrom('', '13900012070', '13900012071'),
    remark: fc.constantFrom('', '母亲：和丽芬'),
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const { counts, rows: decided } = reportOf([residentSheet(rows)])
      assert.equal(
        counts.data_rows,
        counts.accepted + counts.rejected + counts.merged_duplicates + counts.conflicts_for_review,
      )
      const accepted = new Map(decided.filter((each) => each.outcome === 'accepted').map((each) => [each.row, each]))
      for (const each of decided) {
        const [, kind, first] = /^(duplicate-of|conflict-with):名单,(\d+)$/.exec(each.outcome) ?? []
        if (kind === undefined) continue
        const target = accepted.get(Number(first))
        assert.ok(target && target.row < each.row)
        assert.equal(target.conflicts?.some(([, at]) => at === each.row) ?? false, kind === 'conflict-with')
      }
    }),
    { numRuns: 60 },
  )
})
