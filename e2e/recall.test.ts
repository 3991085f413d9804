import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, picture, type TestHouse } from './house.ts'

let house: TestHouse
let page: Page
let lot: { vaccine: string; lotNumber: string; id: string }

/** A lot of which the township has given several doses and still holds some. */
const lotInUse = () =>
  house.server.setting.database.query<{ vaccine: string; lotNumber: string; id: string }>(
    `select l.vaccine, l.lot_number as "lotNumber", l.id from immunization_lot l join immunization_vaccination v
       on v.county = l.county and v.vaccine = l.vaccine and v.lot_number = l.lot_number and left(v.division, 9) = l.division
     where l.division = '530721102' and l.state = 'in-use' and l.vaccine <> 'RabV' group by 1, 2, 3 having count(*) between 3 and 60
     order by count(*) desc, l.id limit 1`,
  )

before(async () => {
  house = await openHouse()
  ;[lot] = (await lotInUse()) as [typeof lot]
  assert.ok(lot, 'the demo has a lot in use')
})
after(() => house?.stop())

const told = () =>
  house.server.setting.database.query<{ state: string; way: string; note: string | null; told_by: string }>(
    'select state, way, note, told_by from immunization_recall_notice order by recorded_at',
  )

test('the county stops a lot, and sees who had it', async () => {
  page = await house.signIn('disease-control')
  await page.goto(`${house.server.address}/recalls`)
  await page.locator('select[aria-label=疫苗]').selectOption(lot.vaccine)
  await page.locator('input[aria-label=批号]').fill(lot.lotNumber)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByText('这一批还没有停用').waitFor()
  assert.equal(await page.getByRole('button', { name: '联系', exact: true }).count(), 0)
  const own = page.locator('tr', { has: page.locator(`a[href*="${lot.id}"]`) })
  await own.getByRole('link', { name: '停用' }).click()
  await page.getByLabel('停用原因').fill('生产企业召回')
  await page.locator('.confirm-box input').check()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('link', { name: '查看受种者名单' }).waitFor()
  await page.goto(`${house.server.address}/recalls`)
  await picture(page, 'recalls-1440')
  await page.getByRole('link', { name: new RegExp(lot.lotNumber) }).click()
  await page.getByRole('button', { name: '联系', exact: true }).first().waitFor()
  await picture(page, 'recall-1440')
  await page.context().close()
})

test('the clinic tells the families one by one, and the list says who knows', async () => {
  page = await house.signIn('township-centre', 390)
  await page.goto(`${house.server.address}/recalls?vaccine=${lot.vaccine}&lotNumber=${lot.lotNumber}`)
  await page.getByRole('button', { name: '联系', exact: true }).first().click()
  await page.locator('input[aria-label=情况]').fill('孩子无不适')
  await picture(page, 'recall-contact-390')
  await page.getByRole('button', { name: '已告知', exact: true }).click()
  await page.getByText('孩子无不适').first().waitFor()
  await page.getByRole('button', { name: '联系', exact: true }).first().click()
  await page.getByRole('button', { name: '未联系上', exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  await page.locator('input[aria-label=情况]').fill('电话停机')
  await page.getByRole('button', { name: '未联系上', exact: true }).click()
  await page.getByText('电话停机').first().waitFor()
  assert.deepEqual(
    (await told()).map(({ state, way, note }) => [state, way, note]),
    [
      ['told', 'phone', '孩子无不适'],
      ['missed', 'phone', '电话停机'],
    ],
  )
  // Who had two doses of the lot was told of both.
  await page.getByRole('button', { name: /^已告知 [12]$/ }).click()
  await page.getByText('电话停机').first().waitFor({ state: 'detached' })
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出名单' }).click(),
  ])
  assert.match(file.suggestedFilename(), /^疫苗召回名单.*\.xlsx$/)
  await page.setViewportSize({ width: 1440, height: 900 })
  await picture(page, 'recall-told-1440')
})

test('each person whose name was read finds the reading in the log', async () => {
  const [row] = await house.server.setting.database.query<{ people: number }>(
    `select count(distinct person)::int as people from reading_log where what = 'recall' and account_name like '%疾控%'`,
  )
  const [had] = await house.server.setting.database.query<{ people: number }>(
    `select count(distinct person)::int as people from immunization_vaccination where vaccine = $1 and lot_number = $2 and voided_at is null`,
    [lot.vaccine, lot.lotNumber],
  )
  assert.equal(row!.people, Math.min(had!.people, 100))
})
