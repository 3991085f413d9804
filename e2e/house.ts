import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { demoCounty, loadDemo } from '@kangheng/demo/index.ts'
import { closeMonthsUntil } from '@kangheng/kernel/indicator/close.ts'
import { buildFigures } from '@kangheng/kernel/indicator/engine.ts'
import { initialise } from '@kangheng/server/installation.ts'
import { startServer, type RunningServer } from '@kangheng/server/start.ts'
import { systemActor } from '@kangheng/server/system-actor.ts'
import { chromiumPath } from '../scripts/debian.ts'

/** Pictures of the pages; kept as artifacts of a run, never committed. */
export const PICTURES = fileURLToPath(new URL('../artifacts/screenshots/', import.meta.url))

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real server, and a real browser before it. */
export interface TestHouse {
  readonly server: RunningServer
  /** A page of a browser of its own, at the front door. */
  enter(width?: number): Promise<Page>
  /** A page in which a demo role has signed in. */
  signIn(role: string, width?: number): Promise<Page>
  stop(): Promise<void>
}

/** Fills in the form of the front door and goes in. */
export async function passDoor(page: Page, username: string, password: string): Promise<void> {
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.locator('input[name=password]').waitFor({ state: 'detached' })
}

/** Size of the demo county that the browser tests walk through: the village doctor's village has several visits due. */
const SCALE = 0.03

/**
 * Starts server and browser on a small demo county. Making it takes a minute, copying it a second: a run of all files makes it before (`make-county.ts`), in
 * the folder that KANGHENG_E2E_COUNTY names, and each file works on a copy of its own.
 */
export async function openHouse(): Promise<TestHouse> {
  const folder = newFolder()
  const made = process.env['KANGHENG_E2E_COUNTY']
  if (made) cpSync(made, folder, { recursive: true })
  else await makeCounty(folder)
  return serve(folder)
}

/** Makes the demo county of the browser tests, with its figures and closed months. */
export async function makeCounty(folder: string): Promise<void> {
  const setting = await initialise({ folder }, demoCounty.code, {
    demo: true,
    today: demoCounty.today,
    firstMonth: '2025-01',
  })
  await loadDemo(setting, { scale: SCALE, seed: 1, onProgress: () => {} })
  const computation = await setting.computation()
  const write = { computation, actor: systemActor(setting), requestId: 'e2e-close', today: setting.today() }
  await closeMonthsUntil(setting.database, write, demoCounty.closedUntil)
  await buildFigures(setting.database, computation)
  await setting.close()
}

/** Starts server and browser on a new installation, in which nothing has been set up. */
export function openEmptyHouse(): Promise<TestHouse> {
  return serve(newFolder())
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'kangheng-e2e-'))

async function serve(folder: string): Promise<TestHouse> {
  const server = await startServer({ folder, port: 0, options: { logLevel: 'error' } })
  const browser = await chromium.launch({ executablePath: chromiumPath()!, args: CHROMIUM_FLAGS })
  async function enter(width = 1440): Promise<Page> {
    const context = await browser.newContext({
      baseURL: server.address,
      viewport: { width, height: width < 600 ? 844 : 900 },
      locale: 'zh-CN',
      deviceScaleFactor: width < 600 ? 2 : 1,
    })
    const page = await context.newPage()
    // Three such houses share two processors in a run of all files.
    page.setDefaultTimeout(60_000)
    await page.goto(server.address)
    return page
  }
  return {
    server,
    enter,
    async signIn(role, width) {
      const account = server.setting.demoAccounts.find((each) => each.username === role)
      if (!account)
        throw new Error(
          `No demo account for ${role}: ${server.setting.demoAccounts.map((each) => each.username).join(', ')}`,
        )
      const page = await enter(width)
      await passDoor(page, account.username, account.password)
      return page
    },
    async stop() {
      await browser.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Opens a page of the house and waits until nothing is on its way any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
}

/** Waits until the files of the pages have been kept: from here on they open without a network. */
export async function pagesKept(page: Page): Promise<void> {
  // Asked from here: the pages forbid scripts to evaluate text, and so would a poll within the page be stopped.
  for (let tries = 0; tries < 120; tries += 1) {
    if (await page.evaluate<boolean>('navigator.serviceWorker.controller !== null')) return
    await page.waitForTimeout(250)
  }
  throw new Error('The pages were not kept within half a minute')
}

/** Takes the same picture on the desk and on the phone. */
export async function pictures(page: Page, name: string): Promise<void> {
  await picture(page, `${name}-1440`)
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, `${name}-390`)
  await page.setViewportSize({ width: 1440, height: 900 })
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
