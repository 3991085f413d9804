/** `npm start`: builds the pages when they are not built yet, then starts Kangheng with its demo county. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { embeddedFolder } from '../kernel/store/data-folder.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
/** Making the county is making short-lived rows: with room for them the collector takes half the time. In MiB. */
const YOUNG_MEMORY = 64
const cli = [
  `--max-semi-space-size=${YOUNG_MEMORY}`,
  '--import',
  join(root, 'scripts/quick-imports.js'),
  join(root, 'cli/main.ts'),
]
const given = process.argv.slice(2)

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? newest(join(folder, entry.name)) : statSync(join(folder, entry.name)).mtimeMs,
    ),
  )
}

/** Runs a program to its end; ends this one with its code when it fails. A patient one leaves the processors to others who need them. */
async function run(program: string, parameters: readonly string[], patient = false): Promise<void> {
  const child = spawn(program, parameters, { cwd: root, stdio: 'inherit' })
  if (patient && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  if (code !== 0) process.exit(code ?? 1)
}

async function buildPages(patient: boolean): Promise<void> {
  const built = join(root, 'web/dist/index.html')
  if (existsSync(built) && statSync(built).mtimeMs >= newest(join(root, 'web/src'))) return
  console.log('正在生成网页 / building the pages …')
  await run('npm', ['run', 'build', '--workspace', 'web', '--silent', '--', '--logLevel', 'warn'], patient)
}

/** The first time a county must be made, which takes far longer than building the pages. */
const firstTime =
  !process.env['DATABASE_URL'] &&
  !given.includes('--data') &&
  !existsSync(embeddedFolder(process.env['KANGHENG_DATA'] ?? join(root, 'data')))

// What was compiled for one start is kept for the next.
process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/compiled')
// Loading the county takes both processors, computing its first figures one: the pages are built then.
const pages = buildPages(firstTime)
if (!firstTime) await pages
await Promise.all([pages, run(process.execPath, [...cli, 'start', '--demo', ...given])])
