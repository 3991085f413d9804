/**
 * `npm run bench -- NAME [--quick] [--json] [--residents N]`: runs a benchmark, prints its table, and exits 1 when a threshold of its contract falls short.
 * `--quick` takes a smaller size (under 50 s); thresholds that need the full size are then told but not judged. `--residents N` sets the size where a benchmark has one.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { BenchResult } from './measure.ts'

const folder = fileURLToPath(new URL('./', import.meta.url))
const names = readdirSync(new URL('./contracts', import.meta.url)).map((file) => file.replace('.json', ''))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, json: { type: 'boolean' }, residents: { type: 'string' } },
})
const [name] = positionals
const residents = values.residents === undefined ? undefined : Number(values.residents)
const { quick = false, json = false } = values

if (!name || !existsSync(`${folder}${name}.ts`)) {
  console.error(`npm run bench -- NAME [--quick] [--json] [--residents N]\nNAME: ${names.join(', ')}`)
  process.exit(2)
}
const { run } = (await import(`./${name}.ts`)) as {
  run(options: { quick: boolean; residents?: number | undefined }): Promise<BenchResult>
}
const started = performance.now()
const result = await run({ quick, residents })
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
const report = {
  bench: name,
  quick,
  ...(residents ? { residents } : {}),
  machine,
  seconds: Math.round((performance.now() - started) / 100) / 10,
  ...result,
}
if (json) console.log(JSON.stringify(report))
else {
  console.table(result.rows)
  console.log(`${name}${quick ? ' (quick)' : ''}: ${report.seconds} s on ${machine}`)
  for (const failure of result.failures) console.log(`FELL SHORT: ${failure}`)
}
if (!quick) {
  mkdirSync(`${folder}results`, { recursive: true })
  // What is measured at several sizes is kept of each.
  const file = residents === undefined ? name : `${name}-${residents}`
  writeFileSync(`${folder}results/${file}.json`, `${JSON.stringify(report, null, 2)}\n`)
}
process.exit(result.failures.length === 0 ? 0 : 1)
