import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanText, isBlankMark, numberText, textOf, withoutBracketedEnd, withoutSpaces } from './cell-text.ts'

test('full-width forms become ASCII, the ideographic comma and full stop stay', () => {
  assert.equal(cleanText('５３３２２１ＡＢ（镇）：，“＂”'), '533221AB(镇):,“"”')
  assert.equal(cleanText('甲、乙。'), '甲、乙。')
  assert.equal(cleanText('！～'), '!~')
})

test('invisible characters are removed before the ends are trimmed', () => {
  assert.equal(cleanText('\u200B 和\u200D文\uFEFF军\u00AD \u2060'), '和文军')
  assert.equal(cleanText('\u202A533\u202C'), '533')
})

test('every white space becomes a space, both ends are trimmed', () => {
  assert.equal(cleanText('\u3000和\t文\r\n军\u00A0'), '和 文  军')
  assert.equal(cleanText('a\u2003b\u0085c\u2028d'), 'a b c d')
})

test('error values are blank, as cells and as the texts of a CSV', () => {
  assert.equal(textOf({ kind: 'error', value: '#N/A' }), '')
  for (const text of ['#VALUE!', '#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!'])
    assert.equal(cleanText(text), '')
  assert.equal(cleanText(' #REF! '), '')
  assert.equal(cleanText('#REF! 见备注'), '#REF! 见备注')
})

test('numbers have no exponent and no needless decimals', () => {
  assert.equal(numberText(20121125), '20121125')
  assert.equal(numberText(533221196607298000), '533221196607298000')
  assert.equal(numberText(1e22), '10000000000000000000000')
  assert.equal(numberText(-0), '0')
  assert.equal(numberText(1965.03), '1965.03')
})

test('dates, booleans and blanks have their texts', () => {
  assert.equal(textOf({ kind: 'date', value: '1990-11-06' }), '1990-11-06')
  assert.equal(textOf({ kind: 'boolean', value: true }), 'TRUE')
  assert.equal(textOf({ kind: 'blank' }), '')
})

test('cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = cleanText(text)
      assert.equal(cleanText(once), once)
      assert.doesNotMatch(once, /[\uFF01-\uFF5E\u200B\u3000\u00A0\t\r\n]|^ | $/)
    }),
  )
})

test('helpers: spaces, blank marks, brackets at the end', () => {
  assert.equal(withoutSpaces('纳 西 族'), '纳西族')
  assert.deepEqual(['', '/', '-', '—', '无'].map(isBlankMark), [true, true, true, true, false])
  assert.equal(withoutBracketedEnd('是(2级)'), '是')
  assert.equal(withoutBracketedEnd('和文军 (大)(新)'), '和文军')
  assert.equal(withoutBracketedEnd('(大)和文军'), '(大)和文军')
  assert.equal(withoutBracketedEnd('x)'), 'x)')
})
