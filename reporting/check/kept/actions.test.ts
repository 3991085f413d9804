import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { domains } from '@kangheng/domains/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '@kangheng/domains/testing/county.ts'
import { checkText } from '../index.ts'
import { documentDigest, identifyFindings } from '../identity.ts'
import { figureCheck, figureCheckPolicies } from './index.ts'
import { readMappings, withDecisions } from './read.ts'

const INDICATOR = 'family-doctor.coverage'
const TEXT = '某区年终总结\n全年受理投诉21件，办结率98%，满意率95%。'
let county: TestCounty

before(async () => {
  county = await openTestCounty([...domains, figureCheck], '2025-06-15', [figureCheckPolicies])
})
after(() => county.close())

const map = (input: object, actor = actors.bureau) => county.act(actor, 'figure-check.mapping.map', input)
const mappings = () => readMappings(county.database, county.house, county.county)

describe('words', () => {
  test('are mapped once, without place and blanks; mapping again replaces; withdrawing ends it', async () => {
    await map({ subject: '全县 签下居民数', unit: '%', indicator: INDICATOR })
    const second = await map({ subject: '签下居民', unit: '%' })
    assert.deepEqual(await mappings(), [{ subject: '签下居民', unit: '%', indicator: null }])
    await county.act(actors.bureau, 'figure-check.mapping.withdraw', {}, { id: second.id! })
    assert.deepEqual(await mappings(), [])
    await assert.rejects(
      county.act(actors.bureau, 'figure-check.mapping.withdraw', {}, { id: second.id! }),
      refusal('conflict'),
    )
  })

  test('are not mapped to an indicator there is not, nor to one in another unit', async () => {
    await assert.rejects(
      map({ subject: '签约', unit: '%', indicator: 'nothing.here' }),
      refusal('invalid', 'indicator'),
    )
    await assert.rejects(map({ subject: '签约', unit: '户', indicator: INDICATOR }), refusal('invalid', 'indicator'))
    await assert.rejects(map({ subject: '全县', unit: '%', indicator: INDICATOR }), refusal('invalid', 'subject'))
  })
})

describe('findings', () => {
  const [finding] = identifyFindings(TEXT, checkText(TEXT))
  const about = {
    document: documentDigest(TEXT),
    documentTitle: '某区年终总结',
    finding: finding!.key,
    claim: '98%',
    sentence: finding!.sentence,
  }
  const decided = async (division = county.county) =>
    (await withDecisions(county.database, county.house, { ...about, county: county.county, division }, [finding!]))[0]!
      .decision

  test('a decision is found again with the same document; the later one holds; it can be taken back', async () => {
    assert.equal(finding!.sentence, '全年受理投诉21件，办结率98%，满意率95%。')
    await assert.rejects(
      county.act(actors.bureau, 'figure-check.decision.dismiss', { ...about, reason: ' ' }),
      refusal('invalid', 'reason'),
    )
    await county.act(actors.bureau, 'figure-check.decision.accept', about)
    assert.equal((await decided())?.verdict, 'accepted')
    await county.act(actors.leader, 'figure-check.decision.dismiss', { ...about, reason: '含上年结转' })
    const kept = (await decided())!
    assert.deepEqual([kept.verdict, kept.reason, kept.account], ['dismissed', '含上年结转', actors.leader.account])
    assert.equal(await decided('530721102'), undefined)
    await county.act(actors.bureau, 'figure-check.decision.reopen', {}, { id: kept.id })
    assert.equal(await decided(), undefined)
  })

  test('a finding keeps its name when something else changes, and loses it when its numbers do', () => {
    const key = (text: string) => identifyFindings(text, checkText(text))[0]?.key
    assert.equal(key(`${TEXT}\n另有一句。`), finding!.key)
    assert.notEqual(key(TEXT.replace('98%', '99%')), finding!.key)
  })

  test('two findings with the same words have two names', () => {
    const twice = `${TEXT}\n全年受理投诉21件，办结率98%，满意率95%。`
    const keys = identifyFindings(twice, checkText(twice)).map((each) => each.key)
    assert.ok(keys.length >= 2)
    assert.equal(new Set(keys).size, keys.length)
  })
})
