import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { resident } from '../../../population/resident/index.ts'
import { actors, enterResident, openTestCounty, refusal, type TestCounty } from '../../../testing/county.ts'
import { communicableDisease, communicableDiseasePolicies } from '../index.ts'
import { cdc, OTHER_VILLAGE, VILLAGE } from '../testing.ts'
import { endemicDisease } from './index.ts'

let county: TestCounty
let card = ''
const act = (name: string, input: object, actor = cdc, id?: string) =>
  county.act(actor, `endemic-disease.${name}`, input, id ? { id } : undefined)
const snails = {
  division: VILLAGE,
  happenedOn: '2025-11-03',
  surveyedArea: 9000,
  snailArea: 300,
  newSnailArea: 0,
  controlledArea: 9500,
  snailsExamined: 80,
  infectedSnails: 2,
  workers: 40,
}
const water = {
  division: VILLAGE,
  happenedOn: '2025-11-04',
  fluoride: 1.1,
  smallSupply: true,
  children: 40,
  affected: 6,
}

before(async () => {
  county = await openTestCounty([resident, communicableDisease, endemicDisease], '2025-11-20', [
    communicableDiseasePolicies,
  ])
  const person = await enterResident(county, { birth: '1980-01-01', sequence: 801, division: VILLAGE })
  const { id } = await county.act(cdc, 'communicable-disease.case.report', {
    ...{
      person,
      disease: 'malaria',
      subtype: 'malaria-vivax',
      category: 'confirmed',
      group: 'migrant',
      origin: 'county',
    },
    ...{ onsetOn: '2025-11-10', diagnosedOn: '2025-11-12', diagnosedTime: '10:00', workplace: '某工地' },
  })
  card = id!
})
after(() => county.close())

test('a focus is due on the seventh day and dealt with once', async () => {
  const tasks = await asActor(county.database, county.house, cdc, (connection) =>
    listTasks(connection, county, endemicDisease.tasks, { unmasked: true }),
  )
  assert.deepEqual(
    tasks.rows.map((row) => [row.dueOn, row.overdueDays]),
    [['2025-11-19', 1]],
  )
  const response = { case: card, happenedOn: '2025-11-18', focus: 'active', tested: 35, positive: 0 }
  await assert.rejects(
    act('malaria-response.respond', { ...response, happenedOn: '2025-11-11' }),
    refusal('invalid', 'happenedOn'),
  )
  await assert.rejects(act('malaria-response.respond', { ...response, positive: 36 }), refusal('invalid', 'positive'))
  await act('malaria-response.respond', response)
  await assert.rejects(act('malaria-response.respond', response), refusal('invalid', 'case'))
})

test('surveys: one a village and year, by the township for its own villages, voided by disease control', async () => {
  const township = actors.township()
  await assert.rejects(
    act('snail-survey.record', { ...snails, infectedSnails: 81 }),
    refusal('invalid', 'infectedSnails'),
  )
  const { id } = await act('snail-survey.record', snails, township)
  await assert.rejects(act('snail-survey.record', snails, township), refusal('invalid', 'division'))
  await assert.rejects(act('snail-survey.void', { reason: '重复' }, township, id!), refusal('forbidden'))
  await act('snail-survey.void', { reason: '面积填错' }, cdc, id!)
  await act('snail-survey.record', snails, township)
  await assert.rejects(act('snail-survey.record', { ...snails, division: OTHER_VILLAGE }, township))
  await act('fluorosis-survey.record', water, township)
  await act('fluorosis-survey.record', { ...water, division: OTHER_VILLAGE, affected: 20 }, cdc)
  const seen = await asActor(county.database, county.house, township, (connection) =>
    connection.query('select controlled from fluorosis_survey'),
  )
  assert.deepEqual(seen, [{ controlled: true }])
})

test('figures: 1-3-7, snails, fluorosis', async () => {
  await county.database.query(
    `update notifiable_case set state = 'reviewed', reviewed_on = '2025-11-13', reported_at = '2025-11-12 12:00'`,
  )
  await buildFigures(county.database, {
    county: county.county,
    indicators: [...county.house.indicators.values()],
    horizon: horizonOf('2025-11', county.today),
  })
  const value = async (id: string) => (await county.figure(`endemic-disease.${id}`, '530721', '2025')).value
  assert.equal(await value('malaria-reported-rate'), '100.00')
  assert.equal(await value('malaria-investigated-rate'), '0.00')
  assert.equal(await value('malaria-responded-rate'), '100.00')
  assert.equal(await value('snail-surveyed-total'), '9000')
  assert.equal(await value('snail-infection-rate'), '2.50')
  assert.equal(await value('fluorosis-controlled-rate'), '50.00')
  assert.equal(await value('dental-fluorosis-rate'), '32.50')
})
