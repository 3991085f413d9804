import { type Rational, rational } from '@kangheng/kernel/exact/rational.ts'

const DIGITS: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  '○': 0n,
  一: 1n,
  壹: 1n,
  二: 2n,
  贰: 2n,
  两: 2n,
  三: 3n,
  叁: 3n,
  四: 4n,
  肆: 4n,
  五: 5n,
  伍: 5n,
  六: 6n,
  陆: 6n,
  七: 7n,
  柒: 7n,
  八: 8n,
  捌: 8n,
  九: 9n,
  玖: 9n,
}
const STEPS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n }
const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n }

/** Characters of which Chinese numerals are made, for use inside a character class. */
export const CHINESE_NUMERAL_CHARACTERS = '零〇○一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟'

/**
 * Reads a Chinese numeral: 一百二十 (120), 三万五 (35,000), 二〇二五 (2025), 九十九点九七 (99.97), 两千零四 (2004).
 * Gives the value and the number of decimals written, or null when the characters do not form a number.
 */
export function readChineseNumeral(text: string): { value: Rational; decimals: number } | null {
  const [whole = '', fraction, ...more] = text.split('点')
  if (more.length > 0) return null
  const integer = readInteger(whole)
  if (integer === null) return null
  if (fraction === undefined) return { value: rational(integer), decimals: 0 }
  const digits = readDigits(fraction)
  if (digits === null) return null
  const unit = 10n ** BigInt(fraction.length)
  return { value: rational(integer * unit + digits, unit), decimals: fraction.length }
}

/** Digits written one after the other, as in years: 二〇二五. */
function readDigits(text: string): bigint | null {
  if (text === '') return null
  let value = 0n
  for (const sign of text) {
    const digit = DIGITS[sign]
    if (digit === undefined) return null
    value = value * 10n + digit
  }
  return value
}

function readInteger(text: string): bigint | null {
  if (text === '') return null
  const plain = readDigits(text)
  if (plain !== null) return plain
  let total = 0n // closed by 亿
  let section = 0n // closed by 万
  let group = 0n // below 10,000
  let digit: bigint | null = null
  let lastUnit = 1n
  let lastStep = 10_000n
  let zero = false
  for (const sign of text) {
    const figure = DIGITS[sign]
    const step = STEPS[sign]
    const scale = SCALES[sign]
    if (figure === 0n) {
      zero = true
      if (digit !== null) return null
    } else if (figure !== undefined) {
      if (digit !== null) return null
      digit = figure
    } else if (step !== undefined) {
      if (step >= lastStep) return null
      group += (digit ?? 1n) * step
      digit = null
      lastStep = lastUnit = step
      zero = false
    } else if (scale !== undefined) {
      group += digit ?? 0n
      if (scale === SCALES.亿) {
        total += (section + group === 0n ? 1n : section + group) * scale
        section = 0n
      } else {
        if (section !== 0n) return null
        section = (group === 0n ? 1n : group) * scale
      }
      group = 0n
      digit = null
      lastUnit = scale
      lastStep = 10_000n
      zero = false
    } else {
      return null
    }
  }
  // A last digit without its step takes the next lower one: 三万五 is 35,000, but 三万零五 is 30,005.
  if (digit !== null) group += !zero && lastUnit >= 100n ? digit * (lastUnit / 10n) : digit
  return total + section + group
}
