import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forecast } from '../forecast/forecast.ts'
import { historyOf } from '../forecast/testing/cases.ts'
import { findSchedule } from '../forecast/schedules.ts'
import { verdictsOf } from './verdicts.ts'

const child = { birth: '2025-03-10', sex: 'M' as const, on: '2026-03-10', schedule: findSchedule('2026')! }
const verdicts = (given: string) => {
  const doses = historyOf(child.birth, given)
  return verdictsOf(doses, forecast({ ...child, doses })).map(({ dose, secondDose, reasons }) =>
    [dose, secondDose, ...reasons].filter(Boolean).join(' '),
  )
}

test('each dose has its verdict, in the order of the history', () => {
  assert.deepEqual(verdicts('HepB 1m, HepB 0d, VarV 5m, MMR 7m'), ['hepb-2', 'hepb-1', '', 'too-young'])
})

test('a combination counts in two series, or in one of them', () => {
  assert.deepEqual(verdicts('DTaP-IPV/Hib 2m'), ['polio-1 dtap-1'])
  assert.deepEqual(verdicts('IPV 2m, DTaP-IPV/Hib 2m'), ['polio-1', 'dtap-1 same-day'])
})

test('a dose listed twice counts once', () => {
  assert.deepEqual(verdicts('DTaP-IPV/Hib 2m, DTaP-IPV/Hib 2m'), ['polio-1 dtap-1', 'same-day same-day'])
})
