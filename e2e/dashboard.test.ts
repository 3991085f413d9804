import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { open, openHouse, picture, type TestHouse } from './house.ts'

const TITLE = '每周例会'
let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

/** Adds a view of one kind over indicators found by name. */
async function addView(page: Page, kind: string, ...indicators: string[]): Promise<void> {
  await page.getByRole('button', { name: '添加视图', exact: true }).click()
  const chooser = page.getByRole('dialog', { name: '选择指标' })
  for (const name of indicators) {
    await chooser.getByRole('searchbox').fill(name)
    await chooser.getByRole('checkbox', { name, exact: false }).first().check()
  }
  await chooser.getByRole('button', { name: '确定' }).click()
  const form = page.getByRole('dialog', { name: '视图' })
  await form.getByRole('button', { name: kind, exact: true }).click()
  await form.getByRole('button', { name: '确定' }).click()
  await form.waitFor({ state: 'detached' })
}

const order = (page: Page) => page.locator('.dashboard-cell h2').allInnerTexts()

describe('dashboards', () => {
  test('a leader composes one, by mouse and by keyboard, and shares it', async () => {
    const page = await house.signIn('bureau-leader')
    await open(page, '/dashboards')
    await page.getByRole('link', { name: '新建看板' }).click()
    await page.getByLabel('名称', { exact: true }).fill(TITLE)
    await page.getByLabel('乡镇卫生院').check()
    await addView(page, '数字卡', '签约覆盖率')
    await addView(page, '条形', '签约覆盖率')
    await addView(page, '目标对照', '签约覆盖率', '续约率')
    await addView(page, '折线', '高血压患者规范管理率')
    await addView(page, '地图', '老年人健康管理率')
    assert.equal((await order(page)).length, 5)
    const [first, second] = await order(page)
    const handle = page.locator('.cell-handle').first()
    await handle.focus()
    await page.keyboard.press('ArrowRight')
    assert.deepEqual((await order(page)).slice(0, 2), [second, first])
    // The focus has gone along with the view: the same key brings it back.
    await page.waitForFunction('document.activeElement.classList.contains("cell-handle")')
    await page.keyboard.press('ArrowLeft')
    assert.deepEqual((await order(page)).slice(0, 2), [first, second])
    await page.keyboard.press('Shift+ArrowRight')
    assert.match(await page.locator('.dashboard-cell').first().getAttribute('style').then(String), /span 2/)
    await page.keyboard.press('Shift+ArrowLeft')
    await page.locator('.drawn-figure').first().waitFor()
    await picture(page, 'dashboard-composing-1440')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('heading', { name: TITLE }).waitFor()
    await page.locator('.drawn-figure').first().waitFor()
    await picture(page, 'dashboard-leader-1440')
    // A figure in a picture answers back, and takes a note.
    await page.locator('polygon.drawn-figure').first().click()
    await page.getByPlaceholder('说明数据的来由').fill('年底集中签约，数据在核对')
    await page.getByRole('button', { name: '添加批注' }).click()
    await page.getByText('年底集中签约').first().waitFor()
    await page.context().close()
  })

  test('a township reads it for its own place, on desk, wall and phone', async () => {
    const page = await house.signIn('township-centre')
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await open(page, '/dashboards')
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('heading', { name: TITLE }).waitFor()
    await page.getByText('石鼓镇 · 2025年1—12月').first().waitFor()
    assert.equal(await page.getByRole('link', { name: '修改', exact: true }).count(), 0, 'it is the leader’s page')
    await picture(page, 'dashboard-township-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'dashboard-township-390')
    const tops = await page
      .locator('.dashboard-cell')
      .evaluateAll((cells) => cells.map((cell) => (cell as unknown as { offsetLeft: number }).offsetLeft))
    assert.equal(new Set(tops).size, 1, 'one column on the phone')
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.getByRole('link', { name: '投屏' }).click()
    const wall = page.getByRole('region', { name: '投屏' })
    await wall.locator('.drawn-figure').first().waitFor()
    await page.keyboard.press(' ')
    await wall.getByText('已暂停').waitFor()
    await picture(page, 'dashboard-projector-1920')
    await page.keyboard.press('Escape')
    await wall.waitFor({ state: 'detached' })
    await page.getByRole('heading', { name: TITLE }).waitFor()
    assert.deepEqual(faults, [])
    await page.context().close()
  })

  test('a subscription says that mail is not set up, and is ended on its page; a mail’s link opens by itself', async () => {
    const leader = await house.signIn('bureau-leader')
    await open(leader, '/dashboards')
    await leader.getByRole('link', { name: TITLE }).click()
    await leader.getByRole('button', { name: '邮件订阅' }).click()
    await leader.getByText('还没有设置发信服务器').waitFor()
    await leader.getByLabel('收件邮箱').fill('leader@example.invalid')
    await leader.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    // It is saved once the form has gone.
    await leader.getByRole('dialog').waitFor({ state: 'detached' })
    await open(leader, '/subscriptions')
    await leader.getByText('leader@example.invalid').waitFor()
    await picture(leader, 'dashboard-subscriptions-1440')
    await leader.getByRole('button', { name: '退订' }).click()
    await leader.getByText('还没有订阅').waitFor()
    await open(leader, '/unsubscribe?token=x.y')
    await leader.getByRole('button', { name: '退订' }).click()
    await leader.getByText('退订链接无效').waitFor()
    await leader.setViewportSize({ width: 390, height: 844 })
    await picture(leader, 'dashboard-unsubscribe-390')
    await leader.context().close()
  })
})
