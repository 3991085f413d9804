import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { faultOf } from './cell-value.ts'
import { layoutFaults } from './check-layout.ts'
import { findingsOf, type Surroundings } from './checks.ts'
import { computed, totalOf } from './compute.ts'
import { shippedForms } from './forms/index.ts'
import { entered, list, must, reckoned, should, within } from './forms/write.ts'
import { cellsOf, layoutSchema, type Layout } from './layout.ts'
import { outliersOf, scoresOf } from './outliers.ts'
import { alignedPeriod, dueOn, lastPeriod, returnPeriod } from './periods.ts'
import { getPeriod } from '@kangheng/kernel/period/period.ts'

const WHY = { zh: '说明', en: 'Explain' }
const small: Layout = {
  parts: [
    list('work', '工作量', 'Work', [
      reckoned('visits', '总诊疗', 'Visits', 'visits', '{outpatient} + {emergency}'),
      entered('outpatient', '门诊', 'Outpatients', 'visits'),
      entered('emergency', '急诊', 'Emergencies', 'visits'),
      entered('tcm', '中医', 'Traditional', 'visits'),
      entered('income', '收入', 'Income', 'yuan'),
      reckoned('cost', '次均', 'Cost', 'yuan', '{income} / {visits}'),
    ]),
  ],
  checks: [
    must('tcm-part', '中医不大于门诊', 'Part', '{tcm} <= {outpatient}'),
    should('as-other', '与年报一致', 'As the other', '{visits} = [other.visits]', WHY),
    should('not-half', '不少于上年一半', 'Half of last year', '{visits} * 2 >= [small.visits@last-year]', WHY),
    within('visits', '总诊疗', 'Visits', 'previous', 50),
  ],
}
const alone: Surroundings = {
  form: 'small',
  previous: undefined,
  lastYear: undefined,
  lastYearIsBaseline: false,
  others: {},
}
const filled = { outpatient: '100', emergency: '20', tcm: '30', income: '6000' }

describe('computed cells', () => {
  const examples: readonly [string, Record<string, string>, Record<string, string | undefined>][] = [
    ['sums and means', filled, { visits: '120', cost: '50.00' }],
    ['a mean is rounded half up once', { ...filled, income: '6000.60' }, { cost: '50.01' }],
    [
      'what is missing makes what needs it wait',
      { outpatient: '100', income: '1' },
      { visits: undefined, cost: undefined },
    ],
    [
      'zero is a number, and nothing is divided by it',
      { ...filled, outpatient: '0', emergency: '0' },
      { visits: '0', cost: undefined },
    ],
    ['what was written into a computed cell does not stand', { ...filled, visits: '999' }, { visits: '120' }],
  ]
  for (const [name, values, expected] of examples)
    test(name, () => {
      const result = computed(small, values)
      for (const [code, value] of Object.entries(expected)) assert.equal(result[code], value)
    })

  test('the total of units has sums of what was counted, and ratios of the sums', () => {
    const total = totalOf(small, [filled, { outpatient: '50', emergency: '30', tcm: '0', income: '1000' }])
    assert.deepEqual(total, {
      outpatient: '150',
      emergency: '50',
      tcm: '30',
      income: '7000.00',
      visits: '200',
      cost: '35.00',
    })
  })

  const amount = fc.integer({ min: 0, max: 10_000_000 }).map(String)
  const unit = fc.record({ outpatient: amount, emergency: amount, tcm: amount, income: amount })
  test('the total does not depend on the order of the units, nor on whether they were added up in between', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 6 }), (units) => {
        const whole = totalOf(small, units)
        assert.deepEqual(totalOf(small, [...units].reverse()), whole)
        assert.deepEqual(totalOf(small, [totalOf(small, units.slice(0, 1)), totalOf(small, units.slice(1))]), whole)
      }),
    )
  })
})

describe('checks', () => {
  const found = (values: Record<string, string>, around: Partial<Surroundings> = {}) =>
    findingsOf(small, computed(small, values), { ...alone, ...around }).map(
      ({ check, severity }) => `${severity} ${check}`,
    )

  test('a whole return without surroundings has nothing to say', () => assert.deepEqual(found(filled), []))
  test('empty cells are named', () => assert.deepEqual(found({ outpatient: '1', emergency: '1' }), ['error unfilled']))
  test('a part is not more than the whole', () =>
    assert.deepEqual(found({ ...filled, tcm: '101' }), ['error tcm-part']))
  test('another form of the unit says the same, or it is explained', () => {
    assert.deepEqual(found(filled, { others: { other: { visits: '120' } } }), [])
    assert.deepEqual(found(filled, { others: { other: { visits: '121' } } }), ['warning as-other'])
  })
  test('last year is read from the surroundings', () =>
    assert.deepEqual(found(filled, { lastYear: { visits: '241' } }), ['warning not-half']))
  test('a change up to its limit passes, either way', () => {
    for (const [before, expected] of [
      ['80', []],
      ['79', ['warning visits-previous']],
      ['240', []],
      ['241', ['warning visits-previous']],
      ['0', []],
    ] as const)
      assert.deepEqual(found(filled, { previous: { visits: before } }), expected)
  })
  test('the difference is told in numbers, and a baseline is called one', () => {
    const [sum] = findingsOf(small, computed(small, { ...filled, tcm: '101' }), alone)
    assert.equal(sum!.detail.zh, '左边101，右边100，相差1')
    const yearly = { ...small, checks: [within('visits', '总诊疗', 'Visits', 'last-year', 10)] }
    const [change] = findingsOf(yearly, computed(yearly, filled), {
      ...alone,
      lastYear: { visits: '100' },
      lastYearIsBaseline: true,
    })
    assert.equal(change!.detail.zh, '上年同期（往年基数）100，本期120，变动20%，限10%')
  })
})

