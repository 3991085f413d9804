import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { cdc, hospital, openMortalityCounty, TOWNSHIP, type MortalityCounty } from '../cause-of-death/testing.ts'
import { screening } from './index.ts'

let county: MortalityCounty
before(async () => {
  county = await openMortalityCounty('2025-11-20', [screening])
})
after(() => county.close())

test('a woman’s screening is seen by those who screen her, by herself and nobody else', async () => {
  const person = await county.enter('1975-01-01')
  const attempt = { person, programme: 'cervical', result: 'hpv-16-18', happenedOn: '2025-11-01' }
  const act = (actor: typeof cdc) => county.act(actor, 'screening.course.screen', attempt)
  for (const actor of [actors.village(), actors.bureau, cdc]) await assert.rejects(act(actor), refusal('forbidden'))
  await assert.rejects(act(actors.township('530721103')), refusal('not-found'))
  await act(actors.township(TOWNSHIP))
  const seen = async (actor: typeof cdc) =>
    (
      await asActor(county.database, county.house, actor, (connection) =>
        connection.query('select 1 from screening_course'),
      )
    ).length
  const herself = testActor('resident', '530721102201', { person })
  for (const actor of [actors.township(TOWNSHIP), hospital, herself]) assert.equal(await seen(actor), 1)
  for (const actor of [
    actors.township('530721103'),
    actors.village(),
    actors.bureau,
    actors.leader,
    actors.administrator,
    cdc,
  ])
    assert.equal(await seen(actor), 0)
})
