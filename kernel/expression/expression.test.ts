import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printRational } from '../exact/decimal.ts'
import { rational } from '../exact/rational.ts'
import { evaluate, isValue, type Outcome } from './evaluate.ts'
import { FormulaError, parseExpression, termKey, termsOf } from './parse.ts'

const known: Record<string, Outcome> = {
  '[older-people.management-rate]': rational(682n, 10n),
  '[older-people.management-rate@last-year]': rational(65n),
  '[older-people.management-rate@target]': rational(70n),
  '[maternal.visit-rate]': 'not-applicable',
  '{late-reports}': rational(3n),
  '{plan}': 'awaiting',
}
const value = (text: string) => {
  const outcome = evaluate(parseExpression(text), (key) => known[key] ?? 'awaiting')
  return isValue(outcome) ? printRational(outcome, 6) : outcome
}

const examples: readonly (readonly [string, string])[] = [
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['8 - 3 - 2', '3'],
  ['2 / 3 * 3', '2'],
  ['-{late-reports} + 5', '2'],
  ['[older-people.management-rate] - [older-people.management-rate@last-year]', '3.2'],
  ['[older-people.management-rate] >= [older-people.management-rate@target]', '0'],
  ['min(1, [older-people.management-rate] / 65)', '1'],
  ['max(0, 65 - [older-people.management-rate])', '0'],
  ['if({late-reports} > 2, 5, {plan})', '5'],
  ['and(1 < 2, not(2 <> 2), or(0, 1))', '1'],
  ['1 / 0', 'not-applicable'],
  ['[maternal.visit-rate] + 1', 'not-applicable'],
  ['[maternal.visit-rate] + {plan}', 'awaiting'],
]
for (const [text, expected] of examples) test(`${text} = ${expected}`, () => assert.equal(value(text), expected))

const refused = [
  '',
  '1 +',
  '1 2',
  '(1',
  'x',
  'eval(1)',
  '[A]',
  '{B}',
  'min()',
  'if(1, 2)',
  '1 < 2 < 3',
  'constructor(1)',
  '1; 2',
  '0x10',
  '１',
]
for (const text of refused)
  test(`“${text}” is no formula`, () => {
    assert.throws(() => parseExpression(text), FormulaError)
  })

test('what is too long or too deep is not read', () => {
  assert.throws(() => parseExpression('1+'.repeat(300) + '1'), FormulaError)
  assert.throws(() => parseExpression('('.repeat(60) + '1' + ')'.repeat(60)), FormulaError)
})

test('the terms of a formula', () => {
  const terms = termsOf(parseExpression('min([a.b], {c}) / [a.b@target]'))
  assert.deepEqual(terms.map(termKey), ['[a.b]', '{c}', '[a.b@target]'])
})

test('whatever is typed, reading it ends with a formula or with a FormulaError', () => {
  const piece = fc.constantFrom(
    '1',
    '2.5',
    '[a.b]',
    '{c}',
    '+',
    '-',
    '*',
    '/',
    '(',
    ')',
    ',',
    'min',
    'if',
    '<',
    '>=',
    ' ',
    'é',
    '[',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        parseExpression(pieces.join(''))
      } catch (error) {
        assert.ok(error instanceof FormulaError)
      }
    }),
  )
})
