import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { uuidv7 } from 'uuidv7'
import { listFaults } from '@kangheng/kernel/quality/find-faults.ts'
import { ormOf } from '@kangheng/kernel/store/orm.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { births } from '../../population/resident/tables.ts'
import { childHealth } from '../../public-health/child-health/index.ts'
import { diabetes } from '../../public-health/diabetes/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { healthRecords } from '../../public-health/health-record/index.ts'
import { hypertension } from '../../public-health/hypertension/index.ts'
import { immunization } from '../../public-health/immunization/index.ts'
import { maternalHealth } from '../../public-health/maternal-health/index.ts'
import { deliveries, newborns } from '../../public-health/maternal-health/tables.ts'
import { vaccinations } from '../../public-health/immunization/tables.ts'
import { actors, enterResident, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { statisticalReturns } from '../statistical-returns/index.ts'
import { returns } from '../statistical-returns/tables.ts'
import { checksSeenBy, dataQuality, runChecks } from './index.ts'
import { scoreOf } from './score.ts'

const [VILLAGE, CENTRE] = ['530721102201', 'C530721102']
const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })

const scored: readonly [looked: number, errors: number, warnings: number, score: string | null][] = [
  [0, 0, 0, null],
  [100, 0, 0, '100.0'],
  [100, 1, 0, '99.0'],
  [100, 0, 1, '99.7'],
  [3, 1, 1, '55.6'],
  [2, 5, 0, '0.0'],
]
for (const [looked, errors, warnings, score] of scored)
  test(`${errors} errors and ${warnings} warnings in ${looked} rows: ${score}`, () =>
    assert.equal(scoreOf(looked, errors, warnings), score))

