/**
 * Names of people as registers write them, brought to one form so that the same name is the same text.
 * Source: rules for resident registers, 1.3.
 */

/** What was read. `name` is the normal form, also of a name that cannot be one (masked, with digits, of one character). */
export type NameReading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly name: string }
  | { readonly kind: 'valid'; readonly name: string }

const MISSING: NameReading = { kind: 'missing' }

const PLAIN = /^[\u4E00-\u9FFF]{2,4}$/
const RADICALS = /[\u2F00-\u2FD5]/g
/** Characters which old GBK systems kept in the private use area. */
const PRIVATE_USE: ReadonlyArray<[string, string]> = [['\uE863', '䶮']]
const BRACKETED_END = /\s*\([^()]*\)$/
const MIDDLE_DOTS = /\s*[•・･‧∙⋅·]\s*/g
const HAN = /\p{Script=Han}/u
/** The second Han character is only looked at, so that it can stand before the next dot as well. */
const DOT_BETWEEN_HAN = /(\p{Script=Han})\s*\.\s*(?=\p{Script=Han})/gu
const NO_NAME = new Set([
  '',
  '无',
  '无名',
  '无名氏',
  '未取名',
  '未命名',
  '待取名',
  '待定',
  '不详',
  '未知',
  '/',
  '-',
  '—',
])
const VALID = /^[\p{Script=Han}·A-Za-z \-'.]{2,}$/u

/** Reads a name from a cleaned text (white space only as spaces, full-width forms as ASCII). */
export function readName(text: string): NameReading {
  // Nine names in ten are two to four plain characters and need none of the steps.
  if (PLAIN.test(text)) return judge(text)
  return judge(normaliseName(text))
}

/** The normal form of a name given as a cleaned text: characters, brackets, middle dots and spaces; says nothing about whether it is one. */
export function normaliseName(text: string): string {
  let name = text.replace(RADICALS, (radical) => radical.normalize('NFKC'))
  for (const [from, to] of PRIVATE_USE) name = name.replaceAll(from, to)
  while (BRACKETED_END.test(name)) name = name.replace(BRACKETED_END, '')
  name = name.replace(MIDDLE_DOTS, '·').replace(DOT_BETWEEN_HAN, '$1·')
  return HAN.test(name) ? name.replace(/\s/g, '') : name.replace(/\s+/g, ' ').trim()
}

function judge(name: string): NameReading {
  if (NO_NAME.has(name)) return MISSING
  const valid = VALID.test(name) && !name.includes('某') && !name.startsWith('·') && !name.endsWith('·')
  return { kind: valid ? 'valid' : 'invalid', name }
}
