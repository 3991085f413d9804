import { readFileSync } from 'node:fs'

/** One line of a benchmark's table. */
export type BenchRow = Readonly<Record<string, string | number>>

/** What a benchmark gives back. */
export interface BenchResult {
  readonly rows: readonly BenchRow[]
  /** Thresholds of the contract that were not met, in words. */
  readonly failures: readonly string[]
}

/** A measured value with its name in the contract. */
export interface Measurement {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** What it was measured on or against. */
  readonly basis?: string
}

interface Threshold {
  readonly max?: number
  readonly min?: number
  /** Also judged at the quick size. */
  readonly quick?: boolean
}

/** Holds measurements against `contracts/NAME.json`. A threshold nobody measured is a failure too (when quick, one that is judged then): a contract cannot pass by silence. */
export function judge(name: string, measurements: readonly Measurement[], quick: boolean): BenchResult {
  const contract = JSON.parse(readFileSync(new URL(`./contracts/${name}.json`, import.meta.url), 'utf8')) as Record<
    string,
    Threshold
  >
  const failures: string[] = []
  const rows = measurements.map(({ name: what, value, unit, basis }) => {
    const threshold = contract[what]
    const limit =
      threshold?.max !== undefined ? `≤ ${threshold.max}` : threshold?.min !== undefined ? `≥ ${threshold.min}` : '—'
    // Written so that NaN, a measurement of nothing, falls short.
    const short =
      (threshold?.max !== undefined && !(value <= threshold.max)) ||
      (threshold?.min !== undefined && !(value >= threshold.min))
    const judged = threshold !== undefined && (!quick || threshold.quick === true)
    if (short && judged) failures.push(`${what}: ${value} ${unit}, wanted ${limit}`)
    return {
      measured: what,
      value: Math.round(value * 1000) / 1000,
      unit,
      limit,
      verdict: threshold ? (short ? (judged ? 'SHORT' : 'short, not judged') : 'ok') : '',
      basis: basis ?? '',
    }
  })
  for (const [what, threshold] of Object.entries(contract)) {
    const wanted = !quick || threshold.quick === true
    if (wanted && !measurements.some((measurement) => measurement.name === what)) failures.push(`${what}: not measured`)
  }
  return { rows, failures }
}

/** The p-th percentile (0–100) of a list of milliseconds, nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** Runs a piece of work and gives the milliseconds it took with its result. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, result }
}

/** Runs `work` `count` times with `concurrency` at once; gives each call's milliseconds. */
export async function load(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = []
  let next = 0
  const worker = async () => {
    while (next < count) {
      const index = next
      next += 1
      times.push((await timed(() => work(index))).ms)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker))
  return times
}
