import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { TOWNSHIP } from '../family-doctor/testing.ts'
import { actors } from '../../testing/county.ts'
import { severeMentalDisorder } from './index.ts'
import { officer, openMentalCounty, type MentalCounty } from './testing.ts'

let county: MentalCounty
before(async () => {
  county = await openMentalCounty('2025-12-20')
})
after(() => county.close())

const act = (action: string, input: object, id?: string) =>
  county.act(officer, `severe-mental-disorder.${action}`, input, ...(id ? [{ id }] : []))
async function examine(person: string): Promise<void> {
  await county.act(actors.township(TOWNSHIP), 'health-record.record.open', { person, happenedOn: '2025-01-02' })
  await county.act(actors.township(TOWNSHIP), 'health-record.examination.record', { person, happenedOn: '2025-11-01' })
}

test('figures of the year: registered, managed to the norm, met, medicated, at risk, paid', async () => {
  const quarters = ['2025-02-10', '2025-05-08', '2025-08-06', '2025-11-04']
  // Seen every quarter; examined.
  const whole = await county.enter('1980-01-01')
  await county.register(whole)
  for (const day of quarters) await county.visit(whole, day)
  // A quarter in hospital counts as met; the examination was declined; at risk, and the guardian paid.
  const inHospital = await county.enter('1981-01-01')
  await county.register(inHospital)
  await county.visit(inHospital, '2025-02-10', { behaviours: ['smashing-on'] })
  await act('stay.admit', { person: inHospital, happenedOn: '2025-02-20', hospital: '市精神病医院', kind: 'voluntary' })
  const [stay] = await county.database.query('select id from mental_stay where person = $1', [inHospital])
  await act('stay.discharge', { on: '2025-07-20', outcome: 'better' }, String(stay!['id']))
  await county.visit(inHospital, '2025-07-30', { behaviours: ['threats'], effect: 'better', compliance: 'irregular' })
  await county.visit(inHospital, '2025-08-10', { examinationAnswer: 'declined' })
  await county.visit(inHospital, '2025-11-05', { behaviours: ['smashing-anywhere'], compliance: 'irregular' })
  await county.visit(inHospital, '2025-11-12', { behaviours: ['smashing-anywhere'], compliance: 'irregular' })
  await act('subsidy.pay', { person: inHospital, year: 2025, happenedOn: '2025-12-05' })
  // By telephone in the third quarter: not to the norm from its end on.
  const phoned = await county.enter('1982-01-01')
  await county.register(phoned)
  for (const day of quarters) await county.visit(phoned, day, day === quarters[2] ? { mode: 'phone' } : {})
  // The two-week check was late.
  const late = await county.enter('1983-01-01')
  await county.register(late)
  await county.visit(late, '2025-02-10', { insight: 'partial', compliance: 'none', reaction: 'no-medicine' })
  for (const day of quarters.slice(1)) await county.visit(late, day, { compliance: 'none', reaction: 'no-medicine' })
  // Refused management.
  await county.register(await county.enter('1984-01-01'), { consent: 'refused', consentBy: undefined })
  await examine(whole)
  await examine(phoned)

  await buildFigures(county.database, {
    county: county.county,
    indicators: severeMentalDisorder.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const figure = async (indicator: string, period: string) => {
    const { value, numerator, denominator } = await county.figure(
      `severe-mental-disorder.${indicator}`,
      TOWNSHIP,
      period,
    )
    return denominator === null ? value : `${numerator}/${denominator}`
  }
  const year = async (indicator: string) => figure(indicator, '2025')
  assert.deepEqual(
    await Promise.all(
      ['2025-02', '2025-03', '2025-06', '2025-09', '2025-12'].map((month) => figure('standard-rate', month)),
    ),
    // The late check was due on 24 February; at the end of September the call does not count; in December the last check of whoever
    // was in hospital is overdue since 26 November.
    ['3/5', '3/5', '3/5', '2/5', '1/5'],
  )
  const counts = ['registered', 'managed', 'high-risk', 'unstable', 'visits', 'guardians', 'amount']
  assert.deepEqual(await Promise.all(counts.map(year)), ['5', '4', '1', '1', '17', '1', '2400'])
  const rates = ['detection-rate', 'management-rate', 'meeting-rate', 'medication-rate', 'regular-medication-rate']
  assert.deepEqual(await Promise.all(rates.map(year)), ['5/5', '4/5', '4/5', '3/5', '2/5'])
})
