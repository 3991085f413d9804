import { test } from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { pinyinInitials } from './pinyin.ts'

test('initials of names, with surnames read as surnames', () => {
  const cases: Record<string, string> = {
    和文军: 'hwj',
    单雄: 'sx',
    曾小燕: 'zxy',
    解正安: 'xza',
    仇英: 'qy',
    乐嘉: 'yj',
    查良镛: 'zly',
    区志明: 'ozm',
    欧阳明: 'oym',
    尉迟恭: 'ycg',
    万俟春: 'mqc',
    单于丹: 'syd',
    长孙无忌: 'zswj',
    小单: 'xd',
    '阿普·木呷': 'apmg',
    '单增·卓玛': 'dzzm',
    'MARY ANN': 'ma',
    '': '',
  }
  for (const [name, initials] of Object.entries(cases)) assert.equal(pinyinInitials(name), initials, name)
})

test('initials are lower-case letters, at most one per character', () => {
  const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code))
  fc.assert(
    fc.property(fc.array(character, { minLength: 2, maxLength: 5 }), (characters) => {
      const initials = pinyinInitials(characters.join(''))
      assert.match(initials, /^[a-z]*$/)
      assert.ok(initials.length <= characters.length)
    }),
    { numRuns: 200 },
  )
})
