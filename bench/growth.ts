import { readdirSync, readFileSync } from 'node:fs'
import { judge, type BenchResult, type Measurement } from './measure.ts'

const RESULTS = new URL('./results/', import.meta.url)
const FULL = 1_000_000
/** What is a time, or memory; rates are turned into the time of a resident. */
const COSTS = ['s', 'ms', 'MB', 'rows/s']

interface Result {
  readonly residents: number
  readonly rows: readonly { readonly measured: string; readonly value: number; readonly unit: string }[]
}

/** Results of the bench `scale`, the smallest county first. */
function readResults(): Result[] {
  return readdirSync(RESULTS)
    .filter((name) => /^scale(-\d+)?\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(new URL(name, RESULTS), 'utf8')) as Partial<Result> & Pick<Result, 'rows'>)
    .map(({ residents = FULL, rows }) => ({ residents, rows }))
    .sort((one, other) => one.residents - other.residents)
}

/**
 * How each cost grows with the residents, out of the kept results of `scale` at two or more sizes: the exponent between the smallest and the largest county.
 * 1 is in proportion, 0 is not at all. Nothing is measured here.
 * @throws Error when there are fewer than two sizes.
 */
export function run(): Promise<BenchResult> {
  const results = readResults()
  const [small, large] = [results[0], results.at(-1)]
  if (!small || !large || results.length < 2)
    throw new Error('Growth needs results of two sizes: npm run bench -- scale --residents 100000, then 300000')
  const times = large.residents / small.residents
  const growth = small.rows.flatMap(({ measured, value, unit }): Measurement[] => {
    const after = large.rows.find((row) => row.measured === measured)
    if (!after || !COSTS.includes(unit) || !(value > 0 && after.value > 0)) return []
    // A rate that stays the same is a time that grows in proportion.
    const ratio = unit === 'rows/s' ? (times * value) / after.value : after.value / value
    const all = results.map(({ rows }) => rows.find((row) => row.measured === measured)?.value ?? Number.NaN)
    return [
      {
        name: `growth of ${measured}`,
        value: Math.log(ratio) / Math.log(times),
        unit: 'exponent',
        basis: all.map((each, index) => `${results[index]!.residents}: ${each} ${unit}`).join('; '),
      },
    ]
  })
  const steepest = growth.reduce((one, other) => (other.value > one.value ? other : one))
  return Promise.resolve(
    judge('growth', [...growth, { ...steepest, name: 'steepest growth', basis: steepest.name }], false),
  )
}
