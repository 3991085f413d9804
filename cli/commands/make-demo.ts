import { existsSync, rmSync } from 'node:fs'
import { playAdministration } from '@kangheng/demo/administration/index.ts'
import type { InventedCounty } from '@kangheng/demo/city/invented-county.ts'
import { demoCounty, loadDemo, loadLargeDemo, planDemo } from '@kangheng/demo/index.ts'
import type { Model } from '@kangheng/demo/model.ts'
import { closeMonthsUntil } from '@kangheng/kernel/indicator/close.ts'
import { buildFigures, buildFiguresOf } from '@kangheng/kernel/indicator/engine.ts'
import { monthEnd } from '@kangheng/kernel/indicator/horizon.ts'
import { addDays } from '@kangheng/kernel/period/date.ts'
import { sealJournal } from '@kangheng/kernel/record/journal.ts'
import { embeddedFolder } from '@kangheng/kernel/store/data-folder.ts'
import { inBackground } from '@kangheng/kernel/store/turns.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import { deferFigures, figuresDeferred } from '@kangheng/server/deferred-figures.ts'
import { findInstallation, initialise, readSecret, writeSettings } from '@kangheng/server/installation.ts'
import type { Setting } from '@kangheng/server/setting.ts'
import { systemActor } from '@kangheng/server/system-actor.ts'
import type { Arguments } from '../arguments.ts'
import { installationOf } from '../installation.ts'
import { progressBar, say, table } from '../print.ts'
import { yearsOf, type DemoSize } from './demo-size.ts'

/** What loading the records took; memory is the most that the program held. */
interface LoadReport {
  readonly rows: number
  readonly seconds: number
  readonly rowsPerSecond: number
  /** Seconds of making indexes, where they are made after all rows. */
  readonly indexSeconds?: number
  readonly peakMemoryMB: number
}

/** What is made: how large, from which seed, of how many years (two when left out), and for which invented county. */
interface Wanted {
  readonly size: DemoSize
  readonly seed: number
  readonly years?: number | undefined
  readonly invented?: InventedCounty | undefined
}

async function loadRecords(
  given: Arguments,
  setting: Setting,
  { size, ...wanted }: Wanted,
  model: Model | undefined,
): Promise<LoadReport> {
  const onProgress = progressBar(given)
  const started = performance.now()
  const told = (rows: number, seconds: number) => ({
    rows,
    seconds,
    rowsPerSecond: Math.round(rows / seconds),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1024),
  })
  if (size.layers) {
    const { seed, years } = wanted
    const plan = { residents: size.residents, seed, years, secret: readSecret(installationOf(given).folder) }
    const { rows, copySeconds, indexSeconds } = await loadLargeDemo(setting, plan, onProgress)
    return { ...told(rows, copySeconds), indexSeconds }
  }
  const rows = await loadDemo(setting, { ...wanted, scale: size.scale, ...(model ? { model } : {}), onProgress })
  return told(rows, (performance.now() - started) / 1000)
}

/** Makes the synthetic county: people and records, figures, closed months, one account per role. The installation is left open. */
export async function makeDemo(
  given: Arguments,
  { deferred, ...asked }: Omit<Wanted, 'years'> & { readonly deferred?: boolean },
): Promise<{ setting: Setting; load: LoadReport }> {
  const started = performance.now()
  // Refused before anything is said to be made.
  const years = yearsOf(given)
  const progress = progressBar(given)
  say(given, {
    zh: '正在生成演示县（人员与记录均为虚构）…',
    en: 'Making the demo county (its people and records are synthetic) …',
  })
  const { size, seed, invented } = asked
  const { today } = demoCounty
  const firstMonth = years === undefined ? demoCounty.firstMonth : `${Number(today.slice(0, 4)) - years + 1}-01`
  const code = invented?.code ?? demoCounty.code
  const opening = initialise(installationOf(given), code, { demo: true, today, firstMonth }, invented?.places)
  // The database starts in a thread of its own meanwhile.
  const model = size.layers ? undefined : planDemo({ scale: size.scale, seed, years, invented })
  const setting = await opening
  try {
    const load = await loadRecords(given, setting, { ...asked, years }, model)
    const computation = await setting.computation()
    const write = { computation, actor: systemActor(setting), requestId: 'demo-close', today: setting.today() }
    // Each month was closed on the fifth of the next; what is computed for closed months is closed at once.
    await closeMonthsUntil(setting.database, write, demoCounty.closedUntil, (month) => addDays(monthEnd(month), 5))
    const later = deferred ? await deferFigures(setting) : []
    const first = computation.indicators.map((each) => each.id).filter((id) => !later.includes(id))
    if (later.length > 0) {
      await buildFiguresOf(setting.database, computation, first, { progress })
      await setting.database.execute('analyze figure')
    } else await buildFigures(setting.database, computation, progress)
    // The year's management speaks of the townships of 玉龙.
    if (!deferred && !invented) await playAdministration(setting, progress)
    await sealJournal(setting.database, setting.county)
    await writeSettings(setting.database, setting.county, { demoReady: true, demoPlayed: !deferred })
    await setting.reload()
    sayReady(given, started)
    return { setting, load }
  } catch (error) {
    await setting.close()
    throw error
  }
}

function sayReady(given: Arguments, started: number): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(given, { zh: `演示县已生成，用时 ${seconds} 秒`, en: `The demo county is ready after ${seconds} s` })
}

/** Milliseconds between two looks whether the figures are there. */
const LOOK_AGAIN = 1000

/**
 * Plays the year's management of a demo county that was started before it was played: appraisal, money and letters rest on figures that are computed after the
 * start. Resolves when it is played, or when the server was stopped meanwhile.
 */
export async function playLater(setting: Setting, stopped: AbortSignal): Promise<void> {
  if (!setting.demoUnplayed) return
  try {
    while (await figuresDeferred(setting)) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
      if (stopped.aborted) return
    }
    // Said before it is done: what is played a second time would contradict the first.
    await writeSettings(setting.database, setting.county, { demoPlayed: true })
    await inBackground(() => playAdministration(setting, () => {}))
    await setting.reload()
  } catch (error) {
    if (!stopped.aborted) throw error
  }
}

/**
 * The installation when it has a county already. A demo county whose making was interrupted is cleared away first; a real one is never touched.
 * @throws Refusal on PostgreSQL, where clearing a database away is not ours to do.
 */
export async function findCounty(given: Arguments): Promise<Setting | undefined> {
  const installation = installationOf(given)
  if (!installation.url && !existsSync(embeddedFolder(installation.folder))) return undefined
  const known = await findInstallation(installation)
  if (!known?.demoUnfinished) return known
  await known.close()
  if (installation.url)
    throw new Refusal('conflict', {
      zh: '上次生成演示县时中断，数据不完整；请删除并重建该数据库后再试',
      en: 'Making the demo county was interrupted and its data are incomplete: drop and create the database, then try again',
    })
  say(given, {
    zh: '上次生成演示县时中断，现在重新生成',
    en: 'Making the demo county was interrupted; it is made anew',
  })
  rmSync(embeddedFolder(installation.folder), { recursive: true, force: true })
  return undefined
}

/** Prints one account per role; only a demo county has any. */
export function printAccounts(given: Arguments, accounts: readonly { username: string; password: string }[]): void {
  if (given.options['json'] || accounts.length === 0) return
  say(given, { zh: '演示账号（用户名  密码）：', en: 'Demo accounts (user name  password):' })
  console.log(table(accounts.map((account) => ['  ', account.username, account.password])))
}
