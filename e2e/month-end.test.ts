import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { open, openHouse, picture, pictures, type TestHouse } from './house.ts'

/** The centre whose return of November is still open when the month ends. */
const CENTRE = 'C530721209'
const MATTER = '11月医疗服务月报逾期未报'
let house: TestHouse
let centre = ''
const faults: string[] = []

/** The five who end a month between them. */
const people = {} as Record<'section' | 'township' | 'leader' | 'village' | 'above', Page>

before(async () => {
  house = await openHouse()
  people.section = await house.signIn('bureau-section')
  people.township = await house.signIn('township-centre-2')
  people.leader = await house.signIn('bureau-leader')
  people.village = await house.signIn('village-doctor-2', 390)
  people.above = await house.signIn('upper-level')
  const [row] = await house.server.setting.database.query<{ name: string }>(
    'select name from institution where code = $1',
    [CENTRE],
  )
  centre = row!.name
  for (const page of Object.values(people)) page.on('pageerror', (error) => faults.push(error.message))
})
after(() => house?.stop())

/** Takes a step of the record that is open, fills its form in and sends it. */
async function step(page: Page, title: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('link', { name: title, exact: true }).click()
  for (const [name, value] of Object.entries(fields)) await page.locator(`#field-${name}`).fill(value)
  const submit = page.getByRole('button', { name: '提交' })
  await submit.waitFor()
  const understood = page.locator('.confirm-box input')
  if (await understood.count()) await understood.check()
  await submit.click()
  await page.waitForURL(/\/records\/[^/]+\/[0-9a-f-]{36}$/)
}

async function idOf(statement: string, ...parameters: unknown[]): Promise<string> {
  const rows = await house.server.setting.database.query<{ id: string }>(statement, parameters)
  assert.equal(rows.length, 1, statement)
  return rows[0]!.id
}

const returnId = () =>
  idOf(
    `select id from statistical_return where institution = $1 and period = '2025-11' and form = 'township-monthly'`,
    CENTRE,
  )

