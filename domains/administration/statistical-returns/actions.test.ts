import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { refreshFigures } from '@kangheng/kernel/indicator/refresh.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { healthRecords } from '../../public-health/health-record/index.ts'
import { enterResident, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { readReturn, readSheet, statisticalReturns, statisticalReturnsPolicies } from './index.ts'
import { issueForm, people, plausible, returnOf } from './testing.ts'

const [CENTRE, OTHER] = ['C530721102', 'C530721103']
const { section, second, leader, township, other } = people

describe('a month of returns', () => {
  let county: TestCounty
  const act = (actor: Actor, action: string, input: unknown = {}, id?: string) =>
    county.act(actor, `statistical-returns.${action}`, input, id ? { id } : undefined)
  const at = async (unit: string, period = '2025-10') => (await returnOf(county, unit, period)).id
  const computation = () => ({
    county: county.county,
    indicators: [...county.house.indicators.values()],
    horizon: horizonOf('2024-01', county.today),
  })

  before(async () => {
    county = await openTestCounty([resident, healthRecords, familyDoctor, statisticalReturns], '2025-11-03', [
      statisticalReturnsPolicies,
    ])
    await enterResident(county, { birth: '1980-01-01', sequence: 801, division: '530721102201' })
    await buildFigures(county.database, computation())
    await issueForm(county, 'township-monthly')
    await issueForm(county, 'hospital-monthly')
  })
  after(() => county.close())

  test('what is due is opened for every unit, once, with what the figures have', async () => {
    await act(section, 'return.open-due')
    const rows = await county.database.query<{ form: string }>('select form from statistical_return order by form')
    assert.deepEqual(rows.filter(({ form }) => form === 'township-monthly').length, 2)
    assert.ok(rows.length > 2)
    const centre = await returnOf(county, CENTRE, '2025-10')
    assert.equal(centre.values['residents'], '1')
    assert.equal(centre.values['outpatient'], undefined)
    await assert.rejects(act(section, 'return.open-due'), refusal('invalid', 'period'))
    const early = { form: 'township-monthly', period: '2025-11' }
    await assert.rejects(act(section, 'return.open', early), refusal('invalid', 'period'))
    await assert.rejects(act(section, 'return.open', { ...early, period: '2025' }), refusal('invalid', 'period'))
  })

  test('the unit is reminded by the due day', async () => {
    const { rows } = await asActor(county.database, county.house, township, (connection) =>
      listTasks(connection, county, statisticalReturns.tasks, { unmasked: true }),
    )
    assert.deepEqual(
      rows.map((row) => row.dueOn),
      ['2025-11-10'],
    )
  })

  test('cells are filled in; what cannot stand is named and nothing of it is kept', async () => {
    const id = await at(CENTRE)
    const save = (cells: object[]) => act(township, 'return.save', { cells }, id)
    await assert.rejects(
      save([
        { cell: 'outpatient', value: '10' },
        { cell: 'emergency', value: '约三百' },
      ]),
      refusal('invalid', 'cells.1.value'),
    )
    await assert.rejects(save([{ cell: 'visits', value: '5' }]), refusal('invalid', 'cells.0.value'))
    await assert.rejects(save([{ cell: 'residents', value: '5' }]), refusal('invalid', 'cells.0.value'))
    await assert.rejects(save([{ cell: 'no-such', value: '5' }]), refusal('invalid', 'cells.0.cell'))
    assert.equal((await returnOf(county, CENTRE, '2025-10')).values['outpatient'], undefined)
    await save([{ cell: 'outpatient', value: '2000' }])
    await assert.rejects(act(township, 'return.submit', {}, id), refusal('invalid', 'cells'))
    const bound = ['residents', 'signed', 'signed-services', 'health-records']
    await save(plausible('township-monthly').filter(({ cell }) => !bound.includes(cell)))
    const { values } = await returnOf(county, CENTRE, '2025-10')
    assert.deepEqual([values['visits'], values['cost-per-visit'], values['bed-use']], ['2100', '71.43', '70.00'])
  })

  test('an error blocks, a warning is explained, and what was sent is kept as it was', async () => {
    const id = await at(CENTRE)
    const save = (input: object) => act(township, 'return.save', { cells: [], ...input }, id)
    await save({ cells: [{ cell: 'outpatient-tcm', value: '2001' }] })
    await assert.rejects(act(township, 'return.submit', {}, id), refusal('invalid', 'cells'))
    await save({
      cells: [
        { cell: 'outpatient-tcm', value: '300' },
        { cell: 'occupied-bed-days', value: '630' },
      ],
    })
    await assert.rejects(act(township, 'return.submit', {}, id), refusal('invalid', 'explanations'))
    await save({ explanations: [{ check: 'bed-use-to-100', text: '加床5张' }] })
    await act(township, 'return.submit', {}, id)
    await assert.rejects(save({}), refusal('conflict'))
    const sent = await returnOf(county, CENTRE, '2025-10')
    assert.deepEqual([sent.state, sent.sent, sent.errors], ['submitted', 1, 0])
  })

  test('reviewed by one, approved by another; sent back with a reason, versions compared cell by cell', async () => {
    const id = await at(CENTRE)
    await act(section, 'return.send-back', { reason: '占用床日与住院处登记不符' }, id)
    await act(township, 'return.save', { cells: [{ cell: 'occupied-bed-days', value: '420' }] }, id)
    await act(township, 'return.submit', {}, id)
    await act(section, 'return.review', {}, id)
    await assert.rejects(act(section, 'return.approve', {}, id), refusal('invalid', 'approver'))
    await act(second, 'return.approve', {}, id)
    const read = await asActor(county.database, county.house, township, (connection) =>
      readReturn(connection, county.county, id, county.today),
    )
    assert.deepEqual(
      read.versions.map((version) => version.values['occupied-bed-days']),
      ['630', '420'],
    )
    assert.deepEqual(read.versions[0]!.explanations, { 'bed-use-to-100': '加床5张' })
    assert.deepEqual(read.versions[1]!.explanations, {})
  })

  test('approved numbers are the figures of the place and the month; others are not counted yet', async () => {
    await refreshFigures(county.database, computation())
    const { value, numerator, denominator } = await county.figure(
      'statistical-returns.cost-per-visit',
      '530721',
      '2025-10',
    )
    assert.deepEqual([value, Number(numerator), Number(denominator)], ['71.43', 150000.5, 2100])
    assert.equal((await county.figure('statistical-returns.visits', '530721102', '2025-10')).value, '2100')
    assert.equal((await county.figure('statistical-returns.visits', CENTRE, '2025')).value, '2100')
    assert.equal((await county.figure('statistical-returns.income', '530721', '2025-10')).value, '48.00')
    assert.equal((await county.figure('statistical-returns.bed-use', '530721', '2025-10')).value, '70.00')
    const townships = await county.figure('statistical-returns.completeness', '530721103', '2025-10')
    assert.deepEqual([Number(townships.numerator), Number(townships.denominator)], [0, 1])
    assert.equal((await county.figure('statistical-returns.timeliness', '530721102', '2025-10')).value, '100.00')
  })

  test('a second unit adds its quantities, and its parts to the ratios', async () => {
    const id = await at(OTHER)
    await act(
      other,
      'return.save',
      {
        cells: plausible('township-monthly', 0.5).filter(
          ({ cell }) => !['residents', 'signed', 'signed-services', 'health-records'].includes(cell),
        ),
      },
      id,
    )
    await act(other, 'return.submit', {}, id)
    await act(section, 'return.review', {}, id)
    await act(leader, 'return.approve', {}, id)
    await refreshFigures(county.database, computation())
    const cost = await county.figure('statistical-returns.cost-per-visit', '530721', '2025-10')
    assert.deepEqual([Number(cost.numerator), Number(cost.denominator)], [225001, 3150])
    const sheet = await readSheet(county.database, county.county, { form: 'township-monthly', period: '2025-10' })
    assert.deepEqual([sheet.units.length, sheet.total['visits'], sheet.total['cost-per-visit']], [2, '3150', '71.43'])
  })

  test('a period is frozen when every unit is approved; a frozen return is corrected with a reason', async () => {
    await act(section, 'return.send-back', { reason: '抽查门诊日志' }, await at(OTHER))
    const period = { form: 'township-monthly', period: '2025-10' }
    await assert.rejects(act(section, 'return.freeze', period), refusal('invalid', 'period'))
    await act(other, 'return.submit', {}, await at(OTHER))
    await act(section, 'return.review', {}, await at(OTHER))
    await act(leader, 'return.approve', {}, await at(OTHER))
    await act(section, 'return.freeze', period)
    assert.equal((await returnOf(county, OTHER, '2025-10')).state, 'frozen')
    await assert.rejects(act(section, 'return.send-back', { reason: '再核一次' }, await at(OTHER)), refusal('conflict'))
    await act(leader, 'return.unfreeze', { reason: '审计发现少计' }, await at(OTHER))
    assert.equal((await returnOf(county, OTHER, '2025-10')).state, 'returned')
  })

  test('a baseline is compared with, kept apart, and never counted', async () => {
    const numbers = { institution: CENTRE, form: 'township-monthly', source: '2024年卫生统计年报' }
    await act(section, 'baseline.enter', { ...numbers, cell: 'visits', period: '2024-10', value: '1000' })
    const id = await at(CENTRE)
    const read = await asActor(county.database, county.house, township, (connection) =>
      readReturn(connection, county.county, id, county.today),
    )
    assert.deepEqual([read.lastYear['visits'], read.lastYearIsBaseline], ['1000', true])
    assert.deepEqual(
      read.findings.map((finding) => finding.check),
      ['visits-last-year'],
    )
    await refreshFigures(county.database, computation())
    assert.equal((await county.figure('statistical-returns.visits', '530721', '2024')).value, '0')
    const own = { ...numbers, cell: 'visits', period: '2025-10', value: '1' }
    await assert.rejects(act(section, 'baseline.enter', own), refusal('invalid', 'period'))
    await assert.rejects(act(section, 'baseline.enter', { ...own, cell: 'nothing' }), refusal('invalid', 'cell'))
    const wrong = { ...own, period: '2024-09', value: '1.5' }
    await assert.rejects(act(section, 'baseline.enter', wrong), refusal('invalid', 'value'))
  })

  test('a form changes by a new edition; returns keep the one they were opened by', async () => {
    const [form] = await county.database.query<{ id: string }>(
      `select id from statistical_form where form = 'township-monthly'`,
    )
    const row = {
      ...{ part: 'staff', code: 'village-doctors', titleZh: '乡村医生', titleEn: 'Village doctors', unitZh: '人' },
      ...{ unitEn: 'people', level: 1, decimals: 0, source: 'entered' },
    }
    await assert.rejects(act(section, 'form.set-row', row, form!.id), refusal('conflict'))
    const { id } = await act(section, 'form.new-edition', {}, form!.id)
    await act(section, 'form.set-row', row, id!)
    const check = {
      ...{ code: 'village-doctors-staff', titleZh: '乡村医生不大于职工', titleEn: 'Part', severity: 'error' },
      ...{ holds: '{village-doctor} <= {staff}', remedyZh: '核对', remedyEn: 'Compare' },
    }
    await act(section, 'form.set-check', check, id!)
    await assert.rejects(act(section, 'form.issue', {}, id!), refusal('invalid', 'layout'))
    await act(section, 'form.set-check', { ...check, holds: '{village-doctors} <= {staff}' }, id!)
    await act(section, 'form.issue', {}, id!)
    county.today = '2025-12-02'
    await act(section, 'return.open', { form: 'township-monthly', period: '2025-11' })
    const layouts = await county.database.query<{ period: string; layout: string }>(
      `select distinct period, layout from statistical_return where form = 'township-monthly' order by period`,
    )
    assert.deepEqual(layouts, [
      { period: '2025-10', layout: form!.id },
      { period: '2025-11', layout: id },
    ])
  })
})
