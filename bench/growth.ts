import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { judge, type BenchResult, type Measurement } from './measure.ts'

const RESULTS = new URL('./results/', import.meta.url)
const RUN = fileURLToPath(new URL('./run.ts', import.meta.url))
const IMPORTS = fileURLToPath(new URL('../scripts/quick-imports.js', import.meta.url))
const FULL = 1_000_000
/** Residents of the counties that are measured where no two results are kept: small enough for a coffee, three times one another. */
const SIZES = [20_000, 60_000]
const QUICK_SIZES = [2000, 6000]
/** What is a time, or memory; rates, and times of a million rows, are turned into the time of all residents. */
const COSTS = ['s', 'ms', 'MB', 'rows/s']
const ofMillion = (measured: string) => measured.endsWith('of a million rows')
/** The hundredth part of a minute's requests is too few to tell growth by: told, and not judged. */
const isTail = ({ name }: Measurement) => name.endsWith('p99')

interface Result {
  readonly residents: number
  readonly rows: readonly { readonly measured: string; readonly value: number; readonly unit: string }[]
}

/** Results of the bench `scale` that are kept. */
function readResults(): Result[] {
  if (!existsSync(RESULTS)) return []
  return readdirSync(RESULTS)
    .filter((name) => /^scale(-\d+)?\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(new URL(name, RESULTS), 'utf8')) as Partial<Result> & Pick<Result, 'rows'>)
    .map(({ residents = FULL, rows }) => ({ residents, rows }))
}

/** Runs the bench `scale` of one size in a process of its own, whose memory is then that of this size. What falls short of the wishes for a million is no matter here. */
async function measure(residents: number, quick: boolean): Promise<Result> {
  process.stderr.write(`scale, ${residents} residents\n`)
  const words = ['--import', IMPORTS, RUN, 'scale', '--json', '--residents', String(residents)]
  const child = spawn(process.execPath, [...words, ...(quick ? ['--quick'] : [])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
  await new Promise((resolve) => child.once('close', resolve))
  const report = said.split('\n').find((line) => line.startsWith('{'))
  if (!report) throw new Error(`The bench scale of ${residents} residents came to no result`)
  return { ...(JSON.parse(report) as Result), residents }
}

/** Results of two sizes at least, the smallest county first: those that are kept, else they are measured now. */
async function resultsOfSizes(quick: boolean): Promise<Result[]> {
  const known = readResults()
  const wanted = known.length >= 2 ? [] : quick ? QUICK_SIZES : SIZES
  const results = known.length >= 2 || !quick ? known : []
  for (const size of wanted)
    if (!results.some(({ residents }) => residents === size)) results.push(await measure(size, quick))
  return results.sort((one, other) => one.residents - other.residents)
}

/**
 * How each cost grows with the residents, out of results of `scale` at two or more sizes: the exponent between the smallest and the largest county.
 * 1 is in proportion, 0 is not at all. Where fewer than two results are kept, small counties are measured first.
 */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const results = await resultsOfSizes(quick)
  const [small, large] = [results[0]!, results.at(-1)!]
  const times = large.residents / small.residents
  const growth = small.rows.flatMap(({ measured, value, unit }): Measurement[] => {
    const after = large.rows.find((row) => row.measured === measured)
    if (!after || !COSTS.includes(unit) || !(value > 0 && after.value > 0)) return []
    // A rate that stays the same is a time that grows in proportion.
    const ratio =
      unit === 'rows/s' ? (times * value) / after.value : ((ofMillion(measured) ? times : 1) * after.value) / value
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
  const judged = growth.filter((each) => !isTail(each))
  const steepest = judged.reduce((one, other) => (other.value > one.value ? other : one))
  return judge('growth', [...growth, { ...steepest, name: 'steepest growth', basis: steepest.name }], quick)
}
