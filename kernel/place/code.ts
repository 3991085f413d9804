import { Refusal } from '../text/refusal.ts'

/**
 * Division codes: the first 2+2+2+3+3 digits of the 12-digit statistical code (city 4, county 6, township 9, village 12 digits).
 * The prefix is the hierarchy. Institution codes start with a letter, so that both kinds of place share one code space.
 */
export type PlaceCode = string

/** Level of a division code by its length. */
export type DivisionLevel = 'city' | 'county' | 'township' | 'village'

/** Reads a division code; one padded with zeros (530721102000, 530700) is the township, county or city it names. */
export function normaliseDivisionCode(text: string): PlaceCode {
  const digits = text.trim()
  if (/^\d{4}0{2}(0{6})?$/.test(digits)) return digits.slice(0, 4)
  if (/^\d{12}$/.test(digits)) {
    if (digits.endsWith('000000')) return digits.slice(0, 6)
    if (digits.endsWith('000')) return digits.slice(0, 9)
  }
  return digits
}

/** The level a code stands for; undefined when it is no division code. */
export function divisionLevel(code: PlaceCode): DivisionLevel | undefined {
  if (/^\d{4}$/.test(code)) return 'city'
  if (/^\d{6}$/.test(code)) return 'county'
  if (/^\d{9}$/.test(code)) return 'township'
  if (/^\d{12}$/.test(code)) return 'village'
  return undefined
}

/** The county a division code belongs to; a city's own code stays as it is. */
export function countyOf(code: PlaceCode): PlaceCode {
  return code.slice(0, 6)
}

/** Whether a code is that of a city: what is kept under it are figures of counties, and accounts that read them. */
export function isCity(code: PlaceCode): boolean {
  return divisionLevel(code) === 'city'
}

/** The code one level up; undefined above the county. */
export function parentDivision(code: PlaceCode): PlaceCode | undefined {
  return code.length > 6 ? code.slice(0, -3) : undefined
}

/** The division and all above it, up to the county. */
export function withAncestors(code: PlaceCode): PlaceCode[] {
  const codes: PlaceCode[] = []
  for (let each: PlaceCode | undefined = code; each; each = parentDivision(each)) codes.push(each)
  return codes
}

/** The half-open range of codes within a division: `code >= from and code < to`. Never LIKE, which row-level security cannot index. */
export function rangeOf(code: PlaceCode): { from: PlaceCode; to: PlaceCode } {
  const last = code.charCodeAt(code.length - 1)
  return { from: code, to: code.slice(0, -1) + String.fromCharCode(last + 1) }
}

/** Whether a place lies in (or is) a division. */
export function isWithin(code: PlaceCode, division: PlaceCode): boolean {
  return code.startsWith(division)
}

/** Refuses a text that cannot be a place code. */
export function checkPlaceCode(text: string): PlaceCode {
  const code = normaliseDivisionCode(text)
  if (divisionLevel(code) || /^[A-Z][A-Z0-9-]{2,29}$/.test(code)) return code
  throw new Refusal(
    'invalid',
    {
      zh: `“${text}”不是区划或机构代码：区划为4、6、9或12位数字，机构以字母开头`,
      en: `“${text}” is no place code: divisions have 4, 6, 9 or 12 digits, institutions start with a letter`,
    },
    { field: 'place' },
  )
}
