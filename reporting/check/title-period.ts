import { findPeriod } from '@kangheng/kernel/period/period.ts'

const DIGITS = '〇一二三四五六七八九'
const QUARTERS = '一二三四'

/** 二〇二五 and 二○二五 as 2025. */
const westernYear = (year: string): string =>
  [...year]
    .map((sign) => (DIGITS.includes(sign) ? String(DIGITS.indexOf(sign)) : sign === '○' || sign === '零' ? '0' : sign))
    .join('')

const month = (text: string): string => text.padStart(2, '0')

/**
 * The period a title speaks of: 2025年 → 2025, 2025年上半年 → 2025-06-ytd, 2025年第三季度 → 2025-Q3, 2025年1—11月 → 2025-11-ytd,
 * 2025年11月 → 2025-11. Null when the title names none, or one that has no figures (下半年).
 */
export function titlePeriod(title: string): string | null {
  const text = title.normalize('NFKC').replace(/\s/g, '')
  const match = /((?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})(?:年度?)?/.exec(text)
  if (!match) return null
  const year = westernYear(match[1]!)
  const rest = text.slice(match.index + match[0].length)
  const found = (() => {
    if (/^(?:的)?上半年/.test(rest)) return `${year}-06-ytd`
    if (/^(?:的)?下半年/.test(rest)) return null
    const quarters = /^(前)?第?([一二三四])(?:个)?季度/.exec(rest)
    if (quarters) {
      const number = QUARTERS.indexOf(quarters[2]!) + 1
      return quarters[1] ? `${year}-${month(String(number * 3))}-ytd` : `${year}-Q${number}`
    }
    const range = /^1月?份?[-—–~~至到](\d{1,2})月/.exec(rest)
    if (range) return `${year}-${month(range[1]!)}-ytd`
    const single = /^(\d{1,2})月/.exec(rest)
    return single ? `${year}-${month(single[1]!)}` : year
  })()
  return found !== null && findPeriod(found) ? found : null
}