describe('what is typed into a cell', () => {
  const byCode = new Map(cellsOf(small).map((cell) => [cell.code, cell]))
  const examples: readonly [string, string, RegExp | undefined][] = [
    ['outpatient', '120', undefined],
    ['outpatient', '', undefined],
    ['outpatient', '12.0', undefined],
    ['outpatient', '12.5', /整数/],
    ['outpatient', '-3', /负数/],
    ['outpatient', '1,200', /数字/],
    ['outpatient', '约200', /数字/],
    ['income', '12.50', undefined],
    ['income', '12.505', /2位小数/],
    ['visits', '1', /公式/],
  ]
  for (const [code, typed, expected] of examples)
    test(`${code} = “${typed}”`, () => {
      const fault = faultOf(byCode.get(code)!, typed, false)
      if (expected) assert.match(fault!.zh, expected)
      else assert.equal(fault, undefined)
    })
})

describe('layouts', () => {
  const bound = new Set([
    'resident.usual-population',
    'family-doctor.signed',
    'family-doctor.services',
    'health-record.records',
  ])
  for (const [id, form] of Object.entries(shippedForms))
    test(`${id} is whole`, () => {
      assert.deepEqual(layoutFaults(layoutSchema.parse(form.layout), bound), [])
    })
  test('the township’s monthly return has 59 columns', () => {
    assert.equal(cellsOf(shippedForms['township-monthly'].layout).length, 59)
  })
  const broken = (change: (layout: Layout) => void) => {
    const layout = structuredClone(small)
    change(layout)
    return layoutFaults(layout, new Set()).map((fault) => fault.zh)
  }
  test('what keeps a layout from being issued is named', () => {
    const set = (formula: string) => (layout: Layout) => {
      layout.parts[0]!.rows[1]!.cells[0]!.source = { kind: 'computed', formula }
    }
    assert.match(broken(set('{cost}'))[0]!, /循环引用/)
    assert.match(broken(set('{nothing}'))[0]!, /不存在的单元格/)
    assert.match(broken(set('[other.visits]'))[0]!, /只能用本表/)
    assert.match(
      broken((layout) => void layout.parts[0]!.rows.push(entered('tcm', '重', 'Again', 'visits')))[0]!,
      /重复/,
    )
    assert.match(broken((layout) => void layout.checks.push(must('x', 'x', 'x', '{a} = [b]')))[1]!, /表.单元格/)
  })
})

test('periods and limits', () => {
  assert.equal(dueOn(getPeriod('2025-11'), 10), '2025-12-10')
  assert.equal(dueOn(getPeriod('2025'), 20), '2026-01-20')
  assert.equal(lastPeriod('month', '2026-01-01'), '2025-12')
  assert.equal(lastPeriod('year', '2026-12-31'), '2025')
  assert.equal(returnPeriod('month', '2025'), undefined)
  assert.equal(alignedPeriod(getPeriod('2025'), 'month'), '2025-12')
  assert.equal(alignedPeriod(getPeriod('2025-12'), 'year'), undefined)
})

describe('numbers out of line', () => {
  test('modified z by Iglewicz and Hoaglin', () => {
    // Median 3, absolute deviations 2, 1, 0, 1, 2 with median 1: 0.6745 · (10 − 3) / 1.
    assert.equal(scoresOf(10, [1, 2, 3, 4, 5]).modifiedZ!.toFixed(4), '4.7215')
    assert.equal(scoresOf(10, [1, 2, 3, 4, 5]).z!.toFixed(4), '4.4272')
    assert.equal(scoresOf(7, [5, 5, 5, 5, 5]).modifiedZ, null)
  })
  const history = (numbers: readonly number[]) => numbers.map((each) => ({ values: { tcm: String(each) } }))
  test('a number within the history is none, whatever its score', () => {
    assert.deepEqual(outliersOf(small, { tcm: '90' }, history([10, 11, 10, 11, 10, 11, 95])), [])
  })
  test('too little history says nothing', () =>
    assert.deepEqual(outliersOf(small, { tcm: '900' }, history([1, 2, 3])), []))
  test('a number far out is named with its scores and its range', () => {
    const [found] = outliersOf(small, { tcm: '300' }, history([28, 30, 31, 29, 33, 30]))
    assert.deepEqual([found!.cell, found!.least, found!.most], ['tcm', 28, 33])
  })
})
