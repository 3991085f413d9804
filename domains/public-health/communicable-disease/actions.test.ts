import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { actors, refusal } from '../../testing/county.ts'
import { communicableDisease } from './index.ts'
import { cdc, type DiseaseCounty, hospital, openDiseaseCounty } from './testing.ts'

const TODAY = '2025-11-20'
let county: DiseaseCounty

before(async () => {
  county = await openDiseaseCounty(TODAY)
})
after(() => county.close())

const card = async (id: string) =>
  (await county.database.query<Record<string, unknown>>('select * from notifiable_case where id = $1', [id]))[0]!
const signals = (where = 'true') =>
  county.database.query<Record<string, unknown> & { id: string; cases: string[] }>(
    `select * from disease_signal where ${where} order by recorded_at`,
  )
const act = (name: string, id: string, input: unknown = {}) =>
  county.act(cdc, `communicable-disease.${name}`, input, { id })

describe('report cards', () => {
  test('a case is reported, reviewed and counted', async () => {
    const id = await county.report(actors.township(), await county.enter('1980-01-01'))
    const reported = await card(id)
    assert.deepEqual(
      [
        reported['state'],
        reported['disease_class'],
        reported['counted'],
        reported['complete'],
        reported['reported_in_time'],
      ],
      ['reported', 'C', true, true, true],
    )
    assert.equal(reported['report_due_at'], `${addDays(TODAY, 1)} 00:00`)
    await act('case.review', id)
    const reviewed = await card(id)
    assert.deepEqual(
      [reviewed['state'], reviewed['reviewed_in_time'], String(reviewed['reviewed_by'] ?? '')],
      ['reviewed', true, ''],
    )
    await assert.rejects(act('case.review', id), refusal('conflict'))
  })

  test('a card that was diagnosed two days ago is late', async () => {
    const id = await county.report(actors.township(), await county.enter('1980-01-02'), {
      onsetOn: addDays(TODAY, -3),
      diagnosedOn: addDays(TODAY, -2),
    })
    assert.equal((await card(id))['reported_in_time'], false)
  })

  test('faults name their field', async () => {
    const person = await county.enter('1980-01-03')
    await assert.rejects(county.report(hospital, person, { onsetOn: addDays(TODAY, 1) }), refusal('invalid', 'onsetOn'))
    await assert.rejects(county.report(hospital, person, { disease: 'viral-hepatitis' }), refusal('invalid', 'subtype'))
    await assert.rejects(county.report(hospital, person, { group: 'pupil' }), refusal('invalid', 'workplace'))
    await assert.rejects(
      county.report(hospital, person, { diagnosedTime: '25:00' }),
      refusal('invalid', 'diagnosedTime'),
    )
    const child = await county.enter('2018-01-03')
    await assert.rejects(county.report(hospital, child, { group: 'child-at-home' }), refusal('invalid', 'guardian'))
  })

  test('a second card of the same illness is stopped, unless it was checked; a duplicate is settled', async () => {
    const person = await county.enter('1980-01-04')
    const first = await county.report(actors.township(), person)
    await assert.rejects(county.report(hospital, person), refusal('invalid', 'disease'))
    const second = await county.report(hospital, person, { sameIllness: true })
    await act('case.review', first)
    await assert.rejects(act('case.review', second), refusal('invalid', 'state'))
    await assert.rejects(act('case.settle-duplicate', second, { of: second }), refusal('invalid', 'of'))
    await act('case.settle-duplicate', second, { of: first })
    assert.deepEqual([(await card(second))['state'], (await card(second))['duplicate_of']], ['duplicate', first])
  })

  test('a card is sent back, corrected to another disease, and keeps the former one', async () => {
    const id = await county.report(actors.township(), await county.enter('1980-01-05'))
    await act('case.return', id, { reason: 'diagnosis' })
    const input = {
      disease: 'viral-hepatitis',
      subtype: 'hepatitis-b',
      course: 'chronic',
      category: 'carrier',
      onsetOn: TODAY,
      diagnosedOn: TODAY,
      diagnosedTime: '00:00',
      group: 'farmer',
      origin: 'county',
    }
    await county.act(actors.township(), 'communicable-disease.case.correct', input, { id })
    const corrected = await card(id)
    assert.deepEqual(
      [
        corrected['state'],
        corrected['disease'],
        corrected['former_disease'],
        corrected['disease_class'],
        corrected['counted'],
        corrected['return_reason'],
      ],
      ['reported', 'viral-hepatitis', 'mumps', 'B', false, null],
    )
  })

  test('hepatitis B and tuberculosis have attached cards that fit them, one each', async () => {
    const hepatitis = await county.report(hospital, await county.enter('1980-02-05'), {
      disease: 'viral-hepatitis',
      subtype: 'hepatitis-b',
      course: 'acute',
    })
    const findings = {
      surfaceAntigen: 'never-tested',
      coreAntibody: 'positive',
      biopsy: 'not-done',
      converted: 'not-tested',
    }
    const attach = (input: object) =>
      county.act(hospital, 'communicable-disease.hepatitis-b-card.attach', { case: hepatitis, ...findings, ...input })
    await assert.rejects(attach({ coreAntibody: 'negative' }), refusal('invalid', 'coreAntibody'))
    await attach({ alanine: 312.5 })
    await assert.rejects(attach({}), refusal('invalid', 'case'))
    const tuberculosis = await county.report(hospital, await county.enter('1980-02-06'), {
      disease: 'tuberculosis',
      subtype: 'tb-positive',
      category: 'confirmed',
    })
    const results = { smear: 'negative', culture: 'not-tested', molecular: 'positive', resistance: 'sensitive' }
    const card = { ...results, historyOfTreatment: 'new', source: 'referral', case: tuberculosis }
    const action = 'communicable-disease.tuberculosis-card.attach'
    await assert.rejects(county.act(hospital, action, { ...card, case: hepatitis }), refusal('invalid', 'case'))
    await assert.rejects(county.act(hospital, action, { ...card, molecular: 'negative' }), refusal('invalid', 'smear'))
    await county.act(hospital, action, card)
  })

  test('a death may be added, not before onset', async () => {
    const id = await county.report(actors.township(), await county.enter('1980-01-06'), {
      disease: 'rabies',
      onsetOn: addDays(TODAY, -5),
      diagnosedOn: addDays(TODAY, -1),
    })
    const input = {
      disease: 'rabies',
      category: 'clinical',
      onsetOn: addDays(TODAY, -5),
      diagnosedOn: addDays(TODAY, -1),
      diagnosedTime: '00:00',
      group: 'farmer',
      origin: 'county',
    }
    const correct = (diedOn: string) =>
      county.act(actors.township(), 'communicable-disease.case.correct', { ...input, diedOn }, { id })
    await assert.rejects(correct(addDays(TODAY, -6)), refusal('invalid', 'diedOn'))
    await correct(TODAY)
    assert.equal(String((await card(id))['died_on']).slice(0, 10), TODAY)
  })

  test('a case of class A is due in two hours', async () => {
    const id = await county.report(actors.township(), await county.enter('1980-01-07'), { disease: 'cholera' })
    assert.equal((await card(id))['report_due_at'], `${TODAY} 02:00`)
    const [signal] = await signals(`disease = 'cholera'`)
    assert.deepEqual([signal?.['rule'], signal?.['level'], signal?.['state']], ['cholera', 'county', 'raised'])
  })
})

