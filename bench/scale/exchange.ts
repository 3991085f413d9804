import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measurement } from '../measure.ts'
import { memoryOf, startHouse } from '../house-process.ts'

const MILLION = 1_000_000
/** The longest list of people's services. */
const RECORD = 'family-doctor.delivery'

/** Runs a command of the house. @returns its seconds, the most memory it held in megabytes, and what it said. */
async function runCommand(words: readonly string[], environment: Readonly<Record<string, string>>) {
  const started = performance.now()
  const child = startHouse([...words, '--lang', 'en'], environment, ['ignore', 'pipe', 'inherit'])
  let said = ''
  let peak = 0
  child.stdout!.on('data', (piece: Buffer) => (said += piece.toString()))
  const looking = setInterval(() => {
    // A process that has just ended holds nothing.
    if (child.exitCode === null) peak = Math.max(peak, memoryOf(child.pid!).peak || 0)
  }, 100)
  const code = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(looking)
  if (code !== 0) throw new Error(`kangheng ${words.join(' ')} ended with ${String(code)}`)
  return { seconds: (performance.now() - started) / 1000, peak, said }
}

/** Exports all rows of one record, as CSV and as Excel, by the command line. */
export async function measureExport(environment: Readonly<Record<string, string>>): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kangheng-export-'))
  try {
    const measurements: Measurement[] = []
    for (const [name, extension] of [
      ['CSV', 'csv'],
      ['Excel', 'xlsx'],
    ] as const) {
      const out = join(folder, `rows.${extension}`)
      const { seconds, peak, said } = await runCommand(['export', RECORD, '--out', out], environment)
      const rows = Number(/^(\d+) rows/.exec(said)?.[1])
      const size = Math.round(statSync(out).size / MILLION)
      measurements.push(
        {
          name: `export to ${name}, of a million rows`,
          value: (seconds * MILLION) / rows,
          unit: 's',
          basis: `${rows} rows in ${seconds.toFixed(1)} s, the start of the program included; ${size} MB`,
        },
        { name: `export to ${name}, memory`, value: peak, unit: 'MB', basis: `${rows} rows, peak` },
      )
    }
    return measurements
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
