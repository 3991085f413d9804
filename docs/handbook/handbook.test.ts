import assert from 'node:assert/strict'
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { roles } from '@kangheng/domains/roles.ts'
import { house } from '@kangheng/server/house.ts'
import type { Language, Text } from '@kangheng/kernel/text/text.ts'

const here = fileURLToPath(new URL('./', import.meta.url))
const web = fileURLToPath(new URL('../../web/src/', import.meta.url))
const { domains } = house
const actions = [...house.actions.values()]

/** Words of the pages, as their dictionaries give them. */
const pageWords = globSync('**/*{words,common}.ts', { cwd: web }).flatMap((file) =>
  [...readFileSync(web + file, 'utf8').matchAll(/zh: '([^']*)',\s*en: '([^']*)'/g)].map(([, zh, en]): Text => ({
    zh: zh!,
    en: en!,
  })),
)
const tasks = [...house.tasks.values()].map((task) => task.title)

/** The navigation of a role, by the same function that the pages use. */
async function destinationsOf(role: (typeof roles)[number]): Promise<Text[]> {
  const [navigation, shell] = [`${web}shell/navigation.ts`, readFileSync(`${web}shell/words.ts`, 'utf8')]
  const { destinations } = (await import(navigation)) as {
    destinations(account: object, house: object): { items: { label: string | Text }[] }[]
  }
  const titleOf = (key: string): Text => {
    const [, zh, en] = new RegExp(`\\b${key}: \\{ zh: '([^']*)', en: '([^']*)' \\}`).exec(shell)!
    return { zh: zh!, en: en! }
  }
  const wings = [...new Set(domains.map((domain) => domain.wing))].map((id) => ({ id, title: { zh: id, en: id } }))
  return destinations({ role: role.id, rights: role.rights }, { domains, wings })
    .flatMap((group) => group.items)
    .map(({ label }) => (typeof label === 'string' ? titleOf(label) : label))
}
const allDestinations = (await Promise.all(roles.map(destinationsOf))).flat()

/** What a page calls by its name: the words between “ and ” of each language's half. */
function quoted(page: string): Record<Language, string[]> {
  const [chinese, english] = page.split(/^# /m).slice(1)
  const words = (half: string) => [...half.matchAll(/“([^”]+)”/g)].map((match) => match[1]!)
  return { zh: words(chinese!), en: words(english!) }
}

test('every role has its page', () => {
  const pages = readdirSync(here).filter((name) => name.endsWith('.md') && name !== 'README.md')
  assert.deepEqual(pages.sort(), roles.map((role) => `${role.id}.md`).sort())
})

for (const role of roles) {
  test(`${role.id}: what its page names exists, and the role may do it`, async () => {
    const rights = house.roles.get(role.id)!
    const own = await destinationsOf(role)
    const named = quoted(readFileSync(`${here}${role.id}.md`, 'utf8'))
    for (const language of ['zh', 'en'] as const) {
      const isCalled = (word: string) => (text: Text) => text[language] === word
      for (const word of named[language]) {
        const verbs = actions.filter((action) => isCalled(word)(action.title))
        const inPages = [...pageWords, ...tasks].some(isCalled(word))
        assert.ok(verbs.length > 0 || inPages, `${role.id}.md: nothing is called “${word}”`)
        if (verbs.length > 0 && !inPages)
          assert.ok(
            verbs.some((verb) => rights.may.has(verb.id)),
            `${role.id}.md: this role may not do “${word}”`,
          )
        if (allDestinations.some(isCalled(word)))
          assert.ok(own.some(isCalled(word)), `${role.id}.md: “${word}” is not in this role’s navigation`)
      }
    }
  })
}
