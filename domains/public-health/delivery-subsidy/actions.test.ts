import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
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
import { maternalHealth } from '../maternal-health/index.ts'
import { deliverySubsidy } from './index.ts'

const township = actors.township(TOWNSHIP)
const hospital = testActor('county-institution', '530721', {
  ...{ institution: 'H530721003', account: '01900000-0000-7000-8000-0000000000cd' },
})
let county: FamilyDoctorCounty

const act = (action: string, input: object, id?: string, actor: Actor = township) =>
  county.act(actor, `delivery-subsidy.subsidy.${action}`, input, ...(id ? [{ id }] : []))
async function mother(place = 'hospital', division = VILLAGE): Promise<string> {
  const person = await county.enter('1996-05-01', { division })
  const maternal = (action: string, input: object) => county.act(township, `maternal-health.${action}`, input)
  await maternal('pregnancy.book', { person, happenedOn: '2025-02-20', lastPeriodOn: '2025-01-01' })
  const children = [{ sex: 'female', weight: 3150 }]
  await maternal('delivery.record', { person, happenedOn: '2025-10-02', place, mode: 'vaginal', children })
  return person
}
const cost = { cost: 4120.5, reimbursed: 2800 }
let first = ''

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth, maternalHealth, deliverySubsidy])
  first = await mother()
})
after(() => county.close())

test('applied for, checked by somebody else, paid once', async () => {
  const [home, none] = [await mother('home'), await county.enter('1996-05-01')]
  await assert.rejects(act('apply', { person: none, ...cost }), refusal('invalid', 'deliveredOn'))
  await assert.rejects(act('apply', { person: home, ...cost }), refusal('invalid', 'person'))
  const { id } = await act('apply', { person: first, ...cost, happenedOn: '2025-10-20' })
  await assert.rejects(act('apply', { person: first, ...cost }), refusal('invalid', 'person'))
  await assert.rejects(act('check', { decision: 'agreed' }, id!), refusal('forbidden'))
  await assert.rejects(act('pay', {}, id!, hospital), refusal('conflict'))
  const own = await act('apply', { person: await mother(), ...cost }, undefined, hospital)
  await assert.rejects(act('check', { decision: 'agreed' }, own.id!, hospital), refusal('invalid', 'decision'))
  await act('check', { decision: 'agreed' }, id!, hospital)
  await act('pay', { on: '2025-12-20' }, id!, hospital)
  await assert.rejects(act('pay', {}, id!, hospital), refusal('conflict'))
  await assert.rejects(act('apply', { person: first, ...cost }), refusal('invalid', 'person'))
})

test('a declined application can be made again', async () => {
  const person = await mother('township', OTHER_VILLAGE)
  const { id } = await act('apply', { person, cost: 600.1, reimbursed: 400.05 })
  await assert.rejects(act('check', { decision: 'declined' }, id!, hospital), refusal('invalid', 'reason'))
  await act('check', { decision: 'declined', reason: '发票不全' }, id!, hospital)
  const again = await act('apply', { person, cost: 600.1, reimbursed: 400.05 })
  await act('check', { decision: 'agreed' }, again.id!, hospital)
  await act('pay', {}, again.id!, hospital)
})

test('the sums of places are exact to the fen, and coverage is of those entitled', async () => {
  await buildFigures(county.database, {
    county: county.county,
    indicators: deliverySubsidy.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const figure = async (id: string, place: string) => {
    const { value, numerator, denominator } = await county.figure(`delivery-subsidy.${id}`, place, '2025')
    return denominator === null ? value : `${numerator}/${denominator}`
  }
  assert.equal(await figure('amount', VILLAGE), '500.00')
  assert.equal(await figure('amount', OTHER_VILLAGE), '200.05')
  assert.equal(await figure('amount', TOWNSHIP), '700.05')
  assert.equal(await figure('women', '530721'), '2')
  // Three in institutions, one at home.
  assert.equal(await figure('coverage', TOWNSHIP), '2/3')
})

test('other townships, the bureau and village doctors see no application', async () => {
  const seen = (actor: Actor) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query('select 1 from delivery_subsidy')).length > 0,
    )
  for (const actor of [township, hospital, testActor('resident', VILLAGE, { person: first })])
    assert.equal(await seen(actor), true)
  for (const actor of [actors.township('530721103'), actors.village(VILLAGE), actors.bureau, actors.leader])
    assert.equal(await seen(actor), false)
  await assert.rejects(
    act('apply', { person: first, ...cost }, undefined, actors.township('530721103')),
    refusal('not-found'),
  )
})
