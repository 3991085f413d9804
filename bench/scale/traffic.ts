import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { load, percentile, timed, type Measurement } from '../measure.ts'
import type { LoadOrder, Sample } from './load-process.ts'
import { ask, signIn, type SignedIn } from './requests.ts'
import { PASSWORD, type Level, type LoadUser } from './users.ts'

const LEVELS: readonly Level[] = ['county', 'township', 'village']
const PERCENTILES = [50, 95, 99] as const
/** Three hundred in ten seconds. */
const SIGN_INS_A_SECOND = 30

/** Users sign in at the rate of a storm, each from an address of its own. */
export async function measureStorm(
  address: string,
  users: readonly LoadUser[],
): Promise<{ signedIn: SignedIn[]; measurements: Measurement[] }> {
  const signedIn: SignedIn[] = []
  const times: number[] = []
  const wrong: string[] = []
  const started = performance.now()
  await Promise.all(
    users.map(async (user, index) => {
      await new Promise((resolve) => setTimeout(resolve, (index * 1000) / SIGN_INS_A_SECOND))
      const { ms, result } = await timed(() =>
        signIn(address, user, PASSWORD).catch((error: unknown) => void wrong.push(String(error))),
      )
      times.push(ms)
      if (result) signedIn.push(result)
    }),
  )
  const basis = `${users.length} in ${((performance.now() - started) / 1000).toFixed(1)} s; p95 ${percentile(times, 95).toFixed(0)} ms${wrong[0] ? `; ${wrong[0]}` : ''}`
  return { signedIn, measurements: [{ name: 'log-in storm, errors', value: wrong.length, unit: '', basis }] }
}

function runLoad(order: LoadOrder): Promise<Sample[]> {
  const child = fork(fileURLToPath(new URL('./load-process.ts', import.meta.url)))
  return new Promise((resolve, reject) => {
    child.once('message', (samples) => resolve(samples as Sample[]))
    child.once('error', reject)
    child.once('exit', (code) => code === 0 || reject(new Error(`The load ended with ${code}`)))
    child.send(order)
  })
}

/** Users of all levels at their work, in a process of their own: percentiles of reads and writes, and how levels compare. */
export async function measureTraffic(order: LoadOrder): Promise<Measurement[]> {
  const samples = await runLoad(order)
  const times = (fits: (sample: Sample) => boolean) => samples.filter(fits).map(({ ms }) => ms)
  const isSave = ({ kind }: Sample) => kind === 'save'
  const rate = (samples.length / order.seconds).toFixed(0)
  const basis = `${order.users.length} users, ${rate} requests a second, ${order.think} s between`
  const of = (what: string, values: readonly number[]): Measurement[] =>
    PERCENTILES.map((p) => ({
      name: `${what}, p${p}`,
      value: percentile(values, p),
      unit: 'ms',
      basis: `${values.length} of ${basis}`,
    }))
  const reads = (level: Level) => times((sample) => !isSave(sample) && sample.level === level)
  const kinds = [...new Set(samples.map(({ kind }) => kind))].sort()
  const medians = LEVELS.map((level) => percentile(reads(level), 50))
  return [
    ...of(
      'reads',
      times((sample) => !isSave(sample)),
    ),
    ...of('writes', times(isSave)),
    ...LEVELS.flatMap((level) => of(`reads, ${level}`, reads(level))),
    ...kinds.flatMap((kind) =>
      of(
        `of these: ${kind}`,
        times((sample) => sample.kind === kind),
      ).slice(1, 2),
    ),
    {
      name: 'slowest level / fastest level',
      value: Math.max(...medians) / Math.min(...medians),
      unit: '×',
      basis: 'medians of reads',
    },
    { name: 'requests that failed', value: samples.filter(({ ok }) => !ok).length, unit: '', basis },
  ]
}

/** Search by the beginning of a name, by pinyin and by identity number, a few users at once. */
export async function measureSearch(
  address: string,
  users: readonly SignedIn[],
  documents: readonly string[],
  calls: number,
): Promise<Measurement[]> {
  const searches: readonly (readonly [string, (user: SignedIn, index: number) => string])[] = [
    ['name', ({ people }, index) => people[index % people.length]!.name.slice(0, 2)],
    ['pinyin', ({ people }, index) => people[index % people.length]!.pinyin.slice(0, 3)],
    ['identity number', (_, index) => documents[index % documents.length]!],
  ]
  const measurements: Measurement[] = []
  for (const [what, textOf] of searches) {
    const search = (index: number) => {
      const user = users[index % users.length]!
      return ask(address, user, { path: `/api/persons?limit=20&q=${encodeURIComponent(textOf(user, index))}` })
    }
    await load(Math.ceil(calls / 10), 2, search)
    const times = await load(calls, 2, search)
    measurements.push({
      name: `search by ${what}, p95`,
      value: percentile(times, 95),
      unit: 'ms',
      basis: `${calls} by users of all levels, 2 at once; p50 ${percentile(times, 50).toFixed(1)} ms`,
    })
  }
  return measurements
}

/** From a figure to the first rows behind it, in places of all levels. */
export async function measureTrace(address: string, users: readonly SignedIn[]): Promise<Measurement> {
  const sides = ['numerator', 'denominator']
  const indicators = ['family-doctor.coverage', 'hypertension.control-rate', 'health-record.coverage']
  const asked = LEVELS.map((level) => users.find((user) => user.level === level)!).flatMap((user) =>
    indicators.flatMap((indicator) => sides.map((side) => ({ user, indicator, side }))),
  )
  const times: number[] = []
  for (const { user, indicator, side } of asked) {
    const path = `/api/figures/${indicator}/${user.division}/2025/rows?side=${side}`
    const { ms, result } = await timed(() => ask(address, user, { path }))
    times.push(result ? ms : Number.NaN)
  }
  return {
    name: 'figure trace, slowest',
    value: Math.max(...times),
    unit: 'ms',
    basis: `${times.length} traces, first time`,
  }
}
