import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths } from '@kangheng/kernel/period/date.ts'
import { forecast } from '../forecast/forecast.ts'
import { findSchedule } from '../forecast/schedules.ts'
import type { GivenDose } from '../forecast/result.ts'
import { planOf, wantedFrom, wantedOn } from './plan.ts'

const schedule = findSchedule('2026')!
const birth = '2025-03-10'

test('a newborn is wanted for hepatitis B and BCG, and for the rest in its time', () => {
  const plan = planOf({ birth, sex: 'M' }, [], birth, schedule)
  assert.deepEqual(
    wantedOn(plan, birth).map(({ dose }) => dose),
    ['hepb-1', 'bcg-1'],
  )
  assert.equal(wantedFrom(plan), birth)
  assert.deepEqual(
    plan.find(({ dose }) => dose === 'bcg-1'),
    { dose: 'bcg-1', vaccine: 'BCG', from: birth, latest: '2025-06-09', until: '2029-03-10' },
  )
})

test('A gives way to A with C at two years, and DTaP to DT at seven', () => {
  const plan = planOf({ birth, sex: 'M' }, [], '2026-01-01', schedule)
  const on = (day: string) => wantedOn(plan, day).map(({ dose }) => dose)
  assert.ok(on('2027-03-09').includes('mpsva-1') && !on('2027-03-09').includes('mpsvac-1'))
  assert.ok(!on('2027-03-10').includes('mpsva-1') && on('2027-03-10').includes('mpsvac-1'))
  assert.ok(on('2032-03-09').includes('dtap-1') && on('2032-03-10').includes('dt-1'))
  assert.deepEqual(on('2043-03-10'), [])
})

test('a stored plan says on any later day what the forecast says then', () => {
  const doses = ['HepB', 'DTaP', 'MPSV-A', 'MMR', 'JE-L', 'IPV'] as const
  const given = fc.array(fc.record({ vaccine: fc.constantFrom(...doses), month: fc.integer({ min: 0, max: 30 }) }), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(
      given,
      fc.integer({ min: 0, max: 6500 }),
      fc.constantFrom('F' as const, 'M' as const),
      (some, later, sex) => {
        const history = some.map(({ vaccine, month }): GivenDose => ({ vaccine, date: addMonths(birth, month) }))
        const today = history.reduce((latest, { date }) => (date > latest ? date : latest), birth)
        const on = addDays(today, later)
        const plan = planOf({ birth, sex }, history, today, schedule)
        const { series } = forecast({ birth, sex, on, schedule, doses: history })
        const wanted = series.flatMap(({ next }) => (next && next.status !== 'future' ? [next.id] : [])).sort()
        assert.deepEqual(
          wantedOn(plan, on)
            .map(({ dose }) => dose)
            .sort(),
          wanted,
        )
      },
    ),
    { numRuns: 500 },
  )
})
