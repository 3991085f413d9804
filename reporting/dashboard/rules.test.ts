import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cellsSchema } from './cell.ts'
import { type relativePeriods, resolvePeriods } from './periods.ts'
import { planReads, type Wanted } from './plan-reads.ts'
import { lastDue } from './schedule.ts'

describe('periods counted from the day of reading', () => {
  const examples: [(typeof relativePeriods)[number], readonly string[]][] = [
    ['this-month', ['2025-03']],
    ['last-month', ['2025-02']],
    ['this-year-to-date', ['2025-03-ytd']],
    ['closed-month', ['2025-01']],
    ['closed-year-to-date', ['2025-01-ytd']],
    ['this-quarter', ['2025-Q1']],
    ['this-year', ['2025']],
    ['last-year', ['2024']],
    ['months-of-this-year', ['2025-01', '2025-02', '2025-03']],
    ['last-4-quarters', ['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1']],
  ]
  const clock = { today: '2025-03-31', closedMonth: '2025-01' }
  for (const [kind, periods] of examples) test(kind, () => assert.deepEqual(resolvePeriods({ kind }, clock), periods))

  test('last-12-months, and what is closed before anything was', () => {
    const months = resolvePeriods({ kind: 'last-12-months' }, clock)
    assert.deepEqual([months.length, months[0], months.at(-1)], [12, '2024-04', '2025-03'])
    assert.deepEqual(resolvePeriods({ kind: 'closed-month' }, { ...clock, closedMonth: undefined }), ['2025-02'])
    assert.deepEqual(resolvePeriods({ kind: 'named', ids: ['2024-Q3'] }, clock), ['2024-Q3'])
  })
})

describe('readings', () => {
  const some = (prefix: string, most: number) =>
    fc.uniqueArray(
      fc.integer({ min: 0, max: most }).map((number) => `${prefix}${number}`),
      { maxLength: most },
    )
  const wanted = fc.array(fc.record({ indicators: some('i', 12), places: some('p', 20), periods: some('t', 24) }), {
    maxLength: 24,
  })
  const cells = (each: Wanted) =>
    each.indicators.flatMap((i) => each.places.flatMap((p) => each.periods.map((t) => `${i} ${p} ${t}`)))

  test('everything wanted is read, and no more than a statement’s worth in vain for every one saved', () => {
    fc.assert(
      fc.property(wanted, (given) => {
        const plan = planReads(given)
        const read = new Set(plan.flatMap(cells))
        const asked = given.flatMap(cells)
        assert.ok(asked.every((cell) => read.has(cell)))
        assert.ok(plan.flatMap(cells).length <= asked.length + 400 * (given.length - plan.length))
      }),
      { numRuns: 50 },
    )
  })

  test('a page of twelve views takes two or three statements', () => {
    const months = Array.from({ length: 12 }, (_, index) => `2025-${index + 1}`)
    const townships = Array.from({ length: 16 }, (_, index) => `t${index}`)
    const own = ['county']
    const page: Wanted[] = [
      ...['a', 'b', 'c', 'd'].map((indicator) => ({ indicators: [indicator], places: own, periods: ['2025-12-ytd'] })),
      ...['a', 'b', 'e'].map((indicator) => ({ indicators: [indicator], places: own, periods: months })),
      ...['a', 'c', 'f'].map((indicator) => ({ indicators: [indicator], places: townships, periods: ['2025-12-ytd'] })),
      { indicators: ['a', 'b', 'c', 'd', 'e'], places: own, periods: ['2025-12-ytd'] },
      { indicators: ['a', 'b', 'c'], places: [...own, ...townships], periods: ['2025-12-ytd'] },
    ]
    assert.ok(planReads(page).length <= 3)
  })
})

describe('subscriptions fall due', () => {
  const examples: [string, Parameters<typeof lastDue>[0], string, string][] = [
    ['weekly, later the same day', { rhythm: 'weekly', onDay: 1, hour: 8 }, '2025-12-29 09:30', '2025-12-29 08:00'],
    ['weekly, before the hour', { rhythm: 'weekly', onDay: 1, hour: 8 }, '2025-12-29 07:59', '2025-12-22 08:00'],
    ['weekly on Sunday', { rhythm: 'weekly', onDay: 7, hour: 0 }, '2025-12-29 00:00', '2025-12-28 00:00'],
    ['monthly', { rhythm: 'monthly', onDay: 5, hour: 17 }, '2026-01-04 23:00', '2025-12-05 17:00'],
    ['monthly on the very minute', { rhythm: 'monthly', onDay: 28, hour: 6 }, '2026-02-28 06:00', '2026-02-28 06:00'],
  ]
  for (const [name, schedule, now, due] of examples) test(name, () => assert.equal(lastDue(schedule, now), due))
})

test('views are refused with the place of the fault', () => {
  const cell = {
    id: 'a',
    view: 'bar',
    indicators: ['x'],
    places: { kind: 'below-own' },
    periods: { kind: 'this-month' },
    width: 2,
    height: 1,
  }
  assert.ok(cellsSchema.safeParse([cell]).success)
  const faults = [
    [{ ...cell, width: 5 }, '0.width'],
    [{ ...cell, view: 'pie' }, '0.view'],
    [{ ...cell, periods: { kind: 'named', ids: ['2025-13'] } }, '0.periods.ids.0'],
    [{ ...cell, places: { kind: 'named', codes: [] } }, '0.places.codes'],
  ] as const
  for (const [wrong, path] of faults)
    assert.equal(cellsSchema.safeParse([wrong]).error?.issues[0]?.path.join('.'), path)
  assert.ok(!cellsSchema.safeParse([cell, cell]).success, 'two views of one id')
  assert.ok(!cellsSchema.safeParse([]).success)
})
