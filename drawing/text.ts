const WIDE =
  /[—…“”‘’×÷①-⑳\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/
const NARROW = /[.,:;|!'ilI1() ]/

/** How wide a text is about: Chinese characters are square, others little more than half of that. Good to a few per cent, and the same on every machine. */
export function textWidth(text: string, size: number, bold = false): number {
  let ems = 0
  for (const character of text) ems += WIDE.test(character) ? 1 : NARROW.test(character) ? 0.34 : 0.57
  return ems * size * (bold ? 1.05 : 1)
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let kept = ''
  for (const character of text) {
    if (textWidth(`${kept}${character}…`, size) > width) break
    kept += character
  }
  return kept === '' ? '' : `${kept}…`
}

/** Breaks a text into lines: anywhere in Chinese, between words otherwise. */
export function wrapped(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of text.match(/[\u0021-\u024f]+ ?|./gsu) ?? []) {
    if (part === '\n' || (line !== '' && textWidth(line + part.trimEnd(), size) > width)) {
      lines.push(line.trimEnd())
      line = part === '\n' ? '' : part
    } else line += part
  }
  return line === '' ? lines : [...lines, line.trimEnd()]
}

/** Digits in groups of three; the string stays as exact as it came. */
export function grouped(value: string | number): string {
  const [whole = '', fraction] = String(value).split('.')
  const sign = whole.startsWith('-') ? '−' : ''
  const digits = whole.replace(/^[-+]/, '').replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`
}

/** Names of divisions without their kind, where space is short. */
export const shortName = (name: string): string =>
  name.replace(/(村民委员会|村委会|社区居委会|居委会|街道办事处|街道|彝族乡|傈僳族乡|民族乡|镇|乡)$/, '')