describe('a month ends', () => {
  test('the section sets a target of the new year, divided over the months', async () => {
    const { section } = people
    await open(section, `/administration/targets?year=2026&indicator=hypertension.standard-rate`)
    const row = section.getByRole('row').filter({ hasText: '玉龙' }).first()
    await row.getByRole('button', { name: /下达目标|调整/ }).click()
    const form = section.getByRole('dialog')
    await form.locator('#field-value').fill('76')
    await form.locator('#field-reason').fill('2026年基本公共卫生服务任务')
    await picture(section, 'month-end-target-form-1440')
    await form.getByRole('button', { name: '下达目标' }).click()
    await form.waitFor({ state: 'detached' })
    await row.getByText('76', { exact: true }).first().waitFor()
    await pictures(section, 'month-end-targets')
  })

  test('it sees which return is missing, and sends a letter about it', async () => {
    const { section } = people
    await open(section, '/returns?form=township-monthly')
    await section.getByText('逾期').first().waitFor()
    await pictures(section, 'month-end-returns')
    await open(section, '/do/supervision-letters.letter.issue')
    await section.locator('#field-institution').click()
    const places = section.getByRole('dialog').last()
    await places.getByRole('searchbox').fill(centre)
    await places.locator('.place-row-name', { hasText: centre }).first().click()
    await section.getByText('黄牌', { exact: true }).click()
    await section.getByText('任务逾期', { exact: true }).click()
    await section.locator('#field-title').fill(MATTER)
    await section.locator('#field-facts').fill('11月医疗服务月报逾期未报，全县汇总缺一家。')
    await section.locator('#field-demands').fill('即日补报，并说明原因和今后按期报送的办法。')
    await picture(section, 'month-end-letter-form-1440')
    await section.getByRole('button', { name: '提交' }).click()
    await section.getByRole('button', { name: /下载督办通知/ }).waitFor()
  })

  test('the centre fills the return in from last month’s, and sends it', async () => {
    const { township } = people
    await open(township, `/records/statistical-returns.return/${await returnId()}`)
    const inputs = township.locator('.return-form input[data-column]')
    await inputs.first().waitFor()
    await pictures(township, 'month-end-return-open')
    for (const input of await inputs.all()) {
      const before = await input.locator('xpath=ancestor::tr').locator('.return-before').first().innerText()
      await input.fill(before === '—' ? '0' : before)
    }
    await township.getByRole('button', { name: '保存并审核' }).click()
    await township.getByText('审核通过').first().waitFor()
    await pictures(township, 'month-end-return-filled')
    await step(township, '报送')
    await township.getByText('已报').first().waitFor()
  })

  test('it answers the letter with what it has done', async () => {
    const { township, section } = people
    const letter = await idOf('select id from supervision_letter where title = $1', MATTER)
    await open(township, `/records/supervision-letters.letter/${letter}`)
    await step(township, '答复督办', {
      measures: '统计员休产假无人接替，已补报11月月报；今后由办公室副主任兼任，每月3日前报送。',
      evidence: '11月医疗服务月报（已报送）',
      answeredBy: '和院长',
    })
    await pictures(township, 'month-end-letter-answered')
    await open(section, `/records/supervision-letters.letter/${letter}`)
    await step(section, '复查销号', { opinion: '11月月报已收到，数据审核通过。' })
    await section.getByText('已销号').first().waitFor()
    await picture(section, 'month-end-letter-closed-1440')
  })

  test('the section reviews the return, and the leader approves it', async () => {
    const { section, leader } = people
    const path = `/records/statistical-returns.return/${await returnId()}`
    await open(section, path)
    await step(section, '审核通过')
    await open(leader, path)
    await step(leader, '批准')
    await open(section, '/returns?form=township-monthly')
    await section
      .locator('.returns-legend')
      .getByText(/待报 0/)
      .waitFor()
    await picture(section, 'month-end-returns-complete-1440')
  })

  test('the section closes the month, after which its figures stand', async () => {
    const { section } = people
    await open(section, '/administration/periods')
    const row = section.getByRole('row').filter({ hasText: '2025年12月' })
    await row.getByRole('button', { name: '关账' }).click()
    await section.getByRole('alertdialog').getByRole('button', { name: '关账' }).click()
    await row.getByText('已关账').waitFor()
    await pictures(section, 'month-end-closed')
  })

  test('the bulletin is written, closed by the section, and issued by the leader', async () => {
    const { section, leader } = people
    await open(section, '/bulletins')
    await section.locator('select').first().selectOption({ label: '2025年12月' })
    await section.getByRole('button', { name: '生成通报' }).click()
    await section.waitForURL(/\/bulletins\/.+/)
    await section.getByText('总体进展').first().waitFor()
    await section.getByRole('button', { name: '定稿' }).click()
    await section.getByRole('alertdialog').getByRole('button', { name: '定稿' }).click()
    await section.getByText('等待局领导印发').waitFor()
    await open(leader, new URL(section.url()).pathname)
    await leader.locator('.issue-number').fill('玉卫通〔2025〕12号')
    await leader.getByRole('button', { name: '印发' }).click()
    await leader.getByText('已印发').first().waitFor()
    await picture(leader, 'month-end-bulletin-issued-1440')
  })

  test('it is read in the village and by the level above', async () => {
    const { village, above } = people
    for (const [page, name] of [
      [village, 'month-end-bulletin-village-390'],
      [above, 'month-end-bulletin-above-1440'],
    ] as const) {
      await open(page, '/bulletins')
      await page.getByText('工作进展情况通报').first().click()
      await page.getByText('总体进展').first().waitFor()
      assert.match(await page.locator('article').innerText(), /12月/)
      await picture(page, name)
    }
    assert.deepEqual(faults, [])
  })
})
