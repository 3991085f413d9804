import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { povertyRelief } from './index.ts'

let county: FamilyDoctorCounty
const clerk = actors.township(TOWNSHIP)

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-31', [povertyRelief])
})
after(() => county.close())

const act = (action: string, input: unknown, on?: { id: string }) =>
  county.act(clerk, `poverty-relief.${action}`, input, on)
const rowOf = async (table: string, id: string) =>
  (await county.database.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]!

let number = 0
/** A household of so many people on the register; returns its id and the entries. */
async function registered(people: number, standing: 'monitored' | 'out-of-poverty' = 'out-of-poverty') {
  const persons: string[] = []
  for (let index = 0; index < people; index += 1) {
    const person = await county.enter('1970-01-01')
    if (index === 0) await county.act(clerk, 'resident.household.open', { person })
    else await county.act(clerk, 'resident.household.join', { person, member: persons[0], relation: '99' })
    persons.push(person)
  }
  number += 1
  const home = await act('household.register', {
    person: persons[0],
    number: `PX${number}000`,
    standing,
    ...(standing === 'monitored' ? { monitoredAs: 'unstable' } : {}),
    causes: ['illness'],
    happenedOn: '2021-03-01',
  })
  const entries: string[] = []
  for (const person of persons) {
    entries.push((await act('entry.register', { person, reliefHousehold: home.id, happenedOn: '2021-03-01' })).id!)
  }
  return { home: home.id!, persons, entries }
}

const groupsOf = async (person: string) =>
  (
    await county.database.query<{ ends_on: string | null }>(
      `select ends_on from key_population_membership where person = $1 and "group" = 'out-of-poverty'`,
      [person],
    )
  ).map((row) => row.ends_on)

describe('register', () => {
  test('an entry makes the person a member of the key group, and nobody is entered twice', async () => {
    const { home, persons } = await registered(1)
    assert.deepEqual(await groupsOf(persons[0]!), [null])
    await assert.rejects(
      act('entry.register', { person: persons[0], reliefHousehold: home }),
      refusal('invalid', 'person'),
    )
    const again = { person: persons[0], number: 'PX9999', standing: 'out-of-poverty', causes: ['labour'] }
    await assert.rejects(act('household.register', again), refusal('invalid', 'person'))
  })

  test('a death is explained only after it was registered, and ends the membership', async () => {
    const { persons, entries } = await registered(1)
    const explain = { disposition: 'died', on: '2025-06-20' }
    await assert.rejects(act('entry.explain', explain, { id: entries[0]! }), refusal('invalid', 'disposition'))
    const death = { person: persons[0], happenedOn: '2025-06-10', place: 'home', cause: '心脏病' }
    await county.act(clerk, 'resident.death.register', death)
    await act('entry.explain', explain, { id: entries[0]! })
    const row = await rowOf('poverty_entry', entries[0]!)
    assert.deepEqual([row['state'], row['disposition_on']], ['not-due', '2025-06-20'])
    assert.deepEqual(await groupsOf(persons[0]!), ['2025-06-20'])
  })

  test('an entry explained by another reason may become due again', async () => {
    const { persons, entries } = await registered(1)
    await act('entry.explain', { disposition: 'other', reason: 'army', on: '2025-06-01' }, { id: entries[0]! })
    await act('entry.reopen', {}, { id: entries[0]! })
    assert.equal((await rowOf('poverty_entry', entries[0]!))['disposition'], null)
    assert.equal((await groupsOf(persons[0]!)).length, 2)
  })

  test('a changed standing closes the entries and opens new ones', async () => {
    const { home, persons } = await registered(2)
    const change = { standing: 'monitored', monitoredAs: 'marginal', on: '2025-09-01' }
    await act('household.change-standing', change, { id: home })
    const rows = await county.database.query<Record<string, unknown>>(
      'select standing, happened_on, removed_on from poverty_entry where person = $1 order by happened_on',
      [persons[0]],
    )
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        ['out-of-poverty', '2021-03-01', '2025-09-01'],
        ['monitored', '2025-09-01', null],
      ],
    )
  })
})

describe('support', () => {
  test('an illness of the thirty is enrolled, treated, paid for and closed', async () => {
    const { persons } = await registered(1)
    const illness = await act('illness.verify', { person: persons[0], disease: 'stroke', foundBy: 'hospital-data' })
    assert.equal((await rowOf('poverty_illness', illness.id!))['class'], 'I')
    const bed = { illness: illness.id, hospital: 'H530721001' }
    await assert.rejects(act('treatment.enrol', bed), refusal('forbidden'))
    const { id } = await county.act(actors.bureau, 'poverty-relief.treatment.enrol', bed)
    const treat = (input: unknown) => county.act(actors.bureau, 'poverty-relief.treatment.treat', input, { id: id! })
    await assert.rejects(treat({ totalCost: 100, insurancePaid: 90, aidPaid: 20 }), refusal('invalid', 'aidPaid'))
    await treat({ totalCost: 10000, insurancePaid: 6500, aidPaid: 1500 })
    await county.act(actors.bureau, 'poverty-relief.treatment.close', { outcome: 'improved' }, { id: id! })
    assert.equal((await rowOf('poverty_treatment', id!))['state'], 'closed')
    const other = await act('illness.verify', { person: persons[0], disease: 'hypertension', foundBy: 'exam' })
    const wrong = { illness: other.id, hospital: 'H530721001' }
    await assert.rejects(
      county.act(actors.bureau, 'poverty-relief.treatment.enrol', wrong),
      refusal('invalid', 'illness'),
    )
  })

  test('a visit is made by the linked official', async () => {
    const { home } = await registered(1)
    await act('link.link', { reliefHousehold: home, official: '木测试', unit: '县卫生健康局' })
    const { id } = await act('visit.visit', { reliefHousehold: home, purpose: 'aid', aid: 500 })
    const row = await rowOf('poverty_visit', id!)
    assert.deepEqual([row['official'], row['aid']], ['木测试', '500.00'])
  })
})

test('listed − explained = due; who is due and signed makes the rate; the dead are not signed', async () => {
  const { persons, entries } = await registered(4, 'monitored')
  for (const person of persons.slice(0, 3)) {
    const signing = {
      person,
      team: county.team,
      doctor: county.doctor,
      package: county.basic,
      happenedOn: '2025-05-19',
    }
    await county.act(clerk, 'family-doctor.contract.sign', signing)
  }
  await act('entry.explain', { disposition: 'other', reason: 'untraced', on: '2025-07-01' }, { id: entries[3]! })
  const death = { person: persons[2], happenedOn: '2025-12-01', place: 'home', cause: '衰老' }
  await county.act(clerk, 'resident.death.register', death)
  const { database, house } = county
  const indicators = [...house.indicators.values()].filter((each) => each.id.startsWith('poverty-relief.'))
  await buildFigures(database, { county: '530721', indicators, horizon: horizonOf('2025-05', '2025-12-31') })
  const figure = (indicator: string, period = '2025') => county.figure(`poverty-relief.${indicator}`, '530721', period)
  assert.equal((await figure('registered-monitored', '2025-08')).value, '4')
  assert.equal((await figure('not-due-monitored')).value, '1')
  // In September the standing of another household was changed: two more entries.
  const rate = await figure('contract-coverage-monitored')
  assert.deepEqual([rate.numerator, rate.denominator], ['2', '5'])
  assert.equal((await figure('contract-coverage-monitored', '2025-11')).numerator, '3')
})
