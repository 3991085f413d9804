import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { importActionFile } from '@kangheng/kernel/exchange/action-import/run.ts'
import { workbookBytes } from '@kangheng/kernel/exchange/workbook-writer.ts'
import { getVault } from '@kangheng/kernel/person/vault-holder.ts'
import { actors } from '../../testing/county.ts'
import { sign } from './contract-actions.ts'
import { openFamilyDoctorCounty, TOWNSHIP, type FamilyDoctorCounty } from './testing.ts'

let county: FamilyDoctorCounty

before(async () => {
  county = await openFamilyDoctorCounty('2025-11-20')
})
after(() => county?.close())

async function numberOf(person: string): Promise<string> {
  const query = 'select document_cipher as cipher from person where id = $1'
  const [row] = await county.database.query<{ cipher: Uint8Array }>(query, [person])
  return getVault().decrypt(row!.cipher)
}

const HEADER = ['姓名', '证件号码', '签约团队', '签约医生', '服务包', '签约年限', '签约日期']
async function send(rows: readonly (readonly string[])[], actor = actors.township(TOWNSHIP)) {
  const columns = HEADER.map((title) => ({ title, kind: 'text' as const }))
  const bytes = await workbookBytes([{ name: '签约', columns, rows }])
  const setting = { ...county, today: () => county.today }
  return importActionFile(setting, sign, actor, { bytes, name: '签约.xlsx' }, { withReport: true })
}

test('contracts are imported by the names of team, doctor and package; the rules of signing hold', async () => {
  const team = await county.act(actors.township(TOWNSHIP), 'family-doctor.team.form', {
    name: '第二团队',
    division: TOWNSHIP,
    institution: `C${TOWNSHIP}`,
    villages: ['530721102201'],
    happenedOn: '2023-01-01',
  })
  // Two doctors of one name: the row's team tells which is meant.
  await county.act(actors.township(TOWNSHIP), 'family-doctor.member.join', {
    team: team.id,
    name: '和测试',
    kind: 'general-practitioner',
    happenedOn: '2023-01-01',
  })
  const [one, other] = [await county.enter('1960-01-01'), await county.enter('1980-01-01')]
  const rest = ['石鼓家庭医生团队', '和测试', '基本服务包', '1年', '2025-11-03']
  const { report } = await send([
    ['和测试', await numberOf(one), ...rest],
    ['和测试', await numberOf(one), ...rest],
    ['和测试', await numberOf(other), '石鼓家庭医生团队', '和测试', 'B02', '1', '2025.11.4'],
    ['和测试', await numberOf(other), '丽江团队', '和测试', '基本服务包', '1', '2025.11.4'],
  ])
  assert.deepEqual(
    report!.rows.map((row) => row.outcome),
    ['accepted', 'rejected', 'rejected', 'rejected'],
  )
  const told = report!.rows.map((row) =>
    row.reasons.map((reason) => `${reason.column?.zh}：${reason.text.zh}`).join('；'),
  )
  assert.match(told[1]!, /^证件号码：此人已有2025-11-03至/)
  assert.match(told[2]!, /^服务包：/, 'a package for older people')
  assert.match(told[3]!, /^签约团队：您的管辖范围内没有“丽江团队”/)
  const [contract] = await county.database.query(
    'select team, doctor, package, institution from family_doctor_contract',
  )
  assert.deepEqual(contract, {
    team: county.team,
    doctor: county.doctor,
    package: county.basic,
    institution: `C${TOWNSHIP}`,
  })
})

test('another township finds neither these people nor these teams', async () => {
  const person = await county.enter('1970-01-01')
  const row = ['和测试', await numberOf(person), '石鼓家庭医生团队', '和测试', '基本服务包', '1', '2025-11-03']
  const { report, job } = await send([row], actors.township('530721103'))
  assert.deepEqual([job.counts['added'], job.counts['rejected']], [0, 1])
  assert.deepEqual(
    report!.rows[0]!.reasons.map((reason) => reason.column?.zh),
    ['证件号码', '签约团队', '签约医生'],
  )
})
