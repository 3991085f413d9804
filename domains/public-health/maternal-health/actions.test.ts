import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { testActor } from '@kangheng/kernel/testing/database.ts'
import { childHealth } from '../child-health/index.ts'
import { openFamilyDoctorCounty, TOWNSHIP, VILLAGE, type FamilyDoctorCounty } from '../family-doctor/testing.ts'
import { maternalHealth } from './index.ts'

const township = actors.township(TOWNSHIP)
const hospital = testActor('county-institution', '530721', { institution: 'H530721001' })
let county: FamilyDoctorCounty

const act = (action: string, input: object, id?: string) =>
  county.act(township, `maternal-health.${action}`, input, ...(id ? [{ id }] : []))
const book = (person: string, happenedOn: string, lastPeriodOn: string, more: object = {}) =>
  act('pregnancy.book', { person, happenedOn, lastPeriodOn, height: 158, weight: 54, ...more })
const examine = (person: string, happenedOn: string, more: object = {}) =>
  act('antenatal-visit.record', { person, happenedOn, ...more })
const rowOf = async (table: string, person: string, columns: string[]) => {
  const [row] = await county.database.query(
    `select * from ${table} where person = $1 and voided_at is null order by happened_on limit 1`,
    [person],
  )
  return row && columns.map((name) => row[name])
}
const idOf = async (table: string, person: string) => String((await rowOf(table, person, ['id']))![0])
const standing = (person: string) =>
  rowOf('maternal_pregnancy', person, ['state', 'early', 'visits', 'colour', 'highest_colour', 'next_step', 'due_on'])
const due = async (person: string) => {
  const { rows } = await asActor(county.database, county.house, township, (connection) =>
    listTasks(connection, county, maternalHealth.tasks, { unmasked: true, limit: 1000, within: 365 }),
  )
  return rows
    .filter((row) => row.person === person)
    .map((row) => [row.task.slice('maternal-health.'.length), row.dueOn])
}

before(async () => {
  county = await openFamilyDoctorCounty('2025-12-20', [childHealth, maternalHealth])
})
after(() => county.close())

test('a pregnancy from booking to 42 days, and the newborn handed over to child health', async () => {
  const woman = await county.enter('1996-05-01')
  await book(woman, '2025-02-20', '2025-01-01')
  assert.deepEqual(await standing(woman), ['pregnant', true, 1, 'green', 'green', 'weeks-16', '2025-05-27'])
  const group = `select "group" from key_population_membership where person = $1 and ends_on is null`
  assert.deepEqual(await county.database.query(group, [woman]), [{ group: 'maternal' }])
  for (const day of ['2025-05-06', '2025-06-10', '2025-08-12']) await examine(woman, day, { haemoglobin: 118 })
  assert.deepEqual(await due(woman), [['visit-due', '2025-10-14']])
  await examine(woman, '2025-09-22')
  const children = [{ sex: 'female', weight: 3150, apgar: 9 }]
  await act('delivery.record', {
    ...{
      person: woman,
      happenedOn: '2025-10-02',
      place: 'hospital',
      mode: 'caesarean',
      dischargedOn: '2025-10-07',
      children,
    },
  })
  assert.deepEqual(await standing(woman), ['postpartum', true, 5, 'green', 'green', 'postpartum-visit', '2025-10-14'])
  assert.deepEqual(await due(woman), [
    ['postpartum-due', '2025-10-14'],
    ['newborn-due', '2025-10-09'],
  ])
  const newborn = await idOf('maternal_newborn', woman)
  const { id: birth } = await county.act(township, 'resident.birth.register', {
    ...{ name: '和小宝', sex: 'female', happenedOn: '2025-10-02', mother: woman, deliveredAt: 'hospital' },
  })
  const [born] = await county.database.query('select person from resident_birth where id = $1', [birth])
  const child = String(born!['person'])
  const boy = await county.enter('2025-10-02', { sex: 'male' })
  await assert.rejects(act('newborn.hand-over', { child: boy }, newborn), refusal('invalid', 'child'))
  await act('newborn.hand-over', { child, on: '2025-10-08' }, newborn)
  assert.deepEqual(
    await rowOf('child_health_child', child, [
      'mother',
      'birth_weight',
      'gestational_weeks',
      'discharged_on',
      'next_step',
    ]),
    [woman, 3150, 39, '2025-10-07', 'newborn'],
  )
  await act('postpartum-visit.record', { person: woman, kind: 'home', happenedOn: '2025-10-12' })
  const early = { person: woman, kind: 'day-42', happenedOn: '2025-10-30' }
  await assert.rejects(act('postpartum-visit.record', early), refusal('invalid', 'happenedOn'))
  await assert.rejects(
    act('pregnancy.end', { outcome: 'completed' }, await idOf('maternal_pregnancy', woman)),
    refusal('invalid', 'outcome'),
  )
  await act('postpartum-visit.record', { person: woman, kind: 'day-42', happenedOn: '2025-11-14' })
  assert.deepEqual(await due(woman), [['to-close', '2025-12-14']])
  await act('pregnancy.end', { outcome: 'completed', on: '2025-11-14' }, await idOf('maternal_pregnancy', woman))
  assert.deepEqual(await due(woman), [])
  assert.deepEqual(await county.database.query(group, [woman]), [])
})

