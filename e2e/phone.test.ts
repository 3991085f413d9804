import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, pagesKept, picture, type TestHouse } from './house.ts'

const PIN = '730518'
const VISIT = 'hypertension.visit.record'
let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

interface VisitRow {
  person: string
  happened_on: string
  systolic: number
  version: number
}
const visits = (systolic: number) =>
  house.server.setting.database.query<Record<string, unknown> & VisitRow>(
    `select person, happened_on, systolic, version from hypertension_visit where systolic = $1 and voided_at is null`,
    [systolic],
  )

/** Enters a number into the form's field of this name. */
async function enter(page: Page, field: string, value: number): Promise<void> {
  const input = page.locator(`#field-${field}`)
  await input.fill(String(value))
  await input.press('Tab')
}

const work = (page: Page) => page.locator('.stop-work', { hasText: '高血压患者随访' })

/** Opens the first hypertension visit of the list, fills the form in and submits it. */
async function followUp(page: Page, systolic: number, diastolic: number, pictured?: string): Promise<void> {
  await work(page).first().getByRole('link', { name: '去办理' }).click()
  await page.locator('#field-systolic').waitFor()
  await page.getByText('上次（').first().waitFor()
  await page.locator('label.choice', { hasText: '门诊' }).first().click()
  await enter(page, 'systolic', systolic)
  await enter(page, 'diastolic', diastolic)
  if (pictured) await picture(page, pictured)
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '今日待办' }).waitFor()
}

/** Takes a photo of the card of a visit that the server does not know yet. */
async function attachOffline(page: Page): Promise<void> {
  await page.goto(`${house.server.address}/records/hypertension.visit`)
  await unlock(page)
  await page.locator('a[href*="request"]').first().click()
  await page.getByRole('link', { name: '添加照片' }).click()
  const card = await page.screenshot({ type: 'png' })
  await page.locator('#field-photo').setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: card })
  await page.locator('.photo-field img').waitFor()
  await page.locator('#field-caption').fill('签字的随访表')
  await picture(page, 'phone-photo-offline-390')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('3条待发送').waitFor()
}

async function unlock(page: Page): Promise<void> {
  await page.locator('input[name=pin]').fill(PIN)
  await page.getByRole('button', { name: '打开', exact: true }).click()
}

