import { dropExpiredSessions } from '@kangheng/kernel/access/sign-in.ts'
import { openRefresher, type Refresher } from '@kangheng/kernel/indicator/refresh.ts'
import { isCity } from '@kangheng/kernel/place/code.ts'
import { sealJournal } from '@kangheng/kernel/record/journal.ts'
import { inBackground } from '@kangheng/kernel/store/turns.ts'
import type { App } from './app-type.ts'
import { cityWatch } from './city.ts'
import { dailyWatch } from './daily.ts'
import { awaitsHeadlines, computeDeferred, monthWatch } from './deferred-figures.ts'
import { importRunner } from './import-runner.ts'
import { sendDue } from './mail/deliver.ts'
import type { Setting } from './setting.ts'
import { workWatch } from './work-watch.ts'

/** Runs work again and again, `pause` milliseconds after each end; a failure is logged and the next turn comes all the same. */
function repeat(app: App, name: string, pause: number, work: () => Promise<unknown>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  let stopped = false
  const turn = async () => {
    await inBackground(work).catch((error: unknown) => app.log.error({ err: error, job: name }, 'job failed'))
    if (!stopped) schedule()
  }
  const schedule = () => {
    timer = setTimeout(() => {
      running = turn()
    }, pause)
    timer.unref()
  }
  schedule()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

const MINUTE = 60_000

/** Computes figures again where writes made them stale. Returns how many marks there were. */
async function refresh(setting: Setting, app: App, refresher: Refresher): Promise<void> {
  if (!setting.county) return
  const [row] = await setting.database.query<{ marks: number }>(
    'select count(*) as marks from (select 1 from stale_mark where county = $1 limit 1000) waiting',
    [setting.county],
  )
  app.metrics.staleMarks.set(row!.marks)
  if (row!.marks === 0) await refresher.rest(setting.county)
  else if (!(await awaitsHeadlines(setting))) await refresher.refresh(await setting.computation())
}

/** Starts what the server does by itself: fresh figures, the day's own work, the journal's seals, subscriptions by mail, old sessions. A city gathers figures and derives nothing. Returns the stop. */
export function startJobs(setting: Setting, app: App): () => Promise<void> {
  const stopping = new AbortController()
  const always = [
    repeat(app, 'journal', MINUTE, async () => {
      if (setting.county) await sealJournal(setting.database, setting.county)
    }),
    repeat(app, 'mail', MINUTE, () => sendDue(setting)),
    repeat(app, 'sessions', 10 * MINUTE, () => dropExpiredSessions(setting.database)),
  ]
  if (isCity(setting.county)) return stopOf([repeat(app, 'city', 10_000, cityWatch(setting)), ...always], stopping)
  const refresher = openRefresher(setting.database)
  const stops = [
    repeat(app, 'work', 100, workWatch(setting, stopping.signal)),
    repeat(app, 'figures', 200, () => refresh(setting, app, refresher)),
    repeat(app, 'deferred figures', 500, () => computeDeferred(setting, stopping.signal)),
    repeat(app, 'new month', 2000, monthWatch(setting)),
    repeat(app, 'daily', MINUTE, dailyWatch(setting)),
    // What a database that was away broke off; what still runs is left alone.
    repeat(app, 'imports', 10_000, () => importRunner(setting).resume()),
  ]
  const stop = stopOf([...stops, ...always], stopping)
  return async () => {
    await stop()
    await refresher.close()
  }
}

function stopOf(stops: readonly (() => Promise<void>)[], stopping: AbortController): () => Promise<void> {
  return async () => {
    stopping.abort()
    await Promise.all(stops.map((stop) => stop()))
  }
}
