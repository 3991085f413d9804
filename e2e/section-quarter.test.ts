import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { readWorkbook } from '@kangheng/kernel/exchange/workbook-reader.ts'
import { open, openHouse, picture, pictures, type TestHouse } from './house.ts'

const [COUNTY, TOWNSHIP] = ['530721', '530721102']
const QUARTER = '2025-Q3'
let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

/** Runs an action as the page's account. */
async function act(page: Page, action: string, input: object, id?: string) {
  const answer = await page.request.fetch(`${house.server.address}/api/actions/${action}`, {
    method: 'POST',
    headers: { 'x-kangheng': '1' },
    data: { requestId: crypto.randomUUID(), input, ...(id ? { id } : {}) },
  })
  return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> & { id: string } }
}

describe('a section chief’s quarter', () => {
  let page: Page
  const faults: string[] = []

  before(async () => {
    page = await house.signIn('bureau-section')
    page.on('pageerror', (error) => faults.push(error.message))
  })
  after(() => page?.context().close())

  test('reads a figure against its target, and goes down to a township and its rows', async () => {
    await open(page, `/cockpit?period=2025-09`)
    await page.getByText('早孕建册率').first().waitFor()
    await picture(page, 'quarter-cockpit-1440')
    await open(page, `/figures/maternal-health.systematic-rate/${COUNTY}/2025-09-ytd`)
    await page.locator('main').getByText('目标').first().waitFor()
    await pictures(page, 'quarter-figure')
    await open(page, `/figures/hypertension.standard-rate/${TOWNSHIP}/2025-09`)
    await page.getByRole('row').nth(2).waitFor()
    assert.match(await page.locator('table').last().innerText(), /\*/, 'names are masked for the bureau')
  })

  test('looks at the quality of the data', async () => {
    await open(page, '/quality')
    await page.locator('h1').first().waitFor()
    await pictures(page, 'quarter-quality')
  })

  test('sends a letter about a warning, with what is known filled in', async () => {
    await open(page, '/supervision?period=2025-09')
    await page.getByRole('link', { name: '发督办' }).first().waitFor()
    await pictures(page, 'quarter-warnings')
    await page.getByRole('link', { name: '发督办' }).first().click()
    await page.locator('#field-demands').waitFor()
    assert.match(await page.locator('#field-title').inputValue(), /滞后/)
    await page.locator('#field-demands').fill('请于15日内查明原因，逐村整改，补齐服务并报告结果。')
    await picture(page, 'quarter-letter-form-1440')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('button', { name: /下载督办通知/ }).waitFor()
    await pictures(page, 'quarter-letter')
  })

  test('reads the returns of the three networks that a township has submitted and the county reviewed', async () => {
    const [hospital, township] = [await house.signIn('county-institution'), await house.signIn('township-centre')]
    assert.equal((await act(hospital, 'mch-surveillance.return.open-quarter', { quarter: QUARTER })).status, 200)
    const [row] = await house.server.setting.database.query<{ id: string }>(
      `select id from mch_return where network = 'under-five' and division = $1 and quarter = $2`,
      [TOWNSHIP, QUARTER],
    )
    await open(township, `/records/mch-surveillance.return/${row!.id}`)
    await township.getByText('还没有汇总').waitFor()
    await township
      .getByRole('button', { name: '由记录汇总' })
      .or(township.getByRole('link', { name: '由记录汇总' }))
      .click()
    await township.getByRole('button', { name: '提交' }).click()
    await township.getByText('5岁以下儿童死亡率').waitFor()
    const submitted = await act(township, 'mch-surveillance.return.submit', { explanation: '已核对' }, row!.id)
    assert.equal(submitted.status, 200, JSON.stringify(submitted.body['detail']))
    assert.equal((await act(hospital, 'mch-surveillance.return.review', {}, row!.id)).status, 200)
    await open(page, `/records/mch-surveillance.return/${row!.id}`)
    await page.getByText('5岁以下儿童死亡率').waitFor()
    await pictures(page, 'quarter-return')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载报表' }).click(),
    ])
    const [sheet] = readWorkbook(await readFile(await download.path()))
    const [title] = [...sheet!.rows]
    assert.match(JSON.stringify(title!.cells), /5岁以下儿童死亡监测季报表/)
    await open(page, `/records/mch-surveillance.return?quarter=${QUARTER}`)
    await pictures(page, 'quarter-returns')
    for (const other of [hospital, township]) await other.context().close()
  })

  test('writes the section’s paragraph of the bulletin', async () => {
    await open(page, '/bulletins')
    await page
      .locator('select')
      .first()
      .selectOption({ label: '2025年9月' })
      .catch(() => {})
    await page.getByRole('button', { name: '生成通报' }).click()
    await page.waitForURL(/\/bulletins\/.+/)
    await page.getByText('总体进展').first().waitFor()
    assert.match(await page.locator('article').innerText(), /早孕建册率/)
    await pictures(page, 'quarter-bulletin')
    assert.deepEqual(faults, [])
  })
})
