import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { domains } from '@kangheng/domains/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '@kangheng/domains/testing/county.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { figureCheck, figureCheckPolicies } from './index.ts'

const about = { document: 'digest', documentTitle: '总结', finding: 'key', claim: '98%', sentence: '办结率98%。' }
const inTownship = (division: string) => testActor('bureau-section', division)
let county: TestCounty

before(async () => {
  county = await openTestCounty([...domains, figureCheck], '2025-06-15', [figureCheckPolicies])
  await county.act(actors.bureau, 'figure-check.mapping.map', { subject: '签下居民', unit: '人' })
  await county.act(inTownship('530721102'), 'figure-check.decision.accept', about)
})
after(() => county.close())

const seen = (actor: ReturnType<typeof testActor>, table: string) =>
  asActor(county.database, county.house, actor, async (connection) => {
    return (await connection.query(`select 1 from ${table}`)).length
  })

describe('scopes', () => {
  test('words hold for the county: decided there, read in every township', async () => {
    await assert.rejects(
      county.act(inTownship('530721102'), 'figure-check.mapping.map', { subject: '签下居民', unit: '人' }),
      refusal('invalid', 'subject'),
    )
    assert.equal(await seen(inTownship('530721102'), 'figure_mapping'), 1)
    const [row] = await county.database.query<{ id: string }>('select id from figure_mapping')
    await assert.rejects(
      county.act(inTownship('530721102'), 'figure-check.mapping.withdraw', {}, { id: row!.id }),
      refusal('not-found'),
    )
  })

  test('a township’s decisions are seen there and in the county, not next door', async () => {
    assert.equal(await seen(inTownship('530721102'), 'figure_decision'), 1)
    assert.equal(await seen(actors.bureau, 'figure_decision'), 1)
    assert.equal(await seen(inTownship('530721103'), 'figure_decision'), 0)
  })

  test('who writes no documents decides nothing and sees nothing', async () => {
    for (const actor of [actors.township(), actors.village(), actors.administrator]) {
      await assert.rejects(county.act(actor, 'figure-check.decision.accept', about), refusal('forbidden'))
      await assert.rejects(
        county.act(actor, 'figure-check.mapping.map', { subject: '签下居民', unit: '人' }),
        refusal('forbidden'),
      )
      assert.equal(await seen(actor, 'figure_decision'), 0)
      assert.equal(await seen(actor, 'figure_mapping'), 0)
    }
  })
})
