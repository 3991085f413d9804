import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { childHealth } from '../child-health/index.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { maternalHealth } from '../maternal-health/index.ts'
import { screening } from '../screening/index.ts'
import { birthDefects } from './index.ts'

const township = actors.township(TOWNSHIP)
const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })
let county: FamilyDoctorCounty

const act = (action: string, input: object, id?: string, actor = township) =>
  county.act(actor, `birth-defects.${action}`, input, ...(id ? [{ id }] : []))
const due = async (person: string) => {
  const { rows } = await asActor(county.database, county.house, township, (connection) =>
    listTasks(connection, county, birthDefects.tasks, { unmasked: true, limit: 1000, within: 365 }),
  )
  return rows.filter((row) => row.person === person).map((row) => [row.task.slice('birth-defects.'.length), row.dueOn])
}
/** A woman delivered on 2 October 2025, at 39 weeks. */
async function mother(child: object = {}): Promise<string> {
  const person = await county.enter('1996-05-01')
  const maternal = (action: string, input: object) => county.act(township, `maternal-health.${action}`, input)
  await maternal('pregnancy.book', { person, happenedOn: '2025-02-20', lastPeriodOn: '2025-01-01' })
  await maternal('delivery.record', {
    ...{ person, happenedOn: '2025-10-02', place: 'hospital', mode: 'vaginal' },
    children: [{ sex: 'female', weight: 3150, ...child }],
  })
  return person
}
const finding = (person: string, more: object = {}) => ({
  ...{ person, happenedOn: '2025-10-02', sex: 'female', outcome: 'live', weeks: 39, place: 'hospital' },
  ...{ defects: ['polydactyly'], basis: 'clinical', certainty: 'confirmed', diagnosedOn: '2025-10-02', ...more },
})

before(async () => {
  county = await openFamilyDoctorCounty('2025-10-08', [childHealth, maternalHealth, screening, birthDefects])
})
after(() => county.close())

test('a card from the delivery record to its review, once for each child', async () => {
  const woman = await mother({ defect: '右手多指' })
  assert.deepEqual(await due(woman), [['card-missing', '2025-10-09']])
  await assert.rejects(act('card.report', finding(woman, { weeks: 38 })), refusal('invalid', 'weeks'))
  await assert.rejects(act('card.report', finding(woman, { outcome: 'stillborn' })), refusal('invalid', 'outcome'))
  await assert.rejects(act('card.report', finding(woman, { defects: ['other'] })), refusal('invalid', 'otherCode'))
  await assert.rejects(act('card.report', finding(woman, { otherCode: 'J18' })), refusal('invalid', 'otherCode'))
  const { id: card } = await act('card.report', finding(woman, { certainty: 'suspected' }))
  assert.deepEqual(await due(woman), [['review-due', '2025-10-23']])
  // Another hospital reports the same child with a day that differs.
  const again = finding(woman, { happenedOn: '2025-10-03', diagnosedOn: '2025-10-05' })
  await assert.rejects(act('card.report', again), refusal('invalid', 'person'))
  await assert.rejects(act('card.review', {}, card!), refusal('forbidden'))
  await assert.rejects(act('card.review', {}, card!, hospital), refusal('invalid', 'certainty'))
  await act('card.send-back', { reason: 'undiagnosed' }, card!, hospital)
  assert.deepEqual(await due(woman), [['correct-due', '2025-10-23']])
  const diagnosis = { defects: ['polydactyly', 'heart'], basis: 'ultrasound', on: '2025-10-06' }
  await act('card.confirm', diagnosis, card!)
  await act('card.review', {}, card!, hospital)
  await act('card.treat', { treatment: '择期手术', on: '2025-10-07' }, card!)
  const [row] = await county.database.query('select * from birth_defect_card where id = $1', [card])
  assert.deepEqual(
    [row!['state'], row!['found_at'], row!['counted'], row!['defects'], row!['confirmed_on'], row!['weight']],
    ['reviewed', 'seven-days', true, ['polydactyly', 'heart'], '2025-10-06', 3150],
  )
  assert.deepEqual(await due(woman), [])
})

