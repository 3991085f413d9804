import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readEventMap, emergencyCommand } from '@kangheng/domains/emergency/command/index.ts'
import { resident } from '@kangheng/domains/population/resident/index.ts'
import {
  communicableDisease,
  communicableDiseasePolicies,
} from '@kangheng/domains/public-health/communicable-disease/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '@kangheng/domains/testing/county.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { renderText } from '../document/text.ts'
import { verifyWord } from '../document/verify.ts'
import { toWord } from '../document/word.ts'
import { afterActionReport } from './after-action.ts'

const TODAY = '2025-12-20'
const office = testActor('bureau-section', '530721', { institution: 'B530721' })
let county: TestCounty
let event = ''

before(async () => {
  county = await openTestCounty([resident, communicableDisease, emergencyCommand], TODAY, [communicableDiseasePolicies])
  const reported = await county.act(actors.township(), 'emergency.event.report', {
    title: '某校食物中毒',
    kind: 'food-poisoning',
    division: '530721102201',
    discoveredOn: TODAY,
    discoveredTime: '00:00',
    cases: 45,
    critical: 2,
    deaths: 0,
  })
  event = reported.id!
  await county.act(office, 'emergency.entry.write', { event, kind: 'field', content: '留样食品已送检' })
})
after(() => county.close())

const make = (actor = office, id = event) =>
  asActor(county.database, county.house, actor, (connection) =>
    afterActionReport(connection, { county: county.county, id, today: TODAY, synthetic: true }),
  )

test('the report tells the event from its records, and says that it is a draft while the event is open', async () => {
  const document = await make()
  const words = renderText(document)
  assert.match(words, /某校食物中毒/)
  assert.match(words, /发病（伤）45人，其中危重2人、死亡0人/)
  assert.match(words, /未启动应急响应/)
  assert.match(words, /留样食品已送检/)
  assert.match(words, /结论待补充/)
  assert.equal(document.status, 'draft')
  const verdict = await verifyWord(await toWord(document))
  assert.ok(verdict.kind === 'checked' && verdict.intact)
})

test('another township finds no such event; the map has its cases where it happened', async () => {
  await assert.rejects(make(actors.township('530721103')), refusal('not-found'))
  const tiles = await asActor(county.database, county.house, office, (connection) =>
    readEventMap(connection, county.county, event),
  )
  assert.deepEqual(
    tiles.filter((tile) => tile.cases > 0).map((tile) => [tile.code, tile.cases]),
    [['530721102', 45]],
  )
})