test('risk at every visit: the special case is opened, changed and taken back as the assessments say', async () => {
  const woman = await county.enter('1985-03-01')
  await book(woman, '2025-09-01', '2025-07-10', { riskFactors: ['scarred-uterus'] })
  // Forty when the child is expected: orange by age alone.
  assert.deepEqual((await standing(woman))!.slice(3, 5), ['orange', 'orange'])
  const found = () =>
    rowOf('maternal_special_case', woman, ['colour', 'infectious', 'risk_factors', 'report_due_on', 'due_on', 'state'])
  assert.deepEqual(await found(), ['orange', false, ['age-40'], '2025-09-04', '2025-09-15', 'open'])
  const { id: visit } = await examine(woman, '2025-10-20', { riskFactors: ['heart-severe', 'syphilis'] })
  assert.deepEqual(await found(), [
    ...['red', true, ['age-40', 'heart-severe', 'syphilis'], '2025-09-04', '2025-09-08', 'open'],
  ])
  await act('antenatal-visit.void', { reason: '录入错误' }, visit!)
  assert.deepEqual((await found())!.slice(0, 3), ['orange', false, ['age-40']])
  const special = await idOf('maternal_special_case', woman)
  await act('special-case.report', { on: '2025-09-03', responsibleDoctor: '和医生' }, special)
  await act('special-case.refer', { referredTo: '县人民医院产科', on: '2025-09-03' }, special)
  assert.deepEqual((await due(woman)).map(([task]) => task).sort(), ['case-due', 'case-receive-due', 'visit-due'])
  await assert.rejects(
    act('special-case.receive', { receivedBy: '县人民医院', on: '2025-09-01' }, special),
    refusal('invalid', 'on'),
  )
  await county.act(
    hospital,
    'maternal-health.special-case.receive',
    { receivedBy: '县人民医院', on: '2025-09-04' },
    { id: special },
  )
  await act('special-case.follow-up', { on: '2025-12-15', caseOutcome: 'stable' }, special)
  assert.deepEqual((await found())!.slice(4), ['2025-12-29', 'open'])
  await assert.rejects(act('special-case.close', {}, special), refusal('invalid', 'on'))
  await act('pregnancy.end', { outcome: 'ended-early' }, await idOf('maternal_pregnancy', woman))
  await act('special-case.close', {}, special)
  assert.deepEqual(await due(woman), [])
  // The key population says no more than that care ended.
  const [left] = await county.database.query('select end_reason from key_population_membership where person = $1', [
    woman,
  ])
  assert.equal(left!['end_reason'], '孕产期管理结束')
})

const history: [string, object][] = [
  ['2025-04-28', { riskFactors: ['twins'], haemoglobin: 101 }],
  ['2025-06-05', { riskFactors: ['twins', 'placenta-praevia'] }],
  ['2025-07-30', { riskFactors: ['twins', 'tuberculosis'], haemoglobin: 55 }],
  ['2025-09-22', { riskFactors: ['twins'] }],
]

test('any order of entry gives the same pregnancy and the same special case', async () => {
  const states: unknown[] = []
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
  ]) {
    const woman = await county.enter('1995-01-01')
    await book(woman, '2025-02-01', '2025-01-01')
    for (const index of order) await examine(woman, ...history[index]!)
    const columns = ['colour', 'infectious', 'risk_factors', 'report_due_on', 'due_on', 'happened_on']
    states.push([await standing(woman), await rowOf('maternal_special_case', woman, columns)])
  }
  assert.deepEqual(states[1], states[0])
  assert.deepEqual(states[2], states[0])
  assert.deepEqual(states[0], [
    ['pregnant', true, 5, 'yellow', 'orange', 'delivery', '2025-10-22'],
    ['orange', true, ['anaemia-severe', 'placenta-praevia', 'tuberculosis'], '2025-06-08', '2025-06-19', '2025-06-05'],
  ])
})

