import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getTableColumns } from 'drizzle-orm'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { resident } from '../../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../../testing/county.ts'
import { communicableDisease } from '../index.ts'
import { cdc, hospital } from '../testing.ts'
import { sexualHealth } from './index.ts'
import { counsellingVisits } from './tables.ts'

const TODAY = '2025-11-20'
let county: TestCounty
const visit = (input: object = {}, as = hospital) =>
  county.act(as, 'sexual-health.counselling.record', {
    ...{ happenedOn: TODAY, clientGroup: 'general', sex: 'male', ageBand: '25-49' },
    ...{ result: 'negative', resultTold: true, referred: false },
    ...input,
  })
const reach = (input: object = {}, as = cdc) =>
  county.act(as, 'sexual-health.intervention.record', {
    ...{ happenedOn: TODAY, division: '530721102201', clientGroup: 'young-student', venue: 'school' },
    ...{ reached: 120, leaflets: 150, toTesting: 6 },
    ...input,
  })

before(async () => {
  county = await openTestCounty([resident, communicableDisease, sexualHealth], TODAY)
})
after(() => county.close())

test('a visit has no name; a reactive result is referred first', async () => {
  await visit()
  await visit({ result: 'not-tested', resultTold: false })
  await assert.rejects(visit({ result: 'not-tested' }), refusal('invalid', 'resultTold'))
  await assert.rejects(visit({ result: 'reactive' }), refusal('invalid', 'referred'))
  await visit({ result: 'reactive', referred: true, resultTold: false })
  await assert.rejects(visit({ happenedOn: '2025-11-21' }), refusal('invalid', 'happenedOn'))
  const rows = await county.database.query<{ person: string | null }>('select person from sexual_health_counselling')
  assert.ok(rows.length === 3 && rows.every(({ person }) => person === null))
  assert.ok(!Object.keys(getTableColumns(counsellingVisits)).some((name) => /name|phone|document|note/i.test(name)))
  const wrong = (await visit()).id!
  await county.act(hospital, 'sexual-health.counselling.void', { reason: '重复' }, { id: wrong })
})

test('outreach counts, and not more than it reached', async () => {
  await reach()
  await assert.rejects(reach({ toTesting: 121 }), refusal('invalid', 'toTesting'))
  await reach({ reached: 30, toTesting: 2 }, actors.township('530721102'))
  await assert.rejects(reach({}, actors.bureau), refusal('forbidden'))
})

test('the bureau and townships see no visit; figures count them', async () => {
  const seen = (actor: Parameters<typeof asActor>[2], table: string) =>
    asActor(county.database, county.house, actor, (connection) => connection.query(`select id from ${table}`))
  for (const actor of [actors.bureau, actors.leader, actors.township('530721102')])
    assert.equal((await seen(actor, 'sexual_health_counselling')).length, 0)
  assert.equal((await seen(cdc, 'sexual_health_counselling')).length, 4)
  assert.equal((await seen(actors.bureau, 'sexual_health_intervention')).length, 2)
  await buildFigures(county.database, {
    county: county.county,
    indicators: [...county.house.indicators.values()].filter(({ id }) => id.startsWith('sexual-health.')),
    horizon: horizonOf('2025-11', county.today),
  })
  const value = async (id: string) => (await county.figure(`sexual-health.${id}`, '530721', '2025-11')).value
  assert.deepEqual(
    [await value('counselled'), await value('testing-rate'), await value('reactive-rate'), await value('reached')],
    ['3', '66.67', '50.00', '150'],
  )
})
