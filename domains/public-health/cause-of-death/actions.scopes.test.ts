import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import { cdc, hospital, openMortalityCounty, TOWNSHIP, VILLAGE, type MortalityCounty } from './testing.ts'

let county: MortalityCounty
const on = (actor: typeof cdc, action: string, input: object, id: string) =>
  county.act(actor, `cause-of-death.certificate.${action}`, input, { id })

before(async () => {
  county = await openMortalityCounty('2025-11-20')
})
after(() => county.close())

test('another township sees none, and each does its own part only', async () => {
  const person = await county.enter('1948-01-01')
  const id = await county.certify(person, { happenedOn: '2025-11-18', a: 'I64' }, actors.township(TOWNSHIP))
  const seen = (actor: typeof cdc) =>
    asActor(county.database, county.house, actor, (connection) =>
      connection.query('select 1 from death_certificate where id = $1', [id]),
    )
  for (const actor of [actors.township(TOWNSHIP), hospital, cdc, actors.bureau])
    assert.equal((await seen(actor)).length, 1)
  for (const actor of [actors.township('530721103'), actors.village(VILLAGE), actors.leader, actors.administrator])
    assert.equal((await seen(actor)).length, 0)
  await assert.rejects(on(actors.township(TOWNSHIP), 'review', {}, id), refusal('forbidden'))
  await assert.rejects(on(cdc, 'void', { reason: '报错了人' }, id), refusal('forbidden'))
  await assert.rejects(county.certify(person, { a: 'I64' }, actors.bureau), refusal('forbidden'))
})
