import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { resident } from '../../population/resident/index.ts'
import { familyDoctor } from '../../public-health/family-doctor/index.ts'
import { healthRecords } from '../../public-health/health-record/index.ts'
import { actors, openTestCounty, refusal, type TestCounty } from '../../testing/county.ts'
import { listForms, readBoard, statisticalReturns, statisticalReturnsPolicies } from './index.ts'
import { issueForm, people, returnOf } from './testing.ts'

const CENTRE = 'C530721102'
let county: TestCounty
let own = ''

before(async () => {
  county = await openTestCounty([resident, healthRecords, familyDoctor, statisticalReturns], '2025-11-03', [
    statisticalReturnsPolicies,
  ])
  await issueForm(county, 'township-monthly')
  await county.act(people.section, 'statistical-returns.form.draft', { template: 'resources-yearly' })
  await county.act(people.section, 'statistical-returns.return.open-due', {})
  own = (await returnOf(county, CENTRE, '2025-10')).id
})
after(() => county.close())

const seen = (actor: Actor) =>
  asActor(county.database, county.house, actor, async (connection) => ({
    forms: (await listForms(connection, county.county)).map((form) => form.form),
    units: (await readBoard(connection, county.county, 'township-monthly', 2025)).map((row) => row.unit),
  }))

test('a unit sees its own returns and the forms in force, the county sees all, others see nothing', async () => {
  const forms = ['township-monthly']
  assert.deepEqual(await seen(people.township), { forms, units: [CENTRE] })
  assert.deepEqual(await seen(people.section), { forms, units: [CENTRE, 'C530721103'] })
  assert.deepEqual((await seen(testActor('upper-level'))).units.length, 2)
  for (const actor of [actors.village(), actors.administrator, testActor('disease-control')])
    assert.deepEqual(await seen(actor), { forms: [], units: [] })
})

test('nobody fills in another unit’s return, nor decides on the own', async () => {
  const act = (actor: Actor, action: string, input: unknown = {}) =>
    county.act(actor, `statistical-returns.return.${action}`, input, { id: own })
  const cells = { cells: [{ cell: 'outpatient', value: '1' }] }
  await assert.rejects(act(people.other, 'save', cells), refusal('not-found'))
  await assert.rejects(act(people.hospital, 'save', cells), refusal('invalid', 'unit'))
  for (const actor of [people.section, people.leader, actors.village(), actors.administrator])
    await assert.rejects(act(actor, 'save', cells), refusal('forbidden'))
  for (const action of ['review', 'approve', 'send-back', 'unfreeze'])
    await assert.rejects(act(people.township, action, { reason: '不合规定' }), refusal('forbidden'))
  await assert.rejects(act(people.section, 'unfreeze', { reason: '不合规定' }), refusal('forbidden'))
})

test('forms and periods are set by the county', async () => {
  const open = { form: 'township-monthly', period: '2025-09' }
  for (const actor of [people.township, people.hospital, people.leader])
    await assert.rejects(county.act(actor, 'statistical-returns.return.open', open), refusal('forbidden'))
  const partial = testActor('bureau-section', '530721102')
  await assert.rejects(county.act(partial, 'statistical-returns.return.open', open), refusal('invalid', 'form'))
  await assert.rejects(
    county.act(partial, 'statistical-returns.form.draft', { template: 'hospital-monthly' }),
    refusal('invalid', 'form'),
  )
})
