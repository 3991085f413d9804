import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'

/** A block of code of the page: what stands behind its fence, and what it holds. */
interface Block {
  readonly language: string
  readonly info: string
  readonly code: string
}

const root = fileURLToPath(new URL('../', import.meta.url))
const page = readFileSync(new URL('./adding-a-line-of-business.md', import.meta.url), 'utf8')
const copied = ['kernel', 'domains', 'reporting'] as const
/** A tree of its own, inside the repository so that installed packages are found, with everything that has tables as it is now. */
const tree = join(root, 'docs', `.walk-${randomUUID().slice(0, 8)}`)

const blocks: Block[] = [...page.matchAll(/^```(\w+)[ ]?(.*)\n([^]*?)^```$/gm)].map(([, language, info, code]) => ({
  language: language!,
  info: info!,
  code: code!,
}))
const named = (kind: 'file' | 'into') =>
  blocks.flatMap(({ info, code }) => {
    const [key, path] = info.split('=')
    return key === kind && path ? [{ path, code }] : []
  })

/** Commands of the page, run in the tree with the tools of this repository. */
function run(command: string): string {
  const [npx, tool, ...words] = command.split(' ')
  assert.equal(npx, 'npx', `the page runs installed tools only: ${command}`)
  const { NODE_TEST_CONTEXT: _, ...environment } = process.env
  const program = join(root, 'node_modules/.bin', tool!)
  const result = spawnSync(program, words, { cwd: tree, env: environment, encoding: 'utf8' })
  assert.equal(result.status, 0, `${command}\n${result.stdout}\n${result.stderr}`)
  return result.stdout
}

/** What a reader does by hand: import the line of business and name it at the end of the list. */
function putIntoTheHouse(path: string, line: string): void {
  const name = /import \{ (\w+) \}/.exec(line)![1]!
  const before = readFileSync(join(tree, path), 'utf8')
  const after = before.replace(/(export const domains[^=]*= \[[^\]]*?),?\s*\]/, `$1, ${name}]`)
  assert.notEqual(after, before, `${path} has no list of domains that ends in ]`)
  writeFileSync(join(tree, path), line + after)
}

before(() => {
  mkdirSync(join(tree, 'node_modules/@kangheng'), { recursive: true })
  const filter = (path: string) => !/node_modules|\.test\.ts$/.test(path)
  for (const name of [...copied, 'migrations', 'drizzle.config.ts'])
    cpSync(join(root, name), join(tree, name), { recursive: true, filter })
  for (const name of copied) symlinkSync(join(tree, name), join(tree, 'node_modules/@kangheng', name))
  const tsconfig = { extends: '../../tsconfig.json', include: ['domains/portal/umbrella-library', 'domains/index.ts'] }
  writeFileSync(join(tree, 'tsconfig.json'), JSON.stringify(tsconfig))
  for (const { path, code } of named('file')) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), code)
  }
  for (const { path, code } of named('into')) putIntoTheHouse(path, code)
})
after(() => rmSync(tree, { recursive: true, force: true }))

test('every piece of code on the page is a whole file', () => {
  const loose = blocks.filter(({ language, info }) => language === 'ts' && !/^(file|into)=/.test(info))
  assert.deepEqual(loose, [])
  assert.ok(named('file').some(({ path }) => path.endsWith('umbrella-library/index.ts')))
})

const commands = blocks.filter(({ info }) => info === 'run').flatMap(({ code }) => code.trim().split('\n'))

test('the migration of the page makes its table and nothing else', () => {
  const before = readdirSync(join(tree, 'migrations'))
  const output = run(commands[0]!)
  const made = readdirSync(join(tree, 'migrations')).filter((name) => !before.includes(name))
  assert.equal(made.length, 1, `no migration was made; do tables and migrations of the house agree?\n${output}`)
  const sql = readFileSync(join(tree, 'migrations', made[0]!), 'utf8')
  assert.deepEqual(sql.match(/(create|alter|drop) table "\w+"/gi), ['CREATE TABLE "umbrella_library_loan"'])
})

test('its files are sound and its tests pass', () => {
  assert.equal(commands.length, 3)
  for (const command of commands.slice(1)) run(command)
})

test('the house takes it: all declarations fit together', () => {
  const script = `
    import { buildHouse } from '@kangheng/kernel/domain/registry.ts'
    import { domains } from '@kangheng/domains/index.ts'
    import { roles } from '@kangheng/domains/roles.ts'
    console.log(buildHouse(domains, roles).indicators.has('umbrella-library.loans'))`
  writeFileSync(join(tree, 'house.mjs'), script)
  assert.equal(run('npx node house.mjs').trim(), 'true')
})
