import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { targetLetters } from '../../administration/target-letters/index.ts'
import { sectionWork } from '../../administration/section-work/index.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from '../health-record/index.ts'
import { healthyPlaces, healthyPlacesPolicies } from './index.ts'

const TOWNSHIP = '530721102'
const VILLAGE = '530721102201'
const officer = testActor('patriotic-health-officer', '530721')
const local = testActor('patriotic-health-officer', TOWNSHIP)
const elsewhere = testActor('patriotic-health-officer', '530721103')
let county: TestCounty
const act = (action: string, input: object, on?: string, actor = officer) =>
  county.act(actor, `healthy-places.${action}`, input, on ? { id: on } : undefined)
const one = async <Row extends object>(table: string, id: string) =>
  (await county.database.query<Row>(`select * from healthy_places_${table} where id = $1`, [id]))[0]!
const dues = async (actor = local) => {
  const { rows } = await asActor(county.database, county.house, actor, (connection) =>
    listTasks(connection, county, healthyPlaces.tasks, { unmasked: true, within: 4000 }),
  )
  return rows.map(({ task, dueOn }) => `${task.replace('healthy-places.', '')} ${dueOn}`)
}

/** A standard of three items, issued. */
async function standardOf(level: string, more: object = {}) {
  const id = (
    await act('standard.draft', {
      ...{ name: '卫生村评审标准', kind: 'sanitary-village', level, year: 2025, passFrom: 80, validYears: 3 },
      source: '测试标准',
      ...more,
    })
  ).id!
  for (const [code, points, decisive] of [
    ['1.1', 40, false],
    ['1.2', 30, true],
    ['2.1', 30, false],
  ] as const)
    await act('standard-item.add', { standard: id, code, part: '部分', requirement: '测试要求', points, decisive })
  await act('standard.issue', {}, id, actors.leader)
  return id
}

let provincial = ''
before(async () => {
  county = await openTestCounty([resident, targetLetters, sectionWork, healthRecords, healthyPlaces], '2025-03-10', [
    healthyPlacesPolicies,
  ])
  provincial = await standardOf('provincial')
})
after(() => county.close())

test('a standard is issued when it adds up, by the leader, and does not change afterwards', async () => {
  const draft = {
    ...{ name: '卫生单位评审标准', kind: 'sanitary-unit', level: 'county', year: 2025, passFrom: 85, validYears: 3 },
    source: '测试标准',
  }
  await assert.rejects(act('standard.draft', draft, undefined, local), refusal('invalid', 'standard'))
  await assert.rejects(act('standard.draft', { ...draft, template: 'healthy-village' }), refusal('invalid', 'template'))
  const id = (await act('standard.draft', { ...draft, template: 'county-unit' })).id!
  const item = { standard: id, code: '5.1', part: '其他', requirement: '多出的一条', points: 5 }
  const extra = (await act('standard-item.add', item)).id!
  await assert.rejects(act('standard-item.add', item), refusal('invalid', 'code'))
  await assert.rejects(act('standard.issue', {}, id), refusal('forbidden'))
  await assert.rejects(act('standard.issue', {}, id, actors.leader), refusal('invalid', 'standard'))
  await act('standard-item.remove', {}, extra)
  await act('standard.issue', {}, id, actors.leader)
  await assert.rejects(act('standard-item.add', item), refusal('invalid', 'standard'))
})

const check = (application: string, more: object = {}, actor = officer) =>
  act('check.record', { application, inspectors: '检查组', ...more }, undefined, actor)
const apply = (more: object = {}, actor = local) =>
  act(
    'application.apply',
    { standard: provincial, division: VILLAGE, responsible: '村主任', ...more },
    undefined,
    actor,
  )

