import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type Page } from 'playwright-core'
import { demoCounty, loadDemo } from '@kangheng/demo/index.ts'
import { closeMonthsUntil } from '@kangheng/kernel/indicator/close.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { initialise } from '@kangheng/server/installation.ts'
import { startServer, type RunningServer } from '@kangheng/server/start.ts'
import { systemActor } from '@kangheng/server/system-actor.ts'
import { chromiumPath } from '../scripts/debian.ts'

/** Pictures of the pages; kept as artifacts of a run, never committed. */
const PICTURES = fileURLToPath(new URL('../artifacts/screenshots/', import.meta.url))

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A small demo county behind a real server, and a real browser before it. */
export interface TestHouse {
  readonly server: RunningServer
  readonly browser: Browser
  /** A page in which a demo role has signed in. */
  signIn(role: string, width?: number): Promise<Page>
  stop(): Promise<void>
}

/** Starts server and browser on a demo county of the given scale. */
export async function openHouse(scale = 0.02): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-e2e-'))
  const setting = await initialise({ folder }, demoCounty.code, {
    demo: true,
    today: demoCounty.today,
    firstMonth: '2025-01',
  })
  await loadDemo(setting, { scale, seed: 1, onProgress: () => {} })
  const computation = await setting.computation()
  const write = { computation, actor: systemActor(setting), requestId: 'e2e-close', today: setting.today() }
  await closeMonthsUntil(setting.database, write, demoCounty.closedUntil)
  await buildFigures(setting.database, computation)
  await setting.close()
  const server = await startServer({ folder, port: 0, options: { logLevel: 'error' } })
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: CHROMIUM_FLAGS })
  return {
    server,
    browser,
    async signIn(role, width = 1440) {
      const account = server.setting.demoAccounts.find((each) => each.username === role)
      if (!account)
        throw new Error(
          `No demo account for ${role}: ${server.setting.demoAccounts.map((each) => each.username).join(', ')}`,
        )
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        locale: 'zh-CN',
        deviceScaleFactor: width < 600 ? 2 : 1,
      })
      const page = await context.newPage()
      await page.goto(server.address)
      await page.locator('input[name=username]').fill(account.username)
      await page.locator('input[name=password]').fill(account.password)
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.locator('input[name=password]').waitFor({ state: 'detached' })
      return page
    },
    async stop() {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Keeps a picture of the page, and fails when the page scrolls sideways: nothing may stick out of a phone. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true })
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  if (overflow > 1) throw new Error(`${name} is ${overflow} px wider than its window`)
}
