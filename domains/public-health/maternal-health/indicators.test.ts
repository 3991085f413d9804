import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { actors } from '../../testing/county.ts'
import { childHealth } from '../child-health/index.ts'
import { openFamilyDoctorCounty, TOWNSHIP, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { maternalHealth } from './index.ts'

const township = actors.township(TOWNSHIP)
let county: FamilyDoctorCounty

const act = (action: string, input: object, id?: string) =>
  county.act(township, `maternal-health.${action}`, input, ...(id ? [{ id }] : []))

/** A woman booked, examined on these days and delivered on 2 October 2025. */
async function mother(birth: string, days: string[], delivery: object = {}, child: object = {}): Promise<string> {
  const person = await county.enter(birth)
  const [booked, ...visits] = days
  await act('pregnancy.book', { person, happenedOn: booked, lastPeriodOn: '2025-01-01', height: 160, weight: 55 })
  for (const day of visits) await act('antenatal-visit.record', { person, happenedOn: day })
  const children = [{ sex: 'male', weight: 3200, ...child }]
  const given = { place: 'hospital', mode: 'vaginal', dischargedOn: '2025-10-05', children, ...delivery }
  await act('delivery.record', { person, happenedOn: '2025-10-02', ...given })
  await county.act(township, 'resident.birth.register', {
    ...{
      name: '和小宝',
      sex: 'male',
      happenedOn: '2025-10-02',
      mother: person,
      division: VILLAGE,
      deliveredAt: 'hospital',
    },
  })
  return person
}
const visit = (person: string, happenedOn: string, kind = 'home') =>
  act('postpartum-visit.record', { person, kind, happenedOn })

async function figures(periods: string[], ...indicators: string[]): Promise<string[][]> {
  await buildFigures(county.database, {
    county: county.county,
    indicators: maternalHealth.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  return Promise.all(
    indicators.map(async (indicator) => {
      const found = await Promise.all(
        periods.map((period) => county.figure(`maternal-health.${indicator}`, TOWNSHIP, period)),
      )
      return found.map(({ value, numerator, denominator }) =>
        denominator === null ? value! : `${numerator}/${denominator}`,
      )
    }),
  )
}

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth, maternalHealth])
})
after(() => county.close())

test('rates by day of birth: early booking, five visits, institution, visits after birth, risk', async () => {
  const five = ['2025-02-20', '2025-05-06', '2025-06-10', '2025-08-12', '2025-09-22']
  const whole = await mother('1995-01-01', five, { mode: 'caesarean' })
  await visit(whole, '2025-10-10')
  await visit(whole, '2025-11-14', 'day-42')
  // Booked late, four visits, at home, light, visited in the fourth week.
  const late = await mother(
    '1984-01-01',
    ['2025-05-06', '2025-06-10', '2025-08-12', '2025-09-22'],
    { place: 'home' },
    { weight: 2400 },
  )
  await visit(late, '2025-10-28')
  const waiting = await county.enter('1998-01-01')
  await act('pregnancy.book', {
    person: waiting,
    happenedOn: '2025-11-03',
    lastPeriodOn: '2025-09-10',
    riskFactors: ['tumour'],
  })
  const [special] = await county.database.query('select id from maternal_special_case where person = $1', [waiting])
  await act('special-case.report', { on: '2025-11-05' }, String(special!['id']))
  await act('special-case.follow-up', { on: '2025-11-10', caseOutcome: 'admitted' }, String(special!['id']))
  const rates = [
    'early-booking-rate',
    'systematic-rate',
    'five-visits-rate',
    'postpartum-visit-rate',
    'postpartum-visit-rate-28-days',
  ]
  assert.deepEqual(await figures(['2025-10', '2025'], ...rates), [
    ['1/2', '1/2'],
    ['1/2', '1/2'],
    ['1/2', '1/2'],
    ['1/2', '1/2'],
    ['2/2', '2/2'],
  ])
  const more = ['check-rate', 'hospital-delivery-rate', 'caesarean-rate', 'low-birth-weight-rate', 'high-risk-share']
  assert.deepEqual(await figures(['2025-10'], ...more), [['1/2'], ['1/2'], ['1/2'], ['1/2'], ['1/2']])
  // The tumour was reported a day late; both it and the woman of forty-one were special cases.
  assert.deepEqual(await figures(['2025'], 'case-report-rate', 'case-management-rate'), [['0/2'], ['1/2']])
  assert.deepEqual(await figures(['2025-09', '2025-10', '2025-11'], 'in-care', 'high-risk-in-care'), [
    ['2', '0', '1'],
    ['1', '0', '1'],
  ])
})

test('mortality: days of age of registered deaths, mothers without injuries', async () => {
  const die = async (birth: string, happenedOn: string) => {
    const person = await county.enter(birth)
    await county.act(township, 'resident.death.register', { person, happenedOn, place: 'institution' })
    return person
  }
  await die('2025-10-01', '2025-10-28')
  await die('2025-10-01', '2025-10-29')
  await die('2024-11-05', '2025-11-05')
  await die('2020-11-06', '2025-11-05')
  await die('2020-11-05', '2025-11-05')
  const report = async (incidental: boolean) => {
    const person = await die('1996-01-01', '2025-10-20')
    await act('death.report', { person, kind: 'maternal', place: 'hospital', cause: 'injury', incidental })
  }
  await report(false)
  await report(true)
  const rates = [
    'neonatal-mortality',
    'infant-mortality',
    'under-five-mortality',
    'maternal-mortality',
    'maternal-deaths',
  ]
  assert.deepEqual(await figures(['2025'], ...rates), [['1/2'], ['2/2'], ['4/2'], ['1/2'], ['1']])
})
