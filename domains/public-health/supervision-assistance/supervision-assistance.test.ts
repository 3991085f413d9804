import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from '../health-record/index.ts'
import { supervisionAssistance } from './index.ts'
import { halfYearOf } from './rules.ts'

const VILLAGE = '530721102201'
const township = actors.township()
const village = actors.village(VILLAGE)
let county: TestCounty
const act = (action: string, input: object, actor = village, id?: string) =>
  county.act(actor, `supervision-assistance.${action}`, input, id ? { id } : undefined)
let school = ''
let water = ''

before(async () => {
  county = await openTestCounty([resident, healthRecords, supervisionAssistance], '2025-09-20')
  const list = async (field: string, name: string) =>
    (await act('site.list', { field, name, division: VILLAGE, happenedOn: '2024-12-01' }, township)).id!
  school = await list('school', '石鼓完小')
  water = await list('drinking-water', '石鼓水厂')
})
after(() => county.close())

test('half-years', () => {
  const examples: [string, string, string][] = [
    ['2025-06-30', '2025-01-01', '2025-06-30'],
    ['2025-07-01', '2025-07-01', '2025-12-31'],
  ]
  for (const [day, from, to] of examples) assert.deepEqual(halfYearOf(day), { from, to })
})

test('patrols, findings, report and answer', async () => {
  const patrol = (site: string, happenedOn: string, more: object = {}) =>
    act('patrol.record', { site, happenedOn, content: '查看现场', assistant: '和协管', ...more })
  await patrol(school, '2025-03-10')
  await patrol(school, '2025-05-10')
  await patrol(water, '2025-04-10')
  await patrol(school, '2025-09-20', { found: '直饮水无检测报告' })
  await assert.rejects(patrol(school, '2024-11-01'), refusal('invalid', 'happenedOn'))
  await assert.rejects(
    act('site.list', { field: 'school', name: '石鼓完小', division: VILLAGE }, township),
    refusal('invalid', 'name'),
  )
  await act('finding.note', { field: 'practice', division: VILLAGE, happenedOn: '2025-09-18', description: '疑似游医' })
  const tasks = async () => {
    const { rows } = await asActor(county.database, county.house, village, (connection) =>
      listTasks(connection, { county: county.county, today: county.today }, supervisionAssistance.tasks, {
        unmasked: true,
        within: 200,
      }),
    )
    return rows.map(({ task, dueOn }) => `${task.split('.')[1]} ${dueOn}`)
  }
  assert.deepEqual(await tasks(), ['report-due 2025-09-19', 'report-due 2025-09-21', 'patrol-due 2025-12-31'])
  const [found] = await county.database.query<{ id: string }>(
    `select id from supervision_finding where field = 'school'`,
  )
  await assert.rejects(act('finding.answer', { answer: '已处理' }, actors.bureau, found!.id), refusal('conflict'))
  await act('finding.report', { to: '县卫生监督所' }, village, found!.id)
  await assert.rejects(act('finding.answer', { answer: '已处理' }, village, found!.id), refusal('forbidden'))
  assert.deepEqual(await tasks(), ['report-due 2025-09-19', 'answer-due 2025-10-20', 'patrol-due 2025-12-31'])
  await act('finding.answer', { answer: '责令整改' }, actors.bureau, found!.id)
})

test('indicators: reported of found, patrols, sites of the half-year', async () => {
  await buildFigures(county.database, {
    county: county.county,
    indicators: supervisionAssistance.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const parts = async (id: string, period: string) => {
    const { numerator, denominator } = await county.figure(`supervision-assistance.${id}`, '530721102', period)
    return `${numerator}/${denominator}`
  }
  assert.deepEqual(
    [
      await parts('report-rate', '2025'),
      await parts('patrol-coverage', '2025-05'),
      await parts('patrol-coverage', '2025-07'),
      await parts('patrol-coverage', '2025-09'),
    ],
    ['1/2', '2/2', '0/2', '1/2'],
  )
  assert.equal((await county.figure('supervision-assistance.patrols', '530721102', '2025')).value, '4')
})

test('seen and done within the scope', async () => {
  const seen = (actor: typeof village) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query('select 1 from supervision_finding')).length,
    )
  assert.deepEqual(
    await Promise.all([village, actors.bureau, actors.village('530721102202'), actors.leader].map(seen)),
    [2, 2, 0, 0],
  )
  const input = { site: school, content: '查看', assistant: '和协管' }
  await assert.rejects(act('patrol.record', input, actors.village('530721102202')), refusal('invalid', 'site'))
  await assert.rejects(act('site.close', {}, village, school), refusal('forbidden'))
})
