import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { communicableDisease, communicableDiseasePolicies } from '../../public-health/communicable-disease/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { emergencyCommand } from './index.ts'

const TODAY = '2025-12-20'
const VILLAGE = '530721102201'
const office = testActor('bureau-section', '530721', { institution: 'B530721' })
const township = actors.township()
const neighbour = actors.township('530721103')
let county: TestCounty

before(async () => {
  county = await openTestCounty([resident, communicableDisease, emergencyCommand], TODAY, [communicableDiseasePolicies])
})
after(() => county.close())

async function row(table: string, id: string): Promise<Record<string, unknown>> {
  const [found] = await county.database.query(`select * from ${table} where id = $1`, [id])
  return found!
}
const report = (more: Record<string, unknown> = {}) =>
  county.act(township, 'emergency.event.report', {
    title: '某校食物中毒',
    kind: 'food-poisoning',
    division: VILLAGE,
    discoveredOn: TODAY,
    discoveredTime: '00:00',
    cases: 45,
    critical: 2,
    deaths: 0,
    ...more,
  })
const act = (action: string, id: string, input: unknown, actor = office) =>
  county.act(actor, `emergency.${action}`, input, { id })

describe('an event from its report to its closing', () => {
  let event = ''
  let stock = ''
  let team = ''

  before(async () => {
    await county.act(office, 'emergency.plan.issue', {
      title: '食物中毒事件应急预案',
      kind: 'food-poisoning',
      edition: '2024年版',
      issuedOn: '2024-05-01',
      duties: [
        { level: 'IV', duty: '开展流行病学调查', team: '疾控中心', withinHours: 2 },
        { level: 'IV', duty: '采集可疑食物样品', team: '卫生监督所', withinHours: 4 },
        { level: 'II', duty: '请求省级专家支援', team: '应急办', withinHours: 6 },
      ],
    })
    stock = (
      await county.act(office, 'emergency.stock.receive', {
        name: '采样箱',
        kind: 'test',
        division: '530721',
        received: 10,
        unit: '个',
        least: 4,
        expiresOn: '2027-01-01',
      })
    ).id!
    team = (
      await county.act(office, 'emergency.team.form', {
        name: '县食物中毒处置队',
        kind: 'poisoning',
        division: '530721',
        leader: '木某',
        phone: '0888-5100000',
        members: 8,
        formedOn: '2024-01-10',
      })
    ).id!
  })

  test('is reported within the township, graded by its counts and answered with the duties of the plan', async () => {
    event = (await report()).id!
    await assert.rejects(
      act('event.start-response', event, { level: 'IV', decision: '启动' }),
      refusal('invalid', 'level'),
    )
    await act('event.grade', event, {})
    assert.equal((await row('emergency_event', event))['grade'], 'IV')
    await assert.rejects(act('event.grade', event, { grade: 'III' }), refusal('invalid', 'basis'))
    await act('event.start-response', event, { level: 'IV', decision: '各队按预案行动' })
    const tasks = await county.database.query(
      'select duty, state from emergency_task where emergency_event = $1 order by due_at',
      [event],
    )
    assert.deepEqual(
      tasks.map((task) => task['duty']),
      ['开展流行病学调查', '采集可疑食物样品'],
    )
    // A change of the level changes the level, and gives no task twice.
    await act('event.start-response', event, { level: 'III', decision: '病例增多' })
    const [{ count } = {}] = await county.database.query('select count(*)::int as count from emergency_task')
    assert.equal(count, 2)
  })

  test('what is sent leaves the stock, what comes back returns to it', async () => {
    const send = (quantity: number) => county.act(office, 'emergency.dispatch.send-stock', { event, stock, quantity })
    await assert.rejects(send(11), refusal('invalid', 'quantity'))
    const { id } = await send(6)
    assert.equal((await row('emergency_stock', stock))['quantity'], '4.0')
    await assert.rejects(act('dispatch.take-back', id!, { returned: 7 }), refusal('invalid', 'returned'))
    await act('dispatch.take-back', id!, { returned: 2.5 })
    assert.equal((await row('emergency_stock', stock))['quantity'], '6.5')
    await assert.rejects(
      county.act(office, 'emergency.dispatch.send-team', { event, team, people: 9 }),
      refusal('invalid', 'people'),
    )
    const sent = await county.act(office, 'emergency.dispatch.send-team', { event, team, people: 5 })
    await act('dispatch.take-back', sent.id!, { returned: 5 })
  })

  test('is closed when its tasks are done and its final report is sent, and not before', async () => {
    const send = (content: string, cases = 52) =>
      county.act(township, 'emergency.report.send', { event, content, cases, toldTo: ['government', 'control-above'] })
    await send('初次报告：午餐后陆续发病')
    await send('进程报告：新增7例')
    await county.act(township, 'emergency.entry.write', { event, kind: 'field', content: '封存留样', newCases: 7 })
    await act('event.end-response', event, { decision: '连续72小时无新发' })
    assert.equal((await row('emergency_event', event))['next_report'], 'final')
    const close = () => act('event.close', event, { causes: '副溶血性弧菌', lessons: '留样制度落实不到位' })
    await assert.rejects(close(), refusal('conflict'))
    for (const { id } of await county.database.query<{ id: string }>('select id from emergency_task'))
      await act('task.finish', id, { result: '已完成' }, testActor('bureau-section'))
    await assert.rejects(close(), refusal('conflict'))
    await send('结案报告')
    await close()
    const reports = await county.database.query('select kind, serial from emergency_report order by serial')
    assert.deepEqual(reports, [
      { kind: 'first', serial: 1 },
      { kind: 'progress', serial: 2 },
      { kind: 'final', serial: 3 },
    ])
    assert.equal((await row('emergency_event', event))['cases'], 52)
    // The log holds every decision in the words of those who made it.
    const log = await county.database.query(`select kind from emergency_entry where emergency_event = $1 order by id`, [
      event,
    ])
    assert.deepEqual(
      log.map((entry) => entry['kind']),
      ['decision', 'decision', 'decision', 'field', 'decision'],
    )
    await assert.rejects(send('再报一次'), refusal('invalid', 'event'))
  })

  test('what happened stands in the figures', async () => {
    await buildFigures(county.database, {
      county: county.county,
      indicators: emergencyCommand.indicators,
      horizon: horizonOf('2025-12', TODAY),
    })
    const value = async (indicator: string) =>
      Number((await county.figure(`emergency.${indicator}`, '530721', '2025-12')).value)
    assert.equal(await value('event-count'), 1)
    assert.equal(await value('graded-count'), 1)
    assert.equal(await value('case-count'), 52)
    assert.equal(await value('task-timeliness'), 100)
    assert.equal(await value('team-count'), 1)
    assert.equal(await value('member-count'), 8)
    assert.equal(await value('plan-count'), 1)
  })
})

