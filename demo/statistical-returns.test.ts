import { readCounty } from '@kangheng/kernel/place/county-data.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOf } from '@kangheng/domains/administration/statistical-returns/checks.ts'
import { shippedForms } from '@kangheng/domains/administration/statistical-returns/forms/index.ts'
import { cellsOf } from '@kangheng/domains/administration/statistical-returns/layout.ts'
import { planReturns } from './services/statistical-returns.ts'

const planned = planReturns(readCounty('530721'), 1)

test('what was approved in the demo passes every check of its form', () => {
  const known = new Map(planned.map((each) => [`${each.form} ${each.unit.code} ${each.period}`, each.values]))
  for (const each of planned) {
    if (each.state === 'open' || each.state === 'returned') continue
    const { layout } = shippedForms[each.form]
    const bound = cellsOf(layout).flatMap((cell) => (cell.source.kind === 'figure' ? [[cell.code, '1']] : []))
    const [year, month] = each.period.split('-')
    const at = (period: string) => known.get(`${each.form} ${each.unit.code} ${period}`)
    const previous = month === '01' || !month ? undefined : at(`${year}-${String(Number(month) - 1).padStart(2, '0')}`)
    const lastYear = at(each.period.replace(year!, String(Number(year) - 1)))
    const others = Object.fromEntries(
      (['township-monthly', 'hospital-monthly'] as const).flatMap((form) => {
        const december = known.get(`${form} ${each.unit.code} 2024-12`)
        return each.form === 'resources-yearly' && december ? [[form, december]] : []
      }),
    )
    const findings = findingsOf(
      layout,
      { ...each.values, ...Object.fromEntries(bound) },
      { form: each.form, previous, lastYear, lastYearIsBaseline: false, others },
    )
    assert.deepEqual(
      findings.map((finding) => `${finding.title.zh} ${finding.detail.zh}`),
      [],
      `${each.unit.name} ${each.period}`,
    )
  }
})

test('some came late, some came back, and the last month is under way', () => {
  const late = planned.filter((each) => each.firstSentOn !== null && each.firstSentOn > each.dueOn).length
  assert.ok(late > 5 && late < planned.length / 8, String(late))
  const last = planned.filter((each) => each.period === '2025-11').map((each) => each.state)
  for (const state of ['open', 'returned', 'submitted', 'reviewed', 'approved'] as const)
    assert.ok(last.includes(state))
  const days = planned.flatMap((each) => [
    each.firstSentOn,
    each.sentOn,
    each.reviewedOn,
    each.approvedOn,
    each.frozenOn,
  ])
  assert.ok(days.every((day) => day === null || day <= '2025-12-31'))
})
