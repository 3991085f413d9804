import { isIsoDate, type IsoDate } from '../period/date.ts'

/**
 * Identity numbers of people in China: the citizen number of GB 11643-1999 (18 digits, and the 15-digit form before it) and the documents of those
 * who have none. Every function is pure and says why a number is refused.
 */

export type Sex = 'male' | 'female'

/** Kinds of document told from the number. */
export type DocumentKind =
  /** 公民身份号码 */
  | 'ID18'
  /** 港澳台居民居住证 */
  | 'HMT_RESIDENCE'
  /** 外国人永久居留身份证, the 18-digit form of 2023 or the old one of 15 characters */
  | 'FOREIGN_PR'
  /** 港澳居民来往内地通行证 */
  | 'HM_PERMIT'
  /** 台湾居民来往大陆通行证 */
  | 'TW_PERMIT'
  | 'PASSPORT'

/** Why a number cannot be accepted; only the first reason is given. */
export type IdentityProblem =
  /** stored as a number, or written with an exponent: the last digits are gone */
  | 'precision-lost'
  /** wrong length or characters */
  | 'format'
  /** the first two digits are no province */
  | 'area'
  /** the birth date in the number does not exist, lies before 1900 or after the day of reporting */
  | 'birth-date'
  | 'check-digit'

/** What was read: no number at all, a refused one, or a document. `birth` and `sex` are there when the number holds them. */
export type IdentityReading =
  { readonly kind: 'none' } | { readonly kind: 'refused'; readonly problem: IdentityProblem } | IdentityDocument

export interface IdentityDocument {
  readonly kind: 'document'
  readonly document: DocumentKind
  /** Upper case; always 18 characters for ID18. */
  readonly number: string
  /** Whether the register had the 15-digit form. */
  readonly from15: boolean
  readonly birth?: IsoDate
  readonly sex?: Sex
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** The check digit of 17 digits. Source: GB 11643-1999, ISO 7064 MOD 11-2. */
export function checkDigit(digits17: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += (digits17.charCodeAt(index) - 48) * WEIGHTS[index]!
  return CHECK_DIGITS[sum % 11]!
}

/** A 15-digit number in the 18-digit form: `19` after the sixth digit and the check digit at the end. */
export function upgrade15(digits15: string): string {
  const digits17 = `${digits15.slice(0, 6)}19${digits15.slice(6)}`
  return digits17 + checkDigit(digits17)
}

/** The day of birth in an 18-digit number, not yet checked to exist. */
function birthInNumber(number18: string): IsoDate {
  return `${number18.slice(6, 10)}-${number18.slice(10, 12)}-${number18.slice(12, 14)}`
}

/** The sex in an 18-digit number: digit 17 is odd for men. */
export function sexInNumber(number18: string): Sex {
  return number18.charCodeAt(16) % 2 === 1 ? 'male' : 'female'
}

/** First two digits of GB/T 2260: the provinces. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
)
const NO_NUMBER = new Set([
  '',
  '无',
  '暂无',
  '不详',
  '未办',
  '未办理',
  '待办',
  '无身份证',
  '未上户',
  '未落户',
  '/',
  '-',
  '—',
  '——',
  '0',
])
const QUOTATION_MARKS = /['’‘`´′"“”]/g
const MAINLAND_RESIDENCE_OF_HMT = new Set(['810000', '820000', '830000'])

/** The text of an identity number as it is compared: no white space, no quotation marks, upper case, look-alikes of the final X read as X. */
export function normaliseIdentityText(text: string): string {
  if (/^\d{17}[\dX]$/.test(text)) return text
  const plain = text.replace(/\s/g, '').replace(QUOTATION_MARKS, '').toUpperCase()
  return plain.length === 18 ? plain.replace(/[×ⅩХ]$/, 'X') : plain
}

/** What the number alone cannot tell. */
export interface IdentityContext {
  /** No birth date may lie after it: the day the register was reported. */
  readonly reportedOn: IsoDate
  /** Eight digits are a Taiwan permit only when the remark says so. */
  readonly mentionsTaiwan?: boolean
}

/** Reads an identity number from a cleaned text. Source: rules for resident registers, 1.4. */
export function readIdentityNumber(text: string, context: IdentityContext): IdentityReading {
  const number = normaliseIdentityText(text)
  if (NO_NUMBER.has(number)) return { kind: 'none' }
  if (/^\d(\.\d+)?E\+?\d+$/.test(number)) return refuse('precision-lost')
  if (/^\d{17}[\dX]$/.test(number)) return readNumber18(number, context)
  if (/^\d{15}$/.test(number)) return readNumber15(number, context)
  const document = documentWithoutBirth(number, context)
  return document ? { kind: 'document', document, number, from15: false } : refuse('format')
}

/** From here on a number cell has lost digits: a double holds 15 decimal digits exactly, an identity number has 18. */
export const PRECISION_LIMIT = 1e15

function refuse(problem: IdentityProblem): IdentityReading {
  return { kind: 'refused', problem }
}

function documentWithoutBirth(number: string, context: IdentityContext): DocumentKind | undefined {
  if (/^[HM]\d{8}(\d{2})?$/.test(number)) return 'HM_PERMIT'
  if (/^\d{8}$/.test(number)) return context.mentionsTaiwan ? 'TW_PERMIT' : undefined
  if (/^[A-Z]{3}\d{12}$/.test(number)) return 'FOREIGN_PR'
  if (/^[A-Z]{1,2}\d{6,8}$/.test(number)) return 'PASSPORT'
  return undefined
}

function readNumber15(number: string, context: IdentityContext): IdentityReading {
  if (!PROVINCES.has(number.slice(0, 2))) return refuse('area')
  const upgraded = upgrade15(number)
  if (!isBirthPossible(birthInNumber(upgraded), context)) return refuse('birth-date')
  return documentWithBirth('ID18', upgraded, true)
}

function readNumber18(number: string, context: IdentityContext): IdentityReading {
  const document = kindOfNumber18(number)
  // A foreigner's card has its province in digits 2 and 3; the residence card of 港澳台 has none.
  const province = document === 'FOREIGN_PR' ? number.slice(1, 3) : number.slice(0, 2)
  if (document !== 'HMT_RESIDENCE' && !PROVINCES.has(province)) return refuse('area')
  if (!isBirthPossible(birthInNumber(number), context)) return refuse('birth-date')
  if (checkDigit(number) !== number[17]) return refuse('check-digit')
  return documentWithBirth(document, number, false)
}

function kindOfNumber18(number: string): DocumentKind {
  if (number[0] === '9') return 'FOREIGN_PR'
  return MAINLAND_RESIDENCE_OF_HMT.has(number.slice(0, 6)) ? 'HMT_RESIDENCE' : 'ID18'
}

function isBirthPossible(birth: IsoDate, context: IdentityContext): boolean {
  return birth >= '1900' && birth <= context.reportedOn && isIsoDate(birth)
}

function documentWithBirth(document: DocumentKind, number: string, from15: boolean): IdentityDocument {
  return { kind: 'document', document, number, from15, birth: birthInNumber(number), sex: sexInNumber(number) }
}
