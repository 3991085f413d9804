/**
 * Measures the scripts a browser must fetch before it can show the sign-in page and the cockpit, gzipped,
 * and fails above the limit: `node scripts/first-load.ts` after `npm run build`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limit = 300 * 1024
const dist = new URL('../dist/', import.meta.url)
const manifestFile = new URL('.vite/manifest.json', dist)

interface Chunk {
  file: string
  imports?: string[]
  src?: string
}

if (!existsSync(manifestFile)) {
  console.error('web/dist is missing: run `npm run build -w web` first.')
  process.exit(2)
}

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, Chunk>

/** The chunk and everything it imports statically. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

/** Gzipped bytes of the scripts behind these entries, each counted once. */
function weigh(...entries: string[]): number {
  const files = new Set(entries.flatMap((entry) => [...closure(entry)]).map((key) => manifest[key]!.file))
  return [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist)), { level: 6 }).length, 0)
}

const loads: [string, string[]][] = [
  ['shell', ['index.html']],
  ['sign-in page', ['index.html', 'src/session/sign-in.tsx']],
  ['cockpit', ['index.html', 'src/cockpit/cockpit.tsx']],
  // What a phone fetches at most: the door of the device, and the list with everything behind it.
  ['day list', ['index.html', 'src/offline/lock-page.tsx', 'src/offline/day-list.tsx']],
]

let failed = false
for (const [name, entries] of loads) {
  const missing = entries.find((entry) => !manifest[entry])
  if (missing) {
    console.error(`${missing} is not in the build any more: correct web/scripts/first-load.ts.`)
    process.exit(2)
  }
  const bytes = weigh(...entries)
  failed ||= bytes > limit
  console.log(
    `${name.padEnd(14)} ${(bytes / 1024).toFixed(1).padStart(7)} KB gzipped of ${limit / 1024} KB${bytes > limit ? '  TOO MUCH' : ''}`,
  )
}
process.exit(failed ? 1 : 0)