test('from the application to the name, with a failed assessment between, and the re-checks after', async () => {
  await assert.rejects(apply({ division: TOWNSHIP }), refusal('invalid', 'division'))
  await assert.rejects(apply({ happenedOn: '2025-04-01' }), refusal('invalid', 'happenedOn'))
  const id = (await apply()).id!
  const state = async () => (await one<{ state: string }>('application', id)).state
  await assert.rejects(apply(), refusal('invalid', 'division'))
  assert.ok((await dues()).includes('self-check-due 2025-06-08'))
  // The own check may fail and be done again; the decisive item fails it with 99 points.
  await check(id, { losses: [{ code: '1.2', points: 1, why: '有一处垃圾' }] }, local)
  assert.equal(await state(), 'applied')
  await check(id, {}, local)
  assert.deepEqual([await state(), (await dues()).includes('assessment-due 2025-04-09')], ['self-checked', true])
  const bad = { losses: [{ code: '1.1', points: 25, why: '门前堆放柴草' }] }
  await assert.rejects(check(id, bad, local), refusal('invalid', 'standard'))
  await assert.rejects(
    check(id, { losses: [{ code: '9.9', points: 1, why: '没有这一条' }] }),
    refusal('invalid', 'losses.0.code'),
  )
  await assert.rejects(check(id, { ...bad, mendBy: '2025-03-10' }), refusal('invalid', 'mendBy'))
  await check(id, bad)
  assert.deepEqual([await state(), (await dues()).includes('mending-due 2025-04-09')], ['mending', true])
  await assert.rejects(act('application.mended', {}, id, local), refusal('invalid', 'state'))
  const [open] = await county.database.query<{ id: string }>(
    `select id from healthy_places_shortfall where application = $1 and state = 'to-mend'`,
    [id],
  )
  await act('shortfall.mend', { measures: '柴草已搬离' }, open!.id, local)
  await act('application.mended', {}, id, local)
  await check(id)
  await assert.rejects(check(id), refusal('invalid', 'application'))
  await assert.rejects(
    act('application.name', { number: '云爱卫〔2025〕3号' }, id, local),
    refusal('invalid', 'standard'),
  )
  await act('application.name', { number: '云爱卫〔2025〕3号' }, id)
  assert.ok((await dues()).includes('recheck-due 2028-03-10'))
  county.today = '2028-04-01'
  await check(id, { losses: [{ code: '1.2', points: 2, why: '有暴露垃圾' }] })
  assert.equal(await state(), 'suspended')
  await assert.rejects(check(id), refusal('invalid', 'application'))
  const [again] = await county.database.query<{ id: string }>(
    `select id from healthy_places_shortfall where application = $1 and state = 'to-mend'`,
    [id],
  )
  await act('shortfall.mend', { measures: '垃圾已清运' }, again!.id, local)
  await check(id)
  const held = await one<{ state: string; recheck_due_on: string }>('application', id)
  assert.deepEqual([held.state, held.recheck_due_on], ['named', '2031-04-01'])
  county.today = '2025-03-10'
})

test('the national name asks for the provincial one; units and households have names of their own', async () => {
  const national = await standardOf('national', { requires: 'provincial' })
  await apply({ standard: national })
  await assert.rejects(
    apply({ standard: national, division: '530721103201' }, elsewhere),
    refusal('invalid', 'division'),
  )
  const households = (
    await act('standard.draft', {
      ...{ name: '健康家庭评选', kind: 'healthy-household', level: 'county', year: 2025, passFrom: 80, validYears: 2 },
      ...{ source: '测试标准', template: 'healthy-household' },
    })
  ).id!
  await act('standard.issue', {}, households, actors.leader)
  await assert.rejects(apply({ standard: households }), refusal('invalid', 'name'))
  const id = (await apply({ standard: households, name: '一组12号' })).id!
  await act('application.withdraw', { reason: '不再参加评选' }, id, local)
  await assert.rejects(apply({ standard: national, division: VILLAGE }), refusal('invalid', 'division'))
})

test('vectors: counted, graded, and missed where a month went by', async () => {
  const point = (
    await act(
      'vector-point.open',
      { name: '石鼓农贸市场', division: VILLAGE, cockroach: false, happenedOn: '2025-01-01' },
      undefined,
      local,
    )
  ).id!
  const survey = (vector: string, counts: object, actor = local) =>
    act('survey.record', { point, vector, happenedOn: '2025-03-05', ...counts }, undefined, actor)
  const rodents = { rooms: 50, positiveRooms: 1, metres: 2000, traces: 1, facilities: 40, goodFacilities: 39 }
  await assert.rejects(survey('rodent', { ...rodents, positiveRooms: 51 }), refusal('invalid', 'positiveRooms'))
  await assert.rejects(survey('cockroach', { metres: 10 }), refusal('invalid', 'rooms'))
  await assert.rejects(survey('rodent', { ...rodents, exposedFood: true }), refusal('invalid', 'exposedFood'))
  const { id } = await survey('rodent', rodents, actors.township(TOWNSHIP))
  assert.deepEqual([(await one<{ grade: string }>('survey', id!)).grade], ['B'])
  await assert.rejects(survey('rodent', rodents), refusal('invalid', 'vector'))
  // February is no month of any survey; in May the flies and mosquitoes of April are missing, the rats were not due.
  assert.ok(!(await dues()).some((due) => due.startsWith('survey-missing')))
  county.today = '2025-05-02'
  assert.deepEqual((await dues()).filter((due) => due.startsWith('survey-missing')).sort(), [
    'survey-missing-fly 2025-05-10',
    'survey-missing-mosquito 2025-05-10',
  ])
  county.today = '2025-03-10'
  await act('vector-point.close', {}, point, local)
  await assert.rejects(survey('fly', { rooms: 10, positiveRooms: 0 }), refusal('invalid', 'point'))
})

