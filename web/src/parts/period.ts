import type { Text } from '../language/language.tsx'

const pad = (month: number) => String(month).padStart(2, '0')

/** How a period is called: `2025`, `2025-Q4`, `2025-11`, `2025-11-ytd`, `FP2025`. Unknown forms are shown as they are. */
export function periodTitle(id: string): Text {
  const match = /^(FP)?(\d{4})(?:-(?:Q([1-4])|(\d\d)(-ytd)?))?$/.exec(id)
  if (!match) return { zh: id, en: id }
  const [, planning, year, quarter, month, toDate] = match
  const number = Number(month)
  if (planning) return { zh: `${year}计生年度`, en: `Family-planning year ${year}` }
  if (quarter) return { zh: `${year}年第${'一二三四'[Number(quarter) - 1]}季度`, en: `${year} Q${quarter}` }
  if (toDate) return { zh: number === 1 ? `${year}年1月` : `${year}年1—${number}月`, en: `${year} Jan–${month}` }
  if (month) return { zh: `${year}年${number}月`, en: `${year}-${month}` }
  return { zh: `${year}年`, en: `${year}` }
}

/** Short form for the head of a column or an axis: `25年11月`. */
export function shortPeriod(id: string): Text {
  const title = periodTitle(id)
  return { zh: title.zh.replace(/^20/, ''), en: title.en }
}

/** The month `count` after this one. */
export function shiftMonth(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`
}

/** The last `count` months up to `latest`, newest first. */
export function monthsBack(latest: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => shiftMonth(latest, -index))
}

export type PeriodKind = 'month' | 'ytd' | 'quarter' | 'year'

/** Kind of a period identifier. */
export function kindOf(id: string): PeriodKind {
  if (id.endsWith('-ytd')) return 'ytd'
  if (/-Q\d$/.test(id)) return 'quarter'
  return /-\d\d$/.test(id) ? 'month' : 'year'
}

/** The month a period ends with. */
export function endMonth(id: string): string {
  const year = id.replace('FP', '').slice(0, 4)
  if (id.startsWith('FP')) return `${year}-09`
  const quarter = /-Q(\d)$/.exec(id)?.[1]
  if (quarter) return `${year}-${pad(Number(quarter) * 3)}`
  return /-(\d\d)/.exec(id) ? id.slice(0, 7) : `${year}-12`
}

/** The period of this kind that holds the month. */
export function periodOf(kind: PeriodKind, month: string): string {
  const year = month.slice(0, 4)
  if (kind === 'month') return month
  if (kind === 'ytd') return `${month}-ytd`
  if (kind === 'quarter') return `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
  return year
}

/** Periods of a kind up to the latest month, newest first: three years of them. */
export function periodsBack(kind: PeriodKind, latest: string): string[] {
  return [...new Set(monthsBack(latest, 36).map((month) => periodOf(kind, month)))]
}
