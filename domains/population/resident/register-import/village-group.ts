import { isBlankMark, withoutSpaces } from '@kangheng/kernel/exchange/cell-text.ts'

const NUMBERED = /^第?(\d+|[一二三四五六七八九]|二?十[一二三四五六七八九]?)(?:村民小组|小组|组|社)?$/
const DIGITS = '〇一二三四五六七八九'

/**
 * Reads the village group (T of the cell): its number without leading zeros where it has one (第三村民小组 → 3), otherwise the text without
 * spaces; null when blank. Source: rules 1.10.
 */
export function readVillageGroup(text: string): string | null {
  const plain = withoutSpaces(text)
  if (isBlankMark(plain)) return null
  const number = NUMBERED.exec(plain)?.[1]
  if (number === undefined) return plain
  return /^\d/.test(number) ? number.replace(/^0+(?=\d)/, '') : String(chineseNumber(number))
}

/** 一 to 二十九. */
function chineseNumber(text: string): number {
  const ten = text.indexOf('十')
  if (ten < 0) return DIGITS.indexOf(text)
  const ones = text.slice(ten + 1)
  return (ten === 0 ? 1 : 2) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}
