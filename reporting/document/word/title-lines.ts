const isHalf = (char: string) => char.charCodeAt(0) < 0x2e80

/** Set width in Chinese characters: digits and Latin letters take half, and a quarter is set between the two kinds. */
function width(text: string): number {
  const chars = [...text]
  return chars.reduce((sum, char, index) => {
    const seam = index > 0 && isHalf(char) !== isHalf(chars[index - 1]!)
    return sum + (isHalf(char) ? 0.5 : 1) + (seam ? 0.25 : 0)
  }, 0)
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
const NEVER_FIRST = /^[的了和与及、，。：；）》”〕％%年月日号]/
const NEVER_LAST = /(?:[（《“〔]|关于)$/

/** 2025年 and 11月 belong together. */
const inDate = (before: string, after: string) => /\d[年月]$/.test(before) && /^\d/.test(after)

/** Names of the field that a dictionary of words would break. */
const NAMES = /卫生健康|公共卫生|家庭医生|疾病预防控制|妇幼保健|计划生育|中医药|医疗保障/g

function names(title: string): { start: number; end: number }[] {
  return [...title.matchAll(NAMES)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Pieces that may not be broken: words, numbers with their counter, names after 关于. */
function pieces(title: string): string[] {
  const out: string[] = []
  const inName = names(title)
  for (const { segment, index } of WORDS.segment(title)) {
    const last = out.at(-1)
    const glued =
      last !== undefined &&
      (inName.some(({ start, end }) => index > start && index < end) ||
        NEVER_FIRST.test(segment) ||
        NEVER_LAST.test(last) ||
        inDate(last, segment))
    if (glued) out[out.length - 1] = last + segment
    else out.push(segment)
  }
  return out
}

/** How unevenly the lines sit; a break before 关于, between sender and subject, is worth some unevenness. */
function badness(lines: readonly string[]): number {
  const widths = lines.map(width)
  const mean = widths.reduce((sum, w) => sum + w, 0) / widths.length
  const uneven = widths.reduce((sum, w) => sum + (w - mean) ** 2, 0) / widths.length
  const atSense = lines.slice(1).some((line) => line.startsWith('关于'))
  return uneven - (atSense ? 12 : 0)
}

function* breaks(words: readonly string[], lines: number, limit: number): Generator<string[]> {
  if (lines === 1) {
    const line = words.join('')
    if (width(line) <= limit) yield [line]
    return
  }
  for (let taken = 1; taken <= words.length - lines + 1; taken += 1) {
    const line = words.slice(0, taken).join('')
    if (width(line) > limit) return
    for (const rest of breaks(words.slice(taken), lines - 1, limit)) yield [line, ...rest]
  }
}

/**
 * The title in as few lines as fit `limit` characters, broken between words so that the lines are balanced
 * (GB/T 9704-2012 §7.3.1: words whole, arrangement symmetric). A line feed in the title forces a break.
 */
export function titleLines(title: string, limit: number): string[] {
  return title.split('\n').flatMap((part) => {
    const words = pieces(part.trim())
    for (let lines = Math.max(1, Math.ceil(width(part) / limit)); lines <= words.length; lines += 1) {
      const ways = [...breaks(words, lines, limit)]
      if (ways.length > 0) return ways.reduce((best, way) => (badness(way) < badness(best) ? way : best))
    }
    return [part.trim()]
  })
}