describe('a village doctor in the hills', () => {
  let page: Page

  before(async () => {
    page = await house.signIn('village-doctor', 390)
  })
  after(() => page?.context().close())

  test('sets up the phone: a PIN, and the village is on it', async () => {
    await page.goto(`${house.server.address}/outbox`)
    await page.locator('input[name=new-pin]').fill('123456')
    await page.locator('input[name=new-pin-again]').fill('123456')
    await page.getByRole('button', { name: '启用并同步' }).click()
    await page.getByText('太容易猜中').waitFor()
    await picture(page, 'phone-set-up-390')
    await page.locator('input[name=new-pin]').fill(PIN)
    await page.locator('input[name=new-pin-again]').fill(PIN)
    await page.getByRole('button', { name: '启用并同步' }).click()
    await page.getByText('没有待发送的记录').waitFor()
    await page.getByText('已连接').waitFor()
    await page.getByRole('button', { name: '现在同步' }).waitFor()
    await picture(page, 'phone-standing-390')
    await pagesKept(page)
    const [reading] = await house.server.setting.database.query<{ count: number }>(
      `select count(*)::int as count from reading_log where what = 'village'`,
    )
    assert.equal(reading!.count, 1)
  })

  test('opens the pages without a network, behind the PIN', async () => {
    await page.context().setOffline(true)
    await page.goto(`${house.server.address}/`)
    await page.locator('input[name=pin]').waitFor()
    await picture(page, 'phone-pin-390')
    await page.locator('input[name=pin]').fill('999000')
    await page.getByRole('button', { name: '打开', exact: true }).click()
    await page.getByText('再错4次').waitFor()
    await unlock(page)
    await work(page).first().waitFor()
    await page.getByText('离线', { exact: true }).first().waitFor()
    await picture(page, 'phone-day-list-390')
  })

  test('enters two follow-ups, which wait through a reload and are sent once there is a network', async () => {
    const before = await work(page).count()
    await followUp(page, 271, 83, 'phone-follow-up-390')
    await followUp(page, 272, 84)
    await page.reload()
    await unlock(page)
    await page.getByText('2条待发送').waitFor()
    // The banner stands before the list does.
    await work(page).first().waitFor()
    assert.equal(await work(page).count(), before - 2)
    await attachOffline(page)
    await page.goto(`${house.server.address}/outbox`)
    await unlock(page)
    await page.getByText('登记高血压随访').nth(1).waitFor()
    await page.getByText('添加照片').waitFor()
    await picture(page, 'phone-outbox-waiting-390')
    assert.equal((await visits(271)).length, 0)
    await page.context().setOffline(false)
    await page.getByText('没有待发送的记录').waitFor()
    const [first, second] = [await visits(271), await visits(272)]
    assert.deepEqual([first.length, second.length], [1, 1])
    assert.notEqual(first[0]!.person, second[0]!.person)
    const photos = await house.server.setting.database.query<{ systolic: number }>(
      `select systolic from attachment join hypertension_visit visit on visit.id = record_id where caption = '签字的随访表'`,
    )
    assert.equal(photos.length, 1)
    assert.ok([271, 272].includes(photos[0]!.systolic), 'it stands at the visit it was taken of')
    assert.equal(first[0]!.happened_on, house.server.setting.today(), 'the day it was entered')
    await page.getByText('已送达').nth(1).waitFor()
  })

  test('finds a record changed by a colleague: both are shown, and one is sent on', async () => {
    const [row] = await house.server.setting.database.query<{ id: string }>(
      `select id from hypertension_visit where systolic = 271`,
    )
    const correct = async (systolic: number) => {
      await page.getByRole('link', { name: '更正', exact: true }).click()
      await enter(page, 'systolic', systolic)
      await page.getByRole('button', { name: '提交' }).click()
    }
    await page.goto(`${house.server.address}/records/hypertension.visit/${row!.id}`)
    await unlock(page)
    await page.getByRole('link', { name: '更正', exact: true }).waitFor()
    // The copy must hold the record before the network goes.
    await page.goto(`${house.server.address}/outbox`)
    await unlock(page)
    await page.getByRole('button', { name: '现在同步' }).click()
    await page.getByText('同步完成').waitFor()
    await page.context().setOffline(true)
    await page.goto(`${house.server.address}/records/hypertension.visit/${row!.id}`)
    await unlock(page)
    await correct(243)
    const colleague = await house.signIn('township-centre', 1440)
    const status = await colleague.evaluate<number>(`fetch('/api/actions/hypertension.visit.correct', {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-kangheng': '1' },
      body: JSON.stringify({ requestId: 'colleague-was-faster', id: '${row!.id}', input: { systolic: 242 } }),
    }).then((answer) => answer.status)`)
    assert.equal(status, 200)
    await colleague.context().close()
    // A second entry that the server refuses: a visit on a day that has one already.
    await page.goto(`${house.server.address}/do/${VISIT}?person=${(await visits(272))[0]!.person}`)
    await unlock(page)
    await page.locator('label.choice', { hasText: '门诊' }).first().click()
    await enter(page, 'systolic', 249)
    await enter(page, 'diastolic', 80)
    await page.getByRole('button', { name: '提交' }).click()
    // The entry is on the phone once the page has moved on.
    await page.getByText('2条待发送').waitFor()
    await page.context().setOffline(false)
    await page.goto(`${house.server.address}/outbox`)
    await unlock(page)
    await page.getByText('内容有冲突').waitFor()
    await page.getByText('被退回').waitFor()
    await picture(page, 'phone-outbox-trouble-390')
    await page.getByRole('link', { name: '对照处理' }).click()
    await page.getByText('服务器上现在的').waitFor()
    await picture(page, 'phone-conflict-390')
    await page.getByRole('button', { name: '按最新内容重新发送' }).click()
    await page.getByRole('link', { name: '改正后再发' }).click()
    await page.getByText('已有一次随访').first().waitFor()
    await picture(page, 'phone-sent-back-390')
    await page.getByRole('button', { name: '放弃这条' }).click()
    await page.locator('input[name=reason]').fill('已登记过')
    await page.getByRole('button', { name: '放弃这条' }).click()
    await page.getByText('没有待发送的记录').waitFor()
    assert.equal((await visits(243)).length, 1)
    assert.equal((await visits(249)).length, 0)
  })

  test('loses nothing to five wrong PINs: the copy is erased, what waits is sent after signing in', async () => {
    await page.context().setOffline(true)
    await page.goto(`${house.server.address}/do/hypertension.screening.record`)
    await unlock(page)
    await page.locator('#field-person').fill('和')
    await page.locator('.reference-found button').first().click()
    await enter(page, 'systolic', 251)
    await enter(page, 'diastolic', 77)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('1条待发送').waitFor()
    await page.goto(`${house.server.address}/tasks`)
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      await page.locator('input[name=pin]').fill(`90909${wrong}`)
      await page.getByRole('button', { name: '打开', exact: true }).click()
      await page.getByText(wrong < 5 ? `再错${5 - wrong}次` : '本机上的本村资料已清除').waitFor()
    }
    await page.getByText('有1条待发送的记录仍加密保存在本机').waitFor()
    await picture(page, 'phone-erased-390')
    await page.context().setOffline(false)
    await page.goto(`${house.server.address}/tasks`)
    await page.locator('input[name=new-pin]').fill(PIN)
    await page.locator('input[name=new-pin-again]').fill(PIN)
    await page.getByRole('button', { name: '重设口令' }).click()
    await page.getByRole('heading', { name: '今日待办' }).waitFor()
    await page.goto(`${house.server.address}/outbox`)
    await unlock(page)
    await page.getByText('没有待发送的记录').waitFor()
    const rows = await house.server.setting.database.query(
      'select 1 from hypertension_screening where systolic = 251 and diastolic = 77',
    )
    assert.equal(rows.length, 1)
  })

  test('reads it in large type, with room for a thumb', async () => {
    await page.goto(`${house.server.address}/tasks`)
    await unlock(page)
    await page.locator('.stop').first().waitFor()
    const small = await page.evaluate<
      string[]
    >(`[...document.querySelectorAll('.stop a, .stop button, .bar-button, .bottom-item, .day-orders button, .task-kinds button')]
      .filter((each) => each.offsetParent && (each.offsetHeight < 44 || each.offsetWidth < 44)).map((each) => each.outerHTML.slice(0, 120))`)
    assert.deepEqual(small, [])
    await page.getByRole('button', { name: '大字' }).click()
    await picture(page, 'phone-large-type-390')
    await page.setViewportSize({ width: 1440, height: 900 })
    await picture(page, 'phone-day-list-1440')
  })
})
