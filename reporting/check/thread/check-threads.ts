import { Worker } from 'node:worker_threads'
import { type FaultMessage, unpackFault } from '@kangheng/kernel/text/refusal-message.ts'
import { Refusal } from '@kangheng/kernel/text/refusal.ts'
import type { Language } from '@kangheng/kernel/text/text.ts'
import type { AnnotatedFinding } from '../annotate/findings-in-word.ts'
import type { DocumentCheck } from '../index.ts'

/** A check whose findings may have been decided. */
type DecidedCheck = Omit<DocumentCheck, 'findings'> & { findings: readonly AnnotatedFinding[] }

/** What a thread of the check does: check a file, write comments into a Word file, list the figures as a workbook. */
export type CheckJob =
  | { kind: 'check'; bytes: Uint8Array; filename: string }
  | { kind: 'annotate'; bytes: Uint8Array; check: Pick<DecidedCheck, 'claims' | 'findings'>; language: Language }
  | { kind: 'inventory'; check: DecidedCheck; language: Language }

/** How the threads are bounded. */
export type CheckThreadOptions = {
  /** Checks at the same time; more wait. */
  threads?: number
  /** How many may wait before the next is refused. */
  longestQueue?: number
  /** After this many milliseconds a job is given up and its thread ended. */
  timeoutMs?: number
}

/** The figure check in threads of its own, so that no other request waits for a long document. */
export type CheckThreads = {
  check: (bytes: Uint8Array, filename: string) => Promise<DocumentCheck>
  /** The Word file with comments. */
  annotate: (
    bytes: Uint8Array,
    check: Pick<DecidedCheck, 'claims' | 'findings'>,
    language: Language,
  ) => Promise<Uint8Array>
  /** The figure inventory as an Excel workbook. */
  inventory: (check: DecidedCheck, language: Language) => Promise<Uint8Array>
  /** Ends the threads; what still runs or waits is refused. */
  close: () => Promise<void>
}

type Task = { job: CheckJob; resolve: (result: unknown) => void; reject: (error: Error) => void }
type Answer = { result: unknown } | FaultMessage
/** A thread and the job it is doing; a lane without a job is free. */
type Lane = { worker: Worker | null; job: { answer: (answer: Answer) => void; fail: (error: Error) => void } | null }

/** A million characters take about three seconds; LibreOffice gives up after forty-five. */
const TIMEOUT_MS = 60_000
/** A million characters in a Word file take about 400 MB while they are being read. */
const MEMORY_MB = 1024

const tooSlow = (): Refusal =>
  new Refusal('unavailable', {
    zh: '这份文件核对用时过长，已停止。请分成几个文件，或另存为 .docx 后再核对。',
    en: 'The check of this file took too long and was stopped. Split the file, or save it as .docx, and check again.',
  })

const tooMany = (): Refusal =>
  new Refusal('unavailable', {
    zh: '正在核对的文件较多，请稍后再试。',
    en: 'Many files are being checked. Try again in a while.',
  })

/** Opens the threads; each starts with its first job and then stays. They do not keep the process alive. */
export function openCheckThreads({
  threads = 2,
  longestQueue = 16,
  timeoutMs = TIMEOUT_MS,
}: CheckThreadOptions = {}): CheckThreads {
  const lanes: Lane[] = Array.from({ length: threads }, () => ({ worker: null, job: null }))
  const queue: Task[] = []

  const next = (): void => {
    const lane = lanes.find(({ job }) => job === null)
    const task = lane && queue.shift()
    if (lane && task) run(lane, task)
  }

  const run = (lane: Lane, task: Task): void => {
    const done = (act: () => void): void => {
      clearTimeout(timer)
      lane.job = null
      act()
      next()
    }
    const fail = (error: Error): void => {
      const { worker } = lane
      lane.worker = null
      void worker?.terminate()
      done(() => task.reject(error))
    }
    const timer = setTimeout(() => fail(tooSlow()), timeoutMs)
    const answer = (said: Answer): void =>
      done(() => ('result' in said ? task.resolve(said.result) : task.reject(unpackFault(said))))
    lane.job = { answer, fail }
    lane.worker ??= startWorker(lane)
    lane.worker.postMessage(task.job)
  }

  const perform = <Result>(job: CheckJob): Promise<Result> =>
    new Promise((resolve, reject) => {
      if (queue.length >= longestQueue) return reject(tooMany())
      queue.push({ job, resolve: resolve as Task['resolve'], reject })
      next()
    })

  return {
    check: (bytes, filename) => perform({ kind: 'check', bytes, filename }),
    annotate: (bytes, { claims, findings }, language) =>
      perform({ kind: 'annotate', bytes, check: { claims, findings }, language }),
    inventory: (check, language) => perform({ kind: 'inventory', check, language }),
    close: async () => {
      for (const { reject } of queue.splice(0)) reject(tooMany())
      for (const { job } of lanes) job?.fail(tooMany())
      await Promise.all(lanes.map(({ worker }) => worker?.terminate()))
    },
  }
}

function startWorker(lane: Lane): Worker {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  worker.unref()
  // what a thread still says after it was given up concerns nobody
  const job = () => (lane.worker === worker ? lane.job : null)
  worker.on('message', (said: Answer) => job()?.answer(said))
  worker.on('error', (error) => job()?.fail(isOutOfMemory(error) ? tooSlow() : (error as Error)))
  worker.on('exit', () => job()?.fail(new Error('The thread of the figure check has stopped')))
  return worker
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
