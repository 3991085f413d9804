/**
 * `npm test`: every test, on PGlite and again on PostgreSQL, then end to end in a browser.
 * Brings the Debian packages it needs when it may; says which are missing when it may not, and counts what was skipped.
 * `npm test -- --only kernel` runs one part (unit tests of a folder); `--no-postgres`, `--no-e2e` leave parts out.
 */
import { spawn, spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
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

/** Some three hundred processes load the same modules: they load them the quick way and keep what they compile. */
const quickly = {
  NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${pathToFileURL(join(root, 'scripts/quick-imports.js')).href}`,
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(root, 'node_modules/.cache/compiled'),
}

function runNode(title: string, files: readonly string[], env: NodeJS.ProcessEnv, concurrency: number): Promise<void> {
  if (files.length === 0) return Promise.resolve()
  console.log(`\n=== ${title}: ${files.length} files`)
  return new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(
      process.execPath,
      ['--test', `--test-concurrency=${concurrency}`, '--test-reporter=spec', ...files],
      {
        cwd: root,
        env: { ...process.env, ...quickly, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('exit', (code) => {
      const count = (name: string) => Number(new RegExp(`^ℹ ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0)
      const counts = {
        passed: count('pass'),
        failed: count('fail') + count('cancelled'),
        skipped: count('skipped') + count('todo'),
      }
      const broken = code !== 0 && counts.failed === 0
      if (code !== 0) console.log(output.slice(output.indexOf('✖ failing tests:')).slice(0, 60_000))
      console.log(
        `${title}: ${counts.passed} passed, ${counts.failed + Number(broken)} failed, ${counts.skipped} skipped (${Math.round((performance.now() - started) / 1000)} s)`,
      )
      total.passed += counts.passed
      total.failed += counts.failed + Number(broken)
      total.skipped += counts.skipped
      resolve()
    })
  })
}

const missing = ensurePackages()
for (const each of missing) console.log(`Missing Debian package ${each.name}: without it there are no ${each.needed}`)

const unit = globSync('{kernel,domains,reporting,server,cli,demo,bench,docs,web}/**/*.test.ts', {
  cwd: root,
  exclude: (name) => name.includes('node_modules'),
}).sort()
const chosen = only ? unit.filter((file) => file.startsWith(only)) : unit
await runNode('PGlite', chosen, {}, 2)

if (!without('postgres')) {
  // Only files that use a database run again; pure rules do not change with the engine.
  const usesDatabase = spawnSync('grep', ['-lE', 'open[A-Za-z]*(Test|County)[A-Za-z]*\\(', ...chosen], { cwd: root })
    .stdout.toString()
    .trim()
    .split('\n')
    .filter(Boolean)
  const server = await startPostgres()
  if (server) {
    await runNode('PostgreSQL', usesDatabase, { KANGHENG_TEST_POSTGRES: server.url }, 2)
    server.stop()
  } else {
    console.log(`PostgreSQL is not installed: ${usesDatabase.length} files skipped`)
    total.skipped += usesDatabase.length
  }
}

if (!without('e2e') && !only) {
  const files = globSync('e2e/**/*.test.ts', { cwd: root }).sort()
  if (chromiumPath()) {
    const build = spawnSync('npm', ['run', 'build', '--workspace', 'web', '--silent', '--', '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
    })
    if (build.status !== 0) total.failed += 1
    const county = mkdtempSync(join(tmpdir(), 'kangheng-e2e-county-'))
    await runNode('Browser', files, { KANGHENG_E2E_COUNTY: county }, 1)
    rmSync(county, { recursive: true, force: true })
  } else {
    console.log(`Chromium is not installed: ${files.length} files skipped`)
    total.skipped += files.length
  }
}

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed === 0 ? 0 : 1)
