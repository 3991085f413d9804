import { isBlankMark } from '@kangheng/kernel/exchange/cell-text.ts'

const SEPARATORS = /[/、,;或]/
const DECORATION = /[\s\-—–()+.'’‘]/g
const COUNTRY_PREFIX = /^(?:00)?86(?=1\d{10}$)/

/**
 * Reads the phone column (T of the cell): the first good number of those in it, digits only; null when blank, undefined when none is good.
 * `areaCode` (0888) completes a local number and one whose leading zero was lost; empty when none is known. Source: rules 1.10.
 */
export function readPhone(text: string, areaCode: string): string | null | undefined {
  if (isBlankMark(text) || text === '无') return null
  for (const part of text.split(SEPARATORS)) {
    const digits = part.replace(DECORATION, '').replace(COUNTRY_PREFIX, '')
    if (/^1[3-9]\d{9}$/.test(digits) || /^0\d{9,11}$/.test(digits)) return digits
    if (areaCode === '') continue
    if (/^[2-8]\d{6}$/.test(digits)) return areaCode + digits
    if (/^\d{10}$/.test(digits) && digits.startsWith(areaCode.slice(1))) return `0${digits}`
  }
  return undefined
}
