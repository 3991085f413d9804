import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { readWorkbook } from '@kangheng/kernel/exchange/workbook-reader.ts'
import { openHouse, picture, type TestHouse } from './house.ts'
import { filled, send } from './workbooks.ts'

let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

interface Resident {
  readonly name: string
  readonly number: string
}

/** Residents of the demo township with a valid contract, as a village would list them. */
async function contracted(count: number): Promise<Resident[]> {
  const { database, vault, today } = house.server.setting
  const [centre] = await database.query<{ division: string }>(
    `select division from account where username = 'township-centre'`,
  )
  const rows = await database.query<{ name: string; cipher: Uint8Array }>(
    `select p.name, p.document_cipher as cipher from family_doctor_contract c join person p on p.county = c.county and p.id = c.person
     where c.starts_on <= $1::date and c.ends_on > $1::date and c.voided_at is null and p.document_cipher is not null
       and starts_with(c.division, $2) and starts_with(p.division, $2) order by p.id limit $3`,
    [today(), centre!.division, count],
  )
  return rows.map(({ name, cipher }) => ({ name, number: vault.decrypt(cipher) }))
}

/** The demo county's business date: the newest rows of the list. */
const DAY = '2025-12-31'
const service = ({ name, number }: Resident) => ({
  姓名: name,
  证件号码: number,
  服务内容: '上门服务',
  服务方式: '上门',
  服务日期: DAY,
  说明: '随访整理',
})

test('a township centre fills in the template of services, previews, applies, and sees the rows in the list', async () => {
  const page = await house.signIn('township-centre')
  const people = await contracted(8)
  assert.equal(people.length, 8)
  await page.goto(`${house.server.address}/records/family-doctor.service`)
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await page.getByRole('heading', { name: '导入：登记服务' }).waitFor()
  await picture(page, 'import-action-1440')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载模板' }).click(),
  ])
  const rows = people.map(service)
  rows[6] = { ...rows[6]!, 姓名: '不是这人' }
  rows[7] = { ...rows[7]!, 服务方式: '飞鸽传书' }
  await send(page, await filled(download, rows), '十一月服务.xlsx')
  await page.getByText('姓名与证件号码不是同一人').waitFor()
  await picture(page, 'import-preview-1440')
  const [back] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载不合格和待核对的行' }).click(),
  ])
  await page.getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: '确认写入' }).click()
  await page.getByRole('link', { name: '查看写入的记录' }).waitFor()
  await picture(page, 'import-done-1440')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'import-done-390')
  await page.getByRole('link', { name: '查看写入的记录' }).click()
  await page
    .getByRole('row', { name: new RegExp(DAY) })
    .first()
    .waitFor()
  assert.equal(
    (await house.server.setting.database.query(`select 1 from family_doctor_service where note = '随访整理'`)).length,
    6,
  )
  await picture(page, 'import-list-390')

  const [returned] = readWorkbook(await readFile(await back.path()))
  const lines = [...returned!.rows].map(({ cells }) => cells)
  assert.equal(lines.length, 4, 'a title, the header and two rows')
  assert.match(JSON.stringify(lines[3]), /飞鸽传书.*不是可选的内容/)
  await page.context().close()
})

test('the page of an import stands on a phone', async () => {
  const page = await house.signIn('township-centre', 390)
  await page.goto(`${house.server.address}/imports/of/family-doctor.service.serve`)
  await page.getByRole('link', { name: '十一月服务.xlsx' }).waitFor()
  await picture(page, 'import-action-390')
  await page.getByRole('link', { name: '十一月服务.xlsx' }).click()
  await page.getByText('逐行结果').first().waitFor()
  await picture(page, 'import-rows-390')
  await page.context().close()
})
