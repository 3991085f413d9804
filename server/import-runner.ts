import { keptFile, unfinishedJobs, type ImportJob } from '@kangheng/kernel/exchange/import-jobs.ts'
import type { Database } from '@kangheng/kernel/store/connection.ts'
import { getImportable } from './importable.ts'
import type { Setting } from './setting.ts'
import { forgetTotals } from './totals.ts'

/** Runs imports in the background, so that a request can be answered and the page may be left. */
export interface ImportRunner {
  start(job: ImportJob, how: { preview: boolean; bytes?: Uint8Array }): void
  isRunning(job: string): boolean
  /** Waits until an import has ended its present step, at most so long. */
  settled(job: string, milliseconds: number): Promise<void>
  progressOf(job: string): { done: number; total: number } | undefined
  /** Takes up what was cut off when the server stopped. */
  resume(): Promise<void>
  /** Waits for everything that runs. */
  stop(): Promise<void>
}

const runners = new WeakMap<Database, ImportRunner>()

/** The one runner of a setting. */
export function importRunner(setting: Setting): ImportRunner {
  let runner = runners.get(setting.database)
  if (!runner) {
    runner = makeRunner(setting)
    runners.set(setting.database, runner)
  }
  return runner
}

function makeRunner(setting: Setting): ImportRunner {
  const running = new Map<string, Promise<void>>()
  const progress = new Map<string, { done: number; total: number }>()

  async function work(job: ImportJob, preview: boolean, given: Uint8Array | undefined): Promise<void> {
    const bytes = given ?? (await keptFile(setting.database, setting.county, job.id))
    if (!bytes) return
    // A file that cannot be read is noted with the job; anything else that fails leaves the job to be taken up again.
    await getImportable(setting, job.register)
      .run(job, bytes, {
        preview,
        onProgress: (_step, done, total) => progress.set(job.id, { done, total }),
      })
      .catch(() => {})
    forgetTotals(setting.database)
  }

  const start: ImportRunner['start'] = (job, { preview, bytes }) => {
    if (running.has(job.id)) return
    const ended = work(job, preview, bytes).finally(() => {
      running.delete(job.id)
      progress.delete(job.id)
    })
    running.set(job.id, ended)
  }
  return {
    start,
    isRunning: (job) => running.has(job),
    progressOf: (job) => progress.get(job),
    async settled(job, milliseconds) {
      let timer: NodeJS.Timeout | undefined
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, milliseconds)
      })
      await Promise.race([running.get(job), patience])
      clearTimeout(timer)
    },
    async resume() {
      if (!setting.county) return
      for (const job of await unfinishedJobs(setting.database, setting.county))
        start(job, { preview: job.state === 'reading' })
    },
    async stop() {
      await Promise.all(running.values())
    },
  }
}
