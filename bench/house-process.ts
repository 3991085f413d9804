import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))

/** Runs a command of the house in a process of its own, as `cli/bin/kangheng.js` does. */
export function startHouse(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  stdio: StdioOptions,
): ChildProcess {
  const program = ['--import', path('scripts/quick-imports.js'), path('cli/main.ts')]
  return spawn(process.execPath, [...program, ...words], { env: { ...process.env, ...environment }, stdio })
}

/** Memory of a process from /proc, in megabytes: what it holds now, and the most it has held. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  return { now: of('VmRSS'), peak: of('VmHWM') }
}
