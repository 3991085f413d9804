import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openZip } from '@kangheng/kernel/exchange/zip-reader.ts'
import { checkDocument } from '@kangheng/reporting/check/index.ts'
import { sampleDocx } from '@kangheng/reporting/check/testing/sample-docx.ts'
import { openHouse, picture, PICTURES, type TestHouse } from './house.ts'

/** A published summary, when the shared folder stands beside the project; otherwise a short one with the same kinds of sentences. */
const SEED = fileURLToPath(new URL('../../shared/seeds/000_f5dae32e2e5a5692.txt', import.meta.url))
const SHORT = `某县卫生健康局2025年工作总结
全县签下居民2127人，签约覆盖率48.39%。全年受理投诉21件，办结率98%。
应接种52794人次，实种52386人次，接种率99.32%。全年发放手册3000本。`
/** Sentences that this county can answer, whatever the rest is about. */
const OWN =
  '玉龙县卫生健康局2025年工作总结\n全县签下居民2127人，签约覆盖率48.39%，建档率50.00%。全年受理投诉21件，办结率98%。'

let house: TestHouse
let folder: string
let file: string

before(async () => {
  house = await openHouse()
  folder = mkdtempSync(join(tmpdir(), 'kangheng-check-'))
  file = join(folder, '年度总结.docx')
  const text = existsSync(SEED) ? readFileSync(SEED, 'utf8') : SHORT
  writeFileSync(file, await sampleDocx(`${OWN}\n${text}`))
})
after(async () => {
  await house?.stop()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

/** Uploads the document and waits for its findings. */
async function upload(page: Page): Promise<void> {
  await page.goto(`${house.server.address}/check`)
  await page.locator('input[type=file]').setInputFiles(file)
  await page.locator('.finding').first().waitFor()
}

/** How many comments a Word file carries. */
const comments = (path: string) =>
  openZip(readFileSync(path), 64 << 20)
    .read('word/document.xml')!
    .toString('utf8')
    .split('<w:commentRangeStart').length - 1

/** Downloads the annotated Word to a file. */
async function annotated(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载批注稿' }).click(),
  ])
  const path = join(folder, name)
  await download.saveAs(path)
  return path
}

describe('the figure check', () => {
  let given: string

  test('finds, filters, dismisses with a reason, and remembers when the document comes again', async () => {
    const page = await house.signIn('bureau-section')
    await upload(page)
    const all = await page.locator('.finding').count()
    await picture(page, 'check-findings-1440')
    await page.getByRole('button', { name: '自相矛盾', exact: true }).click()
    const direct = await page.locator('.finding').count()
    assert.ok(direct > 0 && direct <= all)
    const before = comments(await annotated(page, 'before.docx'))
    assert.equal(before, all)
    await page.locator('.finding-head').first().click()
    await picture(page, 'check-finding-1440')
    await page.getByRole('button', { name: '不采纳', exact: true }).click()
    await page.getByPlaceholder('不采纳的理由').fill('分子含上年结转')
    await page.locator('.finding form').getByRole('button', { name: '不采纳' }).click()
    await page.locator('.finding-decided').waitFor()
    await upload(page)
    await page.getByText('分子含上年结转').waitFor()
    given = await annotated(page, 'annotated.docx')
    assert.equal(comments(given), before - 1)
    assert.equal((await checkDocument(readFileSync(given), 'a.docx')).findings.length, all)
    await page.context().close()
  })

  test('compares with the county’s figures, and maps a wording once', async () => {
    const page = await house.signIn('bureau-section')
    await upload(page)
    await page.getByText(/对上\d+处/).waitFor()
    const compared = async () => Number(/对上(\d+)处/.exec(await page.getByText(/对上\d+处/).innerText())![1])
    const before = await compared()
    await page
      .getByRole('row', { name: /签下居民/ })
      .getByRole('button', { name: '认定口径' })
      .click()
    await page.getByPlaceholder('输入名称查找指标').fill('签约人数')
    await picture(page, 'check-map-1440')
    await page.locator('.map-choices input').first().check()
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByText('已记下').waitFor()
    await page.getByText(`对上${before + 1}处`).waitFor()
    await picture(page, 'check-reconciled-1440')
    await page.locator('.figure-value').first().click()
    await page.locator('.ant-drawer').waitFor()
    await picture(page, 'check-figure-1440')
    await page.goto(`${house.server.address}/records/figure-check.mapping`)
    await page.getByText('签下居民').waitFor()
    await picture(page, 'check-mappings-1440')
    await page.context().close()
  })

  test('fits on a phone', async () => {
    const page = await house.signIn('bureau-section', 390)
    await upload(page)
    await page.getByText(/对上\d+处/).waitFor()
    await page.locator('.finding-head').first().click()
    await picture(page, 'check-390')
    await page.context().close()
  })

  test('a summary shows its findings before it is signed, and lets them be dismissed with a reason', async () => {
    const page = await house.signIn('bureau-section')
    const ask = async (method: 'POST' | 'PUT', path: string, data: object) => {
      const headers = { 'x-kangheng': '1' }
      const answer = await page.request.fetch(`${house.server.address}${path}`, { method, headers, data })
      assert.equal(answer.status(), 200, await answer.text())
      return (await answer.json()) as {
        id: string
        sections: { id: string; version: number; blocks: object[] }[]
        check: { findings: object[] }
      }
    }
    const summary = await ask('POST', '/api/summaries', { place: '530721', year: 2025 })
    assert.deepEqual(summary.check.findings, [], 'what the program writes agrees with itself')
    const [section] = summary.sections
    const wrong = { kind: 'paragraph', parts: [{ kind: 'text', text: '全年受理投诉21件，办结率98%。' }] }
    await ask('PUT', `/api/summaries/${summary.id}/sections/${section!.id}`, {
      version: section!.version,
      blocks: [...section!.blocks, wrong],
    })
    await page.goto(`${house.server.address}/summaries/${summary.id}`)
    await page.getByText('还不能签发：1处数字自相矛盾').waitFor()
    await picture(page, 'summary-check-1440')
    await page.locator('.finding-head').click()
    await page.getByRole('button', { name: '不采纳', exact: true }).click()
    await page.getByPlaceholder('不采纳的理由').fill('含上年结转两件')
    await page.locator('.finding form').getByRole('button', { name: '不采纳' }).click()
    await page.getByText('还不能签发：1处数字自相矛盾').waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, 'summary-check-390')
    await page.context().close()
  })

  const installed = spawnSync('sh', ['-c', 'command -v soffice && command -v pdftoppm']).status === 0
  test(
    'the annotated Word opens in LibreOffice with its comments',
    { skip: !installed && 'LibreOffice is not installed' },
    () => {
      const run = (command: string, args: string[]) => {
        const done = spawnSync(command, args, { cwd: folder, timeout: 240_000 })
        assert.equal(done.status, 0, `${command}: ${done.stderr}`)
      }
      const office = (to: string) =>
        run('soffice', [`-env:UserInstallation=file://${folder}/office`, '--headless', '--convert-to', to, given])
      office('fodt')
      const opened = readFileSync(join(folder, 'annotated.fodt'), 'utf8')
      assert.equal(opened.split('<office:annotation ').length - 1, comments(given))
      office('pdf')
      run('pdftoppm', ['-r', '60', '-png', '-l', '3', 'annotated.pdf', 'page'])
      mkdirSync(PICTURES, { recursive: true })
      run('sh', ['-c', `cp page-*.png '${PICTURES}'`])
    },
  )
})
