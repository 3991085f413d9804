import { ask, nextRequest, type SignedIn } from './requests.ts'
import type { Level } from './users.ts'

/** What the process is asked for. */
export interface LoadOrder {
  readonly address: string
  readonly users: readonly SignedIn[]
  readonly today: string
  readonly seconds: number
  /** Mean seconds between an answer and the next request of a user; half of it to once and a half. */
  readonly think: number
}

/** One answered request. */
export interface Sample {
  readonly level: Level
  readonly kind: string
  readonly ms: number
  readonly ok: boolean
}

const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

async function work({ address, today, seconds, think }: LoadOrder, user: SignedIn, samples: Sample[]): Promise<void> {
  // Users do not come at the same moment.
  await sleep(Math.random() * think)
  const until = performance.now() + seconds * 1000
  while (performance.now() < until) {
    const request = nextRequest(user, today)
    const started = performance.now()
    const ok = await ask(address, user, request).catch(() => false)
    samples.push({ level: user.level, kind: request.kind, ms: performance.now() - started, ok })
    await sleep(think * (0.5 + Math.random()))
  }
}

process.on('message', (order: LoadOrder) => {
  const samples: Sample[] = []
  void Promise.all(order.users.map((user) => work(order, user, samples))).then(() =>
    process.send!(samples, () => process.disconnect()),
  )
})
