/**
 * `npm test`: every test, on PGlite and again on PostgreSQL, then end to end in a browser.
 * Brings the Debian packages it needs when it may; says which are missing when it may not, and counts what was skipped.
 * `npm test -- --only kernel` runs one part (unit tests of a folder); `--no-postgres`, `--no-e2e` leave parts out.
 */
import { spawn, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromiumPath, ensurePackages } from './debian.ts'
import { startPostgres } from './postgres.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined
const without = (part: string) => process.argv.includes(`--no-${part}`)

/** Counts of one run of node's test runner. */
interface Counts {
  passed: number
  failed: number
  skipped: number
}
const total: Counts = { passed: 0, failed: 0, skipped: 0 }

/** Every process loads the same modules: it loads them the quick way and keeps what it compiles. */
const quickly = {
  NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${pathToFileURL(join(root, 'scripts/quick-imports.js')).href}`,
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(root, 'node_modules/.cache/compiled'),
}

/**
 * How many files one process runs, by folder, in the order in which they begin: enough to share what a process loads; those that take long begin, alone
 * or in small groups, so that two processes end at about the same time.
 */
const GROUPS: readonly [folder: string, files: number][] = [
  ['docs/', 1],
  ['demo/', 1],
  ['server/permission', 1],
  ['server/', 4],
  ['e2e/', 1],
  ['', 20],
]

function groupsOf(files: readonly string[]): string[][] {
  const folderOf = (file: string) => GROUPS.find(([folder]) => file.startsWith(folder))![0]
  return GROUPS.flatMap(([folder, size]) => {
    const inside = files.filter((file) => folderOf(file) === folder)
    return Array.from({ length: Math.ceil(inside.length / size) }, (_, at) => inside.slice(at * size, (at + 1) * size))
  })
}

/** Milliseconds a process may take: several times what the longest does. One that waits for what never comes would keep the whole run waiting. */
const LIMIT = 10 * 60_000

/** Runs files in one process and counts; what failed is printed. The process ends with its tests, whatever they leave open, and is ended at its limit. */
function runGroup(files: readonly string[], env: NodeJS.ProcessEnv): Promise<Counts> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--test-force-exit', '--test-reporter=spec', 'scripts/test-group.ts', ...files],
      {
        cwd: root,
        env: { ...process.env, ...quickly, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
        timeout: LIMIT,
      },
    )
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('exit', (code, signal) => {
      const count = (name: string) => Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0)
      const failed = count('fail') + count('cancelled')
      // A process that dies, or a file that cannot be loaded, is a failure although no test tells of it.
      const broken = (code !== 0 || !/^ℹ tests \d+/m.test(output)) && failed === 0
      const summary = output.indexOf('✖ failing tests:')
      if (broken) console.log(`The process of ${files.join(' ')} ended with ${signal ?? code}`)
      if (broken || failed > 0) console.log(output.slice(Math.max(summary, 0)).slice(0, 60_000))
      resolve({
        passed: count('pass'),
        failed: failed + Number(broken),
        skipped: count('skipped') + count('todo'),
      })
    })
  })
}

/** Processes at a time. A test and its database, or a browser and its server, wait for each other: two processes leave a part of two processors idle. */
const AT_ONCE = 3

async function runNode(title: string, files: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  if (files.length === 0) return
  console.log(`\n=== ${title}: ${files.length} files`)
  const started = performance.now()
  const waiting = groupsOf(files)
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 }
  const durations: [group: string, seconds: number][] = []
  const work = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const begun = performance.now()
      const counts = await runGroup(group, env)
      durations.push([group.join(' '), Math.round((performance.now() - begun) / 1000)])
      for (const key of ['passed', 'failed', 'skipped'] as const) sum[key] += counts[key]
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  const seconds = Math.round((performance.now() - started) / 1000)
  // What to look at when the run grows long.
  const slowest = durations.sort((one, other) => other[1] - one[1]).slice(0, 12)
  for (const [group, taken] of slowest) console.log(`  ${taken} s  ${group.slice(0, 160)}`)
  console.log(`${title}: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped (${seconds} s)`)
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += sum[key]
}

/** Runs a program to its end. @returns whether it ended well. */
function done(program: string, given: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, given, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('exit', (code) => resolve(code === 0))
  })
}

const missing = ensurePackages()
for (const each of missing) console.log(`Missing Debian package ${each.name}: without it there are no ${each.needed}`)

const unit = globSync('{kernel,domains,reporting,server,cli,demo,bench,docs,web}/**/*.test.ts', {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
}).sort()
const chosen = only ? unit.filter((file) => file.startsWith(only)) : unit
await runNode('PGlite', chosen, {})

/** The county that the browser tests walk through, and the pages: made while the suite runs on PostgreSQL. */
const county =
  !without('e2e') && !only && chromiumPath() ? mkdtempSync(join(tmpdir(), 'kangheng-e2e-county-')) : undefined
const prepared = county
  ? Promise.all([
      done('npm', ['run', 'build', '--workspace', 'web', '--silent', '--', '--logLevel', 'warn']),
      done(process.execPath, ['e2e/make-county.ts', county], quickly),
    ])
  : undefined

if (!without('postgres')) {
  // Only files that use a database run again; pure rules do not change with the engine.
  const usesDatabase = spawnSync('grep', ['-lE', 'open[A-Za-z]*(Test|County)[A-Za-z]*\\(', ...chosen], { cwd: root })
    .stdout.toString()
    .trim()
    .split('\n')
    .filter(Boolean)
  const server = await startPostgres()
  if (server) {
    await runNode('PostgreSQL', usesDatabase, { KANGHENG_TEST_POSTGRES: server.url })
    server.stop()
  } else {
    console.log(`PostgreSQL is not installed: ${usesDatabase.length} files skipped`)
    total.skipped += usesDatabase.length
  }
}

if (!without('e2e') && !only) {
  const files = globSync('e2e/**/*.test.ts', { cwd: root })
  if (county && prepared) {
    const wells = await prepared
    total.failed += wells.filter((well) => !well).length
    // What takes long begins first, so that the three end together.
    const longest = files.sort((one, other) => statSync(join(root, other)).size - statSync(join(root, one)).size)
    if (wells.every(Boolean)) await runNode('Browser', longest, { KANGHENG_E2E_COUNTY: county })
  } else {
    console.log(`Chromium is not installed: ${files.length} files skipped`)
    total.skipped += files.length
  }
}
if (county) rmSync(county, { recursive: true, force: true })

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