test('a corrected last period moves weeks, expected day and early booking', async () => {
  const woman = await county.enter('1998-01-01')
  await book(woman, '2025-11-20', '2025-10-01')
  await act('pregnancy.update', { lastPeriodOn: '2025-08-01' }, await idOf('maternal_pregnancy', woman))
  assert.deepEqual(await rowOf('maternal_pregnancy', woman, ['due_date', 'booked_weeks', 'early']), [
    '2026-05-08',
    15,
    false,
  ])
  assert.deepEqual(await rowOf('maternal_antenatal_visit', woman, ['weeks', 'period']), [15, 'weeks-16'])
})

test('what is refused', async () => {
  const [woman, man] = [await county.enter('1997-01-01'), await county.enter('1990-01-01', { sex: 'male' })]
  await assert.rejects(book(man, '2025-11-01', '2025-09-01'), refusal('invalid', 'person'))
  await assert.rejects(book(woman, '2025-11-01', '2025-11-02'), refusal('invalid', 'lastPeriodOn'))
  await assert.rejects(examine(woman, '2025-11-01'), refusal('invalid', 'person'))
  await book(woman, '2025-11-01', '2025-09-01')
  await assert.rejects(book(woman, '2025-11-02', '2025-09-01'), refusal('invalid', 'person'))
  await assert.rejects(examine(woman, '2025-11-01'), refusal('invalid', 'happenedOn'))
  const delivery = {
    person: woman,
    happenedOn: '2025-12-01',
    place: 'hospital',
    mode: 'vaginal',
    children: [{ sex: 'male' }],
  }
  await assert.rejects(act('delivery.record', delivery), refusal('invalid', 'happenedOn'))
  await assert.rejects(
    act('postpartum-visit.record', { person: woman, kind: 'home', happenedOn: '2025-12-02' }),
    refusal('invalid', 'person'),
  )
})

test('a death is reported, investigated, and reviewed level by level', async () => {
  const child = await county.enter('2025-09-01', { sex: 'male' })
  const report = { person: child, kind: 'under-five', place: 'hospital', cause: 'pneumonia' }
  const county_ = (action: string, input: object, id?: string) =>
    county.act(hospital, `maternal-health.${action}`, input, ...(id ? [{ id }] : []))
  await assert.rejects(act('death.report', report), refusal('invalid', 'person'))
  await county.act(township, 'resident.death.register', {
    person: child,
    happenedOn: '2025-11-20',
    place: 'institution',
  })
  await assert.rejects(act('death.report', { ...report, kind: 'maternal' }), refusal('invalid', 'kind'))
  const { id } = await act('death.report', report)
  assert.deepEqual(await rowOf('maternal_death', child, ['days', 'review_due_on', 'state']), [
    80,
    '2025-12-20',
    'reported',
  ])
  const reviewed = {
    death: id!,
    level: 'county',
    avoidability: 'avoidable',
    failures: ['primary-care'],
    conclusion: '识别不及时',
  }
  await assert.rejects(county_('death-review.record', reviewed), refusal('invalid', 'death'))
  await county_('death.investigate', { on: '2025-11-25', evidence: ['medical-record', 'interview'] }, id!)
  await county_('death-review.record', { ...reviewed, happenedOn: '2025-12-10' })
  await assert.rejects(county_('death-review.record', reviewed), refusal('invalid', 'level'))
  await county_('death-review.record', { ...reviewed, level: 'province', avoidability: 'create-conditions' })
  assert.deepEqual(await rowOf('maternal_death', child, ['state', 'level', 'avoidability', 'evidence']), [
    ...['reviewed', 'province', 'create-conditions', ['interview', 'medical-record']],
  ])
  // A mother within 42 days of birth.
  const woman = await county.enter('1994-01-01')
  await book(woman, '2025-02-20', '2025-01-01')
  const children = [{ sex: 'male', weight: 3000 }]
  await act('delivery.record', {
    person: woman,
    happenedOn: '2025-10-02',
    place: 'hospital',
    mode: 'vaginal',
    children,
  })
  await county.act(township, 'resident.death.register', {
    person: woman,
    happenedOn: '2025-10-20',
    place: 'institution',
  })
  await act('death.report', { person: woman, kind: 'maternal', place: 'hospital', cause: 'haemorrhage' })
  assert.deepEqual(await rowOf('maternal_death', woman, ['days', 'kind']), [18, 'maternal'])
  assert.equal(VILLAGE.startsWith(TOWNSHIP), true)
})
