import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { readSeries } from './read-series.ts'

const read = (text: string) => readSeries(new TextEncoder().encode(text))
const csv = (column: string, labels: readonly string[]) =>
  `${column},count\n${labels.map((label) => `${label},1`).join('\n')}\n`
const week = (year: number, number: number) => `${year}-W${String(number).padStart(2, '0')}`
const weeks = (year: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => week(year, from + index))

/** What the refusal says, in both languages. */
function fault(text: string): { zh: string; en: string } {
  try {
    read(text)
  } catch (error) {
    assert.ok(error instanceof Refusal)
    return error.text
  }
  return assert.fail('should have been refused')
}

test('dates tell the step themselves: days, weeks, months', () => {
  const step = (...labels: string[]) => read(csv('date', labels)).frequency
  assert.equal(step('2024-02-28', '2024-02-29', '2024-03-01'), 365)
  assert.equal(step('2024-12-23', '2024-12-30', '2025-01-06'), 52)
  assert.equal(step('2024-01-01', '2024-02-01', '2024-03-01'), 12)
})

test('dates and weeks as they are written', () => {
  for (const written of ['2019-01-28', '2019/1/28', '20190128', '2019年1月28日', '2019.01.28'])
    assert.deepEqual(read(csv('date', [written])).labels, ['2019-01-28'])
  for (const written of ['2019-W05', '2019W05', '2019-05', '201905', '2019年第5周', '2019-W5', '2019w05'])
    assert.deepEqual(read(csv('week', [written])).labels, ['2019-W05'])
  assert.deepEqual(read(csv('week', ['2019-01-28', '2019-02-04'])).labels, ['2019-01-28', '2019-02-04'])
})

test('Chinese headers, further columns, GB18030 and blank lines at the end are welcome', () => {
  assert.deepEqual(read('序号,周次,病例数\n1,2019-W05,3\n2,2019-W06,0\n,,\n').counts, [3, 0])
  const bytes = Uint8Array.of(
    ...[0xc8, 0xd5, 0xc6, 0xda],
    0x2c,
    ...[0xc0, 0xfd, 0xca, 0xfd],
    0x0a,
    ...new TextEncoder().encode('2024-01-01,2'),
  )
  assert.deepEqual(readSeries(bytes).counts, [2])
})

test('years of 52 weeks by register, of 53 by the calendar, and plain numbers', () => {
  const register = [...weeks(1992, 50, 52), ...weeks(1993, 1, 2)]
  assert.equal(read(csv('week', register)).dates, undefined)
  const iso = [...weeks(2020, 52, 53), ...weeks(2021, 1, 52), ...weeks(2022, 1, 1)]
  assert.deepEqual(read(csv('week', iso)).dates?.slice(0, 3), ['2020-12-21', '2020-12-28', '2021-01-04'])
  const american = [...weeks(2014, 52, 53), ...weeks(2015, 1, 2)]
  assert.equal(read(csv('week', american)).counts.length, 4)
  assert.equal(read(csv('week', ['1', '2', '3'])).counts.length, 3)
  assert.equal(read(csv('week', ['51', '52', '1', '2'])).counts.length, 4)
  assert.equal(read(csv('week', ['52', '53', '1'])).counts.length, 3)
})

test('a missing week is named with its line and what to do', () => {
  const text = fault('week,count\n2019-W05,1\n2019-W07,2\n')
  assert.match(text.zh, /第 3 行：2019-W05 之后应是 2019-W06，却是 2019-W07。请补上缺少的行/)
  assert.match(text.en, /Line 3: 2019-W05 should be followed by 2019-W06, not by 2019-W07. Add the missing rows/)
  assert.match(fault(csv('week', [...weeks(2014, 52, 53), ...weeks(2015, 1, 52), week(2016, 2)])).en, /not by 2016-W02/)
  assert.match(
    fault(
      csv('week', [
        ...weeks(2015, 53, 53),
        ...weeks(2016, 1, 52),
        ...weeks(2017, 1, 52),
        ...weeks(2018, 1, 52),
        ...weeks(2019, 1, 52),
        ...weeks(2020, 1, 52),
        week(2021, 1),
      ]),
    ).en,
    /2020-W52 should be followed by 2020-W53/,
  )
  assert.match(
    fault(csv('date', ['2024-01-01', '2024-01-02', '2024-01-04'])).en,
    /Line 4: 2024-01-02 should be followed by 2024-01-03/,
  )
  assert.match(fault(csv('date', ['2024-01-01', '2024-01-08', '2024-01-22'])).zh, /第 4 行/)
})

test('counts that are none, doubled and unsorted rows, unknown dates', () => {
  const line = (row: string) => fault(`date,count\n2024-01-01,1\n${row}\n2024-01-03,1\n2024-01-04,1`)
  assert.match(line('2024-01-02,-1').en, /Line 3: the count “-1” is no whole number/)
  assert.match(line('2024-01-02,1.5').zh, /第 3 行的病例数“1.5”不是非负整数。请填实际例数/)
  assert.match(line('2024-01-02,n/a').en, /“n\/a”/)
  assert.match(line('2024-01-02,').en, /Line 3 has no count. Write 0/)
  assert.match(line('2024-01-01,1').en, /Lines 2 and 3 are both 2024-01-01/)
  assert.match(line('2023-12-31,1').en, /Line 3: 2023-12-31 is before 2024-01-01/)
  assert.match(line('2024-02-30,1').en, /“2024-02-30” is no date or week/)
  assert.match(fault('date,count\n2024-01-01,1\n2024-01-11,1\n').en, /follows no step/)
})

test('a file that is no series', () => {
  assert.match(fault('').en, /empty/)
  assert.match(fault('date,cases\n2024-01-01,1').en, /Line 1 must be the header/)
  assert.match(fault('date,count\n').en, /no row of data/)
})
