import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scheduleOn, schedules } from './schedules.ts'
import { testExamples } from './testing/cases.ts'

const change = 'domain-facts § 2.1, DTaP from 2025-01-01'
const old = 'DTaP 3m, DTaP 4m, DTaP 5m'

testExamples([
  // Begun by the ages 3, 4, 5 and 18 months: judged by them until the change.
  {
    source: change,
    series: 'DTaP',
    birth: '2024-01-10',
    given: old,
    on: '2025-01-01',
    doses: 'dtap-1 dtap-2 dtap-3',
    next: 'dtap-4 18m 24m-1d future',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2020-01-10',
    given: `${old}, DTaP 18m`,
    on: '2026-01-10',
    doses: 'dtap-1 dtap-2 dtap-3 dtap-4',
    next: 'dtap-5 6y 7y-1d due',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2024-08-10',
    given: 'DTaP 3m, DTaP 4m',
    on: '2025-01-01',
    doses: 'dtap-1 dtap-2',
    next: 'dtap-3 6m 12m-1d future',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2024-08-10',
    given: old,
    on: '2025-03-01',
    doses: 'dtap-1 dtap-2 too-young',
    next: 'dtap-3 6m 12m-1d due',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2024-10-01',
    given: 'DTaP 2025-01-01',
    on: '2025-01-01',
    doses: 'dtap-1',
    next: 'dtap-2 4m 12m-1d future',
  },
  // Begun at 2 months: the new ages throughout, whatever the date.
  {
    source: change,
    series: 'DTaP',
    birth: '2024-03-01',
    given: 'DTaP 2m',
    on: '2026-05-01',
    doses: 'dtap-1',
    next: 'dtap-2 2024-07-01 2025-02-28 overdue',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2024-03-01',
    given: 'DTaP 2m, DTaP 4m, DTaP 5m',
    on: '2026-05-01',
    doses: 'dtap-1 dtap-2 too-young',
    next: 'dtap-3 overdue',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2024-03-01',
    schedule: '2021',
    given: 'DTaP 2m, DTaP 3m',
    on: '2024-12-01',
    doses: 'too-young dtap-1',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2024-01-10',
    given: 'DTaP 3m-1d, DTaP 4m',
    on: '2025-01-01',
    doses: 'dtap-1 dtap-2',
  },
  // DT at 6 years was the routine until 2024 and ends the course; from 2025 on it is for 7 to 11 years.
  {
    source: change,
    series: 'DTaP',
    birth: '2018-05-01',
    given: `${old}, DTaP 18m, DT 6y`,
    on: '2025-01-01',
    doses: 'dtap-1 dtap-2 dtap-3 dtap-4',
    next: 'complete',
  },
  {
    source: change,
    series: 'DT',
    birth: '2018-05-01',
    given: `${old}, DTaP 18m, DT 6y`,
    on: '2025-01-01',
    doses: 'dt-1',
    next: 'complete',
  },
  {
    source: change,
    series: 'DT',
    birth: '2019-05-01',
    given: `${old}, DTaP 18m, DT 6y`,
    on: '2025-06-01',
    doses: 'too-young',
    next: 'not-applicable',
  },
  {
    source: change,
    series: 'DTaP',
    birth: '2019-05-01',
    given: `${old}, DTaP 18m`,
    on: '2025-06-01',
    next: 'dtap-5 6y 7y-1d due',
  },
  {
    source: '2021 edition',
    series: 'DTaP',
    schedule: '2021',
    birth: '2018-05-01',
    given: `${old}, DTaP 18m`,
    on: '2024-05-01',
    next: 'complete',
  },
  {
    source: '2021 edition',
    series: 'DTaP',
    schedule: '2021',
    birth: '2018-05-01',
    given: old,
    on: '6y',
    next: 'aged-out',
  },
  {
    source: '2021 edition',
    series: 'DT',
    schedule: '2021',
    birth: '2018-05-01',
    given: old,
    on: '6y',
    next: 'dt-1 6y 7y-1d due',
  },
  {
    source: '2021 edition',
    series: 'DT',
    schedule: '2021',
    birth: '2018-05-01',
    given: `${old}, DTaP 18m`,
    on: '3y',
    next: 'dt-1 6y 7y-1d future',
  },
  {
    source: '2021 edition',
    series: 'DT',
    schedule: '2021',
    birth: '2018-05-01',
    given: `${old}, DTaP 18m`,
    on: '7y',
    next: 'dt-1 6y 7y-1d overdue',
  },
  {
    source: '2021 edition',
    series: 'DTaP',
    schedule: '2021',
    birth: '2018-05-01',
    given: `${old}, DTaP 18m, DTaP 5y`,
    on: '6y',
    doses: 'dtap-1 dtap-2 dtap-3 dtap-4 extra',
  },
  // Months are counted by the calendar and end with it.
  {
    source: 'domain-facts § 2, months',
    series: 'HepB',
    birth: '2025-01-31',
    given: 'HepB 2025-01-31, HepB 2025-02-28',
    on: '2025-03-01',
    doses: 'hepb-1 hepb-2',
    next: 'hepb-3 2025-07-31 2026-01-30 future',
  },
  {
    source: 'domain-facts § 2, months',
    series: 'HepB',
    birth: '2024-01-31',
    given: 'HepB 2024-01-31, HepB 2024-02-28, HepB 2024-02-29',
    on: '2024-03-01',
    doses: 'hepb-1 too-young hepb-2',
  },
  {
    source: 'domain-facts § 2, months',
    series: 'HepB',
    birth: '2025-08-31',
    on: '2025-08-31',
    given: 'HepB 2025-08-31',
    next: 'hepb-2 2025-09-30 2026-08-30 future',
  },
  {
    source: 'domain-facts § 2, months',
    series: 'DTaP',
    birth: '2025-12-31',
    on: '2026-02-28',
    next: 'dtap-1 2026-02-28 2026-12-30 due',
  },
  {
    source: 'domain-facts § 2, months',
    series: 'MMR',
    birth: '2024-02-29',
    on: '2024-10-29',
    next: 'mmr-1 2024-10-29 2025-02-27 due',
  },
  {
    source: 'domain-facts § 2, months',
    series: 'Polio',
    birth: '2024-02-29',
    given: 'IPV 2m, IPV 3m, bOPV 4m',
    on: '2028-02-28',
    next: 'polio-4 2028-02-29 2029-02-27 future',
  },
  {
    source: 'domain-facts § 2, months',
    series: 'JE',
    birth: '2023-02-28',
    given: 'JE-L 2024-02-29, JE-L 2025-02-28',
    on: '2025-03-01',
    doses: 'je-1 je-2',
    next: 'complete',
  },
  {
    source: 'domain-facts § 2, months',
    series: 'MPSV-AC',
    birth: '2020-02-29',
    given: 'MPSV-A 6m, MPSV-A 9m, MPSV-AC 2023-02-28',
    on: '2023-03-01',
    doses: 'mpsvac-1',
    next: 'mpsvac-2 2026-02-28 2027-02-27 future',
  },
])

test('an edition holds from its first day to the next one', () => {
  assert.deepEqual(
    ['2010-01-01', '2024-12-31', '2025-01-01', '2026-06-16', '2026-06-17'].map((date) => scheduleOn(date).edition),
    ['2021', '2021', '2025', '2025', '2026'],
  )
})

test('a dose keeps its id over all editions', () => {
  const ids = schedules.map(({ series }) =>
    Object.values(series).flatMap(({ doses, dosesBegunWith = {} }) =>
      [doses, ...Object.values(dosesBegunWith)].flatMap((course) => course.map((dose) => dose.id)),
    ),
  )
  for (const [index, edition] of ids.entries())
    for (const id of edition)
      assert.ok(
        ids.slice(index).every((later) => later.includes(id)),
        id,
      )
})
