import { createAccount } from '@kangheng/kernel/access/accounts.ts'
import { installationActor } from '@kangheng/kernel/access/first-administrator.ts'
import { openBenchCounty } from './county.ts'
import { outboxEntry, OUTBOX, OUTBOX_ENTRIES } from './faults/works.ts'
import { judge, percentile, type BenchResult, type Measurement } from './measure.ts'
import { startServerProcess, type ServerProcess } from './server-process.ts'

const PASSWORD = 'seven umbrellas in the rain'
const MINUTE = 60_000
/** Milliseconds between an answer and the next request of an asker. */
const PAUSE = 50

/** Who asks, and what, over and over: reading as they do all day, and the outbox of a village. */
const ASKERS = [
  {
    account: { username: 'section', name: '股室', role: 'bureau-section', division: '530721' },
    paths: ['/api/cockpit', '/api/records/family-doctor.contract', '/api/persons?q=li', '/api/warnings'],
  },
  {
    account: {
      username: 'centre',
      name: '卫生院',
      role: 'township-centre',
      division: '530721102',
      institution: 'C530721102',
    },
    paths: ['/api/tasks', '/api/records/hypertension.visit', '/api/persons?q=wang', '/api/targets?year=2025'],
  },
  {
    account: {
      username: 'doctor',
      name: '村医',
      role: 'village-doctor',
      division: '530721102201',
      institution: 'V530721102201',
    },
    paths: ['/api/tasks', '/api/records/hypertension.patient', '/api/session', OUTBOX],
  },
] as const

/** Slope of a straight line through values at 0, 1, 2 …, by least squares. */
export function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  const below = values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0)
  return below === 0 ? Number.NaN : above / below
}

const minutesAsked = (): number => {
  const at = process.argv.indexOf('--minutes')
  return at < 0 ? 60 : Number(process.argv[at + 1])
}

/**
 * Mixed load over HTTP on the program in a process of its own: memory and p95 for each interval (a minute; five seconds when quick), and their slopes after the first fifth, in
 * which caches fill. `--minutes N`, 60 when not given.
 */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const county = await openBenchCounty(true, true)
  const total = quick ? 40_000 : minutesAsked() * MINUTE
  const interval = Math.min(quick ? 4000 : MINUTE, total / 10)
  for (const { account } of ASKERS)
    await createAccount(county.setting, installationActor('530721', 'setup'), account, PASSWORD, false)
  let server: ServerProcess | undefined
  try {
    server = await startServerProcess({ DATABASE_URL: county.url, KANGHENG_DATA: county.folder })
    const { address, memory: held } = server
    const until = performance.now() + total
    let times: number[] = []
    let failures = 0
    let written = 0
    const asker = async ({ account, paths }: (typeof ASKERS)[number]) => {
      const headers: Record<string, string> = { 'x-kangheng': '1', 'content-type': 'application/json' }
      const post = (path: string, body: object) =>
        fetch(`${address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
      const entered = await post('/api/session', { username: account.username, password: PASSWORD })
      headers['cookie'] = entered.headers.getSetCookie()[0]!.split(';')[0]!
      for (let each = 0; performance.now() < until; each += 1) {
        const path = paths[each % paths.length]!
        const begun = performance.now()
        const answer =
          path === OUTBOX
            ? await post(path, outboxEntry(written++ % OUTBOX_ENTRIES))
            : await fetch(`${address}${path}`, { headers })
        await answer.arrayBuffer()
        times.push(performance.now() - begun)
        if (answer.status !== 200) failures += 1
        await new Promise((resolve) => setTimeout(resolve, PAUSE))
      }
    }
    const memory: number[] = []
    const p95: number[] = []
    let requests = 0
    const timer = setInterval(() => {
      memory.push(held().now)
      p95.push(percentile(times, 95))
      requests += times.length
      times = []
    }, interval)
    await Promise.all(ASKERS.map(asker))
    clearInterval(timer)
    const settled = (values: readonly number[]) => values.slice(Math.ceil(values.length / 5))
    const perHour = (MINUTE * 60) / interval
    const basis = `${memory.length} intervals of ${(interval / 1000).toFixed(0)} s, ${requests} requests`
    const growth = (slopeOf(settled(memory)) * settled(memory).length) / settled(memory)[0]!
    const slower = (slopeOf(settled(p95)) * settled(p95).length) / settled(p95)[0]!
    const measurements: Measurement[] = [
      { name: 'memory at the end', value: memory.at(-1)!, unit: 'MB', basis },
      {
        name: 'growth of memory over the run',
        value: growth * 100,
        unit: '%',
        basis: `${(slopeOf(settled(memory)) * perHour).toFixed(0)} MB/h`,
      },
      { name: 'p95 at the end', value: p95.at(-1)!, unit: 'ms', basis: `first ${p95[0]?.toFixed(0)} ms` },
      { name: 'growth of p95 over the run', value: slower * 100, unit: '%' },
      { name: 'requests that failed', value: failures, unit: '' },
    ]
    return judge('soak', measurements, quick)
  } finally {
    await server?.stop()
    await county.stop()
  }
}
