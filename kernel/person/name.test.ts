import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normaliseName, readName } from './name.ts'

function kinds(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => readName(name).kind))]
}

test('white space goes where there is a Han character, otherwise becomes one space', () => {
  assert.equal(normaliseName('和  文 军'), '和文军')
  assert.equal(normaliseName('SMITH   JOHN'), 'SMITH JOHN')
  assert.equal(normaliseName('和 JOHN  军'), '和JOHN军')
})

test('bracketed text at the end is dropped, elsewhere it is none of a name', () => {
  assert.equal(normaliseName('和文军(大)'), '和文军')
  assert.equal(normaliseName('陈全俊 (新) (户主)'), '陈全俊')
  assert.equal(readName('(大)和文军').kind, 'invalid')
  assert.equal(readName('和文军(大').kind, 'invalid')
  assert.deepEqual(readName('(曾用名)'), { kind: 'missing' })
})

test('middle dots are one dot without spaces; a full stop is one only between Han characters', () => {
  for (const dot of ['•', '・', '･', '‧', '∙', '⋅', '·', '.', ' · ', ' . ', '・ ']) {
    assert.equal(normaliseName(`木呷${dot}尔古`), '木呷·尔古', dot)
  }
  assert.equal(normaliseName('格桑.永.宗.卓玛'), '格桑·永·宗·卓玛')
  assert.equal(normaliseName('JOHN F. SMITH'), 'JOHN F. SMITH')
  assert.equal(normaliseName('和.A'), '和.A')
})

test('radicals and the old private code become ordinary characters, rare ones stay as they are', () => {
  assert.equal(normaliseName('⽊琼敏'), '木琼敏')
  assert.equal(normaliseName('和晓⽂'), '和晓文')
  assert.equal(normaliseName('王\uE863强'), '王䶮强')
  for (const name of ['和𬱖', '㐀丁', '密兰𰻝', '〇一', '﨑山', '晴\uFA12']) assert.equal(normaliseName(name), name)
})

test('missing', () => {
  assert.deepEqual(
    kinds([
      '',
      '无',
      '无名',
      '无名氏',
      '未取名',
      '未命名',
      '待取名',
      '待定',
      '不详',
      '未 知',
      '/',
      '-',
      '—',
      '无(新生儿)',
    ]),
    ['missing'],
  )
})

test('valid', () => {
  assert.deepEqual(
    kinds([
      '和军',
      '和𬱖',
      '欧阳美雯',
      "O'BRIEN PAT",
      'JEAN-PAUL MARTIN',
      'NGUYEN THI LAN',
      'J. SMITH',
      '阿迪力·买买提',
      '〇一',
      '和A',
    ]),
    ['valid'],
  )
})

test('not valid: masked, one character, digits, boxes, slashes, dots at the ends, other private characters', () => {
  assert.deepEqual(
    kinds([
      '和',
      '𬱖',
      '和*',
      '和某',
      '胡某某',
      '某人',
      '和?',
      '陈□琼',
      '木银素1',
      '段学全/段永宏',
      '·和军',
      '和军·',
      '•和军',
      '和\uF0A1',
      '和,军',
      '和_军',
      'ДМИТРИЙ',
      'Ａ和'.replace('Ａ', 'À'),
    ]),
    ['invalid'],
  )
  assert.deepEqual(readName('和 *'), { kind: 'invalid', name: '和*' })
})

test('bringing a name to its normal form twice changes nothing', () => {
  const characters = fc.constantFrom('和', '𬱖', ' ', '·', '•', '.', 'A', '(', ')', '1', '⽊', '某', '-')
  fc.assert(
    fc.property(fc.string({ unit: characters }), (text) => {
      const once = normaliseName(text.trim())
      assert.equal(normaliseName(once), once)
    }),
  )
})
