import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
import { domains } from '../../index.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { healthRecords } from '../../public-health/health-record/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { appraisal, appraisalPolicies } from '../appraisal/index.ts'
import { storeFigures } from '@kangheng/kernel/testing/store-figures.ts'
import { basicServicesFund, basicServicesFundPolicies } from './index.ts'
import { WORKLOAD } from './standards.ts'

test('workload is counted by indicators of the house', () => {
  const { indicators } = buildHouse(domains)
  for (const { indicator } of WORKLOAD) assert.ok(indicators.has(indicator), indicator)
})

const ROUND = '01900000-0000-7000-8000-000000000001'
const CENTRES = { C530721102: '96', C530721103: '78' } as const

describe('the money of a year', () => {
  let county: TestCounty
  let planned = ''
  const act = (action: string, input: unknown, id?: string, actor = actors.leader) =>
    county.act(actor, `basic-services-fund.${action}`, input, id ? { id } : undefined)

  before(async () => {
    county = await openTestCounty([resident, healthRecords, familyDoctor, appraisal, basicServicesFund], '2024-02-20', [
      appraisalPolicies,
      basicServicesFundPolicies,
    ])
    for (const [place, residents, visits] of [
      ['530721102', '6000', '200'],
      ['530721103', '4000', '100'],
    ] as const) {
      await storeFigures(county.database, county.county, [
        { indicator: 'resident.usual-population', place, period: '2024-01', value: residents, atMonthEnd: true },
        ...WORKLOAD.map(({ indicator }) => ({ indicator, place, period: '2024', value: visits })),
      ])
    }
    await county.database.query(
      `insert into appraisal_round (county, id, division, happened_on, state, name, rule_set, unit_kind, period) values ('530721', $1, '530721', '2025-01-05', 'announced', '考核', $1, 'township-centre', '2024')`,
      [ROUND],
    )
    for (const [unit, total] of Object.entries(CENTRES))
      await county.database.query(
        `insert into appraisal_sheet (county, id, division, happened_on, state, round, unit, unit_name, total) values ('530721', gen_random_uuid(), $1, '2025-01-05', 'published', $2, $3, $3, $4)`,
        [unit.slice(1), ROUND, unit, total],
      )
  })
  after(() => county.close())

  test('is planned by residents and the standard of the year, once', async () => {
    await assert.rejects(
      act('budget.plan', { year: 2030, residentsAt: '2024-01' }, undefined, actors.bureau),
      refusal('invalid', 'perHead'),
    )
    await assert.rejects(
      act('budget.plan', { year: 2024, residentsAt: '2024-03' }, undefined, actors.bureau),
      refusal('invalid', 'year'),
    )
    planned = (await act('budget.plan', { year: 2024, residentsAt: '2024-01' }, undefined, actors.bureau)).id!
    const [row] = await county.database.query('select total, residents, per_head from basic_services_budget')
    assert.deepEqual(row, { total: '940000.00', residents: 10000, per_head: '94.00' })
    await assert.rejects(
      act('budget.plan', { year: 2024, residentsAt: '2024-01' }, undefined, actors.bureau),
      refusal('invalid', 'year'),
    )
  })

  test('is advanced to every centre by its residents', async () => {
    await assert.rejects(act('budget.advance', {}, planned, actors.bureau), refusal('forbidden'))
    await act('budget.advance', {}, planned)
    const rows = await county.database.query('select unit, advance from basic_services_allotment order by unit')
    assert.deepEqual(rows, [
      { unit: 'C530721102', advance: '394800.00' },
      { unit: 'C530721103', advance: '263200.00' },
    ])
    const [due] = await county.database.query<{ id: string }>(
      `select id from basic_services_payment where division = '530721102'`,
    )
    await act('payment.pay', { voucher: '国库0213' }, due!.id, actors.bureau)
  })

  test('is cleared by the published appraisal, and every fen is accounted for', async () => {
    county.today = '2025-03-10'
    await assert.rejects(act('budget.clear', { round: ROUND }, planned), refusal('invalid', 'round'))
    await county.database.query(`update appraisal_round set state = 'published'`)
    await act('budget.clear', { round: ROUND }, planned)
    const rows = await county.database.query<Record<string, string>>(
      'select by_residents, by_workload, entitled, kept, cut, reward, final, for_villages, clearing from basic_services_allotment order by unit',
    )
    // 658,000 by residents 6 : 4; 282,000 by workload 2 : 1; 78 points keep nine tenths; what is cut goes to the one ahead.
    assert.deepEqual(rows, [
      {
        by_residents: '394800.00',
        by_workload: '188000.00',
        entitled: '582800.00',
        kept: '100',
        cut: '0.00',
        reward: '35720.00',
        final: '618520.00',
        for_villages: '247408.00',
        clearing: '223720.00',
      },
      {
        by_residents: '263200.00',
        by_workload: '94000.00',
        entitled: '357200.00',
        kept: '90',
        cut: '35720.00',
        reward: '0.00',
        final: '321480.00',
        for_villages: '128592.00',
        clearing: '58280.00',
      },
    ])
    const [sum] = await county.database.query(`select sum(amount) as paid from basic_services_payment`)
    assert.deepEqual(sum, { paid: '940000.00' })
  })
})
