import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openHouse, pictures, type TestHouse } from './house.ts'

let house: TestHouse
let desk: Page

before(async () => {
  house = await openHouse()
  desk = await house.signIn('disease-control')
})
after(() => house?.stop())

test('disease control makes the bulletin of a week and of a month, and issues one', async () => {
  await desk.goto(`${house.server.address}/disease-bulletins`)
  await desk.getByRole('heading', { level: 1 }).first().waitFor()
  await pictures(desk, 'disease-bulletins')
  await desk.locator('input[type=week]').fill('2025-W50')
  await desk.getByRole('button', { name: /周报/ }).click()
  await desk.waitForURL(/\/disease-bulletins\/.+/)
  await desk.getByRole('button', { name: '定稿' }).waitFor()
  await desk.getByText('2025年第50周').first().waitFor()
  await pictures(desk, 'disease-bulletin-week')

  await desk.goto(`${house.server.address}/disease-bulletins`)
  await desk.getByRole('button', { name: /月报/ }).click()
  await desk.waitForURL(/\/disease-bulletins\/.+/)
  await desk.getByRole('button', { name: '定稿' }).waitFor()
  await desk.getByText('法定传染病').first().waitFor()
  await pictures(desk, 'disease-bulletin-month')
  const month = desk.url()
  await desk.getByRole('button', { name: '定稿' }).click()
  await desk.getByRole('alertdialog').getByRole('button', { name: '定稿' }).click()
  await desk.getByRole('button', { name: /印发/ }).first().waitFor()
  const [file] = await Promise.all([desk.waitForEvent('download'), desk.getByRole('button', { name: /Word/ }).click()])
  assert.match(file.suggestedFilename(), /\.docx$/)
  await pictures(desk, 'disease-bulletin-closed')
  await desk.goto(month)
})

test('a township reads what was issued and makes none', async () => {
  const reader = await house.signIn('township-centre')
  await reader.goto(`${house.server.address}/disease-bulletins`)
  await reader.waitForLoadState('networkidle')
  assert.equal(await reader.getByRole('button', { name: /周报|月报/ }).count(), 0)
  await reader.context().close()
})