describe('signals', () => {
  const school = {
    disease: 'infectious-diarrhoea',
    group: 'pupil',
    workplace: '石鼓中心小学',
    schoolClass: '三年级1班',
    guardian: '和某',
  }

  test('the tenth pupil of a school within a week raises a signal, the eleventh joins it', async () => {
    for (let index = 0; index < 9; index++)
      await county.report(actors.township(), await county.enter(`2015-02-${String(10 + index)}`), school)
    assert.equal((await signals(`disease = 'infectious-diarrhoea'`)).length, 0)
    await county.report(actors.township(), await county.enter('2015-03-10'), school)
    const [raised, ...more] = await signals(`disease = 'infectious-diarrhoea'`)
    assert.deepEqual(
      [raised?.['rule'], raised?.['place'], raised?.['observed'], more.length],
      ['school-infectious-diarrhoea', '石鼓中心小学', 10, 0],
    )
    await county.report(actors.township(), await county.enter('2015-03-11'), school)
    const [grown, ...none] = await signals(`disease = 'infectious-diarrhoea'`)
    assert.deepEqual([grown?.['observed'], grown?.cases.length, none.length], [11, 11, 0])
  })

  test('a signal is verified, investigated and declared an event with its grade', async () => {
    const [signal] = await signals(`disease = 'infectious-diarrhoea'`)
    const id = signal!.id
    await assert.rejects(act('signal.investigate', id), refusal('conflict'))
    await act('signal.verify', id, { note: '电话核实属实' })
    await act('signal.investigate', id)
    await act('signal.declare-event', id, { cases: 25 })
    const [event] = await signals(`id = '${id}'`)
    assert.deepEqual(
      [
        event?.['state'],
        event?.['verified_in_time'],
        Number(event?.['verify_minutes']) >= 0,
        event?.['grade'],
        event?.['note'],
      ],
      ['event', true, true, 'IV', '电话核实属实'],
    )
    await assert.rejects(act('signal.dismiss', id, { reason: 'expected' }), refusal('conflict'))
  })

  test('a signal is dismissed with a reason, after verification only', async () => {
    const { id } = await county.act(hospital, 'communicable-disease.signal.raise', {
      disease: 'influenza',
      division: '530721102201',
      level: 'unit',
      unit: '石鼓中学',
      observed: 8,
      fromOn: TODAY,
    })
    await assert.rejects(act('signal.dismiss', id!, { reason: 'expected' }), refusal('conflict'))
    await act('signal.verify', id!)
    await assert.rejects(act('signal.dismiss', id!, {}), refusal('invalid', 'reason'))
    await act('signal.dismiss', id!, { reason: 'unrelated-cases' })
    const [dismissed] = await signals(`id = '${id}'`)
    assert.deepEqual(
      [dismissed?.['state'], dismissed?.['dismissal'], dismissed?.['closed_at'] !== null],
      ['dismissed', 'unrelated-cases', true],
    )
  })

  test('the series are watched: five cases in a day after a quiet time are a signal, once', async () => {
    for (let index = 0; index < 5; index++)
      await county.report(actors.township(), await county.enter(`1970-05-${String(10 + index)}`), {
        disease: 'pertussis',
      })
    const quiet = await county.enter('1970-06-01')
    await county.report(actors.township(), quiet, {
      disease: 'pertussis',
      onsetOn: addDays(TODAY, -60),
      diagnosedOn: addDays(TODAY, -60),
    })
    const run = () => county.act(cdc, 'communicable-disease.signal.run', {})
    assert.notDeepEqual((await run()).result, { raised: 0 })
    const found = await signals(`disease = 'pertussis'`)
    assert.deepEqual(found.map((each) => each['level']).sort(), ['county', 'township'])
    assert.ok(found.every((each) => each['method'] === 'ears-c2'))
    assert.deepEqual((await run()).result, { raised: 0 })
  })

  test('what waits is on the work list', async () => {
    const tasks = await asActor(county.database, county.house, cdc, (connection) =>
      listTasks(connection, county, communicableDisease.tasks, { unmasked: true }),
    )
    const kinds = new Set(tasks.rows.map((row) => row.task))
    assert.ok(kinds.has('communicable-disease.review') && kinds.has('communicable-disease.verify'))
  })
})
