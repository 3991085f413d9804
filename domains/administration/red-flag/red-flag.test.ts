import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import type { Indicator } from '@kangheng/kernel/indicator/indicator.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { healthRecords } from '../../public-health/health-record/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { appraisal, appraisalPolicies, ruleSetSchema } from '../appraisal/index.ts'
import { storeFigures } from '@kangheng/kernel/testing/store-figures.ts'
import { concernsFamilyPlanning, refuseFamilyPlanning } from './family-planning.ts'
import { redFlag, redFlagPolicies } from './index.ts'
import { consecutiveOf, rankTownships, reasonsOf, type ScoredUnit } from './ranking.ts'
import { lastQuarter } from './tasks.ts'

const [FIRST, SECOND] = ['530721102', '530721103']
const leader = actors.leader
const township = actors.township(FIRST)
const other = actors.township(SECOND)
let county: TestCounty
let rules = ''
let flag = ''
const act = (action: string, input: object, on?: string, actor = actors.bureau) =>
  county.act(actor, action, input, on ? { id: on } : undefined)

const unit = (name: string, score: string, items: ScoredUnit['items'] = []): ScoredUnit => ({
  unit: name,
  score,
  items,
})
const line = (title: string, score: string | null) => ({ title, full: '10', score })
const RULES = { flags: 1, flagFrom: '80', laggingBelow: '60' }

test('the best from a score on hold the flag, equal ones share it, and nobody lags without a reason', () => {
  const marks = (...units: ScoredUnit[]) =>
    rankTownships(units, RULES).map(({ unit: name, rank, mark }) => `${name}${rank}${mark}`)
  assert.deepEqual(marks(unit('a', '90'), unit('b', '95')), ['b1flag', 'a2none'])
  assert.deepEqual(marks(unit('a', '95.0'), unit('b', '95'), unit('c', '70')), ['a1flag', 'b1flag', 'c3none'])
  assert.deepEqual(marks(unit('a', '79.99'), unit('b', '50')), ['a1none', 'b2none'])
  assert.deepEqual(marks(unit('a', '80'), unit('b', '50', [line('签约', '3')])), ['a1flag', 'b2lagging'])
  assert.equal(
    reasonsOf({
      items: [line('甲', '9.5'), line('乙', '2'), line('丙', '10'), line('丁', null), line('戊', '4'), line('己', '5')],
    }),
    '乙（得2分，满分10分）；戊（得4分，满分10分）；己（得5分，满分10分）',
  )
  assert.deepEqual([consecutiveOf('flag', 0), consecutiveOf('flag', 2), consecutiveOf('none', 2)], [1, 3, 0])
})

test('ranks follow scores, whoever has the flag is ahead of whoever has not', () => {
  const units = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(units, (scores) => {
      const ranked = rankTownships(
        scores.map((score, index) => unit(`t${index}`, String(score), [line('项目', String(score / 10))])),
        { ...RULES, flags: 2 },
      )
      const flagged = ranked.filter(({ mark }) => mark === 'flag').map(({ score }) => Number(score))
      const rest = ranked.filter(({ mark }) => mark !== 'flag').map(({ score }) => Number(score))
      assert.ok(flagged.every((score) => score >= 80 && rest.every((lower) => lower < score)))
      for (const { mark, reasons } of ranked) assert.equal(mark === 'lagging', reasons !== null)
    }),
  )
})

test('the quarter before', () => {
  assert.deepEqual(
    ['2025-01-01', '2025-03-31', '2025-12-31'].map((today) => lastQuarter(today)),
    [
      { quarter: '2024-Q4', ended: '2024-12-31' },
      { quarter: '2024-Q4', ended: '2024-12-31' },
      { quarter: '2025-Q3', ended: '2025-09-30' },
    ],
  )
})

