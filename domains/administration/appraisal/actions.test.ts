import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { healthRecords } from '../../public-health/health-record/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { appraisal, appraisalPolicies } from './index.ts'
import { storeFigures } from '@kangheng/kernel/testing/store-figures.ts'

const ACCOUNTS = { other: '01900000-0000-7000-8000-0000000000bb' }
const bureau = actors.bureau
const leader = testActor('bureau-leader', '530721', { account: ACCOUNTS.other })
const township = actors.township()

const item = (code: string, full: string, clauses: unknown[], more: object = {}) => ({
  code,
  groupZh: '项目',
  groupEn: 'Items',
  titleZh: code,
  titleEn: code,
  full,
  clauses,
  source: '测试细则',
  ...more,
})

describe('an appraisal from the rules to the publication', () => {
  let county: TestCounty
  let rules = ''
  let appraised = ''
  const sheets = async () =>
    county.database.query<{
      id: string
      unit: string
      total: string | null
      rank: number | null
      grade: string | null
      state: string
      awaiting: string[]
      lines: { item: string; score: string | null }[]
    }>('select id, unit, total, rank, grade, state, awaiting, lines from appraisal_sheet order by unit')
  const sheetOf = async (unit: string) => (await sheets()).find((each) => each.unit === unit)!
  const act = (action: string, input: unknown, id?: string, actor = bureau) =>
    county.act(actor, `appraisal.${action}`, input, id ? { id } : undefined)

  before(async () => {
    county = await openTestCounty([resident, healthRecords, familyDoctor, appraisal], '2025-01-10', [appraisalPolicies])
    await storeFigures(county.database, '530721', [
      { indicator: 'family-doctor.services', place: '530721102', period: '2024', value: '480' },
      { indicator: 'family-doctor.services', place: '530721103', period: '2024', value: '600' },
      { indicator: 'family-doctor.fulfilment-rate', place: '530721102', period: '2024', value: '76.4' },
      { indicator: 'family-doctor.fulfilment-rate', place: '530721103', period: '2024', value: '88.0' },
    ])
  })
  after(() => county.close())

  test('rules are drafted item by item, and not issued before they are whole', async () => {
    rules = (await act('rule-set.draft', { name: '卫生院考核', unitKind: 'township-centre', year: 2024 })).id!
    await act(
      'rule-set.set-item',
      item('services', '40', [{ kind: 'ratio', value: '[family-doctor.services]', baseline: '600', points: '40' }]),
      rules,
    )
    await assert.rejects(act('rule-set.issue', {}, rules, leader), refusal('invalid', 'ruleSet'))
    await assert.rejects(
      act(
        'rule-set.set-item',
        item('fulfilment', '40', [{ kind: 'deduct-steps', value: '[family-doctor.fulfilment-rate', points: '1' }]),
        rules,
      ),
      refusal('invalid', 'clauses.0.value'),
    )
    await act(
      'rule-set.set-item',
      item('fulfilment', '40', [
        {
          kind: 'deduct-steps',
          value: '[family-doctor.fulfilment-rate]',
          baseline: '80',
          step: '1',
          points: '1',
          most: '20',
        },
      ]),
      rules,
    )
    await act(
      'rule-set.set-item',
      item('complaints', '20', [{ kind: 'deduct-each', count: '{complaints}', points: '2' }], {
        facts: [{ name: 'complaints', title: '投诉' }],
      }),
      rules,
    )
    await act('rule-set.set-veto', { code: 'concealed', title: '瞒报', fact: 'concealed', most: '59' }, rules)
    await assert.rejects(act('rule-set.issue', {}, rules), refusal('forbidden'))
    await act('rule-set.issue', {}, rules, leader)
    await assert.rejects(act('rule-set.remove-item', { code: 'services' }, rules), refusal('conflict'))
  })

  test('opening makes a sheet for every centre; a period that is not over cannot be appraised', async () => {
    await assert.rejects(
      act('round.open', { name: '2025年考核', ruleSet: rules, period: '2025' }),
      refusal('invalid', 'period'),
    )
    appraised = (await act('round.open', { name: '2024年考核', ruleSet: rules, period: '2024' })).id!
    assert.deepEqual(
      (await sheets()).map((sheet) => sheet.unit),
      ['C530721102', 'C530721103'],
    )
  })

  test('figures that are not closed are refused', async () => {
    await county.database.query(
      `update figure set status = 'provisional' where place = '530721103' and indicator = 'family-doctor.services'`,
    )
    await assert.rejects(act('round.compute', {}, appraised), refusal('invalid', 'period'))
    await county.database.query(`update figure set status = 'closed'`)
  })

  test('what is found by hand counts once somebody else has signed it', async () => {
    await act('round.compute', {}, appraised)
    assert.deepEqual((await sheetOf('C530721102')).awaiting, ['complaints', 'concealed'])
    for (const [unit, complaints] of [
      ['C530721102', '3'],
      ['C530721103', '0'],
    ] as const)
      for (const [fact, value] of [
        ['complaints', complaints],
        ['concealed', '0'],
      ] as const)
        await act('sheet.enter', { fact, value, evidence: '投诉登记簿' }, (await sheetOf(unit)).id)
    await assert.rejects(
      act('sheet.enter', { fact: 'nothing', value: '1', evidence: '没有' }, (await sheetOf('C530721102')).id),
      refusal('invalid', 'fact'),
    )
    const entered = await county.database.query<{ id: string }>(
      `select id from appraisal_entry where state = 'entered'`,
    )
    assert.equal(entered.length, 4)
    await assert.rejects(act('entry.sign', {}, entered[0]!.id), refusal('invalid', 'signedBy'))
    for (const { id } of entered) await act('entry.sign', {}, id, leader)
    await act('round.compute', {}, appraised)
    const [first, second] = await sheets()
    // 40 × 480 ÷ 600 = 32; 40 − 3 (short by 3.6: three complete steps) = 37; 20 − 3 × 2 = 14
    assert.deepEqual([first!.total, first!.rank, first!.state], ['83.00', 2, 'scored'])
    assert.deepEqual([second!.total, second!.rank], ['100.00', 1])
  })

  test('a township sees its own sheet only, and objects while scores are announced', async () => {
    const own = await sheetOf('C530721102')
    const other = await sheetOf('C530721103')
    await assert.rejects(
      act(
        'objection.raise',
        { sheet: own.id, item: 'fulfilment', reason: '有12份履约记录未计入' },
        undefined,
        township,
      ),
      refusal('invalid', 'sheet'),
    )
    await act('round.announce', {}, appraised)
    await assert.rejects(
      act('objection.raise', { sheet: other.id, item: 'fulfilment', reason: '与本单位无关' }, undefined, township),
      refusal('invalid', 'sheet'),
    )
    const raised = await act(
      'objection.raise',
      { sheet: own.id, item: 'fulfilment', reason: '有12份履约记录未计入', evidence: '履约记录' },
      undefined,
      township,
    )
    county.today = '2025-01-18'
    await assert.rejects(act('round.publish', {}, appraised, leader), refusal('invalid', 'round'))
    await assert.rejects(
      act('objection.uphold', { points: '41', decision: '予以采纳' }, raised.id!),
      refusal('invalid', 'points'),
    )
    await act('objection.uphold', { points: '39.5', decision: '核实属实，予以采纳' }, raised.id!)
    assert.equal((await sheetOf('C530721102')).total, '85.50')
  })

  test('after the time for objections the result is published and can be read by everybody who was appraised', async () => {
    await assert.rejects(
      act(
        'objection.raise',
        { sheet: (await sheetOf('C530721102')).id, item: 'services', reason: '期满后提出的异议' },
        undefined,
        township,
      ),
      refusal('invalid', 'sheet'),
    )
    await act('round.publish', {}, appraised, leader)
    const [row] = await county.database.query<{ results: unknown[] }>('select results from appraisal_round')
    assert.deepEqual(row!.results, [
      {
        rank: 1,
        unit: 'C530721103',
        grade: null,
        total: '100.00',
        unitName: (row!.results[0] as { unitName: string }).unitName,
      },
      {
        rank: 2,
        unit: 'C530721102',
        grade: null,
        total: '85.50',
        unitName: (row!.results[1] as { unitName: string }).unitName,
      },
    ])
    await assert.rejects(act('round.compute', {}, appraised), refusal('conflict'))
  })

  test('an issued rule set changes by a new edition only', async () => {
    const next = await act('rule-set.new-edition', { ruleSet: rules, year: 2025 })
    const [row] = await county.database.query<{ edition: number; state: string; name: string }>(
      'select edition, state, name from appraisal_rule_set where id = $1',
      [next.id],
    )
    assert.deepEqual(row, { edition: 2, state: 'draft', name: '卫生院考核' })
  })
})
