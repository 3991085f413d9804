import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openHouse, picture, type TestHouse } from './house.ts'

let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

for (const width of [1440, 390] as const)
  test(`the measles of spring is read from one page, at ${width} px`, async () => {
    const page = await house.signIn('disease-control', width)
    await page.goto(`${house.server.address}/records/communicable-disease.cluster`)
    await page.getByRole('link', { name: '输入性麻疹及二代传播疫情' }).click()
    await page.getByRole('heading', { name: '传播链' }).waitFor()
    await page.getByText('病例1', { exact: true }).first().waitFor()
    await picture(page, `cluster-${width}`)
  })

for (const width of [1440, 390] as const)
  test(`cases are analysed, and the bulletin of the month is downloaded, at ${width} px`, async () => {
    const page = await house.signIn('disease-control', width)
    await page.goto(`${house.server.address}/disease-analysis?period=2025-11`)
    await page.getByText('其他感染性腹泻病').last().waitFor()
    await picture(page, `disease-analysis-${width}`)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载月报（Word）' }).click(),
    ])
    assert.match(file.suggestedFilename(), /传染病疫情月报.*2025年11月.*\.docx$/)
  })

test('an event has a map of cases and resources, and its after-action report as Word', async () => {
  const page = await house.signIn('bureau-section')
  await page.goto(`${house.server.address}/records/emergency.event`)
  await page.getByRole('link', { name: /麻疹/ }).first().click()
  await page.getByRole('heading', { name: '病例和资源分布' }).waitFor()
  await picture(page, 'event-map-1440')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载处置总结（Word）' }).click(),
  ])
  assert.match(file.suggestedFilename(), /处置总结报告\.docx$/)
})
