import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

/** A Debian package some tests need, how to see that it is there, and what cannot run without it. */
interface DebianPackage {
  readonly name: string
  readonly present: () => boolean
  readonly needed: string
}

const found = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

/** The binaries of the newest PostgreSQL that Debian installed; undefined when there is none. */
export function postgresBinaries(): string | undefined {
  const folder = '/usr/lib/postgresql'
  if (!existsSync(folder)) return undefined
  const versions = readdirSync(folder).filter((version) => existsSync(`${folder}/${version}/bin/initdb`))
  versions.sort((one, other) => Number(other) - Number(one))
  return versions[0] ? `${folder}/${versions[0]}/bin` : undefined
}

/** Chromium without a window: the same engine, and half the processes. */
const WINDOWLESS = '/usr/bin/chromium-headless-shell'

/** Chromium's path; undefined when it is not installed. */
export function chromiumPath(): string | undefined {
  const known = [WINDOWLESS, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return known.find((path) => existsSync(path))
}

const packages: readonly DebianPackage[] = [
  { name: 'chromium-headless-shell', present: () => existsSync(WINDOWLESS), needed: 'end-to-end tests done quickly' },
  { name: 'chromium', present: () => chromiumPath() !== undefined, needed: 'end-to-end tests in a browser' },
  {
    name: 'fonts-noto-cjk',
    present: () => spawnSync('sh', ['-c', 'fc-list 2>/dev/null | grep -qi "noto.*cjk"']).status === 0,
    needed: 'Chinese characters in screenshots',
  },
  { name: 'postgresql', present: () => postgresBinaries() !== undefined, needed: 'the suite on PostgreSQL' },
  {
    name: 'libreoffice-writer-nogui',
    present: () => found('soffice') || found('libreoffice'),
    needed: 'reading Word documents back as pictures',
  },
  { name: 'poppler-utils', present: () => found('pdftoppm'), needed: 'pages of documents as pictures' },
]

/** Installs what is missing when it may (root and apt-get), and returns what is missing after that. */
export function ensurePackages(): { name: string; needed: string }[] {
  const missing = packages.filter((each) => !each.present())
  if (missing.length > 0 && process.getuid?.() === 0 && found('apt-get')) {
    console.log(`Installing Debian packages: ${missing.map((each) => each.name).join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' })
    // Asked again before each: one may have brought what another was for.
    for (const each of missing.filter(({ present }) => !present()))
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', each.name], { env, stdio: 'ignore' })
  }
  return packages.filter((each) => !each.present())
}