describe('checks of the lines of business', () => {
  let county: TestCounty
  const row = (more: object) => ({
    ...{ county: '530721', id: uuidv7(), division: VILLAGE, institution: CENTRE, recordedAt: '2025-11-02 08:00:00+08' },
    ...more,
  })
  const found = (actor = hospital) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const query = { county: county.county, place: '530721', today: county.today }
      const checks = checksSeenBy(county.house, actor.role).flatMap((each) => each.checks)
      const all = await runChecks(connection, query, checks)
      return Object.fromEntries(all.filter((each) => each.count > 0).map((each) => [each.check.id, each.count]))
    })

  before(async () => {
    county = await openTestCounty(
      [
        ...[resident, healthRecords, familyDoctor, hypertension, diabetes, childHealth, maternalHealth, immunization],
        ...[statisticalReturns, dataQuality],
      ],
      '2025-11-20',
    )
    const mother = await enterResident(county, { birth: '1995-01-01', sequence: 802, division: VILLAGE })
    const other = await enterResident(county, { birth: '1996-01-01', sequence: 804, division: VILLAGE })
    const child = await enterResident(county, { birth: '2025-06-01', sequence: 806, division: VILLAGE })
    const orm = ormOf(county.database)
    const born = { happenedOn: '2025-06-01', state: 'registered', sex: 'female' as const, plurality: 1 }
    const birth = { ...born, mother, motherName: '木母', deliveredAt: 'hospital' as const, effects: {} as never }
    await orm.insert(births).values([row({ ...birth, person: child }), row({ ...birth, person: uuidv7() })] as never)
    const delivery = {
      pregnancy: uuidv7(),
      place: 'hospital',
      mode: 'vaginal',
      liveBirths: 1,
      stillbirths: 0,
      weeks: 39,
    }
    const kept = { state: 'recorded', happenedOn: '2025-06-01' }
    await orm.insert(deliveries).values([
      row({ ...kept, ...delivery, person: mother, recordedAt: '2025-06-02 08:00:00+08' }),
      // Entered five months later.
      row({ ...kept, ...delivery, person: other }),
    ] as never)
    const baby = { ...kept, delivery: uuidv7(), number: 1, sex: 'female', alive: true, place: 'hospital', weeks: 39 }
    await orm.insert(newborns).values([row({ ...baby, person: mother }), row({ ...baby, person: other })] as never)
    const dose = { person: child, state: 'given', vaccine: 'hepb', happenedOn: '2025-06-01' }
    await orm
      .insert(vaccinations)
      .values([
        row(dose),
        row(dose),
        row({ ...dose, vaccine: 'bcg', happenedOn: '2025-05-01', expiresOn: '2025-04-30' }),
      ] as never)
    const months = ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08']
    await orm.insert(returns).values(
      months.map((month, index) =>
        row({
          ...{
            happenedOn: `${month}-01`,
            state: 'frozen',
            form: 'township-monthly',
            formName: '月报',
            layout: uuidv7(),
          },
          ...{
            period: month,
            unitName: '卫生院',
            dueOn: `${month}-28`,
            firstSentOn: index === 0 ? '2025-03-02' : `${month}-20`,
          },
          division: '530721102',
          values: { visits: month === '2025-08' ? '9000' : String(900 + index * 7) },
        }),
      ) as never,
    )
  })
  after(() => county.close())

  test('every fault that was planted is found, and nothing else', async () => {
    const expected = {
      'maternal-health.birth-not-registered': 1,
      'maternal-health.birth-registered-twice': 2,
      'maternal-health.delivery-late-entry': 1,
      'immunization.same-dose-twice': 2,
      'immunization.dose-before-birth': 1,
      'immunization.dose-after-expiry': 1,
      'statistical-returns.out-of-line': 1,
      'statistical-returns.sent-late': 1,
    }
    const all = await found()
    const own = Object.entries(all).filter(([id]) => !id.startsWith('resident.'))
    assert.deepEqual(Object.fromEntries(own.sort()), Object.fromEntries(Object.entries(expected).sort()))
  })

  test('who does not see the rows is not told that there are none', async () => {
    assert.ok(!Object.keys(await found(actors.bureau)).some((id) => id.startsWith('maternal-health.delivery')))
    assert.ok(
      !checksSeenBy(county.house, 'bureau-section').some(
        (each) =>
          each.domain.id === 'maternal-health' &&
          each.checks.some((check) => check.subject.record === 'maternal-health.newborn'),
      ),
    )
    assert.deepEqual(await found(actors.township('530721103')), {})
  })

  test('the rows to correct are listed, page by page', async () => {
    const check = checksSeenBy(county.house, 'county-institution')
      .flatMap((each) => each.checks)
      .find((each) => each.id === 'immunization.same-dose-twice')!
    const page = (cursor?: string) =>
      asActor(county.database, county.house, hospital, (connection) =>
        listFaults(
          connection,
          { county: county.county, place: '530721', today: county.today, limit: 1, cursor },
          check,
        ),
      )
    const first = await page()
    const second = await page(first.next!)
    assert.notEqual(first.rows[0]!.id, second.rows[0]!.id)
    assert.equal(second.next, null)
  })

  test('the month is scored by township and line, and scored again in place', async () => {
    await county.act(hospital, 'data-quality.score.evaluate', {})
    await county.act(hospital, 'data-quality.score.evaluate', {})
    const rows = await county.database.query<{
      line: string
      looked: number
      errors: number
      warnings: number
      score: string
    }>(
      `select line, looked, errors, warnings, score from data_quality_score where division = '530721102' order by line`,
    )
    assert.deepEqual(
      rows.filter((each) => ['immunization', 'statistical-returns'].includes(each.line)),
      [
        { line: 'immunization', looked: 3, errors: 4, warnings: 0, score: '0.0' },
        { line: 'statistical-returns', looked: 7, errors: 0, warnings: 2, score: '90.5' },
      ],
    )
    await assert.rejects(county.act(actors.township(), 'data-quality.score.evaluate', {}), refusal('forbidden'))
    assert.deepEqual(
      await asActor(county.database, county.house, actors.township('530721103'), (connection) =>
        connection.query('select 1 from data_quality_score'),
      ),
      [],
    )
  })
})
