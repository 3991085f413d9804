import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { asActor } from '@kangheng/kernel/access/scope.ts'
import { importFile } from '@kangheng/kernel/exchange/staged-import.ts'
import { returnedRows } from '@kangheng/kernel/exchange/import-jobs.ts'
import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import { readWorkbook } from '@kangheng/kernel/exchange/workbook-reader.ts'
import { actors, refusal } from '../../testing/county.ts'
import { openFamilyDoctorCounty, OTHER_VILLAGE, TOWNSHIP, VILLAGE } from '../family-doctor/testing.ts'
import { resultImport } from './result-import/importable.ts'
import { examinationLines, withCampaign } from './testing.ts'

const openCounty = async (day: string) => withCampaign(await openFamilyDoctorCounty(day, examinationLines), VILLAGE)

let county: Awaited<ReturnType<typeof openCounty>>
let person = ''
let attendance = ''
let number = ''

before(async () => {
  county = await openCounty('2025-12-20')
  person = await county.recorded('1950-01-01')
  attendance = await county.run('attendance.arrive', {
    stop: county.stop,
    person,
    barcode: 'T0001',
    happenedOn: '2025-12-18',
  })
  const [row] = await county.database.query<{ cipher: Uint8Array }>(
    'select document_cipher as cipher from person where id = $1',
    [person],
  )
  number = getVault().decryptAll([row!.cipher])[0]!
})
after(() => county.close())

const send = (text: string, actor = actors.township(TOWNSHIP), preview = false) => {
  const setting = { database: county.database, house: county.house, county: county.county, today: () => county.today }
  return importFile(setting, resultImport, actor, { bytes: Buffer.from(text), name: 'results' }, { preview })
}
const HEAD = '样本条码,身份证号,姓名,项目,结果,单位,检测时间,仪器'
const stored = () =>
  county.database.query<{ item: string; value: string; flag: string; state: string }>(
    'select item, value, flag, state from physical_examination_result where voided_at is null order by item, measured_at',
  )

test('messages and tables: matched, converted, judged, brought into the form; sent twice is once', async () => {
  const message = [
    'MSH|^~\\&|BC|车|||20251218101500||ORU^R01|M1|P|2.3.1',
    `PID|1||${number}||和测试`,
    'OBR|1||T0001|CBC|||20251218093000',
    'OBX|1|NM|HGB||5.9|g/dL|||||F',
    'OBX|2|NM|PLT||200|10^9/L|||||F',
    'OBX|3|NM|XYZ||1|||||||F',
  ].join('\r')
  const { job } = await send(message)
  assert.deepEqual([job.counts['added'], job.counts['rejected']], [2, 1])
  assert.equal((await send(message)).job.counts['added'], 0)
  const table = `${HEAD}\nT0001,,,GLU,126,mg/dL,2025-12-18 09:40,AU\n,${number},,GLU,7.0,mmol/L,2025-12-18 09:40,AU\n`
  assert.equal((await send(table)).job.counts['added'], 1)
  assert.deepEqual(await stored(), [
    { item: 'fastingGlucose', value: '7.00', flag: 'high', state: 'judged' },
    { item: 'haemoglobin', value: '59.00', flag: 'critical-low', state: 'to-notify' },
    { item: 'platelets', value: '200.00', flag: 'normal', state: 'judged' },
  ])
  const [form] = await county.database.query(
    'select haemoglobin, platelets, fasting_glucose from health_examination where voided_at is null',
  )
  assert.deepEqual(form, { haemoglobin: 59, platelets: 200, fasting_glucose: '7.0' })
})

test('what fits nobody comes back as a workbook with the reason', async () => {
  const rows = [
    'T9999,,,GLU,5,mmol/L,2025-12-18 09:40,AU',
    ',53072119500101999X,,GLU,5,mmol/L,2025-12-18 09:40,AU',
    'T0001,,别人,GLU,5,mmol/L,2025-12-18 09:41,AU',
    'T0001,,,GLU,5,mmol/L,2025-12-01 09:40,AU',
    'T0001,,,GLU,5,mmol/L,2025-12-18 09:40,AU',
    ',,,GLU,5,mmol/L,2025-12-18 09:40,AU',
    'T0001,,,GLU,5,stone,2025-12-18 09:40,AU',
    'T0001,,,GLU,5,mmol/L,soon,AU',
  ]
  const { job } = await send(`${HEAD}\n${rows.join('\n')}\n`)
  const back = await returnedRows(county.database, county.county, job.id)
  assert.deepEqual(
    back.map(({ codes }) => codes[0]),
    [
      'NO_SUCH_SAMPLE',
      'NO_SUCH_PERSON',
      'IDENTITY_MISMATCH',
      'NOT_ARRIVED',
      'CONTRADICTS',
      'NO_IDENTITY',
      'UNKNOWN_UNIT',
      'NO_TIME',
    ],
  )
  const [sheet] = [...readWorkbook(await resultImport.returned(job.sheets, back))]
  const texts = [...sheet!.rows].map(({ cells }) =>
    cells.map((cell) => ('value' in cell ? String(cell.value) : '')).join(),
  )
  assert.ok(texts[1]!.startsWith(`${HEAD},退回原因`), texts[1])
  assert.ok(texts[2]!.startsWith('T9999,,,GLU,5,mmol/L,2025-12-18 09:40,AU,没有登记这个样本条码'), texts[2])
})

test('results, arrivals and campaigns stay within the scope', async () => {
  const before = (await stored()).length
  await send(`${HEAD}\nT0001,,,TC,5,mmol/L,2025-12-18 09:40,AU\n`, actors.township('530721103'))
  assert.equal((await stored()).length, before)
  const tables = ['attendance', 'result']
  const seen = (actor: ReturnType<typeof actors.village>) =>
    asActor(county.database, county.house, actor, async (connection) => {
      const counts = []
      for (const table of tables)
        counts.push((await connection.query(`select 1 from physical_examination_${table}`)).length > 0)
      return counts
    })
  assert.deepEqual(await seen(actors.village(VILLAGE)), [true, true])
  for (const actor of [
    actors.village(OTHER_VILLAGE),
    actors.township('530721103'),
    actors.leader,
    actors.administrator,
  ])
    assert.deepEqual(await seen(actor), [false, false])
  assert.deepEqual(await seen(actors.bureau), [true, false])
  const act = (actor: ReturnType<typeof actors.village>, action: string, input: object, id?: string) =>
    county.act(actor, `physical-examination.${action}`, input, id ? { id } : undefined)
  await assert.rejects(
    act(actors.bureau, 'attendance.report', { finding: 'recheck' }, attendance),
    refusal('forbidden'),
  )
  await assert.rejects(
    act(actors.village(OTHER_VILLAGE), 'attendance.report', { finding: 'recheck' }, attendance),
    refusal('not-found'),
  )
  await assert.rejects(
    act(actors.village(VILLAGE), 'attendance.void', { reason: '登记错人' }, attendance),
    refusal('forbidden'),
  )
  const plan = { campaign: county.campaign, village: OTHER_VILLAGE, visitsOn: '2025-12-21' }
  await assert.rejects(act(actors.township('530721103'), 'stop.plan', plan), refusal('invalid', 'campaign'))
})
