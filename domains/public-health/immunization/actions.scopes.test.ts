import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Actor } from '@kangheng/kernel/access/actor.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openImmunizationCounty, TOWNSHIP, VILLAGE, type ImmunizationCounty } from './testing.ts'

let county: ImmunizationCounty
let child: string

before(async () => {
  county = await openImmunizationCounty('2025-11-20')
  child = await county.enter('2025-03-10')
  const lot = await county.receive('MMR', 'M1', '2026-12-31')
  const vaccination = await county.give(child, lot)
  const clerk = actors.township(TOWNSHIP)
  const exclusion = { person: child, series: 'JE', kind: 'refusal', note: '家长拒绝' }
  await county.act(clerk, 'immunization.exclusion.register', exclusion)
  const event = { vaccination, severity: 'common', symptoms: '局部红肿', foundAt: '2025-11-20T10:00:00+08:00' }
  await county.act(clerk, 'immunization.adverse-event.find', event)
})
after(() => county.close())

test('verbs by role', () => {
  const recall = ['recall-notice.tell', 'recall-notice.miss']
  const all = [
    ...[
      'card.open',
      'card.void',
      'vaccination.enter',
      'vaccination.give',
      'vaccination.give-off-schedule',
      'vaccination.withdraw',
    ],
    ...['certificate.issue', 'certificate.revoke'],
    ...['school-check.open', 'school-check.close', 'school-check.recheck'],
    ...['school-child.check', 'school-child.recheck', 'school-child.notify'],
    ...['floating-child.register', 'floating-child.leave', 'search-round.report'],
    ...['handover.request', 'handover.send', 'handover.decline', 'handover.accept'],
    ...['equipment.register', 'equipment.retire', 'temperature.record', 'lot.store'],
    ...['cold-alarm.acknowledge', 'cold-alarm.resolve'],
    ...['session.plan', 'session.cancel', 'session.close'],
    ...['appointment.book', 'appointment.remind', 'appointment.cancel', 'appointment.rebook'],
    ...['visit.arrive', 'visit.call', 'visit.pass-over', 'visit.pre-check', 'visit.defer', 'visit.go', 'visit.leave'],
    ...['exclusion.register', 'exclusion.lift', 'lot.receive', 'lot.discard', 'lot.stop'],
    ...['adverse-event.find', 'adverse-event.report', 'adverse-event.close'],
    ...recall,
  ]
  const expected: Record<string, string[]> = {
    'village-doctor': ['exclusion.register', 'adverse-event.find', 'appointment.remind', ...recall],
    'disease-control': ['lot.stop', 'adverse-event.report', 'adverse-event.close', ...recall],
    'township-centre': all,
    resident: ['appointment.book', 'appointment.cancel'],
    'county-institution': [
      ...all,
      ...['search-round.call-for', 'temperature.record-batch', 'temperature.open-day', 'lot.judge'],
    ],
  }
  for (const [id, rights] of county.house.roles) {
    const may = [...rights.may].flatMap((action) =>
      action.startsWith('immunization.') ? [action.slice('immunization.'.length)] : [],
    )
    assert.deepEqual(may.sort(), [...(expected[id] ?? [])].sort(), id)
  }
})

test('outside the scope there is no such child, and no such lot', async () => {
  const other = actors.township('530721103')
  for (const [action, input] of [
    ['vaccination.enter', { vaccine: 'HepB', happenedOn: '2025-03-10' }],
    ['card.open', {}],
    ['exclusion.register', { series: 'MMR', kind: 'refusal', note: '拒绝' }],
  ] as const)
    await assert.rejects(county.act(other, `immunization.${action}`, { person: child, ...input }), (error: Error) => {
      assert.ok(!JSON.stringify(error).includes('和接种'))
      return refusal((error as Error & { kind: string }).kind)(error)
    })
  await assert.rejects(
    county.act(actors.village(), 'immunization.vaccination.enter', {
      person: child,
      vaccine: 'HepB',
      happenedOn: '2025-03-10',
    }),
    refusal('forbidden'),
  )
})

test('rows by scope and role', async () => {
  const counted = (actor: Actor, table: string) =>
    asActor(
      county.database,
      county.house,
      actor,
      async (connection) => (await connection.query(`select 1 from immunization_${table}`)).length,
    )
  const tables = ['card', 'vaccination', 'exclusion', 'adverse_event', 'lot']
  const rows: [Actor, number[]][] = [
    [actors.township(), [1, 1, 1, 1, 1]],
    [actors.village(), [1, 1, 1, 1, 0]],
    [actors.village('530721102202'), [0, 0, 0, 0, 0]],
    [actors.township('530721103'), [0, 0, 0, 0, 0]],
    [testActor('county-institution'), [1, 1, 1, 1, 1]],
    [actors.bureau, [1, 1, 0, 1, 1]],
    [actors.leader, [0, 0, 0, 0, 0]],
    [testActor('upper-level'), [0, 0, 0, 0, 0]],
    [testActor('resident', VILLAGE, { person: child }), [1, 1, 1, 1, 0]],
    [testActor('resident', VILLAGE, { person: '01900000-0000-7000-8000-000000000001' }), [0, 0, 0, 0, 0]],
  ]
  for (const [actor, expected] of rows)
    assert.deepEqual(await Promise.all(tables.map((table) => counted(actor, table))), expected, actor.role)
})
