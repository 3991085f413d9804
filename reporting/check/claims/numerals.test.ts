import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toNumber } from '@kangheng/kernel/exact/rational.ts'
import { printChinese, printFullWidth } from '../testing/chinese-printing.ts'
import { readChineseNumeral } from './chinese-numeral.ts'
import { toHalfWidth } from './half-width.ts'
import { readNumeral } from './numeral.ts'

const chinese = (text: string): number | null => {
  const read = readChineseNumeral(text)
  return read === null ? null : toNumber(read.value)
}

const printed = (text: string): string => {
  const numeral = readNumeral(toHalfWidth(text), 0)
  return numeral === null
    ? 'none'
    : `${toNumber(numeral.value)}${numeral.scaleText}${numeral.end < text.length ? `…${text.slice(numeral.end)}` : ''}`
}

test('Chinese numerals are read by place value', () => {
  const cases: [string, number][] = [
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百二十', 120],
    ['一百零五', 105],
    ['两千零四', 2004],
    ['三万五千', 35_000],
    ['一亿二千万', 120_000_000],
    ['一百万', 1_000_000],
    ['二〇二五', 2025],
    ['壹佰贰拾', 120],
    ['九十九点九七', 99.97],
    ['三点五', 3.5],
  ]
  for (const [text, value] of cases) assert.equal(chinese(text), value, text)
})

test('a last digit without its step takes the next lower one', () => {
  assert.equal(chinese('三万五'), 35_000)
  assert.equal(chinese('一百二'), 120)
  assert.equal(chinese('三万零五'), 30_005)
  assert.equal(chinese('二十五'), 25)
})

test('what is no number is refused', () => {
  for (const text of ['', '十十', '百千', '一二十', '三点', '点五', '万万万']) assert.equal(chinese(text), null, text)
})

test('every whole number printed in Chinese reads back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.boolean(), (value, capitals) =>
      assert.equal(chinese(printChinese(value, { capitals })), value),
    ),
    { numRuns: 400 },
  )
})

test('every number printed in digits reads back, grouped, full-width and with decimals', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom('plain', 'grouped', 'wide'),
      (digits, decimals, form) => {
        const value = digits / 10 ** decimals
        const plain = value.toFixed(decimals)
        const [whole = '', rest] = plain.split('.')
        const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (rest === undefined ? '' : `.${rest}`)
        const text = form === 'plain' ? plain : form === 'grouped' ? grouped : printFullWidth(plain)
        assert.equal(printed(text), String(Number(plain)))
      },
    ),
    { numRuns: 400 },
  )
})

test('万 and 亿 stay with the unit, smaller steps are multiplied out', () => {
  assert.equal(printed('29.76万'), '29.76万')
  assert.equal(printed('1.09亿'), '1.09亿')
  assert.equal(printed('3千'), '3000')
  assert.equal(printed('5百万'), '500万')
  assert.equal(printed('2万5千'), '25000')
  assert.equal(printed('1亿2000万'), '12000万')
  assert.equal(printed('三十五万'), '35万')
})

test('vague words may stand inside a number', () => {
  assert.equal(printed('10余万'), '10万')
  assert.equal(printed('5多万'), '5万')
  assert.equal(printed('一百二十余万'), '120万')
})

test('a decimal point printed as 、 or 。 is mended where a scale or share follows', () => {
  const at = (text: string, start: number) => toNumber(readNumeral(text, start)?.value ?? { n: -1n, d: 1n })
  assert.equal(at('总投入1、38亿元', 3), 1.38)
  assert.equal(at('发生率7、08/千', 3), 7.08)
  assert.equal(at('合格率98。5%', 3), 98.5)
  assert.equal(at('分别达60、80%', 3), 60)
  assert.equal(at('1、38亿元的项目', 0), 1)
})

test('half-width text keeps every offset', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(toHalfWidth(text).length, text.length)))
  assert.equal(toHalfWidth('１２．５％（约）：'), '12.5%(约):')
})
