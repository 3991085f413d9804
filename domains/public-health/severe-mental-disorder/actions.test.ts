import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { severeMentalDisorder } from './index.ts'
import { officer, openMentalCounty, type MentalCounty } from './testing.ts'

let county: MentalCounty
let [person, patient] = ['', '']

const act = (action: string, input: object, id?: string) =>
  county.act(officer, `severe-mental-disorder.${action}`, input, ...(id ? [{ id }] : []))
const rowsOf = (table: string) =>
  county.database.query<Record<string, unknown>>(
    `select * from mental_${table} where person = $1 and voided_at is null order by happened_on`,
    [person],
  )
const standing = async () => (await rowsOf('patient'))[0]!
const steps = async () =>
  (await rowsOf('visit')).map((row) => [row['class'], row['step'], row['due_on'], row['followed_on']])
const grave = { behaviours: ['smashing-anywhere'] }

before(async () => {
  county = await openMentalCounty('2025-12-20')
})
beforeEach(async () => {
  person = await county.enter('1980-01-01')
  patient = await county.register(person)
})
after(() => county.close())

describe('registration and consent', () => {
  const group = () =>
    county.database.query(
      `select 1 from key_population_membership where person = $1 and "group" = 'mental-disorder' and ends_on is null`,
      [person],
    )

  test('with consent: managed, in the key group, first seen within two weeks', async () => {
    const { state, due_on } = await standing()
    assert.deepEqual([state, due_on, (await group()).length], ['managed', '2025-01-19', 1])
    await assert.rejects(county.register(person), refusal('invalid', 'person'))
  })

  test('without: registered, not managed, not visited; consent and its withdrawal later', async () => {
    person = await county.enter('1980-01-01')
    patient = await county.register(person, { consent: 'refused', consentBy: undefined })
    assert.deepEqual([(await standing())['state'], (await standing())['due_on']], ['registered', null])
    assert.equal((await group()).length, 0)
    await assert.rejects(
      act('stay.admit', { person, hospital: '市精神病医院', kind: 'voluntary' }),
      refusal('invalid', 'person'),
    )
    await act('patient.consent', { on: '2025-05-01', consentBy: 'patient' }, patient)
    assert.deepEqual([(await standing())['due_on'], (await group()).length], ['2025-05-15', 1])
    await act('patient.withdraw-consent', { on: '2025-06-01' }, patient)
    assert.deepEqual([(await standing())['due_on'], (await group()).length], [null, 0])
  })

  test('says what is missing', async () => {
    const other = await county.enter('1980-01-01')
    await assert.rejects(county.register(other, { consentBy: undefined }), refusal('invalid', 'consentBy'))
    await assert.rejects(county.register(other, { guardian: undefined }), refusal('invalid', 'guardian'))
    await assert.rejects(county.register(other, { diagnosedOn: '2025-02-01' }), refusal('invalid', 'diagnosedOn'))
  })

  test('lost, found, moved away', async () => {
    await act('patient.lose', { on: '2025-06-01', lossReason: 'work' }, patient)
    await act('patient.find-again', {}, patient)
    await county.visit(person, '2025-07-01')
    await assert.rejects(
      act('patient.end', { on: '2025-06-01', endReason: 'moved-away' }, patient),
      refusal('invalid', 'on'),
    )
    await act('patient.end', { on: '2025-08-01', endReason: 'moved-away' }, patient)
    assert.equal((await group()).length, 0)
    await county.register(person, { happenedOn: '2025-10-01' })
  })
})

describe('visits', () => {
  test('a late visit derives what comes after it again; correcting and voiding too', async () => {
    await county.visit(person, '2025-01-10', { symptomState: 'some' })
    await county.visit(person, '2025-03-10', { symptomState: 'some' })
    assert.equal((await steps())[1]![1], 'guidance')
    const late = await county.visit(person, '2025-01-20')
    assert.deepEqual(await steps(), [
      ['basically-stable', 'adjust', '2025-01-24', '2025-01-20'],
      ['stable', 'routine', '2025-04-20', '2025-03-10'],
      ['basically-stable', 'adjust', '2025-03-24', null],
    ])
    await act('visit.correct', grave, late)
    assert.deepEqual((await steps())[1], ['unstable', 'refer', '2025-02-03', '2025-03-10'])
    await act('visit.void', { reason: '录入错误' }, late)
    assert.equal((await steps())[1]![1], 'guidance')
    assert.equal((await standing())['due_on'], '2025-04-10')
  })

  test('any order of entry gives the same state', async () => {
    const visits: [string, object][] = [
      ['2025-02-01', { insight: 'partial' }],
      ['2025-02-12', { insight: 'partial', effect: 'better' }],
      ['2025-05-02', {}],
      ['2025-08-02', grave],
    ]
    const states: unknown[] = []
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1],
    ]) {
      person = await county.enter('1980-01-01')
      await county.register(person)
      for (const index of order) await county.visit(person, ...visits[index]!)
      const { last_risk, last_class, last_step, due_on, last_visit_on } = await standing()
      states.push([await steps(), last_risk, last_class, last_step, due_on, last_visit_on])
    }
    assert.deepEqual(states[1], states[0])
    assert.deepEqual(states[2], states[0])
  })

  test('says what is wrong', async () => {
    await county.visit(person, '2025-02-01')
    await assert.rejects(county.visit(person, '2025-02-01'), refusal('invalid', 'happenedOn'))
    await assert.rejects(county.visit(person, '2025-01-04'), refusal('invalid', 'happenedOn'))
    await assert.rejects(county.visit(person, '2025-03-01', { ...grave, mode: 'phone' }), refusal('invalid', 'mode'))
    await assert.rejects(county.visit(person, '2025-03-01', { agreedOn: '2025-02-20' }), refusal('invalid', 'agreedOn'))
  })

  test('no package on a contract names the group or its visits', async () => {
    const offer = (more: object) =>
      county.act(actors.bureau, 'family-doctor.package.offer', {
        ...{ code: 'M01', name: '服务包', grade: 'basic', happenedOn: '2024-12-01' },
        ...{ items: [{ item: 'home-visits', times: 4 }], ...more },
      })
    await assert.rejects(offer({ groups: ['mental-disorder'] }), refusal('invalid', 'groups.0'))
    await assert.rejects(offer({ items: [{ item: 'mental-disorder-visits', times: 4 }] }), refusal('invalid'))
    await offer({ groups: ['disabled'] })
  })
})

