import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { childHealth } from '../child-health/index.ts'
import {
  openFamilyDoctorCounty,
  OTHER_VILLAGE,
  TOWNSHIP,
  VILLAGE,
  type FamilyDoctorCounty,
} from '../family-doctor/testing.ts'
import { maternalHealth } from './index.ts'

const tables = ['pregnancy', 'antenatal_visit', 'special_case', 'delivery', 'newborn', 'postpartum_visit']
const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })
let county: FamilyDoctorCounty
let woman = ''

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth, maternalHealth])
  woman = await county.enter('1984-01-01', { division: VILLAGE })
  const act = (action: string, input: object) =>
    county.act(actors.township(TOWNSHIP), `maternal-health.${action}`, input)
  await act('pregnancy.book', { person: woman, happenedOn: '2025-02-20', lastPeriodOn: '2025-01-01' })
  const children = [{ sex: 'female', weight: 3150 }]
  const delivery = { person: woman, happenedOn: '2025-10-02', place: 'hospital', mode: 'vaginal', children }
  await act('delivery.record', delivery)
  await act('postpartum-visit.record', { person: woman, kind: 'home', happenedOn: '2025-10-08' })
})
after(() => county.close())

test('a pregnancy is seen by those who serve the woman, and by nobody else', async () => {
  const seen = (actor: ReturnType<typeof actors.village>) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const counts = []
      for (const table of tables) counts.push((await connection.query(`select 1 from maternal_${table}`)).length)
      return counts
    })
  for (const actor of [actors.village(VILLAGE), actors.township(TOWNSHIP), hospital])
    assert.deepEqual(await seen(actor), [1, 1, 1, 1, 1, 1])
  const others = [actors.village(OTHER_VILLAGE), actors.township('530721103'), actors.bureau, actors.leader]
  for (const actor of [...others, actors.administrator, testActor('disease-control')])
    assert.deepEqual(await seen(actor), [0, 0, 0, 0, 0, 0])
})

test('nobody else can do anything to it, and deaths are reviewed by the county', async () => {
  const visit = (actor: ReturnType<typeof actors.village>) =>
    county.act(actor, 'maternal-health.postpartum-visit.record', {
      person: woman,
      kind: 'home',
      happenedOn: '2025-10-15',
    })
  await assert.rejects(visit(actors.village(OTHER_VILLAGE)), refusal('not-found'))
  await assert.rejects(visit(actors.township('530721103')), refusal('not-found'))
  await assert.rejects(visit(actors.bureau), refusal('forbidden'))
  const review = { death: woman, level: 'county', avoidability: 'avoidable', conclusion: '评审意见' }
  await assert.rejects(
    county.act(actors.township(TOWNSHIP), 'maternal-health.death-review.record', review),
    refusal('forbidden'),
  )
})
