import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { horizonOf } from '@kangheng/kernel/indicator/horizon.ts'
import { listTasks } from '@kangheng/kernel/task/read.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, OTHER_VILLAGE, TOWNSHIP, VILLAGE } from '../family-doctor/testing.ts'
import { physicalExamination } from './index.ts'
import { examinationLines, withCampaign } from './testing.ts'

const openCounty = async (day: string) => withCampaign(await openFamilyDoctorCounty(day, examinationLines), VILLAGE)

let county: Awaited<ReturnType<typeof openCounty>>
const today = '2025-12-20'

const rows = <Row>(sql: string, ...parameters: unknown[]) => county.database.query<Row>(sql, parameters)
const form = async (attendance: string) =>
  (
    await rows<Record<string, unknown>>(
      `select x.* from health_examination x join physical_examination_attendance a on a.examination = x.id where a.id = $1`,
      attendance,
    )
  )[0]!
const tasks = async () => {
  const setting = { county: county.county, today }
  const { rows } = await asActor(county.database, county.house, actors.township(TOWNSHIP), (connection) =>
    listTasks(connection, setting, physicalExamination.tasks, { unmasked: true }),
  )
  return rows.map(({ task, dueOn }) => `${task.replace('physical-examination.', '')} ${dueOn}`)
}

before(async () => {
  county = await openCounty(today)
})
after(() => county.close())

test('a day’s list holds who is due, in order of household, nobody twice', async () => {
  const [older, patient] = [await county.recorded('1950-01-01'), await county.recorded('1980-01-01')]
  await county.recorded('1985-01-01')
  const examined = await county.recorded('1951-01-01')
  await county.recorded('1952-01-01', { division: OTHER_VILLAGE })
  await county.act(actors.township(TOWNSHIP), 'health-record.examination.record', {
    person: examined,
    happenedOn: '2025-03-01',
  })
  await county.act(actors.township(TOWNSHIP), 'hypertension.patient.register', {
    person: patient,
    happenedOn: '2025-02-01',
    source: 'screening',
  })
  await rows(`update person set village_group = case id when $1 then '二组' else '一组' end`, older)
  assert.deepEqual(await tasks(), [`list-due 2025-12-19`])
  await county.run('stop.draw-up-list', {}, county.stop)
  await county.run('stop.draw-up-list', {}, county.stop)
  const list = await rows<{ person: string; groups: string[]; n: number }>(
    `select person, called_groups as groups, list_number as n from physical_examination_attendance order by list_number`,
  )
  assert.deepEqual(list, [
    { person: patient, groups: ['hypertension'], n: 1 },
    { person: older, groups: ['older'], n: 2 },
  ])
})

test('arrival by card or by person opens one form; stations fill it in; conclusions must fit the results', async () => {
  const [first] = await rows<{ person: string }>(
    `select person from physical_examination_attendance where list_number = 2`,
  )
  const person = first!.person
  const arrive = (input: object) => county.run('attendance.arrive', { stop: county.stop, ...input })
  await assert.rejects(arrive({}), refusal('invalid', 'person'))
  await assert.rejects(arrive({ card: 'nonsense' }), refusal('invalid', 'card'))
  const noRecord = await county.enter('1949-01-01')
  await assert.rejects(arrive({ person: noRecord }), refusal('invalid', 'person'))
  const attendance = await arrive({ person, barcode: 'T0001' })
  await assert.rejects(arrive({ person, barcode: 'T0002' }), refusal('invalid', 'person'))
  const other = await county.recorded('1953-01-01')
  await assert.rejects(arrive({ person: other, barcode: 'T0001' }), refusal('invalid', 'barcode'))
  await arrive({ person: other, barcode: 'T0002' })

  const fill = (input: object) => county.run('attendance.fill-in', input, attendance)
  await fill({ stations: ['general'], systolicLeft: 150, diastolicLeft: 90, height: 160, symptoms: ['headache'] })
  await fill({ stations: ['general', 'ecg'], weight: 64, ecg: 'normal' })
  await assert.rejects(fill({ stations: ['general'], diastolicLeft: 160 }), refusal('invalid', 'diastolicLeft'))
  const filled = await form(attendance)
  assert.deepEqual(
    [filled['systolic_left'], filled['body_mass_index'], filled['symptoms'], filled['ecg']],
    [150, '25.0', ['headache'], 'normal'],
  )

  const enter = (input: object) => county.run('result.record', { attendance, ...input })
  await enter({ item: 'haemoglobin', text: '12.9', unit: 'g/dL', measuredAt: '2025-12-20 00:00' })
  await assert.rejects(
    enter({ item: 'haemoglobin', text: '129', measuredAt: '2025-12-20 00:00' }),
    refusal('invalid', 'item'),
  )
  await assert.rejects(enter({ item: 'urea', text: '5', unit: 'g' }), refusal('invalid', 'unit'))
  const glucose = await enter({ item: 'fastingGlucose', text: '17.2', unit: 'mmol/L', measuredAt: '2025-12-20 00:00' })
  assert.deepEqual(
    [(await form(attendance))['haemoglobin'], (await form(attendance))['fasting_glucose']],
    [129, '17.2'],
  )
  assert.deepEqual(await tasks(), ['notify 2025-12-21', 'follow-up 2026-01-19', 'report-due 2026-01-19'])

  const report = (finding: string) => county.run('attendance.report', { finding, advice: '转诊' }, attendance)
  await assert.rejects(report('referral'), refusal('invalid', 'finding'))
  await county.run('result.notify', { whom: '本人 电话', handling: '当日转县医院' }, glucose)
  await assert.rejects(report('healthy'), refusal('invalid', 'finding'))
  await report('referral')
  assert.deepEqual(await tasks(), ['report-due 2026-01-19'])

  await enter({ item: 'fastingGlucose', text: '7.0', measuredAt: '2025-12-20 00:01' })
  assert.equal((await form(attendance))['fasting_glucose'], '7.0')
  const [newest] = await rows<{ id: string }>(`select id from physical_examination_result where value = 7.0`)
  await county.run('result.void', { reason: '录入错误' }, newest!.id)
  assert.equal((await form(attendance))['fasting_glucose'], '17.2')
})

test('indicators: two years, attendance, feedback, critical values in time', async () => {
  await buildFigures(county.database, {
    county: county.county,
    indicators: physicalExamination.indicators,
    horizon: horizonOf('2025-01', county.today),
  })
  const parts = async (id: string) => {
    const { numerator, denominator } = await county.figure(`physical-examination.${id}`, TOWNSHIP, '2025')
    return `${numerator}/${denominator}`
  }
  // Examined: the one of March and the two who came; residents: all seven entered.
  assert.equal(await parts('two-year-rate'), '3/7')
  assert.deepEqual(
    [
      await parts('attendance-rate'),
      await parts('report-rate'),
      await parts('critical-in-time'),
      await parts('abnormal-share'),
    ],
    ['2/3', '1/2', '1/1', '1/2'],
  )
})

test('a voided attendance takes form, results and use along', async () => {
  const [{ id }] = (await rows<{ id: string }>(
    `select id from physical_examination_attendance where barcode = 'T0001'`,
  )) as [{ id: string }]
  await county.run('attendance.void', { reason: '登记错人' }, id)
  const [left] = await rows<{ forms: number; results: number; uses: number }>(
    `select (select count(*) from health_examination where voided_at is null)::int as forms,
      (select count(*) from physical_examination_result where voided_at is null)::int as results,
      (select count(*) from health_record_use where voided_at is null and kind = 'examination')::int as uses`,
  )
  assert.deepEqual(left, { forms: 2, results: 0, uses: 2 })
})
