import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finalReportDue, firstReportDue, progressReportDue } from './clocks.ts'
import type { EventKind } from './codes.ts'
import { gradeByCounts } from './grading.ts'

/** Kind, cases, deaths, critical, grade. Sources: domain notes § 3.6 and § 8, which quote the national plans of 2006. */
const examples: readonly (readonly [EventKind, number, number, number, string | undefined])[] = [
  ['mass-casualty', 9, 3, 3, 'ungraded'],
  ['mass-casualty', 10, 1, 0, 'ungraded'],
  ['mass-casualty', 10, 1, 1, 'IV'],
  ['mass-casualty', 29, 9, 9, 'IV'],
  ['mass-casualty', 30, 2, 1, 'IV'],
  ['mass-casualty', 30, 2, 2, 'III'],
  ['mass-casualty', 50, 2, 3, 'III'],
  ['mass-casualty', 50, 3, 3, 'II'],
  ['mass-casualty', 99, 30, 30, 'II'],
  ['mass-casualty', 100, 3, 3, 'I'],
  ['food-poisoning', 29, 0, 5, 'ungraded'],
  ['food-poisoning', 30, 0, 0, 'IV'],
  ['food-poisoning', 99, 0, 0, 'IV'],
  ['food-poisoning', 100, 0, 0, 'IV'],
  ['food-poisoning', 101, 0, 0, 'III'],
  ['food-poisoning', 3, 1, 0, 'III'],
  ['food-poisoning', 101, 1, 0, 'II'],
  ['food-poisoning', 20, 10, 0, 'II'],
  ['occupational-poisoning', 0, 0, 0, 'ungraded'],
  ['occupational-poisoning', 9, 0, 0, 'IV'],
  ['occupational-poisoning', 10, 0, 0, 'III'],
  ['occupational-poisoning', 4, 4, 0, 'III'],
  ['occupational-poisoning', 5, 5, 0, 'II'],
  ['occupational-poisoning', 50, 0, 0, 'II'],
  ['vaccination-reaction', 6, 0, 0, 'III'],
  ['vaccination-reaction', 1, 1, 0, 'II'],
  ['unexplained', 4, 0, 1, 'III'],
  ['infectious', 40, 0, 0, undefined],
  ['disaster', 40, 4, 0, undefined],
]

for (const [kind, cases, deaths, critical, grade] of examples) {
  test(`${kind}: ${cases} cases, ${deaths} deaths, ${critical} critical are ${grade ?? 'for the office to judge'}`, () => {
    const grading = gradeByCounts({ kind, cases, deaths, critical })
    assert.equal(grading?.grade, grade)
    if (grading) assert.ok(grading.source.length > 10)
  })
}

test('reports are due in two hours, then daily for grave events, at last within two weeks', () => {
  assert.deepEqual(firstReportDue('2025-12-31 23:10'), {
    nextReport: 'first',
    nextReportDueAt: '2026-01-01 01:10',
    nextReportDueOn: '2026-01-01',
  })
  assert.equal(progressReportDue('2025-03-01 08:00', 'II').nextReportDueAt, '2025-03-02 08:00')
  assert.equal(progressReportDue('2025-03-01 08:00', 'III').nextReport, null)
  assert.equal(finalReportDue('2025-03-01 08:00').nextReportDueAt, '2025-03-15 08:00')
})
