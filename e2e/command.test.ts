import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, picture, type TestHouse } from './house.ts'

const EVENT = '旅游客车侧翻伤员救援'
let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

async function openBoard(page: Page): Promise<void> {
  await page.goto(`${house.server.address}/records/emergency.event`)
  await page.getByRole('link', { name: EVENT }).click()
  await page.getByRole('heading', { name: '处置记录' }).waitFor()
}

test('two who take part see at once what the other writes on the board of an event', async () => {
  const office = await house.signIn('bureau-section')
  const field = await house.signIn('disease-control', 390)
  await openBoard(office)
  await openBoard(field)
  await office.getByText('检伤分类完成，3名危重伤员已转运').first().waitFor()
  await picture(office, 'command-board')
  await picture(field, 'command-board-phone')

  await field.getByRole('link', { name: '记录情况' }).click()
  await field.getByRole('radiogroup', { name: '类型' }).getByText('现场情况').click()
  await field.getByLabel('内容').fill('血液已送达县医院，库存够用48小时')
  await picture(field, 'command-entry-phone')
  await field.getByRole('button', { name: '提交' }).click()
  // The form leads back to the board, and the office reads it without doing anything.
  await field.getByText('血液已送达县医院').first().waitFor()
  await office.getByText('血液已送达县医院').first().waitFor({ timeout: 8000 })

  await office.getByRole('link', { name: '下达任务' }).click()
  await office.getByLabel(/^任务/).fill('统计住院伤员费用并对接保险')
  await office.getByLabel('责任人或单位').fill('县医疗保险中心')
  await office.getByLabel('完成时限').fill('12')
  await office.getByRole('button', { name: '提交' }).click()
  await office.getByText('统计住院伤员费用并对接保险').first().waitFor()
  await field.getByText('统计住院伤员费用并对接保险').first().waitFor({ timeout: 8000 })
})

test('an event that still has work is not closed, and the page says what is lacking', async () => {
  const office = await house.signIn('bureau-section')
  await openBoard(office)
  await office.getByRole('link', { name: '终止响应' }).click()
  await office.getByLabel('终止依据').fill('伤员全部得到救治')
  await office.getByRole('button', { name: '提交' }).click()
  await office.getByText('响应终止，待结案').first().waitFor()
  await office.getByRole('link', { name: '总结结案' }).click()
  await office.getByLabel('原因和结论').fill('车辆侧翻')
  await office.getByLabel('经验和不足').fill('转运及时')
  await office.getByRole('button', { name: '提交' }).click()
  const refusal = office.getByText('不能结案')
  await refusal.waitFor()
  assert.match((await refusal.textContent())!, /项任务未完成.*批资源未收回.*尚未报出结案报告/)
})
