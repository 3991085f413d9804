import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { verifyWord } from '@kangheng/reporting/document/verify.ts'
import { open, openHouse, picture, type TestHouse } from './house.ts'

let house: TestHouse

before(async () => {
  house = await openHouse()
})
after(() => house?.stop())

const WIDTHS = [1440, 390] as const

describe('a bureau section', () => {
  for (const width of WIDTHS) {
    test(`sees where the county stands and follows a figure to its rows, at ${width} px`, async () => {
      const page = await house.signIn('bureau-section', width)
      await open(page, '/cockpit')
      await page.getByText('签约覆盖率').first().waitFor()
      assert.ok((await page.getByText('演示数据').count()) > 0, 'the demo says that its people are synthetic')
      await picture(page, `cockpit-${width}`)
      await open(page, '/figures/family-doctor.coverage/530721/2025')
      await page.getByText('签约居民').first().waitFor()
      await page.getByRole('row').nth(3).waitFor()
      assert.match(await page.locator('table').last().innerText(), /\*/, 'names are masked for the bureau')
      await picture(page, `figure-${width}`)
      await open(page, '/explorer')
      await picture(page, `explorer-${width}`)
      await page.context().close()
    })
  }

  test('writes the month’s bulletin and downloads it as Word', async () => {
    const page = await house.signIn('bureau-section')
    await open(page, '/bulletins')
    await page
      .locator('select')
      .first()
      .selectOption({ label: '2025年11月' })
      .catch(() => {})
    await page.getByRole('button', { name: '生成通报' }).click()
    await page.waitForURL(/\/bulletins\/.+/)
    await page.getByText('总体进展').first().waitFor()
    await picture(page, 'bulletin-1440')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Word' }).click(),
    ])
    const verdict = await verifyWord(await readFile(await download.path()))
    assert.equal(verdict.kind, 'checked')
    assert.ok(verdict.kind === 'checked' && verdict.intact && verdict.synthetic)
    await page.context().close()
  })

  test('drafts the year’s summary; a leader cannot sign it while December is open', async () => {
    const page = await house.signIn('bureau-section')
    await open(page, '/summaries')
    await page.getByRole('button', { name: '生成年度总结' }).click()
    await page.waitForURL(/\/summaries\/.+/)
    await page.getByText('家庭医生签约服务').first().waitFor()
    assert.ok((await page.getByText(/还不能签发/).count()) > 0)
    await picture(page, 'summary-1440')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'summary-390')
    await page.context().close()
  })
})

describe('a village doctor on the phone', () => {
  test('sees the day’s work, the village’s people and contracts, and nothing of the neighbours', async () => {
    const page = await house.signIn('village-doctor', 390)
    await open(page, '/tasks')
    await picture(page, 'village-tasks-390')
    await open(page, '/records/family-doctor.contract')
    await picture(page, 'village-contracts-390')
    const lists = await page.evaluate<{ divisions: string[]; figures: number }>(`(async () => {
      const read = async (path) => (await fetch(path)).json()
      const contracts = await read('/api/records/family-doctor.contract?limit=200')
      const figures = await read('/api/figures?indicators=family-doctor.coverage&places=530721,530721102&periods=2025')
      return { divisions: contracts.rows.map((row) => row.division), figures: figures.figures.length }
    })()`)
    assert.ok(lists.divisions.length > 0)
    assert.equal(new Set(lists.divisions).size, 1)
    assert.equal(lists.figures, 0)
    await page.context().close()
  })
})

describe('everybody else', () => {
  const pages: [string, string][] = [
    ['township-centre', '/people'],
    ['township-centre', '/quality'],
    ['township-centre', '/imports'],
    ['county-institution', '/people'],
    ['bureau-leader', '/cockpit'],
    ['upper-level', '/cockpit'],
    ['resident', '/me'],
    ['administrator', '/administration/accounts'],
    ['administrator', '/administration/fields'],
    ['administrator', '/administration/indicators'],
    ['administrator', '/administration/journal'],
    ['bureau-section', '/check'],
    ['bureau-section', '/administration/targets'],
    ['bureau-section', '/administration/periods'],
  ]
  for (const [role, path] of pages) {
    test(`${role} opens ${path} on desk and phone without a fault`, async () => {
      const page = await house.signIn(role)
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('response', (response) => {
        if (response.status() >= 400 && response.url().includes('/api/'))
          faults.push(`${response.status()} ${response.url()}`)
      })
      await open(page, path)
      await page.locator('h1').first().waitFor()
      await picture(page, `${role}${path.replaceAll('/', '-')}-1440`)
      await page.setViewportSize({ width: 390, height: 844 })
      await picture(page, `${role}${path.replaceAll('/', '-')}-390`)
      assert.deepEqual(faults, [])
      await page.context().close()
    })
  }
})