test('nothing of births or family planning: by what it counts, or by its name', () => {
  const indicators = new Map(resident.indicators.map((each) => [each.id, each]))
  const renamed = (zh: string): Indicator => ({
    ...indicators.get('resident.usual-population')!,
    title: { zh, en: 'An own indicator' },
  })
  for (const zh of ['计划生育家庭奖扶率', '长效避孕措施落实率', '政策外多孩数', '孕情监测率'])
    assert.ok(concernsFamilyPlanning(renamed(zh)), zh)
  for (const zh of ['孕产妇系统管理率', '住院分娩率', '出生缺陷筛查率', '家庭医生签约率'])
    assert.ok(!concernsFamilyPlanning(renamed(zh)), zh)
  const ruleSet = (formula: string) =>
    ruleSetSchema.parse({
      items: [
        {
          ...{
            code: 'one',
            group: { zh: '组', en: 'Group' },
            title: { zh: '项', en: 'Item' },
            full: '100',
            source: '测试',
          },
          clauses: [{ kind: 'met', when: formula, points: '100' }],
        },
      ],
    })
  for (const id of [
    'resident.births',
    'resident.birth-rate',
    'resident.natural-growth',
    'resident.sex-ratio-at-birth',
  ]) {
    if (!indicators.has(id)) continue
    assert.throws(
      () => refuseFamilyPlanning(ruleSet(`1 + [${id}@last-year] > 3`), indicators),
      refusal('invalid', 'ruleSet'),
    )
  }
  refuseFamilyPlanning(ruleSet('[resident.usual-population] > 3'), indicators)
})

const clause = (indicator: string, baseline: string, points: string) => [
  { kind: 'ratio', value: `[${indicator}]`, baseline, points },
]

before(async () => {
  county = await openTestCounty([resident, healthRecords, familyDoctor, appraisal, redFlag], '2025-07-10', [
    appraisalPolicies,
    redFlagPolicies,
  ])
  const values: [string, string, string, string][] = [
    ['2025-Q1', FIRST, '600', '90'],
    ['2025-Q1', SECOND, '300', '45'],
    ['2025-Q2', FIRST, '600', '81'],
    ['2025-Q2', SECOND, '240', '90'],
  ]
  for (const [period, place, services, rate] of values)
    await storeFigures(county.database, county.county, [
      { indicator: 'family-doctor.services', place, period, value: services },
      { indicator: 'family-doctor.fulfilment-rate', place, period, value: rate },
    ])
  rules = (await act('appraisal.rule-set.draft', { name: '乡镇季度讲评', unitKind: 'township', year: 2025 })).id!
  const item = (code: string, zh: string, full: string, clauses: object[]) =>
    act(
      'appraisal.rule-set.set-item',
      { ...{ code, full, clauses, groupZh: '项目', groupEn: 'Items', titleZh: zh, titleEn: code }, source: '测试细则' },
      rules,
    )
  await item('services', '签约服务', '60', clause('family-doctor.services', '600', '60'))
  await item('fulfilment', '履约率', '40', clause('family-doctor.fulfilment-rate', '90', '40'))
  const draft = { name: '综合流动红旗', ruleSet: rules, flagFrom: '80', laggingBelow: '60' }
  await assert.rejects(act('red-flag.award.draft', draft), refusal('invalid', 'ruleSet'))
  await act('appraisal.rule-set.issue', {}, rules, leader)
  await assert.rejects(act('red-flag.award.draft', { ...draft, items: ['none'] }), refusal('invalid', 'items'))
  await assert.rejects(
    act('red-flag.award.draft', { ...draft, laggingBelow: '81' }),
    refusal('invalid', 'laggingBelow'),
  )
  flag = (await act('red-flag.award.draft', draft)).id!
  await act('red-flag.award.issue', {}, flag, leader)
})
after(() => county.close())

const compute = (quarter: string, award = flag) => act('red-flag.review.compute', { award, quarter })
async function publish(quarter: string): Promise<string> {
  const { id } = await compute(quarter)
  await assert.rejects(act('red-flag.review.publish', {}, id!, leader), refusal('invalid', 'comment'))
  await act('red-flag.review.comment', { comment: '上季度签约服务推进较快，履约质量仍需提高。' }, id!)
  await act('red-flag.review.publish', {}, id!, leader)
  return id!
}
const seen = (actor: typeof township) =>
  asActor(county.database, county.house, actor, (connection) =>
    connection.query<Record<string, unknown>>(
      'select unit_name, score, rank, mark, consecutive, previous_rank from red_flag_standing where voided_at is null order by quarter, rank',
    ),
  )