test('toilets and water: parts within the whole, one report a year, the last one counts', async () => {
  const homes = { households: 400, sanitaryToilets: 300, harmlessToilets: 260, pipedWater: 390 }
  const report = (year: number, more: object = {}) =>
    act('sanitation.report', { division: VILLAGE, year, ...homes, ...more }, undefined, local)
  await assert.rejects(report(2024, { harmlessToilets: 301 }), refusal('invalid', 'harmlessToilets'))
  await assert.rejects(report(2024, { pipedWater: 401 }), refusal('invalid', 'pipedWater'))
  await assert.rejects(report(2026), refusal('invalid', 'year'))
  await report(2023)
  assert.ok((await dues()).includes('sanitation-due 2025-01-31'))
  const { id } = await report(2024, { sanitaryToilets: 340 })
  await assert.rejects(report(2024), refusal('invalid', 'year'))
  await assert.rejects(report(2022), refusal('invalid', 'year'))
  await act('sanitation.correct', { ...homes, sanitaryToilets: 320, reason: '重复计算20户' }, id!, local)
})

test('patrols: a problem is put right by its day, looked at again, or sent back', async () => {
  const place = (
    await act(
      'grid-place.list',
      {
        division: VILLAGE,
        name: '石鼓农贸市场',
        kind: 'market',
        grid: 'G01',
        warden: '和网格',
        everyDays: 10,
        happenedOn: '2025-02-01',
      },
      undefined,
      actors.township(TOWNSHIP),
    )
  ).id!
  assert.ok((await dues()).includes('patrol-due 2025-02-11'))
  const problems = [
    { kind: 'refuse', what: '摊位后有垃圾' },
    { kind: 'breeding', what: '积水未清', mendBy: '2025-03-09' },
  ]
  const patrol = (more: object, actor = local) =>
    act('patrol.record', { place, happenedOn: '2025-03-05', ...more }, undefined, actor)
  await assert.rejects(
    patrol({ problems: [{ kind: 'refuse', what: '摊位后有垃圾', mendBy: '2025-03-04' }] }),
    refusal('invalid', 'problems.0.mendBy'),
  )
  await assert.rejects(patrol({}, elsewhere), refusal('invalid', 'place'))
  await patrol({ problems })
  const found = await county.database.query<{ id: string; mend_by: string }>(
    'select id, mend_by from healthy_places_problem order by kind',
  )
  const due = await dues()
  for (const day of ['patrol-due 2025-03-15', 'problem-due 2025-03-09', 'problem-due 2025-03-12'])
    assert.ok(due.includes(day), day)
  const [breeding, refuse] = found
  await act('problem.correct', { measures: '已清扫' }, refuse!.id, local)
  await act('problem.close', { opinion: '复查属实' }, refuse!.id, local)
  await act('problem.correct', { measures: '已填平' }, breeding!.id, local)
  await act('problem.reopen', { opinion: '仍有积水' }, breeding!.id, local)
  const again = await one<{ state: string; corrected_on: string | null; returned: number }>('problem', breeding!.id)
  assert.deepEqual([again.state, again.corrected_on, again.returned], ['found', null, 1])
})

test('figures: names held, density, toilets of the last report, problems in time, key projects', async () => {
  await act(
    'drive.record',
    { division: VILLAGE, kind: 'monthly', participants: 45, refuse: 2.35, happenedOn: '2025-03-01' },
    undefined,
    local,
  )
  await assert.rejects(
    act('drive.record', { division: VILLAGE, kind: 'weekly', participants: 0 }, undefined, local),
    refusal('invalid', 'participants'),
  )
  await county.act(officer, 'section-work.matter.set', {
    ...{ programme: 'patriotic-health', setBy: '爱国卫生运动委员会办公室', title: '集镇公厕新建改造' },
    ...{ place: TOWNSHIP, responsible: '镇长', dueOn: '2025-10-31' },
  })
  county.today = '2025-04-20'
  await buildFigures(county.database, {
    county: county.county,
    indicators: healthyPlaces.indicators,
    horizon: horizonOf('2024-01', county.today),
  })
  const parts = async (id: string, period: string, place = TOWNSHIP) => {
    const { value, numerator, denominator } = await county.figure(`healthy-places.${id}`, place, period)
    return denominator === null ? value : `${Number(numerator)}/${Number(denominator)}`
  }
  const wanted: [string, string, string][] = [
    ['provincial-villages', '2025-02', '0'],
    ['provincial-villages', '2025-03', '1'],
    ['national-townships', '2025-03', '0'],
    ['density-rate', '2025-03', '1/1'],
    ['rodent-rate', '2025-03', '1/50'],
    ['toilet-coverage', '2024-11', '300/400'],
    ['toilet-coverage', '2025-03', '320/400'],
    ['harmless-coverage', '2025-03', '260/400'],
    ['drives', '2025-03', '1'],
    ['refuse', '2025-03', '2.35'],
    ['patrols', '2025-03', '1'],
    ['in-time-rate', '2025-03', '1/2'],
    ['overdue', '2025-03', '1'],
    ['projects', '2025-03', '1'],
    ['project-rate', '2025-03', '0/1'],
  ]
  for (const [id, period, value] of wanted) assert.deepEqual([id, period, await parts(id, period)], [id, period, value])
})
