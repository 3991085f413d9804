import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { sectionWork } from '../../administration/section-work/index.ts'
import { targetLetters } from '../../administration/target-letters/index.ts'
import { resident } from '../../population/resident/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { healthRecords } from '../health-record/index.ts'
import { healthyPlaces, healthyPlacesPolicies } from './index.ts'

const TOWNSHIP = '530721102'
const VILLAGE = '530721102201'
const officer = testActor('patriotic-health-officer', '530721')
const local = testActor('patriotic-health-officer', TOWNSHIP)
const elsewhere = testActor('patriotic-health-officer', '530721103')
const centre = actors.township(TOWNSHIP)
const tables = ['standard', 'standard_item', 'application', 'survey', 'drive', 'grid_place', 'problem']
let county: TestCounty
let application = ''
let place = ''
const act = (action: string, input: object, on?: string, actor = officer) =>
  county.act(actor, `healthy-places.${action}`, input, on ? { id: on } : undefined)

before(async () => {
  county = await openTestCounty([resident, targetLetters, sectionWork, healthRecords, healthyPlaces], '2025-03-10', [
    healthyPlacesPolicies,
  ])
  const draft = { level: 'county', year: 2025, passFrom: 85, validYears: 3, source: '测试标准' }
  const make = (name: string) =>
    act('standard.draft', { ...draft, name, kind: 'sanitary-unit', template: 'county-unit' })
  const standard = (await make('卫生单位评审标准')).id!
  await act('standard.issue', {}, standard, actors.leader)
  await make('还在起草的标准')
  const unit = { standard, division: VILLAGE, name: '石鼓完小', responsible: '校长' }
  application = (await act('application.apply', unit, undefined, local)).id!
  const point = (
    await act('vector-point.open', { name: '集镇', division: VILLAGE, happenedOn: '2025-01-01' }, undefined, local)
  ).id!
  await act('survey.record', { point, vector: 'rodent', rooms: 10, positiveRooms: 0 }, undefined, centre)
  await act('drive.record', { division: VILLAGE, kind: 'weekly', participants: 12 }, undefined, centre)
  const listed = { division: VILLAGE, name: '集镇主街', kind: 'street', grid: 'G01', warden: '和网格' }
  place = (await act('grid-place.list', listed, undefined, local)).id!
  const problems = [{ kind: 'refuse', what: '垃圾未清' }]
  await act('patrol.record', { place, problems }, undefined, local)
})
after(() => county.close())

test('who is checked reads the standards that were issued; the rest is seen where it stands', async () => {
  const seen = (actor: typeof officer) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const counts: number[] = []
      for (const table of tables) counts.push((await connection.query(`select 1 from healthy_places_${table}`)).length)
      return counts
    })
  assert.deepEqual(await seen(officer), [2, 16, 1, 1, 1, 1, 1])
  assert.deepEqual(await seen(local), [1, 8, 1, 1, 1, 1, 1])
  assert.deepEqual(await seen(elsewhere), [1, 8, 0, 0, 0, 0, 0])
  assert.deepEqual(await seen(centre), [0, 0, 0, 1, 1, 1, 0])
  assert.deepEqual(await seen(actors.leader), [2, 16, 1, 0, 0, 0, 1])
  assert.deepEqual(await seen(testActor('upper-level', '530721')), [2, 16, 1, 0, 0, 0, 0])
  for (const stranger of [actors.village(), actors.administrator, testActor('disease-control', '530721')])
    assert.deepEqual(await seen(stranger), [0, 0, 0, 0, 0, 0, 0])
})

test('a township neither assesses nor names; nobody acts outside his area', async () => {
  await act('check.record', { application, inspectors: '学校自查' }, undefined, local)
  const assessment = { application, inspectors: '乡镇' }
  await assert.rejects(act('check.record', assessment, undefined, local), refusal('invalid', 'standard'))
  await assert.rejects(act('check.record', assessment, undefined, elsewhere), refusal('invalid', 'application'))
  await assert.rejects(act('check.record', assessment, undefined, centre), refusal('forbidden'))
  await act('check.record', { application, inspectors: '县级评估组' })
  const number = { number: '玉爱卫〔2025〕1号' }
  await assert.rejects(act('application.name', number, application, elsewhere), refusal('not-found'))
  await assert.rejects(act('application.name', number, application, actors.bureau), refusal('forbidden'))
  await act('application.name', number, application, actors.leader)
  await assert.rejects(
    act('application.revoke', { reason: '乡镇无权' }, application, local),
    refusal('invalid', 'standard'),
  )
  await assert.rejects(act('grid-place.close', {}, place, elsewhere), refusal('not-found'))
  const drive = { division: VILLAGE, kind: 'weekly', participants: 5 }
  await assert.rejects(act('drive.record', drive, undefined, elsewhere), refusal('forbidden'))
  await assert.rejects(act('drive.record', drive, undefined, actors.village()), refusal('forbidden'))
})
