import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { verifyWord } from '@kangheng/reporting/document/verify.ts'
import { open, openHouse, picture, type TestHouse } from './house.ts'

let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

const WIDTHS = [1440, 390] as const

describe('the county’s papers', () => {
  /** Asks the server as the page's account. */
  async function ask(page: Page, method: 'GET' | 'POST', path: string, data?: object) {
    const answer = await page.request.fetch(`${house.server.address}${path}`, {
      method,
      headers: { 'x-kangheng': '1' },
      ...(data ? { data } : {}),
    })
    return { status: answer.status(), body: (await answer.json()) as Record<string, unknown> & { id: string } }
  }

  test('a bulletin is issued once and read in every township, on the desk and on the phone', async () => {
    const [section, leader] = [await house.signIn('bureau-section'), await house.signIn('bureau-leader')]
    const { body } = await ask(section, 'POST', '/api/bulletins', { place: '530721', month: '2025-11' })
    const path = `/bulletins/${body.id}`
    const reader = await house.signIn('township-centre')
    await open(reader, '/bulletins')
    await picture(reader, 'bulletins-none-1440')
    assert.equal((await ask(reader, 'GET', `/api${path}`)).status, 404, 'a draft is not theirs to read')
    assert.equal((await ask(section, 'POST', `/api${path}/close`)).status, 200)
    const issue = () => ask(leader, 'POST', `/api${path}/issue`, { number: '玉卫通〔2025〕11号' })
    const issued = await issue()
    assert.equal(issued.status, 200, JSON.stringify(issued.body['detail']))
    assert.equal((await issue()).status, 409, 'what was issued is not issued again')
    for (const width of WIDTHS) {
      const page = await house.signIn('township-centre-2', width)
      await open(page, '/bulletins')
      await page.getByText('工作进展情况通报').first().waitFor()
      await picture(page, `bulletins-read-${width}`)
      await open(page, path)
      await page.getByText('总体进展').first().waitFor()
      assert.equal(await page.getByRole('button', { name: '印发' }).count(), 0)
      // A comparison that cannot be made takes its comma along.
      assert.doesNotMatch(await page.locator('article').innerText(), /，[；。，]/)
      await picture(page, `bulletin-read-${width}`)
      await open(page, '/bulletins')
      await page.context().setOffline(true)
      await page.getByText('工作进展情况通报').first().click()
      await page.getByText('连接不上服务器').waitFor()
      await page.context().close()
    }
    for (const page of [section, leader, reader]) await page.context().close()
  })

  test('the summary is signed once its year is closed', async () => {
    const [section, leader] = [await house.signIn('bureau-section'), await house.signIn('bureau-leader')]
    const closed = await ask(section, 'POST', '/api/periods/2025-12/close', { requestId: 'e2e-close-december' })
    assert.equal(closed.status, 200, JSON.stringify(closed.body['detail']))
    const { body } = await ask(section, 'POST', '/api/summaries', { place: '530721', year: 2025 })
    const path = `/api/summaries/${body.id}`
    // It may have been drafted while December was open: its figures are taken anew.
    assert.equal((await ask(section, 'POST', `${path}/refresh`)).status, 200)
    for (const { id } of body['sections'] as { id: string }[])
      assert.equal((await ask(section, 'POST', `${path}/sections/${id}/submit`)).status, 200)
    assert.equal((await ask(section, 'POST', `${path}/compile`)).status, 200)
    const signed = await ask(leader, 'POST', `${path}/sign`)
    assert.equal(signed.status, 200, JSON.stringify(signed.body['detail']))
    await open(leader, `/summaries/${body.id}`)
    await picture(leader, 'summary-signed-1440')
    const [download] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('button', { name: '下载 Word' }).click(),
    ])
    const verdict = await verifyWord(await readFile(await download.path()))
    assert.ok(verdict.kind === 'checked' && verdict.intact)
    for (const page of [section, leader]) await page.context().close()
  })
})