test('an outbreak is graded by judgement, with its basis', async () => {
  const { id } = await report({ title: '诺如病毒感染性腹泻聚集', kind: 'infectious' })
  await assert.rejects(act('event.grade', id!, {}), refusal('invalid', 'grade'))
  await act('event.grade', id!, { grade: 'IV', basis: '县预案：一周内同一学校20例以上' })
  assert.equal((await row('emergency_event', id!))['grade_source'], '县预案：一周内同一学校20例以上')
})

test('counts that cannot be are refused by the field', async () => {
  await assert.rejects(report({ cases: 3, critical: 2, deaths: 2 }), refusal('invalid', 'cases'))
  await assert.rejects(report({ discoveredOn: '2026-01-05' }), refusal('invalid', 'discoveredOn'))
})

test('a village doctor writes from the field of the own village, also afterwards, and decides nothing', async () => {
  const { id } = await report({ title: '村内腹泻聚集' })
  const field = { event: id, kind: 'field', content: '新增腹泻2例，已采样' }
  const write = (more: object, as = actors.village(VILLAGE)) =>
    county.act(as, 'emergency.entry.write', { ...field, ...more })
  const moment = async (more: object) => (await row('emergency_entry', (await write(more)).id!))['at']
  assert.equal(await moment({ happenedOn: '2025-12-19', seenTime: '17:40' }), '2025-12-19 17:40')
  assert.equal(await moment({ happenedOn: '2025-12-19' }), '2025-12-19 23:59')
  assert.match(String(await moment({})), /^2025-12-20 /)
  await assert.rejects(write({ kind: 'decision' }), refusal('invalid', 'kind'))
  await assert.rejects(write({ happenedOn: '2025-12-21', seenTime: '08:00' }), refusal('invalid', 'seenTime'))
  await assert.rejects(write({}, actors.village('530721102202')), refusal('invalid', 'event'))
  const task = await county.act(office, 'emergency.task.give', {
    ...{ event: id, duty: '入户排查', division: VILLAGE, assignee: '村卫生室', withinHours: 4 },
  })
  await act('task.accept', task.id!, {}, actors.village(VILLAGE))
  await act('task.finish', task.id!, { result: '排查32户，无新增' }, actors.village(VILLAGE))
  assert.equal((await row('emergency_task', task.id!))['state'], 'done')
})

test('a neighbouring township sees no event and writes about none', async () => {
  const { id } = await report({ title: '另一起事件' })
  const seen = (actor: typeof office, table: string) =>
    asActor(county.database, county.house, actor, (connection) => connection.query(`select 1 from ${table}`))
  for (const table of [
    'emergency_event',
    'emergency_entry',
    'emergency_report',
    'emergency_task',
    'emergency_dispatch',
  ]) {
    assert.equal((await seen(neighbour, table)).length, 0, table)
    assert.ok((await seen(office, table)).length > 0, table)
  }
  await assert.rejects(
    county.act(neighbour, 'emergency.entry.write', { event: id, kind: 'field', content: '越界记录' }),
    refusal('invalid', 'event'),
  )
  await assert.rejects(act('event.dismiss', id!, { reason: 'duplicate' }, township), refusal('forbidden'))
})

test('a drill goes from plan over evaluation to improvement', async () => {
  const { id } = await county.act(office, 'emergency.drill.plan', {
    title: '地震医学救援演练',
    kind: 'disaster',
    division: '530721',
    plannedFor: '2025-12-18',
  })
  await act('drill.hold', id!, { heldOn: '2025-12-18', participants: 60 })
  await act('drill.evaluate', id!, { score: 88, findings: '通信保障不足', improveDueOn: '2026-01-31' })
  await assert.rejects(act('drill.hold', id!, { heldOn: '2025-12-18', participants: 60 }), refusal('conflict'))
  await act('drill.improve', id!, { improved: '配备卫星电话2部' })
  assert.equal((await row('emergency_drill', id!))['state'], 'improved')
})
