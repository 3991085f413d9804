/**
 * `npm run bench -- NAME [--quick] [--json]`: runs a benchmark, prints its table, and exits 1 when a threshold of its contract falls short.
 * `--quick` takes a smaller size (under 50 s); thresholds that need the full size are then told but not judged.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from './measure.ts'

const folder = fileURLToPath(new URL('./', import.meta.url))
const names = readdirSync(new URL('./contracts', import.meta.url)).map((file) => file.replace('.json', ''))
const [name] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const quick = process.argv.includes('--quick')
const json = process.argv.includes('--json')

if (!name || !existsSync(`${folder}${name}.ts`)) {
  console.error(`npm run bench -- NAME [--quick] [--json]\nNAME: ${names.join(', ')}`)
  process.exit(2)
}
const { run } = (await import(`./${name}.ts`)) as { run(options: { quick: boolean }): Promise<BenchResult> }
const started = performance.now()
const result = await run({ quick })
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
const report = { bench: name, quick, machine, seconds: Math.round((performance.now() - started) / 100) / 10, ...result }
if (json) console.log(JSON.stringify(report))
else {
  console.table(result.rows)
  console.log(`${name}${quick ? ' (quick)' : ''}: ${report.seconds} s on ${machine}`)
  for (const failure of result.failures) console.log(`FELL SHORT: ${failure}`)
}
if (!quick) {
  mkdirSync(`${folder}results`, { recursive: true })
  writeFileSync(`${folder}results/${name}.json`, `${JSON.stringify(report, null, 2)}\n`)
}
process.exit(result.failures.length === 0 ? 0 : 1)