test('a quarter is ranked when it is over and closed, once, and seen below the county when it is published', async () => {
  await assert.rejects(compute('2025-Q3'), refusal('invalid', 'quarter'))
  await assert.rejects(compute('2024-Q4'), refusal('invalid', 'quarter'))
  await county.database.query(`update figure set status = 'provisional' where period = '2025-Q1' and place = $1`, [
    FIRST,
  ])
  await assert.rejects(compute('2025-Q1'), refusal('invalid', 'quarter'))
  await county.database.query(`update figure set status = 'closed'`)
  const { id } = await compute('2025-Q1')
  await assert.rejects(compute('2025-Q1'), refusal('invalid', 'quarter'))
  assert.deepEqual([(await seen(township)).length, (await seen(actors.bureau)).length], [0, 2])
  await assert.rejects(act('red-flag.review.publish', {}, id!), refusal('forbidden'))
  await act('red-flag.review.discard', { reason: '重新计算' }, id!)
  await publish('2025-Q1')
  const rows = await seen(actors.bureau)
  assert.deepEqual(
    rows.map((row) => [row['rank'], row['score'], row['mark'], row['consecutive']]),
    [
      [1, '100.00', 'flag', 1],
      [2, '50.00', 'lagging', 0],
    ],
  )
  const [lagging] = await county.database.query<{ id: string; reasons: string }>(
    `select id, reasons from red_flag_standing where mark = 'lagging' and voided_at is null`,
  )
  assert.equal(lagging!.reasons, '签约服务（得30.00分，满分60分）；履约率（得20.00分，满分40分）')
  const answer = { answer: '两名签约医生调离，已补充并每周调度。' }
  await assert.rejects(act('red-flag.standing.answer', answer, lagging!.id, township), refusal('not-found'))
  await act('red-flag.standing.answer', answer, lagging!.id, other)
})

test('the flag travels: held before, in a row, and by chosen items', async () => {
  const id = await publish('2025-Q2')
  const [held] = await asActor(county.database, county.house, other, (connection) =>
    connection.query('select holders, held_before, ranking, lagging from red_flag_review where id = $1', [id]),
  )
  assert.deepEqual(held, {
    ...{ holders: '石鼓镇', held_before: '石鼓镇', lagging: null },
    ranking: '1 石鼓镇 96.00分；2 巨甸镇 64.00分',
  })
  assert.deepEqual(
    (await seen(actors.bureau))
      .slice(2)
      .map((row) => [row['rank'], row['score'], row['consecutive'], row['previous_rank']]),
    [
      [1, '96.00', 2, 1],
      [2, '64.00', 0, 2],
    ],
  )
  await assert.rejects(compute('2024-Q4'), refusal('invalid', 'quarter'))
  const quality = {
    name: '履约质量流动红旗',
    ruleSet: rules,
    items: ['fulfilment'],
    flagFrom: '36',
    laggingBelow: '10',
  }
  const second = (await act('red-flag.award.draft', quality)).id!
  await assert.rejects(compute('2025-Q2', second), refusal('invalid', 'award'))
  await act('red-flag.award.issue', {}, second, leader)
  await compute('2025-Q2', second)
  const rows = await county.database.query(
    'select unit_name, score, mark from red_flag_standing where award = $1 order by rank',
    [second],
  )
  assert.deepEqual(
    rows.map((row) => [row['score'], row['mark']]),
    [
      ['40.00', 'flag'],
      ['36.00', 'none'],
    ],
  )
})

test('figures and work: flags by township, a quarter without its review, an answer that is missing', async () => {
  await buildFigures(county.database, {
    county: county.county,
    indicators: redFlag.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const value = async (id: string, place: string) => (await county.figure(`red-flag.${id}`, place, '2025-07')).value
  assert.deepEqual([await value('flags', FIRST), await value('flags', SECOND)], ['2', '0'])
  assert.deepEqual([await value('mean-score', FIRST), await value('mean-score', SECOND)], ['98.00', '57.00'])
  county.today = '2025-10-20'
  const { rows } = await asActor(county.database, county.house, leader, (connection) =>
    listTasks(connection, county, redFlag.tasks, { unmasked: true }),
  )
  assert.deepEqual(
    rows.map(({ task, dueOn }) => `${task} ${dueOn}`),
    ['red-flag.review-due 2025-11-14', 'red-flag.review-due 2025-11-14'],
  )
})

test('townships read what was published, other roles nothing', async () => {
  const count = (actor: typeof township) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const rows = async (table: string) => (await connection.query(`select 1 from red_flag_${table}`)).length
      return [await rows('award'), await rows('review'), await rows('standing')]
    })
  assert.deepEqual(await count(township), [2, 2, 2])
  for (const stranger of [actors.village(), testActor('patriotic-health-officer', '530721')])
    assert.deepEqual(await count(stranger), [0, 0, 0])
  await assert.rejects(
    act(
      'red-flag.award.draft',
      { name: '乡镇自评红旗', ruleSet: rules, flagFrom: '1', laggingBelow: '0' },
      undefined,
      township,
    ),
    refusal('forbidden'),
  )
})
