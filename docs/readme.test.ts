import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { commonOptions } from '@kangheng/cli/arguments.ts'
import { loadCommands } from '@kangheng/cli/commands/index.ts'

const commands = await loadCommands()
const root = new URL('../', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, root), 'utf8')
const readmes = ['README.md', 'README.zh-CN.md']
const pages = [...readmes, 'CONTRIBUTING.md', 'CHANGELOG.md', 'kernel/README.md', 'domains/README.md']
const docs = ['architecture', 'glossary', 'adding-a-line-of-business', 'decisions/README', 'handbook/README']

for (const name of readmes) {
  test(`${name} names the commands there are, with options they know`, () => {
    const rows = [...read(name).matchAll(/^\| `kangheng (\w+)([^`]*)`/gm)].map(([, word, rest]) => ({ word, rest }))
    assert.deepEqual(new Set(rows.map(({ word }) => word)), new Set(commands.map((command) => command.name)))
    for (const { word, rest } of rows) {
      const own = commands.find((command) => command.name === word)!.options
      const known = [...commonOptions, ...own].map((each) => each.name)
      for (const [, option] of rest!.matchAll(/--([a-z]+)/g))
        assert.ok(known.includes(option!), `kangheng ${word} has no option --${option}`)
    }
  })
}

test('both languages show the same commands, in one order', () => {
  const [english, chinese] = readmes.map((name) => [...read(name).matchAll(/^\| `kangheng (\w+( [a-z]+)?)/gm)])
  assert.deepEqual(
    english!.map((match) => match[1]),
    chinese!.map((match) => match[1]),
  )
})

test('links between the pages lead somewhere', () => {
  for (const name of [...pages, ...docs.map((page) => `docs/${page}.md`)])
    for (const [, link] of read(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      if (link!.endsWith('.png')) continue // pictures are made by the end-to-end tests
      assert.ok(existsSync(new URL(link!, new URL(name, root))), `${name} links to ${link}, which is not there`)
    }
})