describe('emergencies and hospital', () => {
  test('police told, admitted, discharged, seen within two weeks', async () => {
    await county.visit(person, '2025-02-01')
    const emergency = { person, happenedOn: '2025-03-08', kind: 'danger', behaviours: ['armed'] }
    const { id } = await act('emergency.report', emergency)
    const end = { on: '2025-03-09', disposal: 'admission', hospital: '市精神病医院', admission: 'involuntary' }
    await assert.rejects(act('emergency.end', end, id!), refusal('invalid', 'policeToldAt'))
    await assert.rejects(
      act('emergency.end', { ...end, policeToldAt: '2025-03-07 10:00' }, id!),
      refusal('invalid', 'policeToldAt'),
    )
    await act('emergency.end', { ...end, policeToldAt: '2025-03-08 21:40' }, id!)
    assert.deepEqual([(await standing())['due_on'], (await standing())['in_hospital_since']], [null, '2025-03-09'])
    await assert.rejects(county.visit(person, '2025-03-20'), refusal('invalid', 'happenedOn'))
    const [stay] = await rowsOf('stay')
    await act('stay.discharge', { on: '2025-05-01', outcome: 'better' }, String(stay!['id']))
    assert.equal((await standing())['due_on'], '2025-05-15')
    await county.visit(person, '2025-05-10')
    assert.equal((await standing())['due_on'], '2025-08-10')
  })

  test('settled on the spot: seen within two weeks; one stay at a time', async () => {
    await county.visit(person, '2025-02-01')
    const { id } = await act('emergency.report', { person, happenedOn: '2025-03-08', kind: 'relapse' })
    await act('emergency.end', { on: '2025-03-08', disposal: 'on-the-spot' }, id!)
    assert.equal((await standing())['due_on'], '2025-03-22')
    const admit = (happenedOn: string) =>
      act('stay.admit', { person, happenedOn, hospital: '市精神病医院', kind: 'voluntary' })
    const stay = (await admit('2025-04-01')).id!
    await assert.rejects(admit('2025-04-02'), refusal('invalid', 'happenedOn'))
    await act('stay.void', { reason: '录入错误' }, stay)
    assert.equal((await standing())['due_on'], '2025-03-22')
  })
})

test('the guardian is paid once a year, where the rule allows it', async () => {
  await assert.rejects(act('subsidy.pay', { person, year: 2025 }), refusal('invalid', 'person'))
  await county.visit(person, '2025-02-01', grave)
  await assert.rejects(act('subsidy.pay', { person, year: 2026 }), refusal('invalid', 'year'))
  await act('subsidy.pay', { person, year: 2025 })
  await assert.rejects(act('subsidy.pay', { person, year: 2025 }), refusal('invalid', 'year'))
  assert.deepEqual(
    (await rowsOf('subsidy')).map((row) => [row['guardian'], row['amount']]),
    [['杨测试', '2400.00']],
  )
})

test('work falls due', async () => {
  const tasksOf = async () => {
    const { rows } = await asActor(county.database, county.house, officer, (connection) =>
      listTasks(connection, county, severeMentalDisorder.tasks, { unmasked: true, limit: 1000 }),
    )
    return rows.filter((row) => row.person === person).map((row) => [row.task, row.dueOn, row.overdueDays])
  }
  const examination = ['severe-mental-disorder.examination-due', '2025-12-31', 0]
  assert.deepEqual(await tasksOf(), [examination, ['severe-mental-disorder.check-due', '2025-01-19', 335]])
  await county.visit(person, '2025-10-01')
  assert.deepEqual(await tasksOf(), [examination, ['severe-mental-disorder.visit-due', '2026-01-01', 0]])
  await county.visit(person, '2025-12-10', { ...grave, examinationAnswer: 'not-fit' })
  assert.deepEqual(await tasksOf(), [['severe-mental-disorder.check-due', '2025-12-24', 0]])
  await act('emergency.report', { person, happenedOn: '2025-12-12', kind: 'relapse' })
  assert.deepEqual((await tasksOf())[0], ['severe-mental-disorder.emergency-open', '2025-12-12', 8])
})
