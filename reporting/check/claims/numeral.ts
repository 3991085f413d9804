import { decimalToRational, parseDecimal } from '@kangheng/kernel/exact/decimal.ts'
import { type Rational, add, multiply, rational } from '@kangheng/kernel/exact/rational.ts'
import { CHINESE_NUMERAL_CHARACTERS, readChineseNumeral } from './chinese-numeral.ts'

/**
 * A number as printed. `value` is what stands before the closing 万 or 亿 (29.76 in 29.76万), `scale` what that word
 * multiplies by, `decimals` the printed places of `value`. `end` is the offset after the scale word.
 */
export type Numeral = {
  start: number
  end: number
  value: Rational
  decimals: number
  scale: bigint
  scaleText: string
  chinese: boolean
  /** A vague word stood inside the number: 10余万, 两千多. */
  vague: boolean
}

const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d{1,3}(?:，\d{3})+(?=[\u4e00-\u9fff])|\d+(?:\.\d+)?`
const START = new RegExp(`(${ARABIC})|([${CHINESE_NUMERAL_CHARACTERS}]{1,24}(?:点[零〇一二三四五六七八九]{1,9})?)`, 'y')
const MANGLED_POINT = /[、。·](\d{1,2})(?=(万|亿|%|‰|\/千|\/10万|个百分点))/y
const SCALE = / ?([余多几来])?( ?)(万亿|[十百千]?[万亿]|[百千])/y
const VAGUE_SCALE = / ?[余多几](万|亿)/y
const LOWER_PART = /(\d{1,8})(万|千|百)?/y
const CLOSING_SCALE = /^(.*[^万亿])(万亿|万|亿)$/

const FACTOR: Readonly<Record<string, bigint>> = {
  '': 1n,
  十: 10n,
  百: 100n,
  千: 1000n,
  万: 10_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
}
const factorOf = (word: string): bigint => FACTOR[word] ?? 1n

/** Reads the numeral that begins exactly at `offset` of half-width text; null when none begins there. */
export function readNumeral(text: string, offset: number): Numeral | null {
  START.lastIndex = offset
  const match = START.exec(text)
  if (match === null) return null
  if (match[1] !== undefined) return readArabic(text, offset, match[1])
  return readChinese(text, offset, match[2] ?? '')
}

function readArabic(text: string, start: number, digits: string): Numeral {
  const mended = readMangledPoint(text, start, digits)
  const printed = parseDecimal((mended ?? digits).replace(/[,，]/g, ''))
  let value = decimalToRational(printed)
  let decimals = printed.decimals
  let end = start + (mended ?? digits).length
  let scaleText = ''
  let vague = false
  SCALE.lastIndex = end
  const scale = SCALE.exec(text)
  if (scale !== null && !(scale[1] === undefined && scale[2] !== '')) {
    const word = scale[3] ?? ''
    vague = scale[1] !== undefined
    scaleText = word.endsWith('亿') ? (word === '万亿' ? '万亿' : '亿') : word.endsWith('万') ? '万' : ''
    const inner = scaleText === '' ? word : word.slice(0, word.length - scaleText.length)
    if (inner !== '') [value, decimals] = [multiply(value, rational(factorOf(inner))), 0]
    end = SCALE.lastIndex
    const lower = decimals === 0 && !vague ? readLowerPart(text, end, factorOf(word)) : null
    if (lower !== null) {
      const total = add(multiply(value, rational(factorOf(scaleText))), lower.value)
      scaleText = lower.scaleText
      value = multiply(total, rational(1n, factorOf(scaleText)))
      end = lower.end
    }
  }
  return { start, end, value, decimals, scale: factorOf(scaleText), scaleText, chinese: false, vague }
}

/** The smaller part of a number written in two steps: the 2000万 of 1亿2000万, the 5千 of 2万5千. */
function readLowerPart(text: string, offset: number, above: bigint) {
  LOWER_PART.lastIndex = offset
  const match = LOWER_PART.exec(text)
  if (match === null) return null
  const [all, digits = '', word = ''] = match
  const value = BigInt(digits) * factorOf(word)
  if (value >= above || /[.\d]/.test(text[offset + all.length] ?? '')) return null
  return { value: rational(value), scaleText: word === '万' ? '万' : '', end: offset + all.length }
}

function readChinese(text: string, start: number, signs: string): Numeral | null {
  const closing = CLOSING_SCALE.exec(signs)
  const [head, scaleText] = closing === null ? [signs, ''] : [closing[1] ?? '', closing[2] ?? '']
  const read = readChineseNumeral(head)
  if (read === null) return null
  const end = start + signs.length
  const plain = { start, end, ...read, scale: factorOf(scaleText), scaleText, chinese: true, vague: false }
  if (scaleText !== '') return plain
  VAGUE_SCALE.lastIndex = end
  const vague = VAGUE_SCALE.exec(text) // 一百二十余万
  if (vague === null) return plain
  return {
    ...plain,
    end: VAGUE_SCALE.lastIndex,
    scale: factorOf(vague[1] ?? ''),
    scaleText: vague[1] ?? '',
    vague: true,
  }
}

/**
 * Texts pasted from the web often show a decimal point as 、 (22、5万元, 7、08‰). It is one when a scale or share follows,
 * the part behind is short, words stand before the number and nothing announces a list (分别, 各).
 */
function readMangledPoint(text: string, start: number, digits: string): string | null {
  MANGLED_POINT.lastIndex = start + digits.length
  const match = MANGLED_POINT.exec(text)
  if (match === null || !/^\d{1,3}$/.test(digits)) return null
  const before = text.slice(Math.max(0, start - 16), start)
  if (!/[\u4e00-\u9fff~-]$/.test(before) || /分别|各(?![类种项级地])|依次|均/.test(before)) return null
  const fraction = match[1] ?? ''
  const isList = match[2] === '%' && fraction.length === digits.length && !fraction.startsWith('0')
  return isList ? null : `${digits}.${fraction}`
}