test('folic acid: six bottles a year, asked after ninety days', async () => {
  const woman = await county.enter('1995-01-01')
  const issue = (happenedOn: string, bottles: number) =>
    act('folic-acid.issue', { person: woman, happenedOn, stage: 'before', bottles })
  const { id } = await issue('2025-06-01', 3)
  assert.deepEqual(await due(woman), [['folic-acid-due', '2025-08-30']])
  await assert.rejects(issue('2025-09-01', 4), refusal('invalid', 'bottles'))
  await act('folic-acid.ask', { on: '2025-09-01', taking: 'regular' }, id!)
  const man = await county.enter('1995-01-01', { sex: 'male' })
  await assert.rejects(
    act('folic-acid.issue', { person: man, stage: 'before', bottles: 1 }),
    refusal('invalid', 'person'),
  )
})

test('screening is offered, and at high risk diagnosis is', async () => {
  const woman = await county.enter('1995-01-01')
  const offer = (kind: string, happenedOn: string, answer = 'accepted') =>
    act('prenatal-screening.offer', { person: woman, kind, happenedOn, answer })
  await assert.rejects(offer('nipt', '2025-08-01'), refusal('invalid', 'person'))
  await county.act(township, 'maternal-health.pregnancy.book', {
    ...{ person: woman, happenedOn: '2025-06-20', lastPeriodOn: '2025-05-01' },
  })
  // Ten weeks on 10 July; the test is done from twelve on.
  const { id } = await offer('nipt', '2025-07-10')
  assert.deepEqual(await due(woman), [['result-due', '2025-08-21']])
  await assert.rejects(offer('nipt', '2025-07-11'), refusal('invalid', 'kind'))
  await assert.rejects(offer('serum-early', '2025-08-20'), refusal('invalid', 'kind'))
  await offer('ultrasound', '2025-09-30', 'declined')
  await act('prenatal-screening.record-result', { testedOn: '2025-08-01', result: 'high' }, id!)
  assert.deepEqual(await due(woman), [['diagnosis-due', '2025-08-15']])
  const diagnosed = { answer: 'accepted', on: '2025-08-20', method: 'amniocentesis' }
  await assert.rejects(act('prenatal-screening.diagnose', diagnosed, id!), refusal('invalid', 'result'))
  await act('prenatal-screening.diagnose', { ...diagnosed, result: 'normal' }, id!)
  assert.deepEqual(await due(woman), [])
})

test('the rate is of perinates, with the interval of its count', async () => {
  await mother()
  await mother()
  const late = await mother()
  county.today = '2025-12-20'
  await act('card.report', finding(late, { defects: ['heart'], diagnosedOn: '2025-11-20' }))
  await buildFigures(county.database, {
    county: county.county,
    indicators: birthDefects.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const figure = async (id: string) => {
    const { value, numerator, denominator } = await county.figure(`birth-defects.${id}`, TOWNSHIP, '2025')
    return [numerator, denominator, value]
  }
  assert.deepEqual(await figure('rate'), ['1', '4', '2500.00'])
  // 0.0253 and 5.5716 of 4.
  assert.equal((await figure('rate-low'))[2], '63.29')
  assert.equal((await figure('rate-high'))[2], '13929.11')
  assert.deepEqual((await figure('rate-heart')).slice(0, 2), ['1', '4'])
  assert.deepEqual((await figure('rate-cleft')).slice(0, 2), ['0', '4'])
  assert.deepEqual((await figure('timely-rate')).slice(0, 2), ['1', '2'])
  assert.deepEqual((await figure('screening-rate')).slice(0, 2), ['1', '4'])
  assert.deepEqual((await figure('diagnosis-rate')).slice(0, 2), ['1', '1'])
  assert.deepEqual((await figure('bottles'))[0], '3')
  assert.deepEqual((await figure('taking-rate')).slice(0, 2), ['1', '1'])
})
