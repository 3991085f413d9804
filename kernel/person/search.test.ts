import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { renderSql } from '../store/orm.ts'
import { livesWithin, prefixRange, searchPersons } from './search.ts'
import { openVault } from './vault.ts'

const vault = openVault(new Uint8Array(32).fill(1))
const bytes = (text: string) => Buffer.from(text, 'utf8')

test('a prefix range holds exactly the texts that begin with the prefix, in byte order', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 4 })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), text, (prefix, other) => {
      const { from, to } = prefixRange(prefix)
      for (const candidate of [other, prefix + other]) {
        const inside =
          Buffer.compare(bytes(candidate), bytes(from)) >= 0 &&
          (to === undefined || Buffer.compare(bytes(candidate), bytes(to)) < 0)
        assert.equal(inside, candidate.startsWith(prefix), `${prefix} / ${candidate}`)
      }
    }),
  )
  assert.deepEqual(prefixRange('\u{10ffff}'), { from: '\u{10ffff}', to: undefined })
  assert.deepEqual(prefixRange('a\u{10ffff}'), { from: 'a\u{10ffff}', to: 'b' })
  assert.equal(prefixRange('\ud7ff').to, '\ue000')
})

test('a search text is understood as name, initials or document', () => {
  const kinds: Record<string, string> = {
    '': 'all',
    '  ': 'all',
    和文: 'name',
    '阿普.木': 'name',
    hw: 'pinyin',
    HWJ: 'pinyin',
    'MARY ANN': 'name',
    '530721198001010014': 'document',
    ' 53072119800101001x': 'document',
    '530721800101001': 'document',
    E12345678: 'document',
    '1380': 'incomplete-number',
  }
  for (const [text, kind] of Object.entries(kinds)) assert.equal(searchPersons(vault, '530721', text).kind, kind, text)
})

test('conditions use equality and ranges only, and never carry a number', () => {
  for (const text of ['和文', 'hw', '530721198001010014', '530721800101001']) {
    const rendered = renderSql(searchPersons(vault, '530721', text).condition!)
    assert.doesNotMatch(rendered.text, /like|~/i)
    assert.ok(!rendered.params.includes('530721198001010014'))
  }
  assert.deepEqual(renderSql(livesWithin('530721102')).params, ['530721102', '530721103'])
  assert.deepEqual(renderSql(searchPersons(vault, '530721', '和文').condition!).params, ['和文', '和斈'])
})
